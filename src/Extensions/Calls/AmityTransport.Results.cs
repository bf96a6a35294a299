namespace Amity;

// What operations return of their responses: an entity, several, pages of them, or nothing.
internal sealed partial class AmityTransport
{
    /// <summary>What a member of a client throws that was made without connections.</summary>
    internal static InvalidOperationException NotConnected(string client, string member) => new(
        $"{client}.{member} was called on a client without connections, as fakes are: override {member}, or use a client of an {nameof(AmityClient)}.");

    /// <summary>Sends a request whose response is JSON, and gives the one entity that it is about.</summary>
    internal Task<T> SendForOneAsync<TResponse, T>(
        AmityRequest request, ResponseReader.Item<TResponse?> read, Func<TResponse, IReadOnlyList<T>> entities, CancellationToken cancellationToken)
        where TResponse : AmityModel
        where T : AmityModel => SendForOneOrNoneAsync(request, read, entities, cancellationToken)!;

    /// <summary>The same; null when the response to a retry says that an earlier attempt did it, and does not show the entity.</summary>
    internal Task<T?> SendForOneOrNoneAsync<TResponse, T>(
        AmityRequest request, ResponseReader.Item<TResponse?> read, Func<TResponse, IReadOnlyList<T>> entities, CancellationToken cancellationToken)
        where TResponse : AmityModel
        where T : AmityModel =>
        RunAsync(new OneCall<TResponse, T>(request, read, entities, _options, _observer), request.Address(_prefix), cancellationToken);

    /// <summary>Sends a request whose response is JSON, and gives the entities that it is about.</summary>
    internal Task<IReadOnlyList<T>> SendForAllAsync<TResponse, T>(
        AmityRequest request, ResponseReader.Item<TResponse?> read, Func<TResponse, IReadOnlyList<T>> entities, CancellationToken cancellationToken)
        where TResponse : AmityModel
        where T : AmityModel =>
        RunAsync(new AllCall<TResponse, T>(request, read, entities, _options, _observer), request.Address(_prefix), cancellationToken);

    /// <summary>Sends a request whose response has a field that says whether it succeeded.</summary>
    internal Task ConfirmAsync(AmityRequest request, string field, CancellationToken cancellationToken) =>
        RunAsync(new ConfirmationCall(request, field, _options, _observer), request.Address(_prefix), cancellationToken);

    /// <summary>A list in pages; nothing is sent before it is enumerated.</summary>
    /// <param name="request">The request of the first page.</param>
    /// <param name="read">Reads a page.</param>
    /// <param name="entities">What a page holds.</param>
    /// <param name="next">The token of the page after a page.</param>
    /// <param name="tokenName">The name of a page's token in the query.</param>
    /// <param name="start">The token to start at; null for the first page.</param>
    /// <param name="cancellationToken">Ends every enumeration of it.</param>
    internal AsyncPages<T> Enumerate<TResponse, T>(
        AmityRequest request,
        ResponseReader.Item<TResponse?> read,
        Func<TResponse, IReadOnlyList<T>> entities,
        Func<TResponse, string?> next,
        string tokenName,
        string? start,
        CancellationToken cancellationToken)
        where TResponse : AmityModel
        where T : AmityModel
    {
        // Arguments that cannot be sent are the caller's mistake, and not that of a page.
        request.WithToken(tokenName, start).Address(_prefix);
        return new AsyncPages<T>(FetchAsync, _options, request.Operation, start, cancellationToken);

        Task<Page<T>> FetchAsync(string? token, CancellationToken cancellation)
        {
            var page = request.WithToken(tokenName, token);
            return RunAsync(new PageCall<TResponse, T>(page, read, entities, next, _options, _observer), page.Address(_prefix), cancellation);
        }
    }

    /// <summary>Sends one request for each batch of ids, and makes one response of theirs.</summary>
    internal Task<T> SendInBatchesAsync<T>(
        IdBatches ids, Func<IReadOnlyList<string>, AmityRequest> request, ResponseReader.Item<T?> read, CancellationToken cancellationToken)
        where T : AmityModel
    {
        var batches = ids.Cut(request([]).QueryLength);
        return SendAllAsync();

        async Task<T> SendAllAsync()
        {
            var whole = await SendAsync(request(batches[0]), read, cancellationToken).ConfigureAwait(false);
            foreach (var batch in batches.Skip(1))
            {
                whole.Append(await SendAsync(request(batch), read, cancellationToken).ConfigureAwait(false));
            }

            // The entities of every batch came with those of the others.
            whole.OnRead();
            return whole;
        }
    }

    /// <summary>The same, for the entities that the responses are about.</summary>
    internal async Task<IReadOnlyList<T>> SendInBatchesAsync<TResponse, T>(
        IdBatches ids,
        Func<IReadOnlyList<string>, AmityRequest> request,
        ResponseReader.Item<TResponse?> read,
        Func<TResponse, IReadOnlyList<T>> entities,
        CancellationToken cancellationToken)
        where TResponse : AmityModel
        where T : AmityModel
    {
        var whole = await SendInBatchesAsync(ids, request, read, cancellationToken).ConfigureAwait(false);
        return AmityCall.WithoutNulls(entities(whole));
    }
}
