using System.Net;
using System.Text;
using PactNet;
using PactNet.Exceptions;

namespace Amity.Tests.Contract.Consumer;

/// <summary>A form in a pact: whatever its boundary, each part has to be what the example is.</summary>
internal sealed class FormPactTests
{
    [TestCase("picture", "Pasta", true)]
    [TestCase("another", "Pasta", false)]
    [TestCase("picture", "Soup", false)]
    [TestCase("picture", null, false)]
    public async Task WithForm_FormSent_FitsWhenItsPartsDo(string file, string? title, bool fits)
    {
        using var folder = new TempFolder();
        var pact = Pact.V4(PactFile.Consumer, "forms", new PactConfig { PactDir = folder.FullName, LogLevel = PactLogLevel.Error, Outputters = [] })
            .WithHttpInteractions();
        pact.UponReceiving("a form").WithRequest(HttpMethod.Post, "/files")
            .WithForm([("file", SpecRequest.FileName, "picture"), ("title", null, "Pasta")])
            .WillRespond().WithStatus(200);
        using var form = new MultipartFormDataContent();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(file)) { Headers = { ContentType = new("application/octet-stream") } };
        form.Add(content, "file", SpecRequest.FileName);
        if (title is not null)
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(title)), "title");
        }

        HttpStatusCode? status = null;
        var act = () => pact.VerifyAsync(async context =>
        {
            using var http = new HttpClient();
            status = (await http.PostAsync(new Uri(context.MockServerUri, "/files"), form)).StatusCode;
        });

        if (fits)
        {
            await act.Should().NotThrowAsync();
        }
        else
        {
            await act.Should().ThrowAsync<PactFailureException>();
        }

        status.Should().Be(fits ? HttpStatusCode.OK : HttpStatusCode.InternalServerError);
    }
}
