using System.Xml.Linq;

namespace Amity.Tests.Generation.CSharp;

/// <summary>A property that the spec does not describe gets a sentence of its name and type, in plain English.</summary>
public sealed class PropertyDocTests
{
    [TestCase("displayName: {type: string, example: a}", "The display name of the room.")]
    [TestCase("id: {type: string, example: a}", "The id of the room.")]
    [TestCase("_id: {type: string, example: a, x-name: InternalId}", "The internal id of the room.")]
    [TestCase("parentRoomId: {type: string, example: a}", "The id of the parent room.")]
    [TestCase("userInternalId: {type: string, example: a}", "The internal id of the user.")]
    [TestCase("url: {type: string, example: a}", "The address of the room.")]
    [TestCase("avatarFileUrl: {type: string, example: a, format: uri}", "The address of the avatar file.")]
    [TestCase("createdBy: {type: string, example: a}", "Who created the room.")]
    [TestCase("banBy: {type: string, example: a}", "The value \"ban by\" of the room.")]
    [TestCase("createdAt: {type: string, format: date-time}", "When the room was created, in UTC.")]
    [TestCase("lastSeenAt: {type: string, format: date-time}", "When the room was last seen, in UTC.")]
    [TestCase("liveAt: {type: string, format: date-time}", "The time \"live at\" of the room, in UTC.")]
    [TestCase("startTime: {type: string, format: date-time}", "The start time of the room, in UTC.")]
    [TestCase("birthday: {type: string, format: date}", "The birthday of the room.")]
    [TestCase("from: {type: string, format: date}", "The value \"from\" of the room.")]
    [TestCase("isDeleted: {type: boolean}", "Whether the room is deleted.")]
    [TestCase("canReply: {type: boolean}", "Whether the room can reply.")]
    [TestCase("hasFlags: {type: boolean}", "Whether the room has flags.")]
    [TestCase("requiresJoinApproval: {type: boolean}", "Whether the room requires join approval.")]
    [TestCase("myReactions: {type: array, items: {type: string, example: a}}", "The caller's own reactions.")]
    [TestCase("mp4Url: {type: string, example: a}", "The address of the mp4.")]
    [TestCase("oauth2Scope: {type: string, example: a}", "The oauth2 scope of the room.")]
    [TestCase("muted: {type: boolean}", "Whether the room is muted.")]
    [TestCase("liveChatEnabled: {type: boolean}", "Whether live chat is enabled.")]
    [TestCase("showFeed: {type: boolean}", "Whether \"show feed\" holds for the room.")]
    [TestCase("notify: {type: boolean}", "Whether \"notify\" holds for the room.")]
    [TestCase("memberCount: {type: integer}", "The member count of the room.")]
    [TestCase("durationSeconds: {type: number}", "The duration of the room, in seconds.")]
    [TestCase("seconds: {type: integer, format: int32}", "The seconds of the room.")]
    [TestCase("score: {type: number}", "The score of the room.")]
    [TestCase("roleIds: {type: array, items: {type: string, example: a}}", "The role ids of the room.")]
    [TestCase("metadata: {type: object}", "The metadata of the room.")]
    [TestCase("reactions: {type: object, additionalProperties: {type: integer}}", "The reactions of the room.")]
    [TestCase("data: {}", "The data of the room.")]
    [TestCase("title: {type: string, example: a, description: 'At most <100> characters & \"quotes\".'}", "At most <100> characters & \"quotes\".")]
    [TestCase("title: {type: string, example: a, description: \"One.\\nTwo.\"}", "One. Two.")]
    public void Sentence_OfAProperty_IsPlainEnglish(string property, string sentence)
    {
        using var spec = new SmallSpec().Add("fields of Room", property);

        XElement.Parse(DocOf(spec, "Room")).Should().BeEquivalentTo(new XElement("summary", sentence));
    }

    [TestCase("now: {$ref: '#/components/schemas/RoomStatus'}", "Where a room stands.")]
    [TestCase("now: {$ref: '#/components/schemas/RoomStatus', description: Where it is now.}", "Where it is now.")]
    public void Property_OfANamedType_TakesItsWords(string property, string sentence)
    {
        using var spec = new SmallSpec().Add("fields of Room", property);

        XElement.Parse(DocOf(spec, "Room")).Value.Should().Be(sentence);
    }

    [TestCase("CreateRoomRequest", "The title of the room.")]
    [TestCase("RoomChange", "The title of the room change.")]
    [TestCase("BanRequest", "The title of the ban request.")]
    [TestCase("RoomV3", "The title of the room.")]
    [TestCase("UpdateRoomV3Request", "The title of the room.")]
    [TestCase("V3", "The title of the v3.")]
    public void Sentence_OfARequest_NamesWhatItIsAbout(string schema, string sentence)
    {
        using var spec = new SmallSpec()
            .Replace("#/components/schemas/RoomChange", $"#/components/schemas/{schema}")
            .Replace("    RoomChange:\n", $"    {schema}:\n");

        XElement.Parse(DocOf(spec, schema)).Value.Should().Be(sentence);
    }

    private static string DocOf(SmallSpec spec, string schema) => (string)spec.PlanOf(schema)["fields"]!.AsArray()[^1]!["doc"]!;
}
