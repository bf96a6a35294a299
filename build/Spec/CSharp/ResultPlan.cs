using System.Xml.Linq;
using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>Plans what an operation returns, by its <c>x-result</c>: how the transport gets it, and how it is read.</summary>
internal sealed class ResultPlan(MergedSpec spec, TypeMap types, SchemaUsage usage, SpecProblems problems)
{
    public OperationResult Plan(SpecOperation operation)
    {
        var bodies = operation.Successes.Select(response => BodyOf(operation, response)).Distinct().ToList();
        if (bodies.Count != 1)
        {
            problems.Add(
                operation.Place,
                ProblemKind.Unsupported,
                $"{operation.Id}: an operation has one success, or several of the same shape, and this one has {bodies.Count}.");
            return OperationResult.Nothing;
        }

        // What is missing has its own problem already.
        return operation.Node.Find("x-result") is { } entry && bodies[0] is { } body ? ResultOf(operation, entry, body) : OperationResult.Nothing;
    }

    private OperationResult ResultOf(SpecOperation operation, SpecEntry entry, ResponseBody body)
    {
        var choice = (entry.Value as SpecMap)?.Entries is [var only] ? (only.Key, Field: (only.Value as SpecScalar)?.Text) : (null, null);
        return (entry.Value, choice.Key) switch
        {
            (SpecScalar { Text: "none" }, _) when body.Type is null && !body.IsLocation => OperationResult.Nothing,
            (SpecScalar { Text: "response" }, _) when body.IsLocation => OperationResult.Location,
            (SpecScalar { Text: "response" }, _) when body.Type is { } type => OperationResult.Response(type, WordsOf(operation)),
            (SpecMap, "confirmation") when FieldOf(body, choice.Field) is { Text: "boolean" } => OperationResult.Confirmation(body.Type!, choice.Field!),
            (SpecMap, "one") when ListOf(operation, body, choice.Field) is { } list => OperationResult.One(body.Type!, list, MayBeMissing(operation)),
            (SpecMap, "all") when ListOf(operation, body, choice.Field) is { } list => OperationResult.All(body.Type!, list),
            (SpecMap, "page") when ListOf(operation, body, choice.Field) is { } list && NextOf(operation, body) is { } next =>
                PageOf(operation, entry, body.Type!, choice.Field!, list, next),
            _ => Unsupported(operation, entry),
        };
    }

    /// <summary>What a success is in words, as the content of an XML element; each has some, or the lint of the spec fails.</summary>
    private string WordsOf(SpecOperation operation) =>
        new XText(
            (operation.Successes.First().Value is SpecMap response ? spec.Resolve(response) : null)?.Text("description")?.Trim().ReplaceLineEndings(" ")
            ?? string.Empty).ToString();

    private OperationResult Unsupported(SpecOperation operation, SpecEntry entry)
    {
        problems.Add(
            entry.Place,
            ProblemKind.Unsupported,
            $"{operation.Id}: x-result is none for a response without a body, response for the response as it comes, or names a field of the "
            + "response: {confirmation: a boolean}, {one: a list of objects}, {all: a list of objects}, or {page: a list of objects} beside an "
            + "object paging with the text next.");
        return OperationResult.Nothing;
    }

    /// <summary>An object says itself whether it is a page, and of what.</summary>
    private OperationResult PageOf(SpecOperation operation, SpecEntry entry, CSharpType body, string field, ResultList list, string next)
    {
        if (usage.PageOf(body.Name) is { } other && other != field)
        {
            problems.Add(
                entry.Place, ProblemKind.Unsupported, $"{operation.Id}: {body.Name} is a page of {other} elsewhere: give this response another schema.");
        }

        return OperationResult.Page(body, list, next);
    }

    /// <summary>A change that an earlier attempt made is confirmed without the entity.</summary>
    private static bool MayBeMissing(SpecOperation operation) => operation.Node.Find("x-done-after-retry") is not null;

    private ResultList? ListOf(SpecOperation operation, ResponseBody body, string? field)
    {
        if (field is null || PropertiesOf(body)?.Map(field) is not { } property)
        {
            return null;
        }

        var type = types.TypeOf(property, $"{operation.Id}, x-result");
        return type is { IsList: true, Item: { Kind: CSharpKind.Model } item }
            ? new(CSharpName.OfField(field, property), item, spec.Schemas.Map(item.Name) is { } schema && EntityPlan.IsEntity(schema))
            : null;
    }

    private SpecScalar? FieldOf(ResponseBody body, string? field) =>
        field is null ? null : PropertiesOf(body)?.Map(field)?["type"] as SpecScalar;

    /// <summary>Where a page has the token of the page after it.</summary>
    private string? NextOf(SpecOperation operation, ResponseBody body)
    {
        var where = $"{operation.Id}, x-result";
        return PropertiesOf(body)?.Map("paging") is { } paging && types.TypeOf(paging, where).Kind == CSharpKind.Model
            && types.Resolved(paging).Map("properties")?.Map("next") is { } next && types.TypeOf(next, where) == CSharpType.Text
            ? $"{CSharpName.OfField("paging", paging)}?.{CSharpName.OfField("next", next)}"
            : null;
    }

    private SpecMap? PropertiesOf(ResponseBody body) =>
        body.Type is { Kind: CSharpKind.Model } type ? spec.Schemas.Map(type.Name)?.Map("properties") : null;

