using System.Text.Json.Nodes;
using NJsonSchema;
using NSwag;

namespace Amity.Tests.Contract.AnyProvider;

/// <summary>The ids and page tokens of a provider that a run has come across, and the requests that they make possible.</summary>
internal sealed class ProviderIds
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);

    public ProviderIds(string roomId) => _ids["roomId"] = roomId;

    /// <summary>Why an interaction cannot be asked of the provider yet; null when it can.</summary>
    public string? Missing(PactInteraction interaction)
    {
        if (interaction.PageBefore is { } before && !_tokens.ContainsKey(before))
        {
            return "missing token: no page before it had one";
        }

        return Needed(interaction).FirstOrDefault(name => !_ids.ContainsKey(name)) is { } name ? $"missing {name}: no list had one" : null;
    }

    /// <summary>The interaction with the provider's ids and tokens, without what may be left out of an example.</summary>
    public PactInteraction Apply(PactInteraction interaction)
    {
        var copy = interaction.Json.DeepClone().AsObject();
        var request = copy["request"]!;
        copy.Remove("providerStates");
        request.AsObject().Remove("generators");
        request["path"] = PathOf(interaction);
        request["query"] = QueryOf(interaction);
        return new PactInteraction(copy);
    }

    /// <summary>Keeps the first value of each id, and the token of the page after this one.</summary>
    public void Collect(PactInteraction interaction, JsonNode? response)
    {
        Collect(response, Spec.ResponseOf(interaction.OperationId));
        if (((response as JsonObject)?["paging"] as JsonObject)?["next"] is JsonValue next && next.TryGetValue(out string? token) && token.Length > 0)
        {
            _tokens[interaction.Target] = token;
        }
    }

    private static IEnumerable<OpenApiParameter> Parameters(PactInteraction interaction, OpenApiParameterKind kind) =>
        Spec.Operations[interaction.OperationId].Operation.Parameters.Where(parameter => parameter.Kind == kind);

    private static IEnumerable<string> Needed(PactInteraction interaction) => Segments(interaction)
        .Where(segment => segment.Parameter is not null && IsId(segment.Parameter) && segment.Value != PactValues.Unknown)
        .Select(segment => NameOf(segment.Parameter!))
        .Concat(Parameters(interaction, OpenApiParameterKind.Query).Where(parameter => parameter.IsRequired && IsId(parameter)).Select(NameOf));

    private static IEnumerable<(string Value, OpenApiParameter? Parameter)> Segments(PactInteraction interaction)
    {
        var parameters = Parameters(interaction, OpenApiParameterKind.Path).ToDictionary(parameter => $"{{{parameter.Name}}}");
        return interaction.Path.Split('/').Zip(
            Spec.Operations[interaction.OperationId].Path.Split('/'),
            (value, template) => (value, parameters.GetValueOrDefault(template)));
    }

    private static bool IsId(OpenApiParameter parameter) =>
        parameter.ActualSchema.Format == "id" || parameter.ActualSchema.Item?.ActualSchema.Format == "id";

    // userIds[] is a list of what userId is one of.
    private static string NameOf(OpenApiParameter parameter) =>
        parameter.ActualSchema.Item is null ? parameter.Name : parameter.Name.TrimEnd('[', ']').TrimEnd('s');

    private string PathOf(PactInteraction interaction) => string.Join('/', Segments(interaction).Select(segment =>
        segment.Parameter is not null && IsId(segment.Parameter) && segment.Value != PactValues.Unknown
            ? Uri.EscapeDataString(_ids[NameOf(segment.Parameter)])
            : segment.Value));

    // What may be left out of an example names what only the example has.
    private JsonObject QueryOf(PactInteraction interaction)
    {
        var query = (interaction.Json["request"]!["query"]?.DeepClone() ?? new JsonObject()).AsObject();
        if (interaction.PageBefore is { } before)
        {
            query[query.Single(pair => (string)pair.Value![0]! == PactValues.PageToken).Key] = new JsonArray(_tokens[before]);
        }

        if (interaction.IsExample)
        {
            var required = Parameters(interaction, OpenApiParameterKind.Query).Where(parameter => parameter.IsRequired).ToList();
            query = new JsonObject(query.Where(pair => required.Exists(parameter => parameter.Name == pair.Key.Split('[')[0] || parameter.Name == pair.Key))
                .Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
            foreach (var parameter in required.Where(IsId))
            {
                query[parameter.Name] = new JsonArray(_ids[NameOf(parameter)]);
            }
        }

        return query;
    }

    private void Collect(JsonNode? node, JsonSchema? schema)
    {
        switch (node)
        {
            case JsonArray items:
                foreach (var item in items)
                {
                    Collect(item, schema?.Item?.ActualSchema);
                }

                break;
            case JsonObject fields:
                if (schema?.ExtensionData?.TryGetValue("x-ids", out var ids) == true)
                {
                    var names = ((IEnumerable<object>)ids!).Cast<string>().ToList();
                    Keep(names[0], names.Select(name => fields[name]).FirstOrDefault(value => value is not null));
                }

                foreach (var (name, value) in fields)
                {
                    Keep(name, value);
                    Collect(value, schema?.ActualProperties.TryGetValue(name, out var field) == true ? field.ActualSchema : null);
                }

                break;
        }
    }

    private void Keep(string name, JsonNode? value)
    {
        if (value is JsonValue text && text.TryGetValue(out string? id) && id.Length > 0)
        {
            _ids.TryAdd(name, id);
        }
    }
}
