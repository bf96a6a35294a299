using System.Text.Json;
using Amity.Sandbox.Contract;
using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Pipeline;

/// <summary>What changing a response on purpose needs.</summary>
internal static class SpoiledBody
{
    /// <summary>Deeper than any body that the sandbox takes in, with the envelope around it.</summary>
    public static readonly JsonDocumentOptions Reading = new() { MaxDepth = 256 };

    /// <summary>What stands in place of an enum value; null in place of anything else.</summary>
    public static string? UnknownValue(ContractSchema schema) => schema.IsEnumeration ? "sandboxUnknown" : null;

    /// <summary>Lets a response have a body whose status would forbid one.</summary>
    public static void Allow(HttpResponse response)
    {
        if (response.StatusCode == StatusCodes.Status204NoContent)
        {
            response.StatusCode = StatusCodes.Status200OK;
        }
    }
}
