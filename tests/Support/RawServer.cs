using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Amity.Tests.Support;

/// <summary>A socket on loopback that gives the same raw answer to every connection, for what no HTTP server would send.</summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _heads = new();
    private readonly byte[] _answer;
    private readonly bool _keepOpen;
    private readonly Task _running;

    private RawServer(byte[] answer, bool keepOpen)
    {
        _answer = answer;
        _keepOpen = keepOpen;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _running = RunAsync();
    }

    public Uri Address { get; }

    /// <summary>The request lines in order, such as <c>GET /a HTTP/1.1</c>.</summary>
    public IReadOnlyList<string> RequestLines => [.. _heads.Select(head => head.Split("\r\n")[0])];

    /// <summary>Request lines with their headers, in order.</summary>
    public IReadOnlyList<string> Heads => [.. _heads];

    /// <summary>How many connections asked for something.</summary>
    public int Requests => _heads.Count;

    /// <summary>Gives the answer and closes the connection.</summary>
    public static RawServer Answering(string answer) => Answering(Encoding.UTF8.GetBytes(answer));

    /// <summary>Gives the answer, which need not be text, and closes the connection.</summary>
    public static RawServer Answering(byte[] answer) => new(answer, keepOpen: false);

    /// <summary>Gives the answer and then says nothing more, the connection left open.</summary>
    public static RawServer Stalling(string answer) => new(Encoding.UTF8.GetBytes(answer), keepOpen: true);

    /// <summary>A complete answer with a JSON body.</summary>
    public static string Ok(string json) =>
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\nConnection: close\r\n\r\n{json}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception exception) when (_stop.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            // Stopped by DisposeAsync.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var head = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line)
        {
            head.Append(line).Append("\r\n");
        }

        // A connection closed with something unread is reset, and the answer may go with it.
        const string Length = "Content-Length: ";
        var value = head.ToString().Split("\r\n").FirstOrDefault(line => line.StartsWith(Length, StringComparison.OrdinalIgnoreCase))?[Length.Length..];
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
        {
            await reader.ReadBlockAsync(new char[count], _stop.Token);
        }

        _heads.Enqueue(head.ToString());
        await stream.WriteAsync(_answer, _stop.Token);
        if (_keepOpen)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _stop.Token);
        }
    }
}
