using Amity.Tests.Unit;

namespace Amity.Tests.Contract.Consumer;

/// <summary>A result that lacks or changes what the example has is found.</summary>
internal sealed class ExampleResponseTests
{
    [TestCase("getRoom", "\"title\":", "\"name\":", "$.title was lost")]
    [TestCase("getRoom", "Friday cooking", "Saturday cooking", "$.title: Friday cooking became Saturday cooking")]
    [TestCase("getRoom", "\"displayName\":", "\"name\":", "$.users")]
    [TestCase("listViewerBans", "\"userPublicId\":", "\"publicId\":", "$[0].userPublicId: viewer-17 became")]
    [TestCase("listPresences", "\"lastHeartbeat\":", "\"last\":", "$[0].lastHeartbeat was lost")]
    [TestCase("getBroadcastCredentials", "\"coHostUrl\":", "\"url\":", "$.coHostUrl was lost")]
    [TestCase("createAuthTokenV3", "example-auth-token", "another", "$: example-auth-token became another")]
    public async Task MissingIn_AnotherResponse_NamesTheDifference(string operationId, string what, string with, string difference)
    {
        var response = SpecExamples.ResponseJson(operationId)!.ToJsonString();
        response.Should().Contain(what, "the change has to be one");
        await using var server = RawServer.Responding(RawServer.Ok(response.Replace(what, with, StringComparison.Ordinal)));
        using var client = new AmityClient(server.Address, AmityCredential.Bearer("token"), new AmityClientOptions { ServerKey = "key" });

        var result = await OperationCall.InvokeAsync(client, operationId, SpecExamples.Arguments(operationId));

        ExampleResponse.Of(operationId).MissingIn(result).Should().Contain(missing => missing.StartsWith(difference));
    }
}
