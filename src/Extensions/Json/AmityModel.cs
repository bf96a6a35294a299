using Newtonsoft.Json;

namespace Amity;

/// <summary>What every request and response of the service has in common: fields that this version does not know are kept.</summary>
[JsonConverter(typeof(AmityModelConverter))]
public abstract partial class AmityModel
{
    [JsonExtensionData]
    private Dictionary<string, object?>? _additionalProperties;

    private protected AmityModel()
    {
    }

    /// <summary>
    /// Fields that the spec does not name, as plain values: string, long, double, <see cref="AmityNumber"/>, bool, null, dictionary or list.
    /// Those of a response are kept; those added to a request are sent with it.
    /// </summary>
    [JsonIgnore]
    public IDictionary<string, object?> AdditionalProperties => _additionalProperties ??= new(StringComparer.Ordinal);

    /// <summary>The same, and nothing for a model that has none.</summary>
    internal IReadOnlyCollection<KeyValuePair<string, object?>> Unnamed => _additionalProperties ?? [];

    /// <summary>Finishes a response once all its fields are read.</summary>
    internal virtual void OnRead()
    {
    }

    /// <summary>Makes plain values of what Newtonsoft.Json read into the additional properties.</summary>
    internal void MakePlain()
    {
        if (_additionalProperties is { } properties)
        {
            _additionalProperties = properties.ToDictionary(p => p.Key, p => FreeValueConverter.Plain(p.Value), StringComparer.Ordinal);
        }
    }

    /// <summary>Writes the fields of a request.</summary>
    internal virtual void Write(RequestWriter writer)
    {
        foreach (var field in Unnamed)
        {
            writer.Field(field.Key, field.Value);
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
            AdditionalProperties[field.Key] = (first, field.Value) is (List<object?> items, List<object?> more)
                ? items.Concat(more).ToList()
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
    internal virtual AmityApiException? FailureOf(AmityRequest request, int statusCode) => null;

    /// <summary>
    /// Whether a response is a page of a list: it has the list, or paging and nothing else in the list's place; and a next token that
    /// cannot be read would end the list early.
    /// </summary>
    private protected bool IsPage(string list, object? items, AmityModel? paging) =>
        (items is not null || (paging is not null && !Keeps(list))) && paging?.Keeps("next") != true;

    private bool Keeps(string field) => _additionalProperties?.ContainsKey(field) == true;

    /// <summary>Makes a request anew that is signed for each attempt; false for those that are sent as they are.</summary>
    internal virtual ValueTask<bool> RenewAsync(TimeProvider time, CancellationToken cancellationToken) => new(false);

    /// <summary>Rejects what the service would reject; <paramref name="argument"/> is the caller's name for this request.</summary>
    internal virtual void Validate(string argument)
    {
    }
}
