using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Amity.Tests.Hosting.Docs;

/// <summary>docs/getting-started.md has every key of a section with its default.</summary>
public sealed class SettingsTableTests
{
    private static readonly Dictionary<string, string> Rows = Regex
        .Matches(File.ReadAllText(Path.Combine(RepoFiles.Root, "docs", "getting-started.md")).Split("### Settings")[1].Split("###")[0], "^\\| `(.+?)` \\| (.*?) ?\\|", RegexOptions.Multiline)
        .ToDictionary(row => row.Groups[1].Value, row => row.Groups[2].Value.Trim('`'));

    [TestCase("Network", "", typeof(AmityNetworkOptions))]
    [TestCase("RateLimit", "RateLimit:", typeof(AmityRateLimitOptions))]
    [TestCase("Client", "Client:", typeof(AmityClientOptions))]
    public void Table_OfASection_HasItsKeysAndDefaults(string section, string prefix, Type options)
    {
        var keys = (IDictionary)typeof(AmityClient).Assembly.GetType("Amity.AmitySectionBinder")!.GetField(section, BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        var defaults = Activator.CreateInstance(options);

        Rows.Where(row => row.Key.StartsWith(prefix, StringComparison.Ordinal) && row.Key.Contains(':') == (prefix.Length > 0))
            .Should().Equal(keys.Keys.Cast<string>().Select(key => KeyValuePair.Create(prefix + key, Text(options.GetProperty(key)!.GetValue(defaults)))));
    }

    private static string Text(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture).TrimEnd('0') is var text && text.Contains('.') ? text : time.ToString("c", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
