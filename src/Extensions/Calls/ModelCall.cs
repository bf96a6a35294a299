namespace Amity;

/// <summary>A call whose response is a JSON object.</summary>
internal abstract class ModelCall<TResponse, TResult>(
    AmityRequest request, ResponseReader.Item<TResponse?> read, AmityClientOptions options, Action<AmityCall>? observer)
    : AmityCall<TResult>(request, observer)
    where TResponse : AmityModel
{
    internal sealed override TResult Read(ReceivedResponse response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccess)
        {
            ThrowUnlessDone(response);
            return Confirmed;
        }

        var model = AmityJson.Read(Request, BodyOf(response), read, options, cancellationToken);
        return model.FailureOf(Request, response.StatusCode) is { } failure ? throw failure : ResultOf(model);
    }

    /// <summary>The result when a rejection says that an earlier attempt did it; asked for only where the spec has such rejections.</summary>
    private protected virtual TResult Confirmed => throw new NotSupportedException();

    private protected abstract TResult ResultOf(TResponse response);
}

/// <summary>A call whose result is its response.</summary>
internal sealed class ResponseCall<T>(AmityRequest request, ResponseReader.Item<T?> read, AmityClientOptions options, Action<AmityCall>? observer)
    : ModelCall<T, T>(request, read, options, observer)
    where T : AmityModel
{
    private protected override T ResultOf(T response) => response;
}

/// <summary>A call whose result is the one entity that its response is about; null when that is done without showing it.</summary>
internal sealed class OneCall<TResponse, T>(
    AmityRequest request,
    ResponseReader.Item<TResponse?> read,
    Func<TResponse, IReadOnlyList<T>> entities,
    AmityClientOptions options,
    Action<AmityCall>? observer)
    : ModelCall<TResponse, T?>(request, read, options, observer)
    where TResponse : AmityModel
    where T : AmityModel
{
    private protected override T? Confirmed => null;

    private protected override T ResultOf(TResponse response)
    {
        var entity = entities(response).FirstOrDefault(entity => entity is not null);
        return entity is null ? throw Malformed($"the response has no {typeof(T).Name}")
            : entity.LacksId ? throw Malformed($"the {typeof(T).Name} of the response has no id")
            : entity;
    }
}

/// <summary>A call whose result is a list of its response.</summary>
internal sealed class AllCall<TResponse, T>(
    AmityRequest request,
    ResponseReader.Item<TResponse?> read,
    Func<TResponse, IReadOnlyList<T>> entities,
    AmityClientOptions options,
    Action<AmityCall>? observer)
    : ModelCall<TResponse, IReadOnlyList<T>>(request, read, options, observer)
    where TResponse : AmityModel
    where T : AmityModel
{
    private protected override IReadOnlyList<T> ResultOf(TResponse response) => WithoutNulls(entities(response));
}

/// <summary>A call whose result is a page of a list.</summary>
internal sealed class PageCall<TResponse, T>(
    AmityRequest request,
    ResponseReader.Item<TResponse?> read,
    Func<TResponse, IReadOnlyList<T>> entities,
    Func<TResponse, string?> next,
    AmityClientOptions options,
    Action<AmityCall>? observer)
    : ModelCall<TResponse, Page<T>>(request, read, options, observer)
    where TResponse : AmityModel
    where T : AmityModel
{
    private protected override Page<T> ResultOf(TResponse response) => new(WithoutNulls(entities(response)), next(response), response);
}
