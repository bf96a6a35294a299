using System.Net;
using System.Text;

namespace Amity.Tests.Cli;

/// <summary>A service on loopback that responds as a test says.</summary>
internal sealed class LocalService : IAsyncDisposable
{
    /// <summary>A page without rooms.</summary>
    public const string NoRooms = """{"rooms":[],"users":[],"files":[],"roomChildrens":[],"paging":{}}""";

    private readonly HttpListener _listener = new();
    private readonly Task _responding;

    /// <summary>Starts it.</summary>
    /// <param name="respond">Sets the head of a response and gives its body; it is handed the number of the request, from 1.</param>
    public LocalService(Func<HttpListenerResponse, int, string> respond)
    {
        // A free port is only sure once it is bound, so others are tried.
        for (var port = 20000 + Random.Shared.Next(20000); !_listener.IsListening; port++)
        {
            try
            {
                _listener.Prefixes.Clear();
                _listener.Prefixes.Add(Address = $"http://127.0.0.1:{port}/");
                _listener.Start();
            }
            catch (HttpListenerException)
            {
                // Taken: the next one.
            }
        }

        _responding = RespondAsync(respond);
    }

    public string Address { get; private set; } = string.Empty;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _responding;
        _listener.Close();
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
