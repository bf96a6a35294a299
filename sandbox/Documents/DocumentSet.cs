using System.Text.Json.Nodes;

namespace Amity.Sandbox.Documents;

/// <summary>The documents of one type, or those of them that one owner has, by id and in the order of creation.</summary>
internal sealed class DocumentSet(string type, IReadOnlyList<string> idFields)
{
    private readonly Dictionary<string, Document> _byId = new(StringComparer.Ordinal);
    private readonly SortedSet<Document> _inOrder = [];
    private long _lastNumber;

    public int Count => _inOrder.Count;

    /// <summary>Whether a document was ever put here.</summary>
    public bool WasUsed => _lastNumber > 0;

    public IEnumerable<Document> OldestFirst => _inOrder;

    /// <summary>The document with this id, or with this value in any other of its ids; deleted or not.</summary>
    public Document? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Adds a document, or replaces the fields of the one with this id.</summary>
    public Document Put(string id, JsonObject fields)
    {
        var known = Find(id);
        if (known is not null)
        {
            Forget(known);
        }

        var document = new Document(type, id, known?.Number ?? ++_lastNumber, fields);
        _inOrder.Add(document);
        foreach (var value in IdsOf(document))
        {
            _byId[value] = document;
        }

        return document;
    }

    public bool Remove(string id)
    {
        if (Find(id) is not { } document)
        {
            return false;
        }

        Forget(document);
        return true;
    }

    /// <summary>The documents after a place, which need not be taken, in one direction; from the end of it when null.</summary>
    public IEnumerable<Document> After(Document? place, bool ascending)
    {
        if (_inOrder.Count == 0)
        {
            return [];
        }

        var (first, last) = (_inOrder.Min!, _inOrder.Max!);
        var rest = (place, ascending) switch
        {
            (null, _) => _inOrder,
            (_, true) => place.CompareTo(last) > 0 ? [] : _inOrder.GetViewBetween(place, last),
            (_, false) => place.CompareTo(first) < 0 ? [] : _inOrder.GetViewBetween(first, place),
        };
        return (ascending ? rest : rest.Reverse()).Where(document => place is null || document.CompareTo(place) != 0);
    }

    private void Forget(Document document)
    {
        _inOrder.Remove(document);
        foreach (var value in IdsOf(document))
        {
            _byId.Remove(value);
        }
    }

    private IEnumerable<string> IdsOf(Document document) => idFields.Select(document.Text).OfType<string>().Append(document.Id).Distinct();
}
