using Amity.Core.Http;
using Amity.Core.Json;

namespace Amity.Core.Paging;

/// <summary>Makes a list of an operation whose response is a page of it.</summary>
internal static class PagedOperation
{
    /// <summary>A list in pages; nothing is sent before it is enumerated.</summary>
    /// <param name="transport">Sends the requests.</param>
    /// <param name="request">The request of the first page.</param>
    /// <param name="read">Reads a page.</param>
    /// <param name="entities">What a page holds.</param>
    /// <param name="next">The token of the page after a page.</param>
    /// <param name="tokenName">The name of a page's token in the query.</param>
    /// <param name="start">The token to start at; null for the first page.</param>
    /// <param name="cancellationToken">Ends every enumeration of it.</param>
    /// <exception cref="ArgumentException">The arguments cannot be sent.</exception>
    internal static AsyncPages<T> Enumerate<TResponse, T>(
        this AmityTransport transport,
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
        transport.AddressOf(request.WithToken(tokenName, start));
        return new AsyncPages<T>(FetchAsync, transport.Options, request.Operation, start, cancellationToken);

        Task<Page<T>> FetchAsync(string? token, CancellationToken cancellation)
        {
            var page = request.WithToken(tokenName, token);
            return token?.Length > AmityRequest.LongestQuery && transport.FindAddress(page) is null
                ? throw AmityPagingException.TooLong(request.Operation, token)
                : transport.SendAsync(new PageCall<TResponse, T>(page, read, entities, next), cancellation);
        }
    }
}

/// <summary>A call whose result is a page of a list.</summary>
internal sealed class PageCall<TResponse, T>(
    AmityRequest request, ResponseReader.Item<TResponse?> read, Func<TResponse, IReadOnlyList<T>> entities, Func<TResponse, string?> next)
    : ModelCall<TResponse, Page<T>>(request, read)
    where TResponse : AmityModel
    where T : AmityModel
{
    private protected override Page<T> ResultOf(TResponse response) => new(WithoutNulls(entities(response)), next(response), response);
}
