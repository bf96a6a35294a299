namespace Amity.DriftCheck.Findings;

/// <summary>A way in which an answer differs from the contract.</summary>
internal enum FindingKind
{
    NewField,
    TypeChange,
    NewEnumValue,
    LimitExceeded,
    NullValue,
    DateFormat,
    UndocumentedStatus,
    UnknownErrorCode,
    RedirectHost,
    NotJson,
}
