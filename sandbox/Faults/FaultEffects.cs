namespace Amity.Sandbox.Faults;

/// <summary>Every fault with its effect.</summary>
internal static class FaultEffects
{
    private static readonly Dictionary<SandboxFault, FaultEffect> Effects = new()
    {
        [SandboxFault.LatencyBeforeHandler] = After(LatencyEffects.Send) with { Before = LatencyEffects.Wait },
        [SandboxFault.LatencyAfterHandler] = After(LatencyEffects.WaitAndSend),
        [SandboxFault.ResetBeforeHandler] = Instead(ConnectionEffects.Reset),
        [SandboxFault.ResetAfterHandler] = After(ConnectionEffects.Reset),
        [SandboxFault.CloseBeforeHandler] = Instead(ConnectionEffects.Close),
        [SandboxFault.CloseAfterHandler] = After(ConnectionEffects.Close),
        [SandboxFault.StalledBody] = After(PartialBodyEffects.Stall),
        [SandboxFault.TruncatedBody] = After(PartialBodyEffects.CutAnnounced),
        [SandboxFault.TruncatedChunks] = After(PartialBodyEffects.CutChunks),
        [SandboxFault.TruncatedJson] = After(PartialBodyEffects.CutJson),
        [SandboxFault.WrongContentType] = After(EncodingEffects.SendAsHtml),
        [SandboxFault.HtmlBadGatewayBeforeHandler] = Instead(ReplacementEffects.HtmlBadGateway),
        [SandboxFault.HtmlBadGatewayAfterHandler] = After(ReplacementEffects.HtmlBadGateway),
        [SandboxFault.EmptyResponseBeforeHandler] = Instead(ReplacementEffects.Empty),
        [SandboxFault.EmptyResponseAfterHandler] = After(ReplacementEffects.Empty),
        [SandboxFault.SuccessFalseBeforeHandler] = Instead(ReplacementEffects.Failure),
        [SandboxFault.SuccessFalseAfterHandler] = After(ReplacementEffects.Failure),
        [SandboxFault.TooManyRequests] = Instead(RejectionEffects.TooManyRequests),
        [SandboxFault.TooManyRequestsRetryAfterSeconds] = Instead(RejectionEffects.TooManyRequestsForSeconds),
        [SandboxFault.TooManyRequestsRetryAfterDate] = Instead(RejectionEffects.TooManyRequestsUntilDate),
        [SandboxFault.UnauthorizedUntilRefreshed] = Instead(RejectionEffects.Unauthorized),
        [SandboxFault.UnknownEnumValues] = After(ShapeEffects.UnknownEnumValues),
        [SandboxFault.NullArrays] = After(ShapeEffects.NullArrays),
        [SandboxFault.NullInnerArrays] = After(ShapeEffects.NullInnerArrays),
        [SandboxFault.ExtraFields] = After(ShapeEffects.ExtraFields),
        [SandboxFault.GzipBody] = After(EncodingEffects.Gzip),
        [SandboxFault.CorruptGzipBody] = After(EncodingEffects.CorruptGzip),
        [SandboxFault.OversizedBody] = After(SizeEffects.Announced),
        [SandboxFault.OversizedChunks] = After(SizeEffects.Chunks),
        [SandboxFault.OversizedGzipBody] = After(SizeEffects.Gzip),
        [SandboxFault.DeeplyNestedBody] = After(SizeEffects.Nested),
        [SandboxFault.Redirect307] = Instead(RejectionEffects.Redirect307),
        [SandboxFault.Redirect302] = Instead(RejectionEffects.Redirect302),
    };

    public static FaultEffect Of(SandboxFault fault) =>
        Effects.GetValueOrDefault(fault) ?? throw new ArgumentOutOfRangeException(nameof(fault), fault, "There is no such fault.");

    private static FaultEffect Instead(Func<FaultedExchange, Task> apply) => new(RunsHandler: false, apply);

    private static FaultEffect After(Func<FaultedExchange, Task> apply) => new(RunsHandler: true, apply);
}

/// <summary>What a fault does to a request.</summary>
/// <param name="RunsHandler">Whether the sandbox handles the request.</param>
/// <param name="Apply">What the client gets instead of the true response.</param>
internal sealed record FaultEffect(bool RunsHandler, Func<FaultedExchange, Task> Apply)
{
    /// <summary>What happens before the request is handled, if anything.</summary>
    public Func<FaultedExchange, Task>? Before { get; init; }
}
