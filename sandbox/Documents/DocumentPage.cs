using System.Globalization;

namespace Amity.Sandbox.Documents;

/// <summary>One page of a list, with the tokens of the pages around it.</summary>
internal sealed record DocumentPage(IReadOnlyList<Document> Documents, string? Next, string? Previous)
{
    private const char Forward = '+';
    private const char Backward = '-';

    /// <summary>Cuts a page out of a list; null when the token is not one of this list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="tokens">What reads and makes the tokens.</param>
    /// <param name="size">How many documents a page holds; the sandbox's own default when null.</param>
    /// <param name="token">The token of the page; null for the first one.</param>
    public static DocumentPage? Read(DocumentList list, PageTokens tokens, int? size, string? token)
    {
        var (direction, start) = (Forward, default(DocumentPlace?));
        if (token is not null)
        {
            if (tokens.Read(list.Key, token) is not { } position)
            {
                return null;
            }

            (direction, start) = (position[0], Parse(position));
        }

        List<Document> page = [.. Beyond(start, direction).Take(PageSize.Of(size))];
        if (direction == Backward)
        {
            page.Reverse();
        }

        return page.Count == 0 ? new DocumentPage([], null, null) : new DocumentPage(page, TokenFrom(page[^1], Forward), TokenFrom(page[0], Backward));

        IEnumerable<Document> Beyond(DocumentPlace? place, char way) => list.Set.After(place, list.OldestFirst == (way == Forward)).Where(list.Matches);

        string? TokenFrom(Document document, char way) => Beyond(document.Place, way).Any()
            ? tokens.Issue(list.Key, string.Create(CultureInfo.InvariantCulture, $"{way}{document.Place.Ticks} {document.Place.Number}"))
            : null;
    }

    // The document that stood there may be gone by now.
    private static DocumentPlace Parse(string position)
    {
        var numbers = position[1..].Split(' ');
        return new DocumentPlace(long.Parse(numbers[0], CultureInfo.InvariantCulture), long.Parse(numbers[1], CultureInfo.InvariantCulture));
    }
}

/// <summary>Which documents a list shows, and in which order.</summary>
/// <param name="Set">The documents to choose from.</param>
/// <param name="Key">The list and its filters as text, so that a page token can be bound to them.</param>
/// <param name="Matches">Whether the list shows a document.</param>
/// <param name="OldestFirst">
/// The order; the service states none, and newest first is the sandbox's choice, with which an enumeration ends however fast others add.
/// </param>
internal sealed record DocumentList(DocumentSet Set, string Key, Func<Document, bool> Matches, bool OldestFirst = false);
