using System.Globalization;
using System.Net;
using System.Text;

namespace Amity.Tests.Cli;

/// <summary>Answers every request with an empty list, dated in the past.</summary>
internal sealed class LateService : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _answering;

    public LateService(TimeSpan late)
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

        _answering = AnswerAsync(late);
    }

    public string Address { get; private set; } = string.Empty;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _answering;
        _listener.Close();
    }

    private async Task AnswerAsync(TimeSpan late)
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                context.Response.Headers["Date"] = (DateTimeOffset.UtcNow - late).ToString("r", CultureInfo.InvariantCulture);
                context.Response.Close(Encoding.UTF8.GetBytes("""{"rooms":[],"users":[],"files":[],"roomChildrens":[],"paging":{}}"""), willBlock: false);
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // Stopped.
        }
    }
}
