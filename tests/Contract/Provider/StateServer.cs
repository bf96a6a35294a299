using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Amity.Tests.Contract.Provider;

/// <summary>Brings about one provider state, and gives the values that the request needs from it.</summary>
internal delegate Task<IReadOnlyDictionary<string, string>> EstablishState(string state, IReadOnlyDictionary<string, string> parameters);

/// <summary>Takes the verifier's calls that ask for a provider state; a state that cannot be brought about fails the verification.</summary>
internal static class StateServer
{
    public static IReadOnlyDictionary<string, string> NoValues { get; } = new Dictionary<string, string>();

    public static Task<LoopbackServer> StartAsync(EstablishState establish) => LoopbackServer.StartAsync(async context =>
    {
        var change = (await JsonNode.ParseAsync(context.Request.Body))!;
        var parameters = change["params"]?.AsObject() ?? [];
        try
        {
            var values = await establish(
                (string)change["state"]!,
                parameters.ToDictionary(parameter => parameter.Key, parameter => parameter.Value!.ToString()));
            await context.Response.WriteAsJsonAsync(values);
        }
        catch (Exception exception)
        {
            // The core would ask again for two minutes after a 500.
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await TestContext.Error.WriteLineAsync(exception.ToString());
        }
    });
}
