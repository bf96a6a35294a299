using System.Text.Json;

namespace Amity.Sandbox.Contract;

/// <summary>How many requests a user may send in a stretch of time, as the contract says.</summary>
internal sealed record RequestLimit(int Requests, TimeSpan Window)
{
    public static RequestLimit Of(JsonElement contract)
    {
        var limit = contract.GetProperty("x-rate-limit");
        return new RequestLimit(limit.GetProperty("requests").GetInt32(), TimeSpan.FromSeconds(limit.GetProperty("seconds").GetDouble()));
    }
}
