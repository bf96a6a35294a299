namespace Amity.DriftCheck.Findings;

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
