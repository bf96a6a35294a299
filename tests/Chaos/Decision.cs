namespace Amity.Tests.Chaos;

internal enum Work
{
    BulkBan,
    BulkUnban,
    Ban,
    Unban,
    Enumeration,
    Remove,
    Stop,
    Delete,
    Create,
}

/// <summary>What a moderator does next. Drawn whole, whatever came of the decisions before, so that a seed fixes all of them.</summary>
internal sealed record Decision(Work Work, int Size, double Start, bool WithStaff, TimeSpan? CancelAfter, bool RunsRemaining)
{
    private static readonly Work[] Weighted =
    [
        .. Enumerable.Repeat(Work.BulkBan, 5),
        .. Enumerable.Repeat(Work.BulkUnban, 4),
        .. Enumerable.Repeat(Work.Ban, 4),
        .. Enumerable.Repeat(Work.Unban, 3),
        .. Enumerable.Repeat(Work.Enumeration, 2),
        .. Enumerable.Repeat(Work.Remove, 4),
        Work.Stop,
        Work.Delete,
        .. Enumerable.Repeat(Work.Create, 2),
    ];

    internal static Decision Draw(Random random)
    {
        var work = Weighted[random.Next(Weighted.Length)];
        var size = 1 + (int)(random.NextDouble() * random.NextDouble() * 250);
        var start = random.NextDouble();
        var withStaff = random.NextDouble() < 0.08;
        var cancels = random.NextDouble() < 0.12;
        var after = TimeSpan.FromMilliseconds(random.Next(0, 600));
        return new Decision(work, size, start, withStaff, cancels ? after : null, random.NextDouble() < 0.5);
    }
}
