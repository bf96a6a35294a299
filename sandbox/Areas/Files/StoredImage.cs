using System.Text.Json.Nodes;
using Amity.Sandbox.Documents;
using Amity.Sandbox.Operations;

namespace Amity.Sandbox.Areas.Files;

/// <summary>An image that exists by name only.</summary>
internal static class StoredImage
{
    public const string Type = "AmityFile";

    public static void AddTo(OperationHandlers handlers) => handlers.Keep(Type);

    public static Document AddImage(this SandboxState state, string fileId) => state.Documents.Of(Type).Put(fileId, new JsonObject
    {
        ["fileId"] = fileId,
        ["fileUrl"] = $"https://files.example.com/{Uri.EscapeDataString(fileId)}/thumbnail.png",
        ["type"] = "image",
        ["accessType"] = "public",
        ["altText"] = "A picture in the sandbox",
        ["createdAt"] = state.Now.ToWire(),
        ["updatedAt"] = state.Now.ToWire(),
        ["attributes"] = new JsonObject
        {
            ["name"] = "thumbnail.png",
            ["extension"] = "png",
            ["size"] = 20_480,
            ["mimeType"] = "image/png",
            ["metadata"] = new JsonObject { ["width"] = 1280, ["height"] = 720, ["isFull"] = false },
        },
    });
}
