using System.Globalization;
using System.Text.Json.Nodes;

namespace Amity.Sandbox.Documents;

/// <summary>Documents of one type, by id and in order.</summary>
/// <param name="type">Their type.</param>
/// <param name="idFields">The fields by which others may refer to them.</param>
/// <param name="isByTime">Whether their order is that of their creation, and not that in which they were added.</param>
internal sealed class DocumentSet(string type, IReadOnlyList<string> idFields, bool isByTime)
{
    private readonly Dictionary<string, Document> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Document> _byOtherId = new(StringComparer.Ordinal);
    private readonly SortedSet<Document> _inOrder = new(Comparer<Document>.Create((one, other) => one.Place.CompareTo(other.Place)));
    private readonly Dictionary<string, Dictionary<string, List<Document>>> _byField = new(StringComparer.Ordinal);
    private long _lastNumber;

    public int Count => _byId.Count;

    /// <summary>Whether a document was ever put here.</summary>
    public bool WasUsed => _lastNumber > 0;

    public IEnumerable<Document> OldestFirst => _inOrder;

    /// <summary>The document with this id; deleted or not.</summary>
    public Document? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The document that has this value in any of the fields by which others refer to it.</summary>
    public Document? FindByAnyId(string id) => Find(id) ?? _byOtherId.GetValueOrDefault(id);

    /// <summary>The documents with this value in a field, which nobody changes once they are here.</summary>
    public IReadOnlyList<Document> FindByField(string field, string value)
    {
        if (!_byField.TryGetValue(field, out var index))
        {
            _byField[field] = index = new Dictionary<string, List<Document>>(StringComparer.Ordinal);
            foreach (var document in OldestFirst)
            {
                Index(index, field, document);
            }
        }

        return index.GetValueOrDefault(value) ?? [];
    }

    /// <summary>Adds a document, or replaces the one with this id, which keeps its place among those of its time.</summary>
    public Document Put(string id, JsonObject fields)
    {
        var number = Find(id)?.Place.Number ?? ++_lastNumber;
        Remove(id);
        var document = new Document(type, id, new DocumentPlace(isByTime ? TicksOf(fields) : 0, number), fields);
        _inOrder.Add(document);
        _byId.Add(id, document);
        foreach (var field in idFields)
        {
            if (document.Text(field) is { } other && other != id)
            {
                _byOtherId[other] = document;
            }
        }

        foreach (var (field, index) in _byField)
        {
            Index(index, field, document);
        }

        return document;
    }

    public bool Remove(string id)
    {
        if (!_byId.Remove(id, out var document))
        {
            return false;
        }

        _inOrder.Remove(document);
        foreach (var other in idFields.Select(document.Text).OfType<string>().Where(other => _byOtherId.GetValueOrDefault(other) == document))
        {
            _byOtherId.Remove(other);
        }

        foreach (var (field, index) in _byField)
        {
            if (document.Text(field) is { } value && index.TryGetValue(value, out var documents))
            {
                documents.Remove(document);
            }
        }

        return true;
    }

    /// <summary>The documents after a place, which need not be taken, in one direction; from the end of it when null.</summary>
    public IEnumerable<Document> After(DocumentPlace? place, bool ascending)
    {
        var (start, end) = ascending ? (place ?? DocumentPlace.First, DocumentPlace.Last) : (DocumentPlace.First, place ?? DocumentPlace.Last);
        var rest = _inOrder.GetViewBetween(Probe(start), Probe(end));
        return (ascending ? rest : rest.Reverse()).Where(document => document.Place != place);
    }

    private Document Probe(DocumentPlace place) => new(type, "", place, []);

    private static void Index(Dictionary<string, List<Document>> index, string field, Document document)
    {
        if (document.Text(field) is { } value)
        {
            if (!index.TryGetValue(value, out var documents))
            {
                index[value] = documents = [];
            }

            documents.Add(document);
        }
    }

    private static long TicksOf(JsonObject fields) =>
        DateTimeOffset.TryParse((string?)fields["createdAt"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.UtcTicks : 0;
}
