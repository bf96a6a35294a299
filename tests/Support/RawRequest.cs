namespace Amity.Tests.Support;

/// <summary>One request as a <see cref="RawServer"/> read it.</summary>
/// <param name="Number">Its place among all requests, from 1.</param>
/// <param name="Connection">The place of its connection among all connections, from 1.</param>
/// <param name="Head">The request line and the headers.</param>
/// <param name="Body">The body; empty without one.</param>
/// <param name="Arrival">When it had been read, as a timestamp of the system's clock.</param>
public sealed record RawRequest(int Number, int Connection, string Head, string Body, long Arrival)
{
    /// <summary>Such as <c>GET /a HTTP/1.1</c>.</summary>
    public string Line => Head.Split("\r\n")[0];

    /// <summary>Path and query, escaped as they were.</summary>
    public string Target => Line.Split(' ')[1];
}
