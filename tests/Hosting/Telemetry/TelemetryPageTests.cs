using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Amity.Tests.Hosting.Telemetry;

/// <summary>docs/telemetry.md has exactly the names and messages that the library uses.</summary>
public sealed class TelemetryPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RepoFiles.Root, "docs", "telemetry.md"));

    private static readonly string[] Names =
        [.. typeof(AmityTelemetry).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Distinct()];

    [Test]
    public void Page_EveryName_IsInATable()
    {
        Names.Should().HaveCountGreaterThan(10);
        var tables = string.Join('\n', Page.Split('\n').Where(line => line.StartsWith('|')));

        Names.Should().OnlyContain(name => tables.Contains($"`{name}`"));
    }

    [Test]
    public void Page_EveryDottedName_IsOneOfTheLibrarys()
    {
        var shown = Regex.Matches(Page, "`((amity|http|server|error)\\.[a-z_.]+)`").Select(name => name.Groups[1].Value).Distinct();

        shown.Should().BeSubsetOf(Names);
    }

    [Test]
    public void Page_Log_IsTheLibrarysMessages()
    {
        var messages = typeof(AmityClient).Assembly.GetType("Amity.Core.Telemetry.AmityLog")!
            .GetMethods(BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>()
            .Select(message => $"| {message.EventId} | {message.Level} | {message.Message} |").ToList();
        var rows = Page.Split("## Logs")[1].Split("##")[0].Split('\n').Where(line => Regex.IsMatch(line, @"^\| \d"));

        messages.Should().HaveCountGreaterThan(3);
        rows.Should().Equal(messages);
    }
}
