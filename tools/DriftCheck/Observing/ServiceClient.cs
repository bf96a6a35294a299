using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Amity.DriftCheck.Contract;
using Newtonsoft.Json.Linq;

namespace Amity.DriftCheck.Observing;

/// <summary>
/// Sends raw requests to the service and keeps what it responds. A status that is about the token, or how often it was used, ends the
/// check by a <see cref="CannotCheckException"/>, as it says nothing about the contract.
/// </summary>
internal sealed class ServiceClient : IDisposable
{
    private const int LargestResponse = 32 * 1024 * 1024;

    // A shorter token could be a part of anything, such as a field's name.
    private const int ShortestSecret = 8;

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly DocumentedApi _contract;
    private readonly ServiceAddress _service;
    private readonly string _token;
    private readonly List<Exchange> _exchanges = [];

    public ServiceClient(ServiceAddress service, string token, DocumentedApi contract)
    {
        (_service, _token, _contract) = (service, token, contract);
        var handler = new SocketsHttpHandler
        {
            // Never to follow: the token would reach another host, and the redirect would not be seen.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,

            // Plain http is for this machine only; by a proxy it would leave it.
            UseProxy = !service.IsLoopback,
        };
        _http = new HttpClient(handler) { Timeout = RequestTimeout, MaxResponseContentBufferSize = LargestResponse };
    }

    /// <summary>Everything so far, in order.</summary>
    public IReadOnlyList<Exchange> Exchanges => _exchanges;

    public Task<Exchange> GetAsync(string target, CancellationToken cancellationToken, Expectation? expected = null) =>
        SendAsync(
            HttpMethod.Get, target, null, Bearer(_token), expected, needsPermission: expected is not { Success: false }, cancellationToken);

    public Task<Exchange> GetAsAdminAsync(string target, CancellationToken cancellationToken) =>
        SendAsync(
            HttpMethod.Get, target, null, headers => headers.Add("x-admin-token", _token), null, needsPermission: false, cancellationToken);

    public Task<Exchange> GetWithUnknownTokenAsync(string target, CancellationToken cancellationToken, Expectation expected) =>
        SendAsync(HttpMethod.Get, target, null, Bearer("amity-drift-check-no-token"), expected, needsPermission: false, cancellationToken);

    public Task<Exchange> SendAsync(HttpMethod method, string target, JObject? body, CancellationToken cancellationToken) =>
        SendAsync(method, target, body, Bearer(_token), null, needsPermission: true, cancellationToken);

    /// <summary>Sends a request that the service may as well reject, for whatever reason.</summary>
    public Task<Exchange> TryAsync(HttpMethod method, string target, JObject? body, CancellationToken cancellationToken) =>
        SendAsync(method, target, body, Bearer(_token), null, needsPermission: false, cancellationToken);

    public void Dispose() => _http.Dispose();

    private static Action<HttpRequestHeaders> Bearer(string token) =>
        headers => headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

    private async Task<Exchange> SendAsync(
        HttpMethod method,
        string target,
        JObject? body,
        Action<HttpRequestHeaders> authorize,
        Expectation? expected,
        bool needsPermission,
        CancellationToken cancellationToken)
    {
        var exchange = await ExchangeAsync(method, target, body, authorize, expected, cancellationToken);
        var problem = (exchange.Status, needsPermission) switch
        {
            (429, _) => "The service has had too many requests with this token",
            (401, true) => "The token is rejected",
            (403, true) => "The token may not do what the check needs",
            _ => null,
        };
        return problem is null ? exchange : throw new CannotCheckException($"{problem} ({exchange.OperationId}: {exchange.Status}).");
    }

    private async Task<Exchange> ExchangeAsync(
        HttpMethod method,
        string target,
        JObject? body,
        Action<HttpRequestHeaders> authorize,
        Expectation? expected,
        CancellationToken cancellationToken)
    {
        var address = _service.AddressOf(target);
        var path = _service.PathOf(address)!;
        var operation = _contract.Find(method.Method, path)!;
        using var request = new HttpRequestMessage(method, address);
        authorize(request.Headers);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToString(), Encoding.UTF8, "application/json");
        }

        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            var responseBody = JsonBody.Read(await response.Content.ReadAsByteArrayAsync(cancellationToken), WithoutToken);
            var status = (int)response.StatusCode;
            var exchange = new Exchange(operation.Id, path, address, status, HeadersOf(response), responseBody, expected);
            _exchanges.Add(exchange);
            return exchange;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw CannotReach($"no response within {RequestTimeout.TotalSeconds} seconds");
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException or InvalidDataException or InvalidOperationException)
        {
            throw CannotReach(HttpFailure.Describe(exception));
        }

        CannotCheckException CannotReach(string reason) => new($"{_service.Authority} cannot be reached ({operation.Id}): {reason}.");
    }

    private List<KeyValuePair<string, string>> HeadersOf(HttpResponseMessage response) =>
    [
        .. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .SelectMany(header => header.Value.Select(value => KeyValuePair.Create(WithoutToken(header.Key), WithoutToken(value)))),
    ];

    // A service that sends the token back must not get it into a report or a sample.
    private string WithoutToken(string text) =>
        _token.Length < ShortestSecret ? text : text.Replace(_token, "***", StringComparison.OrdinalIgnoreCase);
}
