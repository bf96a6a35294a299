using Amity.Spec.Parts;

namespace Amity.Spec.Checks;

/// <summary>
/// Every keyword is one that the build understands, and has a value that it can read: what is misspelt would be ignored in silence.
/// </summary>
internal sealed class KeywordCheck(MergedSpec spec, SpecProblems problems)
{
    private static readonly Dictionary<string, string> Advice = new(StringComparer.Ordinal)
    {
        ["oneOf"] = "write one object with all known fields, or no type for any value",
        ["anyOf"] = "write one object with all known fields, or no type for any value",
        ["discriminator"] = "write one object with all known fields",
        ["not"] = "describe the limit in words",
        ["pattern"] = "describe it in words, and leave it to the service",
        ["multipleOf"] = "describe it in words, and leave it to the service",
        ["uniqueItems"] = "describe it in words, and leave it to the service",
        ["examples"] = "write one example",
        ["deprecated"] = "say it in the description",
        ["readOnly"] = "leave it out of what is sent",
        ["writeOnly"] = "leave it out of what is received",
        ["nullable"] = "leave it out, as every value of a response may be null",
        ["parameters"] = "write them with each operation of the path",
    };

    public void Run()
    {
        CheckDocument();
        foreach (var path in spec.Root.Map("paths")?.Entries ?? [])
        {
            Check(path.Value, path.Key, Keywords.Path);
        }

        foreach (var operation in spec.Operations)
        {
            CheckOperation(operation);
        }

        foreach (var component in spec.Components)
        {
            CheckComponent(component);
        }
    }

    private void CheckDocument()
    {
        Check(spec.Root, "The document", Keywords.Document);
        if (spec.Root.Map("info") is { } info)
        {
            Check(info, "info", Keywords.Info);
            if (info.Map("license") is { } license)
            {
                Check(license, "license", Keywords.License);
            }
        }

        if (spec.Root.Map("components") is { } components)
        {
            Check(components, "components", Keywords.Components);
        }

        foreach (var server in spec.Root.List("servers").OfType<SpecMap>())
        {
            Check(server, "servers", Keywords.Server);
        }

        foreach (var tag in spec.Root.List("tags").OfType<SpecMap>())
        {
            Check(tag, "tags", Keywords.Tag);
        }

        foreach (var code in spec.Root.List("x-error-codes").OfType<SpecMap>())
        {
            Check(code, "x-error-codes", Keywords.ErrorCode);
        }

        if (spec.Root.Map("x-rate-limit") is { } limit)
        {
            Check(limit, "x-rate-limit", Keywords.RateLimit);
        }
    }

    private void CheckOperation(SpecOperation operation)
    {
        Check(operation.Node, operation.Id, Keywords.Operation);
        foreach (var parameter in operation.Node.List("parameters").OfType<SpecMap>())
        {
            CheckParameter(parameter, $"{operation.Id}, parameter {parameter.Text("name")}");
        }

        if (operation.Node.Map("requestBody") is { } body)
        {
            Check(body, $"{operation.Id}, request body", Keywords.RequestBody);
            CheckContent(body, $"{operation.Id}, request body", Keywords.Schema);
        }

        foreach (var response in operation.Node.Map("responses")?.Entries ?? [])
        {
            CheckResponse(response.Value, $"{operation.Id}, response {response.Key}");
        }
    }

    private void CheckComponent(SpecComponent component)
    {
        if (component.Node is SpecMap node && node.Find("$ref") is { } reference)
        {
            problems.Add(reference.Place, ProblemKind.Unsupported, $"{component.Name}: another name for a component is not supported.");
            return;
        }

        switch (component.Section)
        {
            case "schemas":
                CheckSchema(component.Node, component.Name, Keywords.Schema);
                break;
            case "responses":
                CheckResponse(component.Node, component.Name);
                break;
            case "parameters":
                CheckParameter(component.Node, component.Name);
                break;
            case "securitySchemes":
                Check(component.Node, component.Name, Keywords.SecurityScheme);
                break;
        }
    }

    private void CheckParameter(SpecNode node, string where)
    {
        if (!IsReference(node, where, Keywords.Reference))
        {
            Check(node, where, Keywords.Parameter);
            CheckSchemaOf(node, where, Keywords.Schema);
        }
    }

    private void CheckResponse(SpecNode node, string where)
    {
        if (IsReference(node, where, Keywords.Reference))
        {
            return;
        }

        Check(node, where, Keywords.Response);
        CheckContent(node, where, Keywords.ResponseBody);
        foreach (var header in (node as SpecMap)?.Map("headers")?.Entries ?? [])
        {
            Check(header.Value, $"{where}, header {header.Key}", Keywords.Header);
            CheckSchemaOf(header.Value, $"{where}, header {header.Key}", Keywords.Schema);
        }
    }

