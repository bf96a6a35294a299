namespace Amity.Tests.Sandbox;

/// <summary>The check that other tests rest on finds every kind of violation.</summary>
public sealed class SchemaCheckTests
{
    [TestCase("RoomResult", """{"rooms":[{"roomId":"r","newField":1}]}""", "newField")]
    [TestCase("RoomResult", """{"rooms":[{"moderation":{"flagLabels":[{"newField":1}]}}]}""", "newField")]
    [TestCase("RoomResult", """{"rooms":[{"status":"terminated"}]}""", "NotInEnumeration")]
    [TestCase("RoomResult", """{"rooms":[{"title":7}]}""", "StringExpected")]
    [TestCase("RoomResult", """{"rooms":[{"title":null}]}""", "StringExpected")]
    [TestCase("RoomResult", """{"rooms":[{"createdAt":"yesterday"}]}""", "DateTimeExpected")]
    [TestCase("RoomResult", """{"users":[{"flagCount":1.5}]}""", "IntegerExpected")]
    [TestCase("RoomResult", """{"rooms":{}}""", "ArrayExpected")]
    [TestCase("CreateRoomRequest", """{}""", "PropertyRequired")]
    [TestCase("ViewerIdsRequest", """{"userIds":[]}""", "TooFewItems")]
    [TestCase("ViewerIdsRequest", """{"userIds":[""]}""", "StringTooShort")]
    [TestCase("RoomResult", "", "empty")]
    [TestCase("RoomResult", "{", "not JSON")]
    [TestCase("Nothing", "{}", "no schema Nothing")]
    public void Validate_Violation_IsFound(string schema, string json, string expected) => SchemaCheck.Validate(schema, json).Should().ContainSingle().Which.Should().Contain(expected);

    [TestCase("RoomResult", """{"rooms":[{"metadata":{"anything":{"at":[1,null]}}}]}""")]
    [TestCase("AmityFile", """{"attributes":{"metadata":{"exif":{"a":1},"gps":{"b":{}}}}}""")]
    [TestCase("ApiError", """{"data":{"detail":{"anything":1}}}""")]
    [TestCase("ApiError", """{"data":{"detail":["text"]}}""")]
    public void Validate_FreeObject_MayHoldAnything(string schema, string json) => SchemaCheck.Validate(schema, json).Should().BeEmpty();

    [TestCase("getRoom", 418, "{}", "does not declare status 418")]
    [TestCase("getRoom", 418, "{}", "does not declare status 418")]
    [TestCase("getRoom", 200, null, "empty")]
    [TestCase("getRoom", 404, """{"message":7}""", "StringExpected")]
    [TestCase("getRecordingLocation", 302, "{}", "declares no body")]
    [TestCase("flyAway", 200, "{}", "no operation flyAway")]
    public void ValidateResponse_Violation_IsFound(string operationId, int status, string? body, string expected) =>
        SchemaCheck.ValidateResponse(operationId, status, body).Should().ContainSingle().Which.Should().Contain(expected);

    [TestCase("getRoom", 200, """{"rooms":[]}""")]
    [TestCase("getRoom", 404, """{"status":"error","code":400400,"message":"Room not found."}""")]
    [TestCase("getRecordingLocation", 302, "")]
    [TestCase("getRecordingLocation", 302, null)]
    public void ValidateResponse_DeclaredResponse_HasNoViolation(string operationId, int status, string? body) => SchemaCheck.ValidateResponse(operationId, status, body).Should().BeEmpty();
}
