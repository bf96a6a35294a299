#if NETSTANDARD2_0
// What the compiler looks for by name and .NET Standard lacks; by hand, as what a generator gives differs from build to build.
namespace System.Runtime.CompilerServices;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class InterpolatedStringHandlerAttribute : Attribute;

[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class CallerArgumentExpressionAttribute(string parameterName) : Attribute
{
    public string ParameterName { get; } = parameterName;
}

internal static class IsExternalInit;
#endif
