namespace Amity.Core.Errors;

/// <summary>What an exception says of its request.</summary>
internal readonly record struct RequestName(string Operation, HttpMethod Method, string Path)
{
    public override string ToString() => $"{Method} {Path}";
}
