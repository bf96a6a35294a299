using System.Text.Json.Nodes;

namespace Amity.Sandbox.Documents;

/// <summary>One entity as it stands in responses.</summary>
internal sealed class Document(string type, string id, DocumentPlace place, JsonObject fields)
{
    public string Type => type;

    /// <summary>The id that calls take.</summary>
    public string Id => id;

    /// <summary>Where it stands among the others of its type.</summary>
    public DocumentPlace Place => place;

    public JsonObject Fields => fields;

    /// <summary>Deleted softly: it reads as unknown, but lists may still show it.</summary>
    public bool IsDeleted => fields["isDeleted"] is JsonValue value && value.TryGetValue(out bool isDeleted) && isDeleted;

    public string? Text(string field) => fields[field] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}

/// <summary>A place in the order of documents: by time where that counts, then in the order in which they were added.</summary>
internal readonly record struct DocumentPlace(long Ticks, long Number) : IComparable<DocumentPlace>
{
    public static readonly DocumentPlace First = new(long.MinValue, long.MinValue);
    public static readonly DocumentPlace Last = new(long.MaxValue, long.MaxValue);

    public int CompareTo(DocumentPlace other)
    {
        var byTime = Ticks.CompareTo(other.Ticks);
        return byTime != 0 ? byTime : Number.CompareTo(other.Number);
    }
}
