namespace Amity.DriftCheck.Findings;

/// <summary>One difference, however often it was seen.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Operation">Whose response it was.</param>
/// <param name="Path">Where in the JSON, without the places in lists; empty for the response as a whole.</param>
/// <param name="Detail">What was seen, without anything that could be a secret or somebody's text.</param>
internal sealed record Finding(FindingKind Kind, string Operation, string Path, string Detail);

/// <summary>A way in which a response differs from the contract.</summary>
internal enum FindingKind
{
    NewField,
    MissingContent,
    OtherRoom,
    TypeChange,
    NewEnumValue,
    LimitExceeded,
    NullValue,
    DateFormat,
    PagingLoop,
    UnexpectedStatus,
    UndocumentedStatus,
    UnknownErrorCode,
    RedirectHost,
    NotJson,
}

/// <summary>A finding and how often it was met.</summary>
internal sealed record CountedFinding(Finding Finding, int Count);
