using System.Text.Json;
using System.Text.Json.Nodes;
using Amity.Sandbox.Contract;

namespace Amity.Sandbox.Documents;

/// <summary>
/// A response that lists entities of several types: those that it is about, and by the joins of the contract those that they refer
/// to, each once. What is named stands in the first list of its type, what is only referred to in the last.
/// </summary>
/// <param name="response">The response's schema.</param>
/// <param name="store">Where the others are found.</param>
/// <param name="hiddenFields">The fields of a document that the caller may not see.</param>
internal sealed class Envelope(ContractSchema response, DocumentStore store, Func<Document, IReadOnlyCollection<string>> hiddenFields)
{
    private readonly List<(string Name, string Type, OrderedDictionary<string, Document> Documents)> _lists =
    [
        .. from property in response.Properties
           where property.Value.Items?.Entity is not null
           select (property.Key, property.Value.Items!.Name!, new OrderedDictionary<string, Document>(StringComparer.Ordinal)),
    ];

    /// <summary>Adds documents that the response is about.</summary>
    public Envelope Add(params IEnumerable<Document> documents)
    {
        foreach (var document in documents)
        {
            if (_lists.Find(list => list.Type == document.Type) is { Documents: { } list })
            {
                list.TryAdd(document.Id, document);
            }
        }

        return this;
    }

    /// <summary>Writes the lists, and the tokens of the pages around this one as far as the response has such.</summary>
    public void Write(Utf8JsonWriter writer, DocumentPage page)
    {
        var paging = new JsonObject();
        foreach (var (name, token) in new[] { ("next", page.Next), ("prev", page.Previous), ("previous", page.Previous) })
        {
            if (token is not null && response.Properties["paging"].Properties.ContainsKey(name))
            {
                paging[name] = token;
            }
        }

        Write(writer, new JsonObject { ["paging"] = paging });
    }

    /// <summary>Writes the lists and further fields.</summary>
    public void Write(Utf8JsonWriter writer, JsonObject further)
    {
        foreach (var document in _lists.SelectMany(list => list.Documents.Values).ToList())
        {
            Follow(document, isNamed: true);
        }

        writer.WriteStartObject();
        foreach (var (name, _, documents) in _lists)
        {
            writer.WriteStartArray(name);
            foreach (var document in documents.Values)
            {
                Write(writer, document);
            }

            writer.WriteEndArray();
        }

        foreach (var (name, value) in further)
        {
            writer.WritePropertyName(name);
            value!.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes one document as the caller may see it.</summary>
    public void Write(Utf8JsonWriter writer, Document document)
    {
        var hidden = hiddenFields(document);
        writer.WriteStartObject();
        foreach (var (name, value) in document.Fields)
        {
            if (value is not null && !hidden.Contains(name))
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    private void Follow(Document document, bool isNamed) =>
        Follow(document.Fields, store.SchemaOf(document.Type), document.Type, document.Id, isNamed);

    // Of the children of a room, say, the response has everything but their own children.
    private void Follow(JsonObject fields, ContractSchema schema, string type, string? id, bool isNamed)
    {
        foreach (var join in schema.Entity?.Joins ?? [])
        {
            // A type that the response has no list of cannot be shown, and so needs not be looked for.
            if (_lists.FindLast(list => list.Type == join.To) is { Documents: { } list } && (isNamed || join.To != type))
            {
                foreach (var found in store.FindReferred(fields, join, id).Where(found => !IsListed(found) && list.TryAdd(found.Id, found)))
                {
                    Follow(found, isNamed: false);
                }
            }
        }

        foreach (var (name, property) in schema.Properties.Where(property => (property.Value.Items ?? property.Value).Type == "object"))
        {
            foreach (var inner in DocumentStore.Entries(fields[name]).OfType<JsonObject>())
            {
                Follow(inner, property.Items ?? property, type, id: null, isNamed);
            }
        }
    }

    private bool IsListed(Document document) => _lists.Exists(list => list.Type == document.Type && list.Documents.ContainsKey(document.Id));
}
