using Amity.Core.Json;

namespace Amity.Core.Http;

/// <summary>A call whose response is JSON, but no object of the spec: a list, a map, or a value without a schema.</summary>
internal sealed class ValueCall<T>(AmityRequest request, ResponseReader.Item<T?> read) : AmityCall<T>(request)
    where T : class
{
    internal override T Read(ReceivedResponse response, AmityClientOptions options, CancellationToken cancellationToken) => response.IsSuccess
        ? AmityJson.Read(Request.Name, BodyOf(response), read, options, cancellationToken)
        : throw response.Rejection(Request.Name);
}

/// <summary>A call whose response is one text, as it is or as a JSON string.</summary>
internal sealed class TextCall(AmityRequest request) : AmityCall<string>(request)
{
    internal override string Read(ReceivedResponse response, AmityClientOptions options, CancellationToken cancellationToken)
    {
        if (!response.IsSuccess)
        {
            throw response.Rejection(Request.Name);
        }

        var body = BodyOf(response);
        if (response.IsJson)
        {
            return AmityJson.Read(Request.Name, body, static (ref ResponseReader reader) => reader.Text(), options, cancellationToken);
        }

        return body.IsEmpty ? throw Malformed("the body is empty")
            : response.IsWebPage ? throw Malformed("the body is a web page")
            : Utf8Text.TryRead(Utf8Text.WithoutMark(body), out var text) ? text
            : throw Malformed("the body is not UTF-8");
    }
}

/// <summary>A call whose response is a redirect, whose target is given and not followed.</summary>
internal sealed class LocationCall(AmityRequest request) : AmityCall<Uri>(request)
{
    internal override Uri Read(ReceivedResponse response, AmityClientOptions options, CancellationToken cancellationToken)
    {
        if (response.StatusCode is not (301 or 302 or 303 or 307 or 308))
        {
            throw response.IsSuccess ? NoLocation(response, "the response names no location") : response.Rejection(Request.Name);
        }

        return response.Location is { } location && Uri.TryCreate(Address, location, out var target) && target.Scheme is "http" or "https"
            ? target
            : throw NoLocation(response, "the response names no location of scheme http or https");
    }

    private AmityApiException NoLocation(ReceivedResponse response, string reason) => new(Request.Name, response.StatusCode, reason);
}

/// <summary>A call whose response the caller reads.</summary>
internal sealed class RawCall(AmityRequest request) : AmityCall<AmityResponse>(request)
{
    internal override AmityResponse Read(ReceivedResponse response, AmityClientOptions options, CancellationToken cancellationToken) => response.StatusCode < 400
        ? new AmityResponse(response.StatusCode, response.Body.ToArray(), response.MediaType, response.Headers) { MaxJsonDepth = options.MaxJsonDepth }
        : throw response.Rejection(Request.Name);
}
