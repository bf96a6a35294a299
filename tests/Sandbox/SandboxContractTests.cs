using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NSwag;

namespace Amity.Tests.Sandbox;

internal sealed class SandboxContractTests : SandboxTest
{
    [TestCase("127.0.0.1")]
    [TestCase("localhost")]
    public async Task Contract_Served_IsTheSpecWithTheRequestedAddressAsItsOnlyServer(string host)
    {
        var address = new UriBuilder(Sandbox.Address) { Host = host }.Uri;

        var served = await ReadAsync(address);

        served.Servers.Select(server => server.Url).Should().Equal(address.GetLeftPart(UriPartial.Authority));
        Rest(served).Should().Be(Rest(await OpenApiDocument.FromFileAsync(RepoFiles.Spec)));
    }

    [Test]
    public async Task Contract_Served_HasEveryExampleOfAnArgumentButPageTokens()
    {
        var served = Examples(await ReadAsync(Sandbox.Address));

        var changed = Examples(Spec.Document).Except(served).ToList();

        changed.Should().NotBeEmpty().And.OnlyContain(argument => argument.MayHoldToken);
        served.Should().Contain(("listRooms", "options", """{"limit":20}""", true)).And.Contain(("listViewerBans", "token", "", true));
    }

    [TestCase("GET", "api/v1/room")]
    [TestCase("POST", "")]
    [TestCase("POST", "api/v1/rooms/x/recorded")]
    public async Task Address_OutsideTheContract_IsNotFound(string method, string target) =>
        (await SendAsync(method, target)).ShouldBe(404, 400400);

    private async Task<OpenApiDocument> ReadAsync(Uri address)
    {
        var response = await SendAsync("GET", new Uri(address, "openapi/amity.json").AbsoluteUri, authorization: "");

        response.Status.Should().Be(200);
        return await OpenApiDocument.FromJsonAsync(Encoding.UTF8.GetString(response.Bytes));
    }

    private static List<(string OperationId, string Name, string Example, bool MayHoldToken)> Examples(OpenApiDocument document) =>
    [
        .. from description in document.Operations
           from parameter in description.Operation.ActualParameters
           let schema = parameter.ActualSchema
           let mayHoldToken = schema.ActualProperties.Values.Append(schema).Any(value => value.ActualSchema.Format == "token")
           let example = parameter.Example is null ? "" : JToken.FromObject(parameter.Example).ToString(Formatting.None)
           select (description.Operation.OperationId, parameter.Name, example, mayHoldToken),
    ];

    // The test of the examples compares them.
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
