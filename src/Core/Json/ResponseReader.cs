using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Amity.Core.Json;

/// <summary>
/// Reads a response's UTF-8 JSON for the generated models. A value of another type than the spec's counts as absent and is kept
/// among the additional properties; text that is not JSON is rejected by the underlying reader.
/// </summary>
internal ref struct ResponseReader
{
    /// <summary>How many values are read before the time is looked at again.</summary>
    private const int ValuesBetweenChecks = 4096;

    /// <summary>Deeper than this, the stack of a thread may not reach for one more level.</summary>
    internal const int DepthOfAnyStack = 64;

    /// <summary>Stands for a text that was there and cannot be read.</summary>
    private static readonly object Unreadable = new();

    private readonly ReadOnlySpan<byte> _utf8;
    private readonly TextCache _texts;
    private readonly int _maxValues;
    private readonly CancellationToken _cancellationToken;
    private Utf8JsonReader _json;
    private ReadOnlySpan<byte> _name;
    private object? _mismatch;
    private int _values;
    private int _nextCheck;

    /// <summary>Makes a reader.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="maxDepth">How deep it may be nested.</param>
    /// <param name="maxValues">How many values it may have, as each of them takes memory, however short its text.</param>
    /// <param name="texts">Shares repeated texts.</param>
    /// <param name="cancellationToken">Ends the reading by an exception.</param>
    internal ResponseReader(ReadOnlySpan<byte> utf8, int maxDepth, int maxValues, TextCache texts, CancellationToken cancellationToken)
    {
        _utf8 = utf8;
        _json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        _maxValues = maxValues;
        _texts = texts;
        _cancellationToken = cancellationToken;
        _nextCheck = Math.Min(ValuesBetweenChecks, maxValues);
    }

    internal delegate T Item<T>(ref ResponseReader reader);

    /// <summary>How many objects and lists are open.</summary>
    internal readonly int Depth => _json.CurrentDepth + (_json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0);

    /// <summary>Whether the reading ended because there are more values than allowed.</summary>
    internal readonly bool HasTooManyValues => _values > _maxValues;

    /// <summary>How many entities had no id.</summary>
    internal int MissingIds { readonly get; private set; }

    /// <summary>The length of the present field's name in UTF-8, which distinguishes most fields.</summary>
    internal readonly int FieldLength => _name.Length;

    /// <summary>Goes to the first value; false when there is none.</summary>
    internal bool Begin() => _json.Read() && _json.TokenType != JsonTokenType.Null;

    /// <summary>Makes sure that nothing follows the value.</summary>
    internal void End()
    {
        while (_json.Read())
        {
        }
    }

    internal bool BeginObject() => Opens(JsonTokenType.StartObject);

    /// <summary>Goes to the next field of the present object, and keeps the last one if its value did not fit; false at the end.</summary>
    internal bool NextField(AmityModel model)
    {
        if (_mismatch is not null)
        {
            // Only a name of the spec has a value that does not fit.
            model.AdditionalProperties[Utf8Text.Decode(_name)] = ReferenceEquals(_mismatch, Unreadable) ? null : _mismatch;
            _mismatch = null;
        }

        if (!NextName())
        {
            return false;
        }

        _name = !_json.ValueIsEscaped ? _json.ValueSpan : TextHere() is { } name ? Encoding.UTF8.GetBytes(name) : default;
        return true;
    }

    /// <summary>Goes to the present field's value when it has this name.</summary>
    internal bool Is(ReadOnlySpan<byte> name) => _name.SequenceEqual(name) && _json.Read();

    internal readonly bool IsText(ReadOnlySpan<byte> value) => _json.TokenType == JsonTokenType.String &&
        (_json.ValueIsEscaped ? TextHere() == Utf8Text.Decode(value) : _json.ValueSpan.SequenceEqual(value));

    internal string? Text()
    {
        if (_json.TokenType != JsonTokenType.String)
        {
            return Absent<string>();
        }

        var text = TextHere();
        _mismatch = text is null ? Unreadable : null;
        return text;
    }

    internal bool? Boolean() => _json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => AbsentValue<bool>(),
    };

    internal double? Number() => _json.TokenType == JsonTokenType.Number ? NumberHere() : AbsentValue<double>();

    internal long? Int64()
    {
        // Old responses give an error's code as text.
        if (_json.TokenType == JsonTokenType.String
            && long.TryParse(TextHere() ?? string.Empty, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return whole;
        }

        if (_json.TokenType != JsonTokenType.Number)
        {
            return AbsentValue<long>();
        }

        if (_json.TryGetInt64(out whole))
        {
            return whole;
        }

        // 1.0 and 1e3 are whole numbers too.
        var number = NumberHere();
        return number is >= long.MinValue and < long.MaxValue && Math.Floor(number) == number ? (long)number : AbsentValue<long>();
    }

    internal int? Int32() => Int64() is not { } whole ? null : whole is >= int.MinValue and <= int.MaxValue ? (int)whole : AbsentValue<int>();

    internal DateTimeOffset? Instant()
    {
        if (_json.TokenType != JsonTokenType.String)
        {
            return AbsentValue<DateTimeOffset>();
        }

        return !_json.ValueIsEscaped && InstantText.TryReadUtc(_json.ValueSpan, out var instant) ? instant
            : TextHere() is { } text && InstantText.TryParse(text, out instant) ? instant
            : AbsentValue<DateTimeOffset>();
    }

    internal DateTime? Date()
    {
        if (_json.TokenType != JsonTokenType.String)
        {
            return AbsentValue<DateTime>();
        }

        return TextHere() is { } text && DateConverter.TryParse(text, out var date) ? date : AbsentValue<DateTime>();
    }

    internal T? Enum<T>()
        where T : struct, IOpenEnum<T> => default(T).Read(ref this);

    internal IReadOnlyList<T>? List<T>(Item<T?> read)
        where T : class
    {
        if (!Opens(JsonTokenType.StartArray))
        {
            return null;
        }

        List<T>? list = null;
        while (NextItem())
        {
            (list ??= []).Add(read(ref this)!);
        }

        return list ?? (IReadOnlyList<T>)[];
    }

    internal IReadOnlyList<T>? List<T>(Item<T?> read)
        where T : struct
    {
        if (!Opens(JsonTokenType.StartArray))
        {
            return null;
        }

        List<T>? list = null;
        while (NextItem())
        {
            (list ??= []).Add(read(ref this).GetValueOrDefault());
        }

        return list ?? (IReadOnlyList<T>)[];
    }

    /// <summary>A list of numbers and the like; what does not fit is left out, as no value could stand in its place.</summary>
    internal IReadOnlyList<T>? Values<T>(Item<T?> read)
        where T : struct
    {
        if (!Opens(JsonTokenType.StartArray))
        {
            return null;
        }

        var list = new List<T>();
        while (NextItem())
        {
            if (read(ref this) is { } value)
            {
                list.Add(value);
            }
        }

        return list;
    }

    /// <inheritdoc cref="Values" />
    internal IDictionary<string, T>? Map<T>(Item<T?> read)
        where T : struct
    {
        if (!Opens(JsonTokenType.StartObject))
        {
            return null;
        }

        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (NextKey(out var key))
        {
            if (read(ref this) is { } value && key is not null)
            {
                map[key] = value;
            }
        }

        return map;
    }

    /// <inheritdoc cref="Values" />
    internal IDictionary<string, T>? Map<T>(Item<T?> read)
        where T : class
    {
        if (!Opens(JsonTokenType.StartObject))
        {
            return null;
        }

        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (NextKey(out var key))
        {
            if (read(ref this) is { } value && key is not null)
            {
                map[key] = value;
            }
        }

        return map;
    }

    /// <summary>A list of texts; a number among them, as old responses have it, is read as its text.</summary>
    internal IReadOnlyList<string>? Texts() =>
        List(static (ref ResponseReader reader) => reader._json.TokenType == JsonTokenType.Number ? reader.NumberText() : reader.Text());

    /// <summary>A JSON object without a schema.</summary>
    internal IDictionary<string, object?>? Fields()
    {
        if (!Opens(JsonTokenType.StartObject))
        {
            return null;
        }

        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (NextKey(out var key))
        {
            var value = Value();
            if (key is not null)
            {
                fields[key] = value;
            }
        }

        return fields;
    }

    /// <summary>Any JSON as a <see cref="JsonElement"/>; null for null.</summary>
    internal object? Value()
    {
        if (_json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var start = (int)_json.TokenStartIndex;
        SkipValue();
        return FreeValue.Read(_utf8.Slice(start, (int)_json.BytesConsumed - start), _json.CurrentState.Options);
    }

    /// <summary>Keeps a field that the spec does not name.</summary>
    internal void Keep(AmityModel model)
    {
        var name = TextHere();
        _json.Read();
        var value = Value();
        if (name is not null)
        {
            model.AdditionalProperties[name] = value;
        }
    }

    /// <summary>Notes an entity that has no id: it stays in its list, as one row must not cost the page.</summary>
    internal void CountMissingId(AmityModel entity)
    {
        if (entity.LacksId)
        {
            MissingIds++;
        }
    }

    /// <summary>Whether a field of an object is true, whatever its other fields are; null where there is no object.</summary>
    internal bool? IsTrue(string field)
    {
        if (!BeginObject())
        {
            return null;
        }

        var isTrue = false;
        while (NextName())
        {
            var isField = _json.ValueIsEscaped ? TextHere() == field : _json.ValueTextEquals(field);
            _json.Read();
            isTrue = isField ? _json.TokenType == JsonTokenType.True : isTrue;
            SkipValue();
        }

        return isTrue;
    }

    /// <summary>Goes to the end of the present value, and counts what is inside.</summary>
    private void SkipValue()
    {
        var depth = _json.CurrentDepth;
        if (_json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        while (_json.Read() && _json.CurrentDepth > depth)
        {
            if (_json.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray) && Count() && _json.TokenType == JsonTokenType.PropertyName)
            {
                _json.Read();
            }
        }
    }

    private bool Opens(JsonTokenType start)
    {
        if (_json.TokenType == start)
        {
            CheckStack();
            return true;
        }

        Mismatch();
        return false;
    }

    private bool NextItem()
    {
        // An item that does not fit is a null in the list; only a field has a name to be kept under.
        _mismatch = null;
        _json.Read();
        return _json.TokenType != JsonTokenType.EndArray && Count();
    }

    /// <summary>Goes to the value of the next key; the key is null when its bytes are invalid.</summary>
    private bool NextKey(out string? key)
    {
        key = null;
        _mismatch = null;
        if (!NextName())
        {
            return false;
        }

        key = TextHere();
        return _json.Read();
    }

    private bool Count()
    {
        if (++_values >= _nextCheck)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (_values > _maxValues)
            {
                throw new JsonException();
            }

            _nextCheck = Math.Min(_values + ValuesBetweenChecks, _maxValues + 1);
        }

        return true;
    }

    private readonly void CheckStack()
    {
        if (_json.CurrentDepth > DepthOfAnyStack)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
        }
    }

    private readonly string NumberText() => Utf8Text.Decode(_json.ValueSpan);

    // Older frameworks reject what is too large; newer ones read it as infinite.
    private readonly double NumberHere() =>
        NumberConverter.Finite(_json.TryGetDouble(out var number) ? number : _json.ValueSpan[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity);

    /// <summary>The present text; null when its bytes are invalid, as nobody can say which text it was.</summary>
    private readonly string? TextHere() => _json.ValueIsEscaped ? Utf8Text.Unescape(in _json) : _texts.Get(_json.ValueSpan);

    private bool NextName()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.PropertyName && Count();
    }

    private void Mismatch() => _mismatch = Value();

    private T? Absent<T>()
        where T : class
    {
        Mismatch();
        return null;
    }

    private T? AbsentValue<T>()
        where T : struct
    {
        Mismatch();
        return null;
    }
}
