using System.Text.Json.Nodes;

namespace Amity.Sandbox.Contract;

/// <summary>How many requests a user may send in a stretch of time, as the contract says.</summary>
internal sealed record RequestLimit(int Requests, TimeSpan Window)
{
    public static RequestLimit Of(JsonNode contract) =>
        contract["x-rate-limit"] is { } limit
            ? new RequestLimit((int)limit["requests"]!, TimeSpan.FromSeconds((double)limit["seconds"]!))
            : throw new InvalidOperationException("The contract has no x-rate-limit.");
}