    private void CheckContent(SpecNode node, string where, Dictionary<string, ValueKind> known)
    {
        foreach (var media in (node as SpecMap)?.Map("content")?.Entries ?? [])
        {
            Check(media.Value, where, Keywords.Media);
            CheckSchemaOf(media.Value, where, known);
        }
    }

    private void CheckSchemaOf(SpecNode node, string where, Dictionary<string, ValueKind> known)
    {
        if ((node as SpecMap)?.Map("schema") is { } schema)
        {
            CheckSchema(schema, where, known);
        }
    }

    private void CheckSchema(SpecNode node, string where, Dictionary<string, ValueKind> known)
    {
        if (IsReference(node, where, known == Keywords.Field ? Keywords.FieldReference : Keywords.Reference))
        {
            return;
        }

        if (node is not SpecMap schema)
        {
            Check(node, where, known);
            return;
        }

        CheckType(schema, where, known);
        foreach (var join in schema.Map("x-joins")?.Entries ?? [])
        {
            Check(join.Value, $"{where}, join {join.Key}", Keywords.Join);
        }

        foreach (var field in schema.Map("properties")?.Entries ?? [])
        {
            CheckSchema(field.Value, $"{where}, field {field.Key}", Keywords.Field);
        }

        foreach (var inner in schema.List("allOf").Append(schema["items"]).Append(schema["additionalProperties"]).OfType<SpecMap>())
        {
            CheckSchema(inner, where, Keywords.Schema);
        }
    }

    private void CheckType(SpecMap schema, string where, Dictionary<string, ValueKind> known)
    {
        var type = schema.Text("type") ?? string.Empty;
        if (!Keywords.OfType.TryGetValue(type, out var knownOfType))
        {
            problems.Add(schema["type"]!.Place, ProblemKind.Unsupported, $"{where}: type {type} is not supported.");
            return;
        }

        foreach (var entry in schema.Entries)
        {
            if (knownOfType.TryGetValue(entry.Key, out var kind))
            {
                CheckKind(entry, where, kind);
            }
            else if (Keywords.OfType.Values.Any(other => other.ContainsKey(entry.Key)))
            {
                var withType = type.Length == 0 ? "without a type" : $"with type {type}";
                problems.Add(entry.Place, ProblemKind.Unsupported, $"{where}: {entry.Key} is not supported {withType}.");
            }
            else
            {
                Check(entry, where, known);
            }
        }

        CheckExclusive(schema, where, "exclusiveMinimum", "minimum");
        CheckExclusive(schema, where, "exclusiveMaximum", "maximum");
    }

    /// <summary>That a limit is exclusive says nothing without the limit.</summary>
    private void CheckExclusive(SpecMap schema, string where, string exclusive, string limit)
    {
        if (schema.Text("type") is "integer" or "number" && schema.Find(exclusive) is { } entry && schema.Find(limit) is null)
        {
            problems.Add(entry.Place, ProblemKind.Missing, $"{where}: {exclusive} says nothing without {limit}.");
        }
    }

    private bool IsReference(SpecNode node, string where, Dictionary<string, ValueKind> known)
    {
        if ((node as SpecMap)?.Find("$ref") is null)
        {
            return false;
        }

        Check(node, where, known);
        return true;
    }

    private void Check(SpecNode node, string where, Dictionary<string, ValueKind> known)
    {
        if (node is not SpecMap map)
        {
            problems.Add(node.Place, ProblemKind.WrongKind, $"{where}: an object is expected here.");
            return;
        }

        foreach (var entry in map.Entries)
        {
            Check(entry, where, known);
        }
    }

    private void Check(SpecEntry entry, string where, Dictionary<string, ValueKind> known)
    {
        if (known.TryGetValue(entry.Key, out var kind))
        {
            CheckKind(entry, where, kind);
        }
        else if (Advice.TryGetValue(entry.Key, out var advice))
        {
            problems.Add(entry.Place, ProblemKind.Unsupported, $"{where}: {entry.Key} is not supported: {advice}.");
        }
        else
        {
            problems.Add(entry.Place, ProblemKind.UnknownKeyword, $"{where}: '{entry.Key}' is not a keyword here that this build knows.");
        }
    }

    private void CheckKind(SpecEntry entry, string where, ValueKind kind)
    {
        if (!kind.Fits(entry.Value))
        {
            problems.Add(entry.Value.Place, ProblemKind.WrongKind, $"{where}: {entry.Key} is {kind.Words}.");
        }
    }
}
