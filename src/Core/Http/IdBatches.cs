using Amity.Core.Json;

namespace Amity.Core.Http;

/// <summary>Ids in a query, cut into the batches of single requests: an id may take ten times its length in an address.</summary>
/// <param name="name">The parameter's name in the query.</param>
/// <param name="ids">The ids, at least one.</param>
/// <param name="count">Most ids of one request.</param>
/// <param name="argument">The argument's name in messages.</param>
internal sealed class IdBatches(string name, IReadOnlyList<string> ids, int count, string argument)
{
    /// <summary>Sends one request for each batch, and makes one response of theirs.</summary>
    internal Task<T> SendAsync<T>(
        AmityTransport transport, Func<IReadOnlyList<string>, AmityRequest> request, ResponseReader.Item<T?> read, CancellationToken cancellationToken)
        where T : AmityModel
    {
        var batches = Cut(request([]).QueryLength);
        return SendAllAsync();

        async Task<T> SendAllAsync()
        {
            var whole = await transport.SendAsync(new ResponseCall<T>(request(batches[0]), read), cancellationToken).ConfigureAwait(false);
            foreach (var batch in batches.Skip(1))
            {
                whole.Append(await transport.SendAsync(new ResponseCall<T>(request(batch), read), cancellationToken).ConfigureAwait(false));
            }

            // The entities of every batch came with those of the others.
            whole.OnRead();
            return whole;
        }
    }

    /// <summary>The same, for the entities that the responses are about.</summary>
    internal async Task<IReadOnlyList<T>> SendAsync<TResponse, T>(
        AmityTransport transport,
        Func<IReadOnlyList<string>, AmityRequest> request,
        ResponseReader.Item<TResponse?> read,
        Func<TResponse, IReadOnlyList<T>> entities,
        CancellationToken cancellationToken)
        where TResponse : AmityModel
        where T : AmityModel =>
        AmityCall.WithoutNulls(entities(await SendAsync(transport, request, read, cancellationToken).ConfigureAwait(false)));

    /// <summary>Cuts the ids, in their order.</summary>
    /// <param name="taken">How much of the query the other arguments take.</param>
    /// <exception cref="ArgumentException">One id alone is too long for an address.</exception>
    private List<List<string>> Cut(int taken)
    {
        var batches = new List<List<string>>();
        var length = 0;
        for (var i = 0; i < ids.Count; i++)
        {
            var added = LengthOf(ids[i]);
            if (taken + added > AmityRequest.LongestQuery)
            {
                throw AmityRequest.TooLong($"{argument}[{i}]", added, taken);
            }

            length += added;
            if (batches.Count == 0 || batches[batches.Count - 1].Count == count || taken + length > AmityRequest.LongestQuery)
            {
                batches.Add([]);
                length = added;
            }

            batches[batches.Count - 1].Add(ids[i]);
        }

        return batches;
    }

    // .NET Framework does not escape what is far too long in any case.
    private int LengthOf(string id) => id.Length > AmityRequest.LongestQuery ? id.Length : Uri.EscapeDataString(name).Length + Uri.EscapeDataString(id).Length + 2;
}
