using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Amity;

/// <summary>Reads a configuration section key by key, without reflection, and refuses what it does not know: a misspelt key would go unseen.</summary>
internal sealed class AmitySectionBinder(AmityRegistration registration, IConfigurationSection section) : IConfigureNamedOptions<AmityNetworkOptions>
{
    private static readonly Dictionary<string, Action<AmityNetworkOptions, string>> Network = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(AmityNetworkOptions.Region)] = (options, text) => options.Region = text,
        [nameof(AmityNetworkOptions.BaseAddress)] = (options, text) => options.BaseAddress = new Uri(text, UriKind.Absolute),
        [nameof(AmityNetworkOptions.Token)] = (options, text) => options.Token = text,
        [nameof(AmityNetworkOptions.AdminToken)] = (options, text) => options.AdminToken = text,
    };

    private static readonly Dictionary<string, Action<AmityClientOptions, string>> Client = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(AmityClientOptions.AllowInsecureHttp)] = (options, text) => options.AllowInsecureHttp = bool.Parse(text),
        [nameof(AmityClientOptions.Pacing)] = (options, text) => options.Pacing = bool.Parse(text),
        [nameof(AmityClientOptions.MaxRetries)] = (options, text) => options.MaxRetries = Number(text),
        [nameof(AmityClientOptions.MaxRetryAfter)] = (options, text) => options.MaxRetryAfter = Time(text),
        [nameof(AmityClientOptions.AttemptTimeout)] = (options, text) => options.AttemptTimeout = Time(text),
        [nameof(AmityClientOptions.Timeout)] = (options, text) => options.Timeout = Time(text),
        [nameof(AmityClientOptions.MaxAnswerBytes)] = (options, text) => options.MaxAnswerBytes = Number(text),
        [nameof(AmityClientOptions.MaxJsonDepth)] = (options, text) => options.MaxJsonDepth = Number(text),
        [nameof(AmityClientOptions.MaxPages)] = (options, text) => options.MaxPages = Number(text),
        [nameof(AmityClientOptions.PrefetchPages)] = (options, text) => options.PrefetchPages = Number(text),
        [nameof(AmityClientOptions.BulkConcurrency)] = (options, text) => options.BulkConcurrency = Number(text),
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
            throw Refused([$"The configuration has no section '{section.Path}'."]);
        }

        var client = section.GetSection(nameof(AmityNetworkOptions.Client));
        string[] failures =
        [
            .. section.GetChildren().Where(key => key.Path != client.Path).SelectMany(key => Read(key, Network, options)),
            .. client.GetChildren().SelectMany(key => Read(key, Client, options.Client)),
        ];
        if (failures.Length > 0)
        {
            throw Refused(failures);
        }
    }

    private OptionsValidationException Refused(IEnumerable<string> failures) => new(registration.Name, typeof(AmityNetworkOptions), failures);

    private static IEnumerable<string> Read<T>(IConfigurationSection key, Dictionary<string, Action<T, string>> settings, T options)
    {
        if (!settings.TryGetValue(key.Key, out var set))
        {
            return [$"{key.Path} is not a setting; the settings here are {string.Join(", ", settings.Keys)}."];
        }

        try
        {
            set(options, key.Value ?? throw new FormatException());
            return [];
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            // Without the value: somebody may have put a token there.
            return [$"{key.Path} cannot be read as what it sets."];
        }
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture);

    // A mere number would be taken for days.
    private static TimeSpan Time(string text) => text.Contains(':') ? TimeSpan.Parse(text, CultureInfo.InvariantCulture) : throw new FormatException();
}
