using System.Text.Json;
using System.Text.RegularExpressions;
using Amity.Tests.Contract.Provider;

namespace Amity.Tests.Contract.AnyProvider;

/// <summary>What a failure says of a provider: paths, kinds and status codes, none of its values.</summary>
internal sealed class MaskingTests : ProviderCheckTest
{
    private const string ARoom = "the example of getRoom";
    private const string UnknownRoom = "getRoom with an unknown roomId";
    private const string Secret = "eyJhbGciOiJIUzI1NiJ9-5ecret";

    private static readonly Dictionary<string, Func<ProviderResponse, ProviderResponse>> Changes = new()
    {
        ["a number for each text"] = Rewritten("\":\"", "\":1,\"of\":\""),
        ["a secret in an unknown field"] = Rewritten("\"title\":", $"\"secret\":[\"{Secret}\"],\"name\":"),
        ["other names"] = Rewritten("\":", "s\":"),
        ["other texts"] = Rewritten("\":\"", $"\":\"{Secret}"),
        ["texts in lists"] = Rewritten("\":\"", $"\":[\"{Secret}\"],\"was\":\""),
        ["secrets as numbers"] = Rewritten("\":\"", "\":4915550001111,\"was\":\""),
        ["half a character"] = Rewritten("\"title\":\"", $"\"title\":\"\\ud83d{Secret}"),
        ["no JSON"] = Rewritten("{", $"{{{Secret}"),
        ["a text only"] = response => response with { Body = JsonSerializer.SerializeToUtf8Bytes(Secret) },
        ["another status"] = response => response with { Status = 418 },
        ["another media type"] = response => response with { MediaType = "text/html" },
        ["a redirect"] = response => response with { Status = 307, Location = $"https://media.example.com/{Secret}?token={Secret}" },
    };

    [TestCaseSource(nameof(ChangeNames))]
    public async Task RunAsync_ProviderFails_SaysNoValueOfIt(string change)
    {
        var room = AddRichRoom();
        await using var provider = await AlteringProvider.StartAsync(Sandbox.Address, Changes[change]);

        var outcomes = await RunAsync(provider.Address, room);

        var texts = outcomes.Values.Where(outcome => outcome.Kind == OutcomeKind.Failed).Select(outcome => outcome.Text).ToList();
        texts.Should().NotBeEmpty().And.OnlyContain(text => text.StartsWith("responded "));
        string.Join('\n', texts).Should().NotContainAny([Secret, "4915550001111", .. SentValues()]);
    }

    [TestCase("\"2026-03-06T18:00:03Z\"", OutcomeKind.Passed)]
    [TestCase("\"2026-03-06T18:00:03.1124567Z\"", OutcomeKind.Passed)]
    [TestCase("\"2026-03-06T18:00:03.112\"", OutcomeKind.Failed)]
    [TestCase("\"2026-03-06T18:00:03.112Z\\n\"", OutcomeKind.Failed)]
    [TestCase("\"\"", OutcomeKind.Failed)]
    [TestCase("1772820003112", OutcomeKind.Failed)]
    [TestCase("null", OutcomeKind.Failed)]
    public async Task RunAsync_InstantInAnotherForm_HasVerdictOnWhatTheProviderSent(string instant, OutcomeKind kind)
    {
        await using var provider = await AlteringProvider.StartAsync(
            Sandbox.Address,
            body => Regex.Replace(body, "\"liveAt\":\"[^\"]+\"", $"\"liveAt\":{instant}"));

        var outcomes = await RunAsync(provider.Address, AddRichRoom());

        outcomes[ARoom].Kind.Should().Be(kind);
    }

    [TestCase("400400", OutcomeKind.Passed)]
    [TestCase("400300", OutcomeKind.Failed)]
    [TestCase("\"400400\"", OutcomeKind.Failed)]
    public async Task RunAsync_CodeOfError_HasVerdictOnWhatTheProviderSent(string code, OutcomeKind kind)
    {
        await using var provider = await AlteringProvider.StartAsync(
            Sandbox.Address,
            body => body.Replace("\"code\":400400", $"\"code\":{code}", StringComparison.Ordinal));

        var outcomes = await RunAsync(provider.Address, AddRichRoom());

        outcomes[UnknownRoom].Kind.Should().Be(kind);
    }

    [Test]
    public async Task RunAsync_FieldRenamed_NamesPathAndKindOfFailure()
    {
        var room = AddRichRoom();
        await using var provider = await AlteringProvider.StartAsync(
            Sandbox.Address,
            body => body.Replace("\"users\"", "\"people\"", StringComparison.Ordinal));

        var outcomes = await RunAsync(provider.Address, room);

        outcomes[ARoom].Text.Should()
            .Contain("$ -> Actual map is missing the following keys: users").And.Contain("\"displayName\": \"(masked)\"");
    }

    private static IEnumerable<string> ChangeNames() => Changes.Keys;

    private static Func<ProviderResponse, ProviderResponse> Rewritten(string what, string with) =>
        AlteringProvider.Body(body => body.Replace(what, with, StringComparison.Ordinal));
}
