namespace Amity.Tests.Chaos;

/// <summary>One thing that calls can change, such as whether a viewer is banned: in which states it can be after all that was reported to its caller.</summary>
internal sealed class PossibleState(string id)
{
    private bool _canBeFalse = true;
    private bool _canBeTrue;

    internal string Id { get; } = id;

    /// <summary>What the last call wanted; null before the first one.</summary>
    internal bool? Wanted { get; private set; }

    /// <summary>Whether the last call did not say that it is done, so that it is to be made again.</summary>
    internal bool IsPending { get; private set; }

    internal bool IsRejected { get; private set; }

    internal bool IsSurely(bool value) => value ? !_canBeFalse : !_canBeTrue;

    internal bool CanBe(bool value) => value ? _canBeTrue : _canBeFalse;

    internal void Note(bool wanted, ReportedOutcome reported)
    {
        Wanted = wanted;
        IsPending = reported is ReportedOutcome.NotDone or ReportedOutcome.Perhaps;
        IsRejected = reported == ReportedOutcome.Rejected;
        if (reported is ReportedOutcome.Done or ReportedOutcome.Perhaps)
        {
            Allow(wanted, only: reported == ReportedOutcome.Done);
        }
    }

    /// <summary>The service says that there is nothing to do: nothing was changed by this call, and nothing is left to try.</summary>
    internal void NothingToDo() => IsPending = false;

    private void Allow(bool value, bool only)
    {
        _canBeTrue = value || (_canBeTrue && !only);
        _canBeFalse = !value || (_canBeFalse && !only);
    }
}
