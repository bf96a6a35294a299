using NJsonSchema;
using NSwag;

namespace Amity.DriftCheck.Contract;

/// <summary>
/// The contract limits what is sent, and hardly what comes back. What comes back must be fit to be sent back, though:
/// a room id or a page token over the limit could not be used.
/// </summary>
internal static class ResponseLimits
{
    public static void Apply(OpenApiDocument document)
    {
        var schemas = document.Components.Schemas;
        var create = schemas["CreateRoomRequest"];
        var ids = schemas["RemoveParticipantRequest"].Properties["participantUserId"];
        Copy(create.Properties["title"], schemas["Room"].Properties["title"]);
        Copy(create.Properties["description"], schemas["Room"].Properties["description"]);
        Copy(create.Properties["thumbnailFileId"], schemas["Room"].Properties["thumbnailFileId"]);
        Copy(create.Properties["parentRoomId"], schemas["Room"].Properties["roomId"]);
        Copy(ids, schemas["Participant"].Properties["userId"]);
        Copy(ids, schemas["ViewerBan"].Properties["userPublicId"]);
        Copy(schemas["PageOptions"].Properties["token"], schemas["Paging"].Properties["next"]);
        Copy(schemas["PageOptions"].Properties["token"], schemas["Paging"].Properties["prev"]);
    }

    private static void Copy(JsonSchema sent, JsonSchema received) => received.MaxLength = sent.MaxLength;
}
