namespace Amity.Sandbox.Contract;

/// <summary>One thing that the contract does not allow.</summary>
/// <param name="Text">Where it is and what is wrong with it.</param>
/// <param name="IsBrokenLimit">Whether the value is readable but outside its limits.</param>
internal sealed record Violation(string Text, bool IsBrokenLimit)
{
    public static Violation Unreadable(string place, string why) => new($"{place}: {why}", IsBrokenLimit: false);

    public static Violation OfLimit(string place, string limit) => new($"{place}: {limit}", IsBrokenLimit: true);
}
