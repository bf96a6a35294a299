using System.Net;
using System.Net.Http.Headers;
using System.Text;

using Amity.DriftCheck.Contract;

using Newtonsoft.Json.Linq;

namespace Amity.DriftCheck.Observing;

/// <summary>Sends raw requests to the service and keeps what it answers.</summary>
internal sealed class Wire : IDisposable
{
    private const int LargestAnswer = 32 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly ApiContract _contract;
    private readonly Uri _service;
    private readonly string _token;
    private readonly List<Exchange> _exchanges = [];

    public Wire(Uri service, string token, ApiContract contract)
    {
        (_service, _token, _contract) = (service, token, contract);

        // Never to follow: the token would reach another host, and the redirect would not be seen.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All };
        _http = new HttpClient(handler) { Timeout = Patience, MaxResponseContentBufferSize = LargestAnswer };
    }

    /// <summary>Everything so far, in order.</summary>
    public IReadOnlyList<Exchange> Exchanges => _exchanges;

    public Task<Exchange> GetAsync(string target, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, target, null, Bearer(_token), cancellationToken);

    public Task<Exchange> GetAsAdminAsync(string target, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, target, null, headers => headers.Add("x-admin-token", _token), cancellationToken);

    public Task<Exchange> GetAsStrangerAsync(string target, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, target, null, Bearer("amity-drift-check-no-token"), cancellationToken);

    public Task<Exchange> SendAsync(HttpMethod method, string target, JObject? body, CancellationToken cancellationToken) =>
        SendAsync(method, target, body, Bearer(_token), cancellationToken);

    public void Dispose() => _http.Dispose();

    private static Action<HttpRequestHeaders> Bearer(string token) =>
        headers => headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

    private async Task<Exchange> SendAsync(
        HttpMethod method,
        string target,
        JObject? body,
        Action<HttpRequestHeaders> authorize,
        CancellationToken cancellationToken)
    {
        var address = new Uri(_service, target);
        var operation = _contract.Find(method.Method, address.AbsolutePath)
            ?? throw new CannotCheckException("--room is no id that a path can hold.");
        using var request = new HttpRequestMessage(method, address);
        authorize(request.Headers);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToString(), Encoding.UTF8, "application/json");
        }

        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            var headers = response.Headers.Concat(response.Content.Headers)
                .SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value)));
            var exchange = new Exchange(operation.Id, address, (int)response.StatusCode, [.. headers], await response.Content.ReadAsStringAsync(cancellationToken));
            _exchanges.Add(exchange);
            return exchange;
        }
        catch (Exception exception) when (exception is HttpRequestException or InvalidOperationException or IOException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            var reason = exception is OperationCanceledException ? $"no answer within {Patience.TotalSeconds} seconds" : exception.Message;
            throw new CannotCheckException($"{_service.Authority} cannot be reached ({operation.Id}): {reason}");
        }
    }
}
