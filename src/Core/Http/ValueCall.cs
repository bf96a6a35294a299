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
