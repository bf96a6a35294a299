using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Amity.Tests.Support;

/// <summary>A socket on loopback that sends raw bytes, for what no HTTP server would send.</summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _requested = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<RawRequest> _received = new();
    private readonly Func<RawRequest, RawResponse> _respond;
    private readonly X509Certificate2? _certificate;
    private readonly Func<int, TimeSpan> _handshakeDelay;
    private readonly Task _running;
    private int _count;

    private RawServer(
        Func<RawRequest, RawResponse> respond, X509Certificate2? certificate = null, Func<int, TimeSpan>? handshakeDelay = null)
    {
        _respond = respond;
        _certificate = certificate;
        _handshakeDelay = handshakeDelay ?? (_ => TimeSpan.Zero);
        _listener.Start(backlog: 512);
        var scheme = certificate is null ? "http" : "https";
        Address = new Uri($"{scheme}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _running = RunAsync();
    }

    public Uri Address { get; }

    /// <summary>The requests in order of arrival.</summary>
    public IReadOnlyList<RawRequest> Received => [.. _received];

    /// <summary>The request lines in order, such as <c>GET /a HTTP/1.1</c>.</summary>
    public IReadOnlyList<string> RequestLines => [.. _received.Select(request => request.Line)];

    /// <summary>Request lines with their headers, in order.</summary>
    public IReadOnlyList<string> Heads => [.. _received.Select(request => request.Head)];

    /// <summary>How many requests were read to their end.</summary>
    public int Requests => _received.Count;

    /// <summary>Done once a request was read to its end.</summary>
    public Task Requested => _requested.Task;

    /// <summary>Gives the response and closes the connection.</summary>
    public static RawServer Responding(string response) => Responding(Encoding.UTF8.GetBytes(response));

    /// <summary>Gives the response, which need not be text, and closes the connection.</summary>
    public static RawServer Responding(byte[] response) => Responding(_ => new RawResponse(response, RawEnd.Close));

    /// <summary>Gives the response and then says nothing more, the connection left open.</summary>
    public static RawServer Stalling(string response) => Responding(_ => new RawResponse(Encoding.UTF8.GetBytes(response), RawEnd.Stall));

    /// <summary>Sends what the function makes of each request.</summary>
    public static RawServer Responding(Func<RawRequest, RawResponse> respond) => new(respond);

    /// <summary>The same over TLS, where each connection, counted from 1, waits before its handshake.</summary>
    public static RawServer OverTls(
        X509Certificate2 certificate, Func<int, TimeSpan> handshakeDelay, Func<RawRequest, RawResponse> respond) =>
        new(respond, certificate, handshakeDelay);

    /// <summary>A complete response with a JSON body.</summary>
    public static string Ok(string json) =>
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                connections.Add(ServeAsync(client, connections.Count + 1));
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped by DisposeAsync.
            _listener.Stop();
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client, int connection)
    {
        using (client)
        {
            try
            {
                await using var stream = await OpenAsync(client, connection);
                using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
                while (await ReadAsync(reader, connection) is { } request && await RespondAsync(client, stream, request))
                {
                }
            }
            catch (Exception exception) when (exception is IOException or AuthenticationException or OperationCanceledException)
            {
                // The client left, or DisposeAsync stopped the server.
            }
        }
    }

    private async Task<Stream> OpenAsync(TcpClient client, int connection)
    {
        client.NoDelay = true;
        if (_certificate is null)
        {
            return client.GetStream();
        }

        await Task.Delay(_handshakeDelay(connection), _stop.Token);
        var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
        return stream;
    }

    private async Task<RawRequest?> ReadAsync(StreamReader reader, int connection)
    {
        var head = new StringBuilder();
        string? line;
        while ((line = await reader.ReadLineAsync(_stop.Token)) is { Length: > 0 })
        {
            head.Append(line).Append("\r\n");
        }

        if (line is null)
        {
            return null;
        }

        // Read to its end, because a connection closed with something unread is reset, and the response may go with it.
        const string Length = "Content-Length: ";
        var header = head.ToString().Split("\r\n").FirstOrDefault(line => line.StartsWith(Length, StringComparison.OrdinalIgnoreCase));
        var body = string.Empty;
        if (int.TryParse(header?[Length.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
        {
            var bytes = new char[count];
            await reader.ReadBlockAsync(bytes, _stop.Token);
            body = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(bytes));
        }

        var arrival = TimeProvider.System.GetTimestamp();
        var request = new RawRequest(Interlocked.Increment(ref _count), connection, head.ToString(), body, arrival);
        _received.Enqueue(request);
        _requested.TrySetResult();
        return request;
    }

    /// <summary>Responds; false when the connection is over.</summary>
    private async Task<bool> RespondAsync(TcpClient client, Stream stream, RawRequest request)
    {
        var response = _respond(request);
        await stream.WriteAsync(response.Bytes, _stop.Token);
        await stream.FlushAsync(_stop.Token);
        switch (response.End)
        {
            case RawEnd.Stall:
                await Task.Delay(Timeout.InfiniteTimeSpan, _stop.Token);
                return false;
            case RawEnd.Reset:
                // Without a wait for what was sent, so that the peer gets a reset and no orderly end.
                client.Client.Close(timeout: 0);
                return false;
            default:
                return response.End == RawEnd.KeepOpen;
        }
    }
}
