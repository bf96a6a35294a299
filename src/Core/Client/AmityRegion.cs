namespace Amity;

/// <summary>The region that a network lives in; the social.plus console shows which.</summary>
public sealed class AmityRegion
{
    private AmityRegion(string name)
    {
        Name = name;
        BaseAddress = new Uri($"https://apix.{name}.amity.co");
    }

    /// <summary>United States, <c>https://apix.us.amity.co</c>.</summary>
    public static AmityRegion Us { get; } = new("us");

    /// <summary>Europe, <c>https://apix.eu.amity.co</c>.</summary>
    public static AmityRegion Eu { get; } = new("eu");

    /// <summary>Singapore, <c>https://apix.sg.amity.co</c>.</summary>
    public static AmityRegion Sg { get; } = new("sg");

    /// <summary>The region's short name: us, eu or sg.</summary>
    public string Name { get; }

    /// <summary>The address that the region's calls go to.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Finds a region by its short name, in any case.</summary>
    /// <param name="name">us, eu or sg.</param>
    /// <exception cref="ArgumentException">There is no region of that name.</exception>
    public static AmityRegion Parse(string name) =>
        new[] { Us, Eu, Sg }.FirstOrDefault(region => string.Equals(region.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no region '{name}'; the regions are us, eu and sg.", nameof(name));

    /// <inheritdoc />
    public override string ToString() => Name;
}
