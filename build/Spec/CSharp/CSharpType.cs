namespace Amity.Spec.CSharp;

/// <summary>What a schema is in C#.</summary>
/// <param name="Kind">Which of the few shapes it has.</param>
/// <param name="Name">The type, without the mark of what may be null.</param>
/// <param name="Read">How it is read from the variable <c>reader</c>.</param>
/// <param name="Converter">The Newtonsoft.Json converter that a property of it needs.</param>
/// <param name="Item">The items of a list, or the values of a map.</param>
internal sealed record CSharpType(CSharpKind Kind, string Name, string Read, string? Converter = null, CSharpType? Item = null)
{
    public static CSharpType Text { get; } = new(CSharpKind.Text, "string", "reader.Text()");

    public static CSharpType Instant { get; } = new(CSharpKind.Instant, "DateTimeOffset", "reader.Instant()", "InstantConverter");

    public static CSharpType Date { get; } = new(CSharpKind.Date, "DateTime", "reader.Date()", "DateConverter");

    public static CSharpType Int32 { get; } = new(CSharpKind.Whole, "int", "reader.Int32()");

    public static CSharpType Int64 { get; } = new(CSharpKind.Whole, "long", "reader.Int64()");

    public static CSharpType Number { get; } = new(CSharpKind.Number, "double", "reader.Number()", "NumberConverter");

    public static CSharpType Flag { get; } = new(CSharpKind.Flag, "bool", "reader.Boolean()", "StrictBooleanConverter");

    public static CSharpType Free { get; } = new(CSharpKind.Free, "object", "reader.Value()", "FreeValueConverter");

    public static CSharpType FreeFields { get; } = new(CSharpKind.Map, "IDictionary<string, object?>", "reader.Fields()", "FreeValueConverter");

    public static CSharpType File { get; } = new(CSharpKind.File, "AmityUpload", string.Empty);

    public bool IsList => Kind == CSharpKind.List;

    public bool HasFiles => this == File || Item == File;

    /// <summary>Whether it stands for one value in a path, a query or a header.</summary>
    public bool IsScalar => Kind is not (CSharpKind.Model or CSharpKind.Free or CSharpKind.List or CSharpKind.Map or CSharpKind.File);

    /// <summary>Whether C# needs a mark to let it be null.</summary>
    public bool IsValueType => IsScalar && Kind != CSharpKind.Text;

    public static CSharpType Enum(string name) => new(CSharpKind.Enum, name, $"reader.Enum<{name}>()");

    public static CSharpType Model(string name) => new(CSharpKind.Model, name, $"{name}.Read(ref reader)");

    public static CSharpType ListOf(CSharpType item) => new(
        CSharpKind.List,
        $"IReadOnlyList<{item.Name}{(item.Kind == CSharpKind.Free ? "?" : "")}>",
        item == Text ? "reader.Texts()"
            : item.Kind is CSharpKind.Enum or CSharpKind.Model or CSharpKind.Free or CSharpKind.File ? $"reader.List({item.ItemReader})"
            : $"reader.Values({item.ItemReader})",
        Item: item);

    public static CSharpType MapOf(CSharpType item) =>
        new(CSharpKind.Map, $"IDictionary<string, {item.Name}>", $"reader.Map({item.ItemReader})", Item: item);

    /// <summary>How one item of it is read, as a delegate.</summary>
    private string ItemReader => Kind == CSharpKind.Model
        ? $"{Name}.Read"
        : $"static (ref ResponseReader item) => {Read.Replace("reader.", "item.", StringComparison.Ordinal)}";
}

/// <summary>The shapes that schemas have in C#.</summary>
internal enum CSharpKind
{
    Text,
    Instant,
    Date,
    Whole,
    Number,
    Flag,
    Enum,
    Model,
    Free,
    List,
    Map,
    File,
}
