using System.ComponentModel;
using Amity.Tests.Conventions.References.Examples.Referred;

namespace Amity.Tests.Conventions.References.Examples;

/// <summary>Refers to each type of Referred.cs in one way.</summary>
[AttributeOfAType]
[TypeConverter(typeof(TypeInAnAttribute))]
internal abstract class Referring<T> : BaseClass<GenericArgumentOfABase>, IImplementedInterface
    where T : ConstraintOfAType
{
    internal FieldType? Field = null;

    internal readonly object Initialized = new CalledInAnInitializer();

    internal event EventType Event
    {
        add { }
        remove { }
    }

    internal PropertyType? Property => null;

    internal abstract ReturnType? Return();

    internal abstract void Take([AttributeOfAParameter] ParameterType one, ArrayElement[] array, ref ByReference reference);

    internal abstract void Take<TOther>(List<GenericArgument> list, Dictionary<int, List<GenericArgumentOfAGenericArgument>> nested)
        where TOther : IConstraintOfAMethod;

    internal object Call()
    {
        this.Extend();
        CalledOfAGenericType<int>.Run();
        _ = Enumerable.Empty<GenericArgumentOfACall>();
        return (CalledMethod.Run(), new Constructed(), ReadField.Value, ReadProperty.Value);
    }

    internal object Name(object value) => (typeof(TypeOf), (Action)MethodGroup.Run, value is PatternType, (Cast)value);

    internal bool Local()
    {
        // A variable that is used twice stays one in an optimized build.
        var local = CalledMethod.Create();
        return ReferenceEquals(local, local);
    }

    internal void Catch()
    {
        try
        {
            Call();
        }
        catch (CaughtException)
        {
        }
        catch (Exception exception) when (exception.InnerException is ExceptionOfAFilter)
        {
        }
    }

    internal Func<object> Lambda()
    {
        CapturedByALambda? captured = null;
        return () => captured ?? new CalledInALambda() as object;
    }

    internal object LocalFunction()
    {
        return Local();

        static object Local() => new CalledInALocalFunction();
    }

    internal async Task<object> Async()
    {
        await Task.Yield();
        return new CalledInAnAsyncMethod();
    }

    internal IEnumerable<object> Iterate()
    {
        yield return new CalledInAnIterator();
    }

    internal int Constant() => Constants.Number + (int)ConstantEnum.One;
}
