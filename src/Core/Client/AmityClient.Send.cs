using Amity.Core.Arguments;
using Amity.Core.Http;
using Amity.Core.Json;
using Amity.Core.Retries;

namespace Amity;

// Requests for what the library has no method for.
public partial class AmityClient
{
    /// <summary>What messages and telemetry call a request of the caller's own.</summary>
    private const string SendOperation = "send";

    // The closed set keeps CONNECT and TRACE out, whose responses can show the credential, and the values of a metric's tag few.
    private static readonly Dictionary<HttpMethod, Repeat> Methods = new()
    {
        [HttpMethod.Get] = Repeat.Safe,
        [HttpMethod.Head] = Repeat.Safe,
        [HttpMethod.Put] = Repeat.Safe,
        [HttpMethod.Delete] = Repeat.Safe,
        [HttpMethod.Post] = Repeat.UnlessSent,
        [AmityRequest.Patch] = Repeat.UnlessSent,
    };

    /// <summary>
    /// Sends a request that the library has no method for, with the client's credential, rate limit, timeouts and telemetry, and gives
    /// the response once its whole body is in memory, up to <see cref="AmityClientOptions.MaxResponseBytes"/>.
    /// </summary>
    /// <param name="method">
    /// GET, HEAD, PUT or DELETE, which are sent again after a failure as harmless to repeat, or POST or PATCH, which are only when the
    /// service surely did not act on the request.
    /// </param>
    /// <param name="path">
    /// The path below the base address and the query, such as <c>/api/v3/rooms?limit=10</c>: values in it are already escaped, as by
    /// <see cref="Uri.EscapeDataString(string)"/>.
    /// </param>
    /// <param name="body">
    /// What is sent as JSON: a request or model of the library, text, number, boolean, instant, dictionary, list, <c>JsonElement</c>,
    /// <c>JsonNode</c> or <c>JToken</c>; a request with an <see cref="AmityUpload"/> is sent as a form. Null for no body, as GET and HEAD
    /// have none.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The response of a status below 400; a redirect is not followed.</returns>
    /// <exception cref="ArgumentException">The method or the body cannot be sent, or the path may lead away from the base address.</exception>
    /// <exception cref="AmityApiException">The service rejected the request: a status of 400 or above.</exception>
    /// <exception cref="AmityTransportException">There is no usable response.</exception>
    public virtual Task<AmityResponse> SendAsync(
        HttpMethod method, string path, object? body = null, CancellationToken cancellationToken = default)
    {
        var transport = Connected();
        Guard.Required(method, nameof(method));
        if (!Methods.TryGetValue(method, out var repeat))
        {
            throw new ArgumentException("method is none of GET, HEAD, POST, PUT, PATCH and DELETE.", nameof(method));
        }

        Guard.Required(path, nameof(path));
        if (FaultOf(path) is { } fault)
        {
            throw new ArgumentException($"path {fault}; it is relative to the base address, such as /api/v3/rooms?limit=10.", nameof(path));
        }

        var request = AmityRequest.To(path, method, SendOperation, repeat);
        if (!transport.IsBelowBase(transport.AddressOf(request)))
        {
            throw new ArgumentException("path leads away from the base address.", nameof(path));
        }

        if (body is not null && request.IsRead)
        {
            throw new ArgumentException($"body is given, but a {method} has none.", nameof(body));
        }

        try
        {
            WriteBody(request, body);
        }
        catch (ArgumentException exception) when (exception.ParamName is null)
        {
            throw new ArgumentException($"body cannot be sent: {exception.Message}", nameof(body), exception);
        }

        return transport.SendAsync(new RawCall(request), cancellationToken);
    }

    /// <summary>Sends a request without a body that the library has no method for.</summary>
    /// <inheritdoc cref="SendAsync(HttpMethod, string, object, CancellationToken)" />
    public virtual Task<AmityResponse> SendAsync(HttpMethod method, string path, CancellationToken cancellationToken) =>
        SendAsync(method, path, body: null, cancellationToken);

    private static void WriteBody(AmityRequest request, object? body)
    {
        if (body is not AmityModel model)
        {
            request.Json(body);
            return;
        }

        AmityModel.Check(model, nameof(body));
        if (new MultipartWriter(model).HasUploads)
        {
            request.Multipart(model);
        }
        else
        {
            request.Json(model);
        }
    }

    private static string? FaultOf(string path)
    {
        if (path.Length == 0 || path[0] != '/')
        {
            return "does not begin with a slash";
        }

        if (path.StartsWith("//", StringComparison.Ordinal))
        {
            return "begins with two slashes, which a URL takes for a host";
        }

        // .NET trims white space off before it looks for folders, so that none may be there to trim.
        foreach (var letter in path.Where(letter => letter is <= ' ' or > '~' or '#' or '\\'))
        {
            return $"has the character U+{(int)letter:X4}, which has to be escaped";
        }

        return path.Split('?')[0].Split('/').Any(IsFolder) ? "has a segment . or .., which a URL takes for a folder" : null;
    }

    // Also as %2e%2e, which .NET takes for the same, as ..%2f, which servers may, and as ..;a, which some take for a folder with a parameter.
    private static bool IsFolder(string segment) =>
        Uri.UnescapeDataString(segment).Split('/', '\\').Any(part => part.Split(';')[0] is "." or "..");
}
