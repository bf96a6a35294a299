using Amity.Tests.Unit;
using Newtonsoft.Json.Linq;

namespace Amity.Tests.Faults;

/// <summary>Whether a response says what it should.</summary>
internal static class ResponseCheck
{
    public static void Check(object? response, Content content, SandboxFixture fixture)
    {
        switch (response)
        {
            case null:
                // It only confirms, or its confirmation did not show what it is about.
                break;
            case Uri location:
                (location == fixture.Elsewhere.Address).Should().Be(content == Content.Elsewhere);
                break;
            case string text:
                text.Should().NotBeEmpty();
                break;
            default:
                // Of a page the token alone says nothing; what else is in responses is read in the tests of the samples.
                var said = response.GetType().GetProperty("Items")?.GetValue(response) ?? OperationCall.WholeOf(response)!;
                SaysSomething(said).Should().Be(content != Content.Nothing);
                break;
        }
    }

    private static bool SaysSomething(object response) =>
        ((JContainer)JToken.FromObject(response)).Descendants().OfType<JValue>().Any(value => value.Value is not (null or false));
}
