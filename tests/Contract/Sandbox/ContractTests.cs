namespace Amity.Tests.Contract.SandboxBehaviour;

internal sealed class ContractTests : SandboxTest
{
    [Test]
    public async Task Contract_Served_IsTheSpecByteForByte()
    {
        var answer = await SendAsync("GET", "openapi/amity.yaml", authorization: "");

        answer.Status.Should().Be(200);
        answer.Bytes.Should().Equal(await File.ReadAllBytesAsync(RepoFiles.Spec));
    }

    [TestCase("GET", "api/v1/room")]
    [TestCase("POST", "")]
    [TestCase("POST", "api/v1/rooms/x/recorded")]
    public async Task Address_OutsideTheContract_IsNotFound(string method, string target) =>
        (await SendAsync(method, target)).ShouldBe(404, 400400);
}
