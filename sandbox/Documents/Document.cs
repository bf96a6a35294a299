using System.Text.Json.Nodes;

namespace Amity.Sandbox.Documents;

/// <summary>One entity as it stands in responses.</summary>
internal sealed class Document(string type, string id, long number, JsonObject fields) : IComparable<Document>
{
    public string Type => type;

    /// <summary>The id that calls take.</summary>
    public string Id => id;

    /// <summary>Rises with each document, and so decides between those of one instant.</summary>
    public long Number => number;

    public JsonObject Fields => fields;

    /// <summary>Deleted softly: it reads as unknown, but lists may still show it.</summary>
    public bool IsDeleted => Fields["isDeleted"]?.GetValue<bool>() == true;

    /// <summary>When it was created, in the service's format, which sorts as time does; empty when nothing says so.</summary>
    public string CreatedAt { get; } = (string?)fields["createdAt"] ?? "";

    public string? Text(string field) => Fields[field] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public int CompareTo(Document? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byTime = string.CompareOrdinal(CreatedAt, other.CreatedAt);
        return byTime != 0 ? byTime : Number.CompareTo(other.Number);
    }
}
