using Amity.Core.Json;

namespace Amity.Core.Http;

/// <summary>A call whose response is a JSON object.</summary>
internal abstract class ModelCall<TResponse, TResult>(AmityRequest request, ResponseReader.Item<TResponse?> read)
    : AmityCall<TResult>(request)
    where TResponse : AmityModel
{
    internal sealed override TResult Read(ReceivedResponse response, AmityClientOptions options, CancellationToken cancellationToken)
    {
        if (!response.IsSuccess)
        {
            ThrowUnlessDone(response);
            return Confirmed;
        }

        var model = AmityJson.Read(Request.Name, BodyOf(response), read, options, cancellationToken);
        return model.FailureReason() is { } reason
            ? throw new AmityApiException(Request.Name, response.StatusCode, reason)
            : ResultOf(model);
    }

    /// <summary>The result when a rejection says that an earlier attempt did it; asked for only where the spec has such rejections.</summary>
    private protected virtual TResult Confirmed => throw new NotSupportedException();

    private protected abstract TResult ResultOf(TResponse response);

    private protected T OnlyOf<T>(IReadOnlyList<T> entities)
        where T : AmityModel
    {
        var entity = entities.FirstOrDefault(entity => entity is not null);
        return entity is null ? throw Malformed($"the response has no {typeof(T).Name}")
            : entity.LacksId ? throw Malformed($"the {typeof(T).Name} of the response has no id")
            : entity;
    }
}

/// <summary>A call whose result is its response.</summary>
internal sealed class ResponseCall<T>(AmityRequest request, ResponseReader.Item<T?> read)
    : ModelCall<T, T>(request, read)
    where T : AmityModel
{
    private protected override T ResultOf(T response) => response;
}

/// <summary>A call whose result is the one entity that its response is about.</summary>
internal sealed class OneCall<TResponse, T>(
    AmityRequest request, ResponseReader.Item<TResponse?> read, Func<TResponse, IReadOnlyList<T>> entities)
    : ModelCall<TResponse, T>(request, read)
    where TResponse : AmityModel
    where T : AmityModel
{
    private protected override T ResultOf(TResponse response) => OnlyOf(entities(response));
}

/// <summary>The same; null when the response to a retry says that an earlier attempt did it, and does not show the entity.</summary>
internal sealed class OneOrNoneCall<TResponse, T>(
    AmityRequest request, ResponseReader.Item<TResponse?> read, Func<TResponse, IReadOnlyList<T>> entities)
    : ModelCall<TResponse, T?>(request, read)
    where TResponse : AmityModel
    where T : AmityModel
{
    private protected override T? Confirmed => null;

    private protected override T ResultOf(TResponse response) => OnlyOf(entities(response));
}

/// <summary>A call whose result is a list of its response.</summary>
internal sealed class AllCall<TResponse, T>(
    AmityRequest request, ResponseReader.Item<TResponse?> read, Func<TResponse, IReadOnlyList<T>> entities)
    : ModelCall<TResponse, IReadOnlyList<T>>(request, read)
    where TResponse : AmityModel
    where T : AmityModel
{
    private protected override IReadOnlyList<T> ResultOf(TResponse response) => WithoutNulls(entities(response));
}
