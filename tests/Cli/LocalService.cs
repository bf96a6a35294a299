using System.Net;
using System.Text;

namespace Amity.Tests.Cli;

/// <summary>A service on loopback that responds as a test says.</summary>
internal sealed class LocalService : IAsyncDisposable
{
    /// <summary>A page without rooms.</summary>
    public const string NoRooms = """{"rooms":[],"users":[],"files":[],"roomChildrens":[],"paging":{}}""";

    private readonly HttpListener _listener;
    private readonly Task _responding;

    /// <summary>Starts it.</summary>
    /// <param name="respond">Sets the head of a response and gives its body; it is handed the number of the request, from 1.</param>
    public LocalService(Func<HttpListenerResponse, int, string> respond)
    {
        // A free port is only sure once it is bound, so others are tried.
        var port = 20000 + Random.Shared.Next(20000);
        while (!TryListen(Address = $"http://127.0.0.1:{port}/", out _listener))
        {
            port++;
        }

        _responding = RespondAsync(respond);
    }

    public string Address { get; }

    public async ValueTask DisposeAsync()
    {
        // Not stopped before: closing it would bind the port again, which another test may have by then.
        _listener.Close();
        await _responding;
    }

    // A listener that could not start is closed for good.
    private static bool TryListen(string address, out HttpListener listener)
    {
        listener = new HttpListener { Prefixes = { address } };
        try
        {
            listener.Start();
        }
        catch (HttpListenerException)
        {
            // Taken.
        }

        return listener.IsListening;
    }

    private async Task RespondAsync(Func<HttpListenerResponse, int, string> respond)
    {
        try
        {
            for (var number = 1; ; number++)
            {
                var context = await _listener.GetContextAsync();
                context.Response.ContentType = "application/json";
                var body = respond(context.Response, number);
                context.Response.Close(Encoding.UTF8.GetBytes(body), willBlock: false);
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // Stopped.
        }
    }
}
