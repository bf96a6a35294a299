using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amity.Sandbox.Contract;
using Amity.Sandbox.Documents;

namespace Amity.Sandbox;

/// <summary>
/// The entities that a sandbox holds, as they stand in its responses. The type is the entity's name in the contract, such as "User" or "Room".
/// Operations that only read such entities respond with them as soon as there is one of their type.
/// </summary>
public sealed class SandboxDocuments
{
    private readonly ServiceContract _contract;
    private readonly SandboxState _state;

    internal SandboxDocuments(ServiceContract contract, SandboxState state)
    {
        _contract = contract;
        _state = state;
    }

    /// <summary>Adds an entity, or replaces the one with its id.</summary>
    /// <param name="type">The entity's name in the contract.</param>
    /// <param name="json">Its fields as a JSON object, as the contract has them; the first of its ids is required.</param>
    /// <exception cref="ArgumentException">The contract has no such entity, or the text is not one.</exception>
    public void Put(string type, [StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var (schema, idField) = Require(type);
        var fields = Parse(json);
        List<Violation> violations = [.. schema.Check(type, JsonSerializer.SerializeToElement(fields), isStrict: true)];
        if (violations.Count > 0)
        {
            var details = string.Join("; ", violations.Select(violation => violation.Text));
            throw new ArgumentException($"The contract does not allow this: {details}.", nameof(json));
        }

        if ((string?)fields[idField] is not { Length: > 0 } id)
        {
            throw new ArgumentException($"A {type} needs its {idField}.", nameof(json));
        }

        _state.Run(() => _state.Documents.Of(type).Put(id, fields));
    }

    /// <summary>A copy of an entity as it is now, deleted softly or not; null when there is none.</summary>
    /// <exception cref="ArgumentException">The contract has no such entity.</exception>
    public JsonObject? Find(string type, string id)
    {
        Require(type);
        ArgumentNullException.ThrowIfNull(id);
        return _state.Run(() => _state.Documents.Of(type).Find(id)?.Fields.DeepClone().AsObject());
    }

    /// <summary>Copies of all entities of a type as they are now, oldest first.</summary>
    /// <exception cref="ArgumentException">The contract has no such entity.</exception>
    public IReadOnlyList<JsonObject> All(string type)
    {
        Require(type);
        return _state.Run(() => _state.Documents.Of(type).OldestFirst.Select(document => document.Fields.DeepClone().AsObject()).ToList());
    }

    /// <summary>Removes an entity; returns whether there was one.</summary>
    /// <exception cref="ArgumentException">The contract has no such entity.</exception>
    public bool Remove(string type, string id)
    {
        Require(type);
        ArgumentNullException.ThrowIfNull(id);
        return _state.Run(() => _state.Documents.Remove(type, id));
    }

    private (ContractSchema Schema, string IdField) Require(string type)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        return _contract.FindSchema(type) is { Entity.Ids: [var idField, ..] } schema
            ? (schema, idField)
            : throw new ArgumentException($"The contract has no entity {type} with an id.", nameof(type));
    }

    private static JsonObject Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject ?? throw new ArgumentException("An entity is a JSON object.", nameof(json));
        }
        catch (JsonException exception)
        {
            throw new ArgumentException("The entity is not JSON.", nameof(json), exception);
        }
    }
}
