using PactNet;
using PactNet.Matchers;

namespace Amity.Tests.Contract.Consumer;

/// <summary>The parts of responses that the client relies on, by type.</summary>
internal static class ResponseMatchers
{
    public static IMatcher Instant => Match.Regex("2026-03-06T18:00:03.112Z", @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$");

    public static object Host => new { type = Match.Type("host"), userId = Match.Type(PactValues.Host) };

    /// <summary>Responses with one room, given its fields.</summary>
    public static void WithRoom(this IResponseBuilderV4 response, object room) =>
        response.WithStatus(200).WithJsonBody(new { rooms = Match.MinType(room, 1) });

    /// <summary>Responses with an error; callers tell errors apart by status and code, so these are exact.</summary>
    public static void WithError(this IResponseBuilderV4 response, ushort status, int code) =>
        response.WithStatus(status).WithJsonBody(new { code, message = Match.Type("What went wrong.") });
}
