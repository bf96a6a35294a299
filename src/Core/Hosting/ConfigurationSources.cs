using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Amity.Core.Hosting;

/// <summary>Knows the order of the sources behind a section: files, the environment, what a test adds.</summary>
internal static class ConfigurationSources
{
    // A section does not publish its root. Where it cannot be had, the section counts as one source.
    private static readonly FieldInfo? Root =
        typeof(ConfigurationSection).GetField("_root", BindingFlags.Instance | BindingFlags.NonPublic);

    /// <summary>Whether a key's value comes from a later source than another's.</summary>
    internal static bool IsLater(IConfigurationSection section, string key, string other) => Last(section, key) > Last(section, other);

    private static int Last(IConfiguration configuration, string key) => Given(configuration, key).ToList().LastIndexOf(true);

    // For each source, in their order, whether it gives the key a value that counts.
    private static IEnumerable<bool> Given(IConfiguration configuration, string key) => configuration switch
    {
        IConfigurationRoot root => root.Providers.SelectMany(provider =>
            (provider is ChainedConfigurationProvider chained ? Given(chained.Configuration, key) : [true])
            .Select(given => given && provider.TryGet(key, out _))),
        ConfigurationSection section when Root?.GetValue(section) is IConfigurationRoot root =>
            Given(root, ConfigurationPath.Combine(section.Path, key)),
        _ => [configuration[key] is not null],
    };
}
