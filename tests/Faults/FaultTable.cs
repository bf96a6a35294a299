using static Amity.AmityErrorCategory;
using static Amity.AmityTransportFailure;
using static Amity.Sandbox.SandboxFault;
using static Amity.Tests.Faults.Again;

namespace Amity.Tests.Faults;

/// <summary>What is promised of every fault, and where a response's form makes a difference.</summary>
internal static class FaultTable
{
    public static IReadOnlyList<FaultRow> Rows { get; } =
    [
        new(LatencyBeforeHandler, Failure.Wire(AmityTransportFailure.Timeout), WhereHarmless),
        new(LatencyAfterHandler, Failure.Wire(AmityTransportFailure.Timeout), WhereHarmless),
        new(ResetBeforeHandler, Failure.Wire(Reset), WhereHarmless),
        new(ResetAfterHandler, Failure.Wire(Reset), WhereHarmless),
        new(CloseBeforeHandler, Failure.Wire(Reset), WhereHarmless),
        new(CloseAfterHandler, Failure.Wire(Reset), WhereHarmless),
        new(StalledBody, Failure.Wire(AmityTransportFailure.Timeout), WhereHarmless),
        new(TruncatedBody, Failure.Wire(Reset), WhereHarmless),
        new(TruncatedChunks, Failure.Wire(Reset), WhereHarmless),
        new(TruncatedJson, Failure.Wire(Malformed), WhereHarmless),
        new(WrongContentType, null),
        new(HtmlBadGatewayBeforeHandler, Failure.Api(502, ServiceFailure), WhereHarmless),
        new(HtmlBadGatewayAfterHandler, Failure.Api(502, ServiceFailure), WhereHarmless),
        new(EmptyResponseBeforeHandler, Failure.Wire(Malformed), WhereHarmless),
        new(EmptyResponseAfterHandler, Failure.Wire(Malformed), WhereHarmless),
        new(SuccessFalseBeforeHandler, Failure.SaysNo),
        new(SuccessFalseAfterHandler, Failure.SaysNo),
        new(TooManyRequests, Failure.RateLimit, Again.Always, SaysNotDone: true),
        new(TooManyRequestsRetryAfterSeconds, Failure.RateLimit, Again.Always, SaysNotDone: true),
        new(TooManyRequestsRetryAfterDate, Failure.RateLimit, Again.Always, SaysNotDone: true),
        new(UnauthorizedUntilRefreshed, Failure.Api(401, Unauthorized), SaysNotDone: true),
        new(UnknownEnumValues, null),
        new(NullArrays, null),
        new(NullInnerArrays, null),
        new(ExtraFields, null),
        new(GzipBody, null),
        new(CorruptGzipBody, Failure.Wire(Malformed), WhereHarmless),
        new(OversizedBody, Failure.Wire(TooLarge)),
        new(OversizedChunks, Failure.Wire(TooLarge)),
        new(OversizedGzipBody, Failure.Wire(TooLarge)),
        new(DeeplyNestedBody, Failure.Wire(TooLarge)),
        new(Redirect307, Failure.Api(307, Other)),
        new(Redirect302, Failure.Api(302, Other)),
    ];

    /// <summary>The row of a fault for an operation.</summary>
    public static FaultRow Of(SandboxFault fault, ResponseForm form)
    {
        var row = Rows.Single(row => row.Fault == fault);
        return (fault, form) switch
        {
            // The target is in a header; nobody needs the body.
            (Redirect302 or Redirect307 or DeeplyNestedBody or OversizedBody or OversizedChunks or OversizedGzipBody, ResponseForm.Location) => new(fault, null),
            (_, ResponseForm.Location) when SpoilsTheBody(fault) => new(fault, null),
            (EmptyResponseBeforeHandler or EmptyResponseAfterHandler, ResponseForm.Location) => new(fault, Failure.SaysNo),
            (SuccessFalseBeforeHandler or SuccessFalseAfterHandler or NullArrays, ResponseForm.One) => new(fault, Failure.Wire(Malformed), WhereHarmless),
            // Any text is one, but for a page; half of one too, and it has no levels.
            (SuccessFalseBeforeHandler or SuccessFalseAfterHandler or WrongContentType, ResponseForm.Text or ResponseForm.Value) =>
                new(fault, Failure.Wire(Malformed), WhereHarmless),
            (TruncatedJson or DeeplyNestedBody, ResponseForm.Text) or (DeeplyNestedBody, ResponseForm.Value) => new(fault, null),
            // Nothing in the spec tells them from a response that has nothing to tell.
            (SuccessFalseBeforeHandler or SuccessFalseAfterHandler, ResponseForm.Page or ResponseForm.List or ResponseForm.Fields or ResponseForm.Nothing) =>
                new(fault, null),
            _ => row,
        };
    }

    /// <summary>Whether a fault leaves the status as it is and only the body unreadable.</summary>
    public static bool SpoilsTheBody(SandboxFault fault) => fault is StalledBody or TruncatedBody or TruncatedChunks or TruncatedJson or CorruptGzipBody;

    /// <summary>What a readable response says.</summary>
    public static Content ContentOf(SandboxFault fault, ResponseForm form) => (fault, form) switch
    {
        (Redirect302 or Redirect307, ResponseForm.Location) => Content.Elsewhere,
        (SuccessFalseBeforeHandler or SuccessFalseAfterHandler, _) => Content.Nothing,
        (NullArrays, ResponseForm.Page or ResponseForm.List) => Content.Nothing,
        _ => Content.Truth,
    };
}
