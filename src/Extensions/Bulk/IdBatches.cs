namespace Amity;

/// <summary>
/// Cuts a list of ids that stands in a query into the batches of single requests: an id may take ten times its length in an address, and no
/// server takes an address of any length.
/// </summary>
internal static class IdBatches
{
    /// <summary>Most characters that a list takes in a query: Kestrel, for one, takes 8,192 for the whole request line.</summary>
    internal const int QueryLength = 6000;

    /// <summary>Cuts ids, in their order.</summary>
    /// <param name="name">The parameter's name in the query.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="count">Most ids of one request.</param>
    /// <param name="argument">The argument's name in messages.</param>
    /// <exception cref="ArgumentException">One id alone is too long for an address.</exception>
    internal static IReadOnlyList<IReadOnlyList<string>> Of(string name, IReadOnlyList<string> ids, int count, string argument)
    {
        var batches = new List<List<string>>();
        var length = 0;
        for (var i = 0; i < ids.Count; i++)
        {
            var added = LengthOf(name, ids[i]);
            if (added > QueryLength)
            {
                throw TooLong($"{argument}[{i}]", added);
            }

            length += added;
            if (batches.Count == 0 || batches[batches.Count - 1].Count == count || length > QueryLength)
            {
                batches.Add([]);
                length = added;
            }

            batches[batches.Count - 1].Add(ids[i]);
        }

        return batches;
    }

    /// <summary>Rejects a list that is too long for one request.</summary>
    /// <exception cref="ArgumentException">It takes more than <see cref="QueryLength"/> characters.</exception>
    internal static void CheckLength(string name, IReadOnlyList<string>? values, string argument)
    {
        var length = values?.Sum(value => LengthOf(name, value)) ?? 0;
        if (length > QueryLength)
        {
            throw TooLong(argument, length);
        }
    }

    private static int LengthOf(string name, string value) => Uri.EscapeDataString(name).Length + Uri.EscapeDataString(value).Length + 2;

    private static ArgumentException TooLong(string argument, int length) =>
        new($"{argument} takes {length} characters in the address; the limit is {QueryLength}.", argument);
}