    /// <summary>What a success brings; null, and a problem, for one without a schema.</summary>
    private ResponseBody? BodyOf(SpecOperation operation, SpecEntry response)
    {
        if (response.Key[0] == '3')
        {
            return new ResponseBody(null, IsLocation: true);
        }

        var content = (response.Value is SpecMap map ? spec.Resolve(map) : null)?.Map("content")?.Entries ?? [];
        if (content.Count == 0)
        {
            return new ResponseBody(null);
        }

        var where = $"{operation.Id}, response {response.Key}";
        if ((content[0].Value as SpecMap)?.Map("schema") is not { } schema)
        {
            problems.Add(response.Place, ProblemKind.Missing, $"{where}: schema is missing; one that is empty stands for any value.");
            return null;
        }

        if (spec.Resolve(schema) is null)
        {
            return null;
        }

        var type = types.TypeOf(schema, where);
        var isJson = content[0].Key == MediaType.Json && !type.IsScalar && !type.HasFiles;
        var isText = content[0].Key is MediaType.Json or MediaType.PlainText && type == CSharpType.Text;
        if (content.Count > 1 || !(isJson || isText))
        {
            var contents = string.Join(", ", content.Select(media => media.Key));
            problems.Add(response.Place, ProblemKind.Unsupported, $"{where}: {type.Name} as {contents} is not supported.");
        }

        if (schema.IsTrue("x-secret") && type != CSharpType.Text)
        {
            problems.Add(schema.Place, ProblemKind.Unsupported, $"{where}: x-secret is supported for a string only.");
        }

        return new ResponseBody(type);
    }

    /// <summary>What a success brings.</summary>
    /// <param name="Type">The type of its body; null when it has none.</param>
    /// <param name="IsLocation">Whether it is a redirect.</param>
    private sealed record ResponseBody(CSharpType? Type, bool IsLocation = false);
}

/// <summary>The list of a response that an operation is about.</summary>
/// <param name="Name">The property that has it.</param>
/// <param name="Item">What it holds.</param>
/// <param name="IsOfEntities">Whether that is an entity, which knows the response that it came in.</param>
internal sealed record ResultList(string Name, CSharpType Item, bool IsOfEntities);

/// <summary>What an operation returns.</summary>
/// <param name="Kind">What of the response it is.</param>
/// <param name="Returns">The type that its method returns.</param>
/// <param name="Call">The type of its call; empty for a page, which takes a call for each.</param>
/// <param name="Read">How it is read, as further arguments of that call.</param>
/// <param name="Body">The type of the response's body; null when it has none.</param>
internal sealed record OperationResult(ResultKind Kind, string Returns, string Call, string Read, CSharpType? Body)
{
    public static readonly OperationResult Nothing = new(ResultKind.Nothing, "Task", "EmptyCall", string.Empty, null);

    /// <summary>The address that a redirect leads to.</summary>
    public static readonly OperationResult Location = new(ResultKind.Response, "Task<Uri>", "LocationCall", string.Empty, null)
    {
        Doc = "The address that the service redirects to; it is not followed.",
    };

    /// <summary>What a caller gets, as the content of an XML element; null for nothing.</summary>
    public string? Doc { get; private init; }

    /// <summary>Whether a change can be confirmed without what the response would have brought.</summary>
    public bool CanBeConfirmed => Kind is ResultKind.Nothing or ResultKind.Confirmation or ResultKind.One;

    public static OperationResult Confirmation(CSharpType body, string field) =>
        new(ResultKind.Confirmation, "Task", "ConfirmationCall", $", \"{CSharpName.Literal(field)}\"", body);

    public static OperationResult One(CSharpType body, ResultList list, bool mayBeMissing) => new(
        ResultKind.One,
        $"Task<{list.Item.Name}{(mayBeMissing ? "?" : string.Empty)}>",
        $"{(mayBeMissing ? "OneOrNoneCall" : "OneCall")}<{body.Name}, {list.Item.Name}>",
        $", {body.Name}.Read, static response => response.{list.Name}",
        body)
    {
        Doc = $"The <see cref=\"{list.Item.Name}\" />"
            + (mayBeMissing ? ", or null when an earlier attempt had done it and the response to the retry does not show it" : string.Empty)
            + (list.IsOfEntities ? $"; its <see cref=\"{list.Item.Name}.Included\" /> is the <see cref=\"{body.Name}\" /> that it came in." : "."),
    };

    public static OperationResult All(CSharpType body, ResultList list) => new(
        ResultKind.All,
        $"Task<IReadOnlyList<{list.Item.Name}>>",
        $"AllCall<{body.Name}, {list.Item.Name}>",
        $", {body.Name}.Read, static response => response.{list.Name}",
        body)
    {
        Doc = "The list; empty when the response has none.",
    };

    public static OperationResult Page(CSharpType body, ResultList list, string next) => new(
        ResultKind.Page,
        $"AsyncPages<{list.Item.Name}>",
        string.Empty,
        $", {body.Name}.Read, static page => page.{list.Name}, static page => page.{next}",
        body)
    {
        Doc = "The list, page by page; nothing is sent before it is enumerated.",
    };

    public static OperationResult Response(CSharpType type, string description)
    {
        var (call, read) = type.Kind switch
        {
            CSharpKind.Text => ("TextCall", string.Empty),
            CSharpKind.Model => ($"ResponseCall<{type.Name}>", $", {type.Name}.Read"),
            _ => ($"ValueCall<{type.Name}>", $", static (ref ResponseReader reader) => {type.Read}"),
        };
        return new(ResultKind.Response, $"Task<{type.Name}>", call, read, type) { Doc = description };
    }
}

/// <summary>What of its response an operation returns.</summary>
internal enum ResultKind
{
    /// <summary>Nothing: the response has no body.</summary>
    Nothing,

    /// <summary>Nothing: the body only says that it succeeded.</summary>
    Confirmation,

    /// <summary>The one entity of a list.</summary>
    One,

    /// <summary>The entities of a list.</summary>
    All,

    /// <summary>Pages of entities.</summary>
    Page,

    /// <summary>The response as it comes.</summary>
    Response,
}
