using NJsonSchema;
using NSwag;

namespace Amity.Tests.Unit.Arguments;

/// <summary>The spec limits arguments only in ways that the guards know.</summary>
public sealed class SpecLimitTests
{
    private static IReadOnlyList<JsonSchema> ArgumentSchemas { get; } =
        [.. Spec.Operations.Values.SelectMany(o => o.Operation.Parameters.Where(p => p.Kind != OpenApiParameterKind.Body).Select(p => p.ActualSchema))
            .Concat(Spec.Operations.Keys.Select(Spec.BodyOf).OfType<JsonSchema>()).SelectMany(WithInner)];

    [Test]
    public void Ids_InArguments_AreNeverEmpty()
    {
        var ids = ArgumentSchemas.Where(schema => schema.Format == "id").ToList();

        ids.Should().HaveCountGreaterThan(20).And.OnlyContain(id => id.MinLength == 1);
    }

    [Test]
    public void Arguments_OfTheSpec_UseNoLimitWithoutAGuard()
    {
        var beyondGuards = ArgumentSchemas.Where(schema =>
            schema.Pattern is not null || schema.MultipleOf is not null || schema.ExclusiveMinimum is not null || schema.ExclusiveMaximum is not null
            || schema.IsExclusiveMinimum || schema.IsExclusiveMaximum || schema.UniqueItems || schema.MinProperties > 0 || schema.MaxProperties > 0
            || schema.AllOf.Count + schema.AnyOf.Count + schema.OneOf.Count > 0 || schema.Not is not null
            || (schema.Type.HasFlag(JsonObjectType.Number) && (schema.Minimum ?? schema.Maximum) is not null));

        beyondGuards.Should().BeEmpty();
    }

    private static IEnumerable<JsonSchema> WithInner(JsonSchema schema)
    {
        var inner = schema.ActualProperties.Values.Select(p => p.ActualSchema).Concat(schema.Item is null ? [] : [schema.Item.ActualSchema]);
        return inner.SelectMany(WithInner).Prepend(schema);
    }
}
