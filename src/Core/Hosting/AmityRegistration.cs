using Amity.Core.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Amity.Core.Hosting;

/// <summary>One client that an application has registered: its name, and where its options come from.</summary>
internal sealed class AmityRegistration
{
    private readonly string? _section;

    private AmityRegistration(string name, string? section)
    {
        Name = name;
        _section = section;
        HandlerName = name.Length == 0 ? "Amity" : $"Amity:{name}";
    }

    /// <summary>
    /// The client's name; empty for the one without a name. Its options and its connections go by this name, never by a default.
    /// </summary>
    internal string Name { get; }

    /// <summary>What <see cref="IHttpClientFactory"/> knows the connections by.</summary>
    internal string HandlerName { get; }

    /// <summary>Makes the registration known, and rejects a second one of its name.</summary>
    internal static AmityRegistration Add(IServiceCollection services, string name, string? section)
    {
        var registration = new AmityRegistration(name ?? throw new ArgumentNullException(nameof(name)), section);
        if ((services ?? throw new ArgumentNullException(nameof(services)))
            .Any(service => !service.IsKeyedService && service.ImplementationInstance is AmityRegistration other && other.Name == name))
        {
            throw new InvalidOperationException(name.Length == 0
                ? "There is already an Amity client without a name: give each network's client a name of its own."
                : $"There is already an Amity client named '{name}': give each network's client a name of its own.");
        }

        services.AddSingleton(registration);
        return registration;
    }

    /// <summary>How a message names an option: by its configuration key, or by its property where code set it.</summary>
    internal string KeyOf(string option) => _section is not null ? $"{_section}:{option}"
        : Name.Length == 0 ? $"{nameof(AmityNetworkOptions)}.{option.Replace(':', '.')}"
        : $"{nameof(AmityNetworkOptions)}.{option.Replace(':', '.')} of '{Name}'";

    /// <summary>How a message names an option of <see cref="AmityNetworkOptions.RateLimit"/>.</summary>
    internal string RateLimitKeyOf(string option) => KeyOf($"{nameof(AmityNetworkOptions.RateLimit)}:{option}");

    /// <summary>How a message names an option of <see cref="AmityNetworkOptions.Client"/>.</summary>
    internal string ClientKeyOf(string option) => KeyOf($"{nameof(AmityNetworkOptions.Client)}:{option}");

    /// <summary>Opens the client, with its own options and connections.</summary>
    internal AmityClient Open(IServiceProvider provider)
    {
        var network = provider.GetRequiredService<IOptionsMonitor<AmityNetworkOptions>>().Get(Name);
        var options = network.Settings();
        options.Handler = new AmityFactoryHandler(provider.GetRequiredService<IHttpMessageHandlerFactory>(), HandlerName);
        options.LoggerFactory ??= provider.GetService<ILoggerFactory>();
        var client = new AmityClient(network.Address(), network.Identity(), options);
        HttpClientSettings(provider).Apply(client.Connections!);
        return client;
    }

    internal AmityHttpClientSettings HttpClientSettings(IServiceProvider provider) =>
        new(this, provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>());
}
