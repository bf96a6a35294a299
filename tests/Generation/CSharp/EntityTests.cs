namespace Amity.Tests.Generation.CSharp;

/// <summary>x-ids and x-joins name what is there, or are rejected where they stand.</summary>
public sealed class EntityTests
{
    private const string Unsupported = "AMITY108";
    private const string Name = "AMITY109";

    private const string Users = """
        User:
          type: object
          description: A user.
          x-ids: [userId]
          properties:
            userId: {type: string, example: a}
            roomId: {type: string, example: a}
            roomIds: {type: array, items: {type: string, example: a}}
        """;

    private const string Owner = "Owner: {to: User, by: [ownerId], description: Who owns the room.}";

    [Test]
    public void Ids_OfAnObject_MakeItAnEntity()
    {
        using var spec = Rooms();

        var plan = spec.PlanOf("Room");

        plan["id"]!.GetValue<string>().Should().Be("RoomId");
        plan["ids"]!.GetValue<string>().Should().Be("RoomId, OwnerId");
        plan["entity"]!.GetValue<bool>().Should().BeTrue();
    }

    [TestCase("Owner: {to: User, by: [ownerId], description: An owner.}", "User", "Find<User>(nameof(Owner), OwnerId)")]
    [TestCase("Owner: {to: User, by: [ownerId, roomId], description: An owner.}", "User", "Find<User>(nameof(Owner), OwnerId, RoomId)")]
    [TestCase("Guests: {to: User, by: [guestIds], description: Guests.}", "IReadOnlyList<User>", "FindAll<User>(nameof(Guests), GuestIds)")]
    [TestCase(
        "Guests: {to: User, by: [guestIds], back: roomId, description: Guests.}",
        "IReadOnlyList<User>",
        "FindAll<User>(nameof(Guests), GuestIds, RoomId, static (entity, id) => entity.RoomId == id)")]
    [TestCase("User: {to: User, by: [ownerId], description: An owner.}", "User", "Find<User>(nameof(User), OwnerId)")]
    [TestCase("Self: {to: Room, by: [ownerId], description: A room.}", "Room", "Find<Room>(nameof(Self), OwnerId)")]
    public void Join_OfEachKind_IsPlanned(string join, string type, string get)
    {
        using var spec = Rooms(join);

        var planned = spec.PlanOf("Room")["joins"]!.AsArray().Should().ContainSingle().Subject!;

        (planned["clr"]!.GetValue<string>(), planned["get"]!.GetValue<string>()).Should().Be((type, get));
    }

    [Test]
    public void Response_WithEntitiesInside_ShowsThem()
    {
        using var spec = Rooms(Owner, "byName: {type: object, additionalProperties: {$ref: '#/components/schemas/User'}}");

        spec.PlanOf("Room")["visits"]!.AsArray().Select(line => (string?)line).Should()
            .Equal("Each(_users, visit);", "Each(ByName?.Values, visit);");
        spec.PlanOf("RoomPage")["whole"]!.GetValue<bool>().Should().BeTrue();
        spec.PlanOf("User")["whole"]!.GetValue<bool>().Should().BeFalse("it is no response itself");
    }

    [TestCase("[▸rom]", "x-ids names fields of this object that are texts, and rom is none.")]
    [TestCase("[roomId, ▸guestIds]", "and guestIds is none.")]
    [TestCase("[roomId, ▸size]", "and size is none.")]
    [TestCase("[roomId, ▸status]", "and status is none.")]
    public void Ids_ThatAreNoTexts_AreRejected(string ids, string message)
    {
        using var spec = Rooms().Replace("[roomId, ownerId]", ids);

        spec.ShouldHaveOneProblem(Unsupported, $"Room: {(message[0] == 'x' ? message : string.Empty)}", message);
    }

    [Test]
    public void Ids_WithoutAny_AreRejected()
    {
        using var spec = Rooms().Replace("x-ids: [roomId, ownerId]", "▸x-ids: []");

        spec.ShouldHaveOneProblem(Unsupported, "Room: x-ids names at least one field.");
    }

