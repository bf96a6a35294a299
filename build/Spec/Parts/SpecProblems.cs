namespace Amity.Spec.Parts;

/// <summary>What is wrong with the spec, in the form that MSBuild and editors read.</summary>
internal sealed class SpecProblems
{
    private readonly SortedSet<string> _lines = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Lines => _lines;

    public void Add(Place place, ProblemKind kind, string text) =>
        _lines.Add($"{place.File}({place.Line},{place.Column}): error AMITY{(int)kind}: {text}");
}

/// <summary>The kinds of problems, by the number that their messages have.</summary>
internal enum ProblemKind
{
    NotYaml = 101,
    Duplicate = 102,
    DanglingReference = 103,
    Unused = 104,
    UnknownKeyword = 105,
    Missing = 106,
    PathParameter = 107,
    Unsupported = 108,
    Name = 109,
}
