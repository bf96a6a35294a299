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

    /// <summary>The entities of a response, found by the ids that they have for each other.</summary>
    /// <param name="response">The response; null for an entity that came with none.</param>
    private sealed class IncludedEntities(AmityModel? response)
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
}