    [TestCase("Owner: {▸to: Usr, by: [ownerId], description: An owner.}", "to names an object of responses that has x-ids.")]
    [TestCase("Owner: {▸to: Paging, by: [ownerId], description: An owner.}", "to names an object of responses that has x-ids.")]
    [TestCase("Owner: {▸to: RoomChange, by: [ownerId], description: An owner.}", "to names an object of responses that has x-ids.")]
    [TestCase("▸Owner: {by: [ownerId], description: An owner.}", "to names an object of responses that has x-ids.")]
    [TestCase("▸Owner: {to: User, description: An owner.}", "by names at least one field.")]
    [TestCase("▸Owner: {to: User, by: [], description: An owner.}", "by names at least one field.")]
    [TestCase("Owner: {to: User, by: [▸owner], description: An owner.}", "and owner is none.")]
    [TestCase("Owner: {to: User, by: [▸size], description: An owner.}", "and size is none.")]
    [TestCase("Owner: {to: User, by: [▸status], description: An owner.}", "and status is none.")]
    [TestCase("Owner: {to: User, by: [▸labels], description: An owner.}", "and labels is none.")]
    [TestCase("Owner: {to: User, by: [▸users], description: An owner.}", "and users is none.")]
    [TestCase("Owner: {to: User, ▸by: [guestIds, ownerId], description: An owner.}", "by names texts, or one list of texts.")]
    [TestCase("Owner: {to: User, by: [ownerId], ▸back: roomId, description: An owner.}", "back is supported where by names a list.")]
    [TestCase("Owner: {to: User, by: [guestIds], back: ▸rom, description: An owner.}", "back names a text of the other object")]
    [TestCase("Owner: {to: User, by: [guestIds], back: ▸roomIds, description: An owner.}", "back names a text of the other object")]
    public void Join_OfWhatIsNotThere_IsRejected(string join, string message)
    {
        using var spec = Rooms(join);

        spec.ShouldHaveOneProblem(Unsupported, "Room, join Owner: ", message);
    }

    [Test]
    public void JoinBack_ToAnObjectWithoutIds_IsRejected()
    {
        using var spec = Rooms("Guests: {to: User, by: [guestIds], back: ▸roomId, description: Guests.}").Replace("x-ids: [roomId, ownerId]\n      ", "");

        spec.ShouldHaveOneProblem(Unsupported, "which is an id of this one, by the x-ids of this one.");
    }

    [Test]
    public void Join_WithoutWords_IsRejected()
    {
        using var spec = Rooms("▸Owner: {to: User, by: [ownerId]}");

        spec.ShouldHaveOneProblem("AMITY106", "Room, join Owner: description is missing.");
    }

    [Test]
    public void Join_WithAnUnknownKeyword_IsRejected()
    {
        using var spec = Rooms("Owner: {to: User, by: [ownerId], description: An owner., ▸from: Room}");

        spec.ShouldHaveOneProblem("AMITY105", "Room, join Owner: 'from' is not a keyword here");
    }

    [TestCase("Size")]
    [TestCase("OwnerId")]
    [TestCase("Room")]
    [TestCase("Included")]
    [TestCase("Visit")]
    [TestCase("class")]
    [TestCase("a b")]
    public void Join_OfATakenName_IsRejected(string name)
    {
        using var spec = Rooms($"▸{name}: {{to: User, by: [ownerId], description: An owner.}}");

        spec.ShouldHaveOneProblem(Name, $"Room, join {name}: C# does not take this name, or a field or a member of every object has it.");
    }

    [TestCase("▸User: {to: Room, by: [ownerId], description: A room.}")]
    [TestCase("▸User: {to: User, by: [guestIds], description: Users.}")]
    public void Join_ThatHidesTheTypeOfAField_IsRejected(string join)
    {
        using var spec = Rooms(join);

        spec.ShouldHaveOneProblem(Name, "Room, field users: the join User hides its type: give the join another name.");
    }

    [TestCase("x-ids: [title]", "x-ids")]
    [TestCase("x-joins: {Owner: {to: User, by: [title], description: An owner.}}", "x-joins")]
    public void Object_ThatIsSent_IsNoEntity(string keyword, string name)
    {
        using var spec = Rooms().Replace("description: The fields to change.", $"description: The fields to change.\n      ▸{keyword}");

        spec.ShouldHaveOneProblem(Unsupported, $"RoomChange: {name} is supported for objects that only come in responses.");
    }

    private static SmallSpec Rooms(string join = Owner, string field = "more: {type: boolean}") => new SmallSpec()
        .Add("keywords of Room", $"x-ids: [roomId, ownerId]\nx-joins:\n  {join}")
        .Add("fields of Room", "ownerId: {type: string, example: a}\nguestIds: {type: array, items: {type: string, example: a}}\nsize: {type: integer}\n"
            + "labels: {type: object, additionalProperties: {type: string, example: a}}\nusers: {type: array, items: {$ref: '#/components/schemas/User'}}\n"
            + field)
        .Add("schemas", Users);
}
