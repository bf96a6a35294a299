using Amity.Core.Json;

namespace Amity;

// The entities that came with an entity, and those that a caller has put in their place.
public abstract partial class AmityModel
{
    private IncludedEntities? _included;

    /// <summary>Whether the id is missing by which an entity is known.</summary>
    internal virtual bool LacksId => false;

    /// <summary>The ids that an entity is found by.</summary>
    internal virtual IEnumerable<string?> EntityIds => [];

    /// <summary>The whole response that this came with; null when it came with none.</summary>
    private protected AmityModel? WholeResponse => _included?.Response;

    /// <summary>Shows this and every entity inside.</summary>
    internal virtual void Visit(Action<AmityModel> visit) => visit(this);

    /// <summary>Lets every entity of a response see the others.</summary>
    private protected void ShareIncluded()
    {
        var included = new IncludedEntities(this);
        Visit(entity => entity._included = included);
    }

    private protected static void Each(IEnumerable<AmityModel?>? entities, Action<AmityModel> visit)
    {
        foreach (var entity in entities ?? [])
        {
            entity?.Visit(visit);
        }
    }

    /// <summary>The entity that a caller has put there, or else the first one that has one of the ids.</summary>
    private protected T? Find<T>(string join, params ReadOnlySpan<string?> ids)
        where T : AmityModel =>
        _included is null ? null : _included.TryGet(join, out var put) ? (T?)put : _included.Find<T>(ids);

    /// <summary>
    /// The entities that a caller has put there, or else those that have one of the ids, and those that name the entity of the id
    /// <paramref name="id"/>.
    /// </summary>
    private protected IReadOnlyList<T> FindAll<T>(string join, IReadOnlyList<string> ids, string id = "", Func<T, string, bool>? names = null)
        where T : AmityModel =>
        _included is null ? []
        : _included.TryGet(join, out var put) ? (IReadOnlyList<T>?)put ?? []
        : _included.FindAll<T>(ids, id, names);

    private protected void Put(string join, object? value) => _included = (_included ?? new IncludedEntities(null)).With(join, value);
}
