using System.Net;

namespace Amity.Tests.Hosting.Page;

/// <summary>The sandbox's root is a page to read the contract on.</summary>
public sealed class ReferencePageTests
{
    [Test]
    public async Task Root_InABrowserWithoutInternet_ShowsEveryOperation()
    {
        if (Chromium.File is null)
        {
            Assert.Ignore("There is no Chromium on this machine; .ci/run installs one.");
        }

        await using var sandbox = await AmitySandbox.StartAsync();

        var document = WebUtility.HtmlDecode(await Chromium.DocumentOfAsync(sandbox.Address));

        Spec.Operations.Should().HaveCountGreaterThanOrEqualTo(14);
        document.Should().ContainAll(Spec.Operations.Values.Select(entry => entry.Operation.Summary.TrimEnd('.')));
    }

    [Test]
    public async Task Root_ForAnybody_NamesNoOtherHost()
    {
        await using var sandbox = await AmitySandbox.StartAsync();
        using var http = new HttpClient { BaseAddress = sandbox.Address };

        var page = await http.GetStringAsync("");

        page.Should().Contain("openapi/amity.yaml").And.NotContain("https://");
    }

    [TestCase("nothing")]
    [TestCase("openapi")]
    [TestCase("amity")]
    public async Task OtherAddresses_BesideTheRoot_AreStillNotFound(string path)
    {
        await using var sandbox = await AmitySandbox.StartAsync();
        using var http = new HttpClient { BaseAddress = sandbox.Address };

        using var answer = await http.GetAsync(path);

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }
}
