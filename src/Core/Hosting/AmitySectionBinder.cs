using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Amity.Core.Hosting;

/// <summary>Reads a configuration section key by key, and rejects what it does not know: a misspelt key would go unseen.</summary>
internal sealed class AmitySectionBinder(AmityRegistration registration, IConfigurationSection section) : IConfigureNamedOptions<AmityNetworkOptions>
{
    // Each sets its option, or says in which form the value has to be.
    private static readonly Dictionary<string, Func<AmityNetworkOptions, string, string?>> Network = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(AmityNetworkOptions.Region)] = (options, text) => Text(text, value => options.Region = value),
        [nameof(AmityNetworkOptions.BaseAddress)] = (options, text) => Address(text, value => options.BaseAddress = value),
        [nameof(AmityNetworkOptions.Token)] = (options, text) => Text(text, value => options.Token = value),
        [nameof(AmityNetworkOptions.AdminToken)] = (options, text) => Text(text, value => options.AdminToken = value),
        [nameof(AmityNetworkOptions.ApiKey)] = (options, text) => Text(text, value => options.ApiKey = value),
        [nameof(AmityNetworkOptions.ServerKey)] = (options, text) => Text(text, value => options.ServerKey = value),
    };

    private static readonly Dictionary<string, Func<AmityRateLimitOptions, string, string?>> RateLimit = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(AmityRateLimitOptions.Requests)] = (options, text) => Number(text, value => options.Requests = value),
        [nameof(AmityRateLimitOptions.Window)] = (options, text) => Time(text, value => options.Window = value),
    };

    private static readonly Dictionary<string, Func<AmityClientOptions, string, string?>> Client = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(AmityClientOptions.AllowInsecureHttp)] = (options, text) => Switch(text, value => options.AllowInsecureHttp = value),
        [nameof(AmityClientOptions.RateLimiting)] = (options, text) => Switch(text, value => options.RateLimiting = value),
        [nameof(AmityClientOptions.MaxRetries)] = (options, text) => Number(text, value => options.MaxRetries = value),
        [nameof(AmityClientOptions.MaxRetryAfter)] = (options, text) => Time(text, value => options.MaxRetryAfter = value),
        [nameof(AmityClientOptions.AttemptTimeout)] = (options, text) => Time(text, value => options.AttemptTimeout = value),
        [nameof(AmityClientOptions.Timeout)] = (options, text) => Time(text, value => options.Timeout = value),
        [nameof(AmityClientOptions.MaxResponseBytes)] = (options, text) => Number(text, value => options.MaxResponseBytes = value),
        [nameof(AmityClientOptions.MaxJsonDepth)] = (options, text) => Number(text, value => options.MaxJsonDepth = value),
        [nameof(AmityClientOptions.MaxJsonValues)] = (options, text) => Number(text, value => options.MaxJsonValues = value),
        [nameof(AmityClientOptions.MaxPages)] = (options, text) => Number(text, value => options.MaxPages = value),
        [nameof(AmityClientOptions.PrefetchPages)] = (options, text) => Number(text, value => options.PrefetchPages = value),
        [nameof(AmityClientOptions.BulkConcurrency)] = (options, text) => Number(text, value => options.BulkConcurrency = value),
    };

    // A network takes one of each pair.
    private static readonly Dictionary<string, string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(AmityNetworkOptions.Region)] = nameof(AmityNetworkOptions.BaseAddress),
        [nameof(AmityNetworkOptions.BaseAddress)] = nameof(AmityNetworkOptions.Region),
        [nameof(AmityNetworkOptions.Token)] = nameof(AmityNetworkOptions.AdminToken),
        [nameof(AmityNetworkOptions.AdminToken)] = nameof(AmityNetworkOptions.Token),
    };

    public void Configure(AmityNetworkOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, AmityNetworkOptions options)
    {
        if (name != registration.Name)
        {
            return;
        }

        if (!section.Exists())
        {
            throw Rejected([$"The configuration has no section '{section.Path}'."]);
        }

        string[] failures = [.. section.GetChildren().Where(key => !IsReplaced(key)).SelectMany(key => Read(key, options))];
        if (failures.Length > 0)
        {
            throw Rejected(failures);
        }
    }

    private OptionsValidationException Rejected(IEnumerable<string> failures) =>
        new(registration.Name, typeof(AmityNetworkOptions), failures);

    // A later source, such as a test's, need not know which one of a pair an earlier one gives.
    private bool IsReplaced(IConfigurationSection key) => Others.TryGetValue(key.Key, out var other)
        && IsGiven(section.GetSection(other)) && ConfigurationSources.IsLater(section, other, key.Key);

    // A later source cannot remove a key: it sets it to null, or to an empty text where it knows no null.
    private static bool IsGiven(IConfigurationSection key) => !string.IsNullOrEmpty(key.Value);

    private static IEnumerable<string> Read(IConfigurationSection key, AmityNetworkOptions options) =>
        key.Key.Equals(nameof(options.Client), StringComparison.OrdinalIgnoreCase) ? ReadAll(key, Client, () => options.Client)
        : key.Key.Equals(nameof(options.RateLimit), StringComparison.OrdinalIgnoreCase)
            ? ReadAll(key, RateLimit, () => options.RateLimit ??= new AmityRateLimitOptions())
            : Read(key, Network, options);

    private static IEnumerable<string> ReadAll<T>(
        IConfigurationSection section, Dictionary<string, Func<T, string, string?>> settings, Func<T> options) => IsGiven(section)
        ? [$"{section.Path} is a section and takes no value."]
        : section.GetChildren().SelectMany(key => Read(key, settings, options()));

    // Never with the value: somebody may have put a token there.
    private static IEnumerable<string> Read<T>(IConfigurationSection key, Dictionary<string, Func<T, string, string?>> settings, T options)
    {
        if (!settings.TryGetValue(key.Key, out var set))
        {
            return [$"{key.Path} is not a setting; the settings here are {string.Join(", ", settings.Keys)}."];
        }

        if (key.GetChildren().Any())
        {
            return [$"{key.Path} takes one value, not a section or a list."];
        }

        return IsGiven(key) && set(options, key.Value!) is { } form ? [$"{key.Path}: the value is not {form}."] : [];
    }

    private static string? Text(string text, Action<string> set)
    {
        set(text);
        return null;
    }

    private static string? Address(string text, Action<Uri> set) =>
        Set(Uri.TryCreate(text, UriKind.Absolute, out var value), value!, set, $"an absolute address such as {AmityRegion.Eu.BaseAddress}");

    private static string? Switch(string text, Action<bool> set) => Set(bool.TryParse(text, out var value), value, set, "true or false");

    private static string? Number(string text, Action<int> set)
    {
        var isRead = int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value);
        return Set(isRead, value, set, $"a whole number up to {int.MaxValue}");
    }

    // A mere number would be taken for days.
    private static string? Time(string text, Action<TimeSpan> set)
    {
        var isRead = TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && text.Contains(':');
        return Set(isRead, value, set, "a time span such as 00:00:30");
    }

    private static string? Set<T>(bool isRead, T value, Action<T> set, string form)
    {
        if (!isRead)
        {
            return form;
        }

        set(value);
        return null;
    }
}
