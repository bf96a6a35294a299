using System.Text.Json.Nodes;
using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>Plans what is generated once for the whole service, where its spec asks for it: see <c>openapi/README.md</c>.</summary>
internal sealed class ServicePlan(MergedSpec spec, SpecProblems problems)
{
    /// <summary>Names that the entry has itself.</summary>
    private static readonly string[] TakenByEntry =
    [
        "CheckAddress", "Connected", "Connections", "Dispose", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "OwnConnections", "Parts",
        "ReferenceEquals", "SendAsync", "ToString", "Transport", "With", "WithCredential",
    ];

    /// <summary>Names that an error code has itself.</summary>
    private static readonly string[] TakenByCodes =
        ["AmityErrorCode", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString", "Value"];

    private static readonly string[] NeededOfCodes = ["code", "name", "description"];
    private static readonly string[] NeededOfLimit = ["requests", "seconds"];

    public JsonObject Plan()
    {
        var entry = spec.Root.Find("x-entry");
        var clients = Clients();
        CheckEntry(entry, clients);
        CheckCodes();
        CheckLimit();
        return new JsonObject
        {
            ["entry"] = (entry?.Value as SpecScalar)?.Text,
            ["clients"] = new JsonArray([.. clients.Select(ClientOf)]),
            ["codes"] = new JsonArray([.. Codes.Select(CodeOf)]),
            ["limit"] = spec.Root.Map("x-rate-limit")?.ToJson(),
        };
    }

    private List<SpecMap> Codes => [.. spec.Root.List("x-error-codes").OfType<SpecMap>()];

    /// <summary>The tags that have operations: each is a client.</summary>
    private List<SpecMap> Clients()
    {
        var used = spec.Operations.Select(operation => operation.Tag).ToHashSet();
        return [.. spec.Root.List("tags").OfType<SpecMap>().Where(tag => tag.Text("name") is { } name && used.Contains(name))];
    }

    private void CheckEntry(SpecEntry? entry, List<SpecMap> clients)
    {
        if (entry?.Value is not SpecScalar { Text: var name })
        {
            return;
        }

        if (!CSharpName.IsValid(name))
        {
            problems.Add(entry.Place, ProblemKind.Name, $"x-entry is the name of a class, and {name} is none.");
        }

        foreach (var tag in clients.Where(tag => IsTaken(CSharpName.Pascal(tag.Text("name")!))))
        {
            problems.Add(tag.Place, ProblemKind.Name, $"The tag '{tag.Text("name")}' cannot be the name of a client, as {name} uses it itself.");
        }

        bool IsTaken(string client) => TakenByEntry.Contains(client) || client == name || CSharpName.ClientOf(client) == name;
    }

    private void CheckCodes()
    {
        foreach (var code in Codes)
        {
            problems.AddMissing(code, NeededOfCodes, "x-error-codes", code.Place);
            if (code.Text("name") is { } name && (!CSharpName.IsValid(name) || TakenByCodes.Contains(name)))
            {
                problems.Add(code["name"]!.Place, ProblemKind.Name, $"x-error-codes: {name} cannot be the name of a code.");
            }

            if (code.Find("code") is { Value: not SpecScalar { Whole: > 0 and < 1_000_000 } } number)
            {
                problems.Add(number.Value.Place, ProblemKind.Unsupported, "x-error-codes: a code is a number such as 400300.");
            }
        }

        CheckUnique("code");
        CheckUnique("name");
    }

    private void CheckUnique(string key)
    {
        foreach (var same in Codes.Select(code => code[key]).OfType<SpecScalar>().GroupBy(scalar => scalar.Text))
        {
            foreach (var again in same.Skip(1))
            {
                problems.AddDuplicate($"x-error-codes: the {key} {again.Text}", again.Place, same.First().Place);
            }
        }
    }

    private void CheckLimit()
    {
        if (spec.Root.Map("x-rate-limit") is not { } limit)
        {
            return;
        }

        problems.AddMissing(limit, NeededOfLimit, "x-rate-limit", limit.Place);
        foreach (var none in limit.Entries.Where(entry => entry.Value is SpecScalar { Whole: 0 }))
        {
            problems.Add(none.Value.Place, ProblemKind.Unsupported, $"x-rate-limit: {none.Key} is at least 1.");
        }
    }

    private static JsonNode ClientOf(SpecMap tag)
    {
        var name = CSharpName.Pascal(tag.Text("name")!);
        return new JsonObject
        {
            ["name"] = name,
            ["field"] = "_" + CSharpName.Camel(tag.Text("name")!),
            ["class"] = CSharpName.ClientOf(name),
            ["doc"] = tag.Text("description")?.Trim(),
        };
    }

    private static JsonNode CodeOf(SpecMap code) => new JsonObject
    {
        ["number"] = code.Text("code"),
        ["name"] = code.Text("name"),
        ["doc"] = code.Text("description")?.Trim(),
    };
}
