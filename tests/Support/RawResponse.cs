using System.Text;

namespace Amity.Tests.Support;

/// <summary>What a <see cref="RawServer"/> does with the connection after a response.</summary>
public enum RawEnd
{
    /// <summary>Reads the next request.</summary>
    KeepOpen,

    /// <summary>Closes it in an orderly way.</summary>
    Close,

    /// <summary>Resets it.</summary>
    Reset,

    /// <summary>Leaves it open and says nothing more.</summary>
    Stall,
}

/// <summary>What a <see cref="RawServer"/> sends for one request.</summary>
/// <param name="Bytes">Everything from the status line on.</param>
/// <param name="End">What becomes of the connection.</param>
public sealed record RawResponse(byte[] Bytes, RawEnd End)
{
    /// <summary>A response of text and bytes.</summary>
    /// <param name="head">The status line and the headers, one a line, without the empty line behind them.</param>
    /// <param name="body">The body as it is sent.</param>
    /// <param name="end">What becomes of the connection.</param>
    public static RawResponse Of(string head, byte[] body, RawEnd end = RawEnd.Close) =>
        new([.. Encoding.Latin1.GetBytes(head.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n\r\n"), .. body], end);

    /// <summary>A response with its length, after which the connection stays open.</summary>
    public static RawResponse Whole(string head, byte[] body) => Of($"{head}\nContent-Length: {body.Length}", body, RawEnd.KeepOpen);

    /// <summary>A complete response with a JSON body, after which the connection stays open.</summary>
    public static RawResponse Json(int status, string json, string? headers = null)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var further = headers is null ? null : $"\n{headers}";
        return Whole($"HTTP/1.1 {status} Status\nContent-Type: application/json{further}", body);
    }
}
