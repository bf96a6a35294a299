namespace Amity.Core.Json;

/// <summary>The entities of a response, found by the ids that they have for each other.</summary>
/// <param name="response">The response; null for an entity that came with none.</param>
internal sealed class IncludedEntities(AmityModel? response)
{
    private readonly object _gate = new();
    private Dictionary<string, object?>? _put;
    private Dictionary<Type, EntityIndex>? _indexes;

    internal AmityModel? Response => response;

    /// <summary>The same for one entity, with what its caller has put in the place of what came with it.</summary>
    internal IncludedEntities With(string join, object? value)
    {
        var put = _put is null ? new(StringComparer.Ordinal) : new Dictionary<string, object?>(_put, StringComparer.Ordinal);
        put[join] = value;
        return new IncludedEntities(response) { _put = put };
    }

    internal bool TryGet(string join, out object? value)
    {
        value = null;
        return _put?.TryGetValue(join, out value) == true;
    }

    internal T? Find<T>(ReadOnlySpan<string?> ids)
        where T : AmityModel
    {
        var index = IndexOf<T>();
        foreach (var id in ids)
        {
            if (id is not null && index.Find(id) is T entity)
            {
                return entity;
            }
        }

        return null;
    }

    internal IReadOnlyList<T> FindAll<T>(IReadOnlyList<string> ids, string id, Func<T, string, bool>? names)
        where T : AmityModel
    {
        var wanted = new HashSet<string>(ids.Where(wanted => wanted is not null), StringComparer.Ordinal);
        return [.. IndexOf<T>().All.Cast<T>().Where(entity => entity.EntityIds.Any(IsWanted) || (id.Length > 0 && names?.Invoke(entity, id) == true))];

        bool IsWanted(string? own) => own is not null && wanted.Contains(own);
    }

    // Made when it is first asked for: most callers never ask.
    private EntityIndex IndexOf<T>()
        where T : AmityModel
    {
        lock (_gate)
        {
            _indexes ??= [];
            if (!_indexes.TryGetValue(typeof(T), out var index))
            {
                _indexes[typeof(T)] = index = new EntityIndex();
                response?.Visit(entity =>
                {
                    if (entity is T)
                    {
                        index.Add(entity);
                    }
                });
            }

            return index;
        }
    }

    /// <summary>The entities of one type.</summary>
    private sealed class EntityIndex
    {
        private readonly Dictionary<string, AmityModel> _byId = new(StringComparer.Ordinal);
        private readonly Dictionary<string, AmityModel> _byOtherId = new(StringComparer.Ordinal);

        /// <summary>Each entity once, in the order of the response.</summary>
        internal List<AmityModel> All { get; } = [];

        /// <summary>The entity whose id this is: people choose their own, and one that is another's internal id must not be taken for them.</summary>
        internal AmityModel? Find(string id) =>
            _byId.TryGetValue(id, out var entity) || _byOtherId.TryGetValue(id, out entity) ? entity : null;

        internal void Add(AmityModel entity)
        {
            var ids = entity.EntityIds.ToList();
            if (entity.LacksId || TryAdd(_byId, ids[0], entity))
            {
                All.Add(entity);
            }

            foreach (var id in ids.Skip(1))
            {
                TryAdd(_byOtherId, id, entity);
            }
        }

        // The first of several that share an id.
        private static bool TryAdd(Dictionary<string, AmityModel> index, string? id, AmityModel entity)
        {
            if (id is not { Length: > 0 } || index.TryGetValue(id, out _))
            {
                return false;
            }

            index.Add(id, entity);
            return true;
        }
    }
}
