namespace Amity.Spec.Parts;

/// <summary>What is wrong with the spec.</summary>
internal sealed class SpecProblems
{
    private readonly HashSet<SpecProblem> _problems = [];

    /// <summary>Every problem once, in the order of their places, in the form that MSBuild and editors read.</summary>
    public IReadOnlyList<string> Lines =>
    [
        .. _problems.OrderBy(problem => problem.Place.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Place.Line).ThenBy(problem => problem.Place.Column)
            .ThenBy(problem => problem.Text, StringComparer.Ordinal)
            .Select(problem => problem.ToString()),
    ];

    public void Add(Place place, ProblemKind kind, string text) => _problems.Add(new SpecProblem(place, kind, text));

    /// <summary>Adds that something stands in two places.</summary>
    /// <param name="what">What it is, as the beginning of a sentence.</param>
    /// <param name="place">Where it stands again.</param>
    /// <param name="first">Where it stands first.</param>
    public void AddDuplicate(string what, Place place, Place first) =>
        Add(place, ProblemKind.Duplicate, $"{what} is also in {first.File}, line {first.Line}.");

    /// <summary>Adds each key that an object needs and does not have.</summary>
    /// <param name="node">The object.</param>
    /// <param name="needed">The keys.</param>
    /// <param name="where">What it is.</param>
    /// <param name="place">Where it stands.</param>
    public void AddMissing(SpecMap node, string[] needed, string where, Place place)
    {
        foreach (var key in needed.Where(key => node.Find(key) is null))
        {
            Add(place, ProblemKind.Missing, $"{where}: {key} is missing.");
        }
    }

    public bool Has(ProblemKind kind) => _problems.Any(problem => problem.Kind == kind);
}

/// <summary>One thing that is wrong with the spec.</summary>
internal sealed record SpecProblem(Place Place, ProblemKind Kind, string Text)
{
    public override string ToString() => $"{Place.File}({Place.Line},{Place.Column}): error AMITY{(int)Kind}: {Text}";
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
    WrongKind = 110,
}
