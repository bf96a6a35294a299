using System.Text.Json;
using Amity.Cli.Output;

namespace Amity.Cli.Runs;

/// <summary>A request that is shown instead of sent; without headers, so without a token.</summary>
internal sealed record DryRunRequest(string Method, string Address, JsonElement? Body)
{
    public static IReadOnlyList<Column<DryRunRequest>> Columns { get; } =
    [
        new("method", request => request.Method),
        new("address", request => request.Address),
        new("body", request => request.Body),
    ];
}
