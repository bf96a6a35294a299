namespace Amity.Tests.Conventions.References.Examples.Referred;

// Referring.cs refers to each of these types once, in the way that its name says.
internal abstract class BaseClass<T>;

internal interface IImplementedInterface;

internal sealed class GenericArgumentOfABase;

internal sealed class AttributeOfAType : Attribute;

internal sealed class AttributeOfAParameter : Attribute;

internal sealed class TypeInAnAttribute;

internal abstract class ConstraintOfAType;

internal interface IConstraintOfAMethod;

internal sealed class FieldType;

internal sealed class PropertyType;

internal delegate void EventType();

internal sealed class ReturnType;

internal sealed class ParameterType;

internal sealed class ArrayElement;

internal struct ByReference;

internal sealed class GenericArgument;

internal sealed class GenericArgumentOfAGenericArgument;

internal sealed class GenericArgumentOfACall;

internal sealed class Constructed;

internal static class CalledMethod
{
    internal static int Run() => 1;

    internal static LocalVariable? Create() => null;
}

internal static class CalledExtension
{
    internal static void Extend(this object _)
    {
    }
}

internal sealed class CalledOfAGenericType<T>
{
    internal static void Run()
    {
    }
}

internal static class MethodGroup
{
    internal static void Run()
    {
    }
}

internal static class ReadField
{
    internal static readonly int Value = 1;
}

internal static class ReadProperty
{
    internal static int Value => 1;
}

internal sealed class LocalVariable;

internal sealed class CaughtException : Exception;

internal sealed class ExceptionOfAFilter : Exception;

internal enum Cast
{
    None,
}

internal sealed class PatternType;

internal sealed class TypeOf;

internal sealed class CalledInALambda;

internal sealed class CapturedByALambda;

internal sealed class CalledInALocalFunction;

internal sealed class CalledInAnAsyncMethod;

internal sealed class CalledInAnIterator;

internal sealed class CalledInAnInitializer;
