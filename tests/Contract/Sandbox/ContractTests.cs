using System.Text;
using NSwag;

namespace Amity.Tests.Contract.SandboxBehaviour;

internal sealed class ContractTests : SandboxTest
{
    [TestCase("127.0.0.1")]
    [TestCase("localhost")]
    public async Task Contract_Served_IsTheSpecWithTheRequestedAddressAsItsOnlyServer(string host)
    {
        var address = new UriBuilder(Sandbox.Address) { Host = host }.Uri;

        var response = await SendAsync("GET", new Uri(address, "openapi/amity.yaml").AbsoluteUri, authorization: "");

        response.Status.Should().Be(200);
        var served = await OpenApiYamlDocument.FromYamlAsync(Encoding.UTF8.GetString(response.Bytes));
        served.Servers.Select(server => server.Url).Should().Equal(address.GetLeftPart(UriPartial.Authority));
        Rest(served).Should().Be(Rest(await OpenApiYamlDocument.FromFileAsync(RepoFiles.Spec)));
    }

    [TestCase("GET", "api/v1/room")]
    [TestCase("POST", "")]
    [TestCase("POST", "api/v1/rooms/x/recorded")]
    public async Task Address_OutsideTheContract_IsNotFound(string method, string target) =>
        (await SendAsync(method, target)).ShouldBe(404, 400400);

    // Examples of page tokens are left out; the page's own test sends the examples that remain.
    private static string Rest(OpenApiDocument document)
    {
        document.Servers.Clear();
        foreach (var parameter in document.Operations.SelectMany(description => description.Operation.Parameters))
        {
            parameter.Example = null;
        }

        return document.ToJson();
    }
}
