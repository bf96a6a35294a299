using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Extensions.Time.Testing;

namespace Amity.Tests.Unit;

/// <summary>One way in which an attempt can fail.</summary>
/// <param name="Name">Its name in the tests.</param>
/// <param name="Play">Plays it in place of the service.</param>
public sealed record Fault(string Name, Func<FakeTimeProvider, CancellationToken, Task<HttpResponseMessage>> Play)
{
    public static Fault Rejected { get; } = Throwing("rejected", () => Socket(SocketError.ConnectionRefused));

    public static Fault Dns { get; } = Throwing("dns", () => Socket(SocketError.HostNotFound));

    public static Fault Tls { get; } = Throwing("tls", () => new HttpRequestException("tls", new AuthenticationException("not trusted")));

    public static Fault Reset { get; } = Throwing("reset", () => new HttpRequestException("reset", new IOException("reset", new SocketException((int)SocketError.ConnectionReset))));

    /// <summary>The service takes the request and says nothing until the attempt's time is over.</summary>
    public static Fault AttemptTimeout { get; } = new("timeout", async (time, cancellationToken) =>
    {
        time.Advance(FaultyClient.AttemptTimeout);
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        throw new InvalidOperationException("The attempt was not ended by its timeout.");
    });

    public static Fault Malformed { get; } = Responding("malformed 200", 200, "<html>Welcome</html>");

    public static Fault SaysFailure { get; } = Responding("success false", 200, """{"success":false,"ok":false}""");

    /// <summary>A rejection with the code that the service gives with its status.</summary>
    public static Fault Status(int status) => Responding(status.ToString(CultureInfo.InvariantCulture), status, $$"""{"status":"error","code":{{CodeOf(status)}},"message":"No."}""");

    public override string ToString() => Name;

    private static Fault Responding(string name, int status, string body) => new(name, (_, _) => Task.FromResult(ScriptedHandler.Json(status, body)));

    private static Fault Throwing(string name, Func<Exception> exception) => new(name, (_, _) => Task.FromException<HttpResponseMessage>(exception()));

    private static HttpRequestException Socket(SocketError error) => new("no connection", new SocketException((int)error));

    private static int CodeOf(int status) => status switch
    {
        401 => 400100,
        403 => 400300,
        404 => 400400,
        409 => 400409,
        429 => 400311,
        400 => 400000,
        _ => 500000,
    };
}
