using System.Text.Json;
using System.Text.Json.Serialization;
using Amity.Core.Json;

namespace Amity;

/// <summary>What every request and response of the service has in common: fields that this version does not know are kept.</summary>
/// <remarks>System.Text.Json and Newtonsoft.Json read and write every model without settings or converters of the application's own.</remarks>
public abstract partial class AmityModel : IJsonOnDeserialized
{
    private IDictionary<string, object?>? _additionalProperties;

    private protected AmityModel()
    {
    }

    /// <summary>
    /// Fields that the spec does not name. Those of a response are kept, each as a <see cref="JsonElement"/> or null; those added to a request
    /// are sent with it: text, number, boolean, instant, dictionary, list, model, or JSON of System.Text.Json or Newtonsoft.Json.
    /// </summary>
    [JsonExtensionData]
    [Newtonsoft.Json.JsonIgnore]
    public IDictionary<string, object?> AdditionalProperties
    {
        get => _additionalProperties ??= new Dictionary<string, object?>(StringComparer.Ordinal);
        set => _additionalProperties = value;
    }

    /// <summary>The same, and nothing for a model that has none.</summary>
    internal IEnumerable<KeyValuePair<string, object?>> Unnamed => _additionalProperties ?? Enumerable.Empty<KeyValuePair<string, object?>>();

    /// <summary>The model's JSON in one line, with <c>***</c> in place of secrets such as a stream's key.</summary>
    /// <returns>The JSON; for a model that has no JSON, as it holds itself for one, why it has none.</returns>
    public override string ToString()
    {
        try
        {
            return RequestWriter.Print(this);
        }
        catch (Exception exception) when (exception is ArgumentException or JsonException or InvalidOperationException)
        {
            return $"{GetType().Name}: {exception.Message}";
        }
    }

    void IJsonOnDeserialized.OnDeserialized() => OnRead();

    /// <summary>Finishes a response once all its fields are read.</summary>
    internal virtual void OnRead()
    {
    }

    /// <summary>Writes the fields as JSON.</summary>
    internal virtual void Write(RequestWriter writer)
    {
        foreach (var field in Unnamed)
        {
            writer.Unnamed(field.Key, field.Value);
        }
    }

    /// <summary>Writes the fields of a request as the parts of a multipart body.</summary>
    internal virtual void WriteParts(MultipartWriter writer)
    {
        foreach (var field in Unnamed)
        {
            writer.Part(field.Key, field.Value);
        }
    }

    /// <summary>Adds the lists and maps of a further response to this one, and the fields that this one does not have.</summary>
    internal virtual void Append(AmityModel further)
    {
        foreach (var field in further.Unnamed)
        {
            AdditionalProperties.TryGetValue(field.Key, out var first);
            AdditionalProperties[field.Key] = (first, field.Value) is
                (JsonElement { ValueKind: JsonValueKind.Array } items, JsonElement { ValueKind: JsonValueKind.Array } more)
                    ? FreeValue.Read(RequestWriter.Write(items.EnumerateArray().Concat(more.EnumerateArray())))
                    : first ?? field.Value;
        }
    }

    private protected static IReadOnlyList<T>? Joined<T>(IReadOnlyList<T>? first, IReadOnlyList<T>? further) =>
        first is null ? further : further is null ? first : [.. first, .. further];

    private protected static IDictionary<string, T>? Joined<T>(IDictionary<string, T>? first, IDictionary<string, T>? further)
    {
        if (first is null || further is null)
        {
            return first ?? further;
        }

        foreach (var field in further)
        {
            first[field.Key] = field.Value;
        }

        return first;
    }

    /// <summary>Why a response with a 2xx status is a failed operation all the same; null when it is not.</summary>
    internal virtual string? FailureReason() => null;

    /// <summary>
    /// Whether a response is a page of a list: it has the list, or paging and nothing else in the list's place; and a next token that
    /// cannot be read would end the list early.
    /// </summary>
    private protected bool IsPage(string list, object? items, AmityModel? paging) =>
        (items is not null || (paging is not null && !Keeps(list))) && paging?.Keeps("next") != true;

    private bool Keeps(string field) => _additionalProperties?.ContainsKey(field) == true;

    /// <summary>Makes a request anew that is signed for each attempt; false for those that are sent as they are.</summary>
    internal virtual ValueTask<bool> RenewAsync(TimeProvider time, CancellationToken cancellationToken) => new(false);

    /// <summary>Rejects a request that is missing, or that the service would reject.</summary>
    internal static void Check(AmityModel? request, string argument)
    {
        if (request is null)
        {
            throw new ArgumentNullException(argument);
        }

        request.Validate(argument);
    }

    /// <summary>Rejects what the service would reject; <paramref name="argument"/> is the caller's name for this request.</summary>
    internal virtual void Validate(string argument)
    {
    }
}
