using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Nodes;
using Amity.Sandbox.Contract;
using Amity.Sandbox.Documents;
using Amity.Sandbox.Operations;

namespace Amity.Sandbox;

/// <summary>
/// The entities that a sandbox holds, as they stand in its responses. The type is the entity's name in the contract, such as "User" or "Room".
/// Operations that only read such entities respond with them as soon as there is one of their type.
/// </summary>
public sealed class SandboxDocuments
{
    private readonly ServiceContract _contract;
    private readonly OperationHandlers _handlers;
    private readonly SandboxState _state;

    internal SandboxDocuments(ServiceContract contract, OperationHandlers handlers, SandboxState state)
    {
        _handlers = handlers;
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
        Require(type);
        if (StrictJson.FindFault(Encoding.UTF8.GetBytes(json)) is { } fault)
        {
            throw new ArgumentException($"The entity is not JSON: {fault}", nameof(json));
        }

        Put(type, JsonNode.Parse(json) as JsonObject ?? throw new ArgumentException("An entity is a JSON object.", nameof(json)), nameof(json));
    }

    /// <summary>Adds an entity, or replaces the one with its id.</summary>
    /// <param name="type">The entity's name in the contract.</param>
    /// <param name="fields">Its fields, as the contract has them; the first of its ids is required.</param>
    /// <exception cref="ArgumentException">The contract has no such entity, or these are not the fields of one.</exception>
    public void Put(string type, JsonObject fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        Put(type, fields.DeepClone().AsObject(), nameof(fields));
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

    private void Put(string type, JsonObject fields, string argument)
    {
        var schema = Require(type);
        List<Violation> violations = [.. schema.Check(type, ContractSchema.ToElement(fields), isStrict: true)];
        if (violations.Count > 0)
        {
            var details = string.Join("; ", violations.Select(violation => violation.Text));
            throw new ArgumentException($"The contract does not allow this: {details}.", argument);
        }

        var idField = schema.Entity!.Ids[0];
        if ((string?)fields[idField] is not { Length: > 0 } id)
        {
            throw new ArgumentException($"A {type} needs its {idField}.", argument);
        }

        IdArgument.CheckPathId(id, argument);
        _state.Run(() => _state.Documents.Of(type).Put(id, fields));
    }

    private ContractSchema Require(string type)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        if (!_contract.EntityTypes.Contains(type))
        {
            throw new ArgumentException($"The contract has no entity {type} with an id.", nameof(type));
        }

        return _handlers.IsOwned(type)
            ? throw new ArgumentException($"A {type} belongs to another entity, and is not found by itself.", nameof(type))
            : _contract.FindSchema(type)!;
    }
}
