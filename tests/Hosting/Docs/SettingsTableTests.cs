using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Amity.Tests.Hosting.Docs;

/// <summary>docs/getting-started.md has every key of a section, with its default.</summary>
public sealed class SettingsTableTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RepoFiles.Root, "docs", "getting-started.md"));

    private static IEnumerable<(string Key, string Default)> Rows =>
        Regex.Matches(Page.Split("### Settings")[1].Split("###")[0], "^\\| `(.+?)` \\| (.*?) ?\\|", RegexOptions.Multiline)
            .Select(row => (row.Groups[1].Value, row.Groups[2].Value.Trim('`')));

    [Test]
    public void Table_HasTheKeysOfASectionAndTheirDefaults() => Rows.Should().Equal(
    [
        .. Settings("Network", string.Empty, new AmityNetworkOptions()),
        .. Settings("RateLimit", "RateLimit:", new AmityRateLimitOptions()),
        .. Settings("Client", "Client:", new AmityClientOptions()),
    ]);

    private static IEnumerable<(string Key, string Default)> Settings(string table, string prefix, object defaults)
    {
        var binder = typeof(AmityClient).Assembly.GetType("Amity.Core.Hosting.AmitySectionBinder")!;
        var settings = (IDictionary)binder.GetField(table, BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        return settings.Keys.Cast<string>().Select(key => (prefix + key, Text(defaults.GetType().GetProperty(key)!.GetValue(defaults))));
    }

    private static string Text(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        TimeSpan time => time.ToString(@"hh\:mm\:ss\.FFFFFFF", CultureInfo.InvariantCulture).TrimEnd('.'),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
