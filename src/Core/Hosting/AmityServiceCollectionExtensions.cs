using Amity;
using Amity.Core.Authentication;
using Amity.Core.Hosting;
using Amity.Core.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Registers clients of social.plus: an <see cref="AmityClient"/> and the client of each area, singletons whose connections
/// come from <see cref="IHttpClientFactory"/>. A client with a name is a keyed service under that name.
/// </summary>
public static class AmityServiceCollectionExtensions
{
    /// <summary>Registers the client of the application's only network, or of its main one, from a configuration section.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section, with the keys of <see cref="AmityNetworkOptions"/>; a section that is missing ends the start-up.</param>
    /// <returns>The builder of the connections, for further message handlers and for headers by <c>ConfigureHttpClient</c>.</returns>
    /// <exception cref="InvalidOperationException">There is already a client without a name.</exception>
    public static IHttpClientBuilder AddAmity(this IServiceCollection services, IConfigurationSection section) =>
        services.AddAmity(Options.Options.DefaultName, section);

    /// <summary>Registers the client of the application's only network, or of its main one, from code.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the connections, for further message handlers and for headers by <c>ConfigureHttpClient</c>.</returns>
    /// <exception cref="InvalidOperationException">There is already a client without a name.</exception>
    public static IHttpClientBuilder AddAmity(this IServiceCollection services, Action<AmityNetworkOptions> configure) =>
        services.AddAmity(Options.Options.DefaultName, configure);

    /// <summary>Registers the client of one of several networks from a configuration section.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key that the client is injected by.</param>
    /// <param name="section">The section, with the keys of <see cref="AmityNetworkOptions"/>; a section that is missing ends the start-up.</param>
    /// <returns>The builder of the connections, for further message handlers and for headers by <c>ConfigureHttpClient</c>.</returns>
    /// <exception cref="InvalidOperationException">There is already a client of that name.</exception>
    public static IHttpClientBuilder AddAmity(this IServiceCollection services, string name, IConfigurationSection section)
    {
        var source = section ?? throw new ArgumentNullException(nameof(section));
        var registration = AmityRegistration.Add(services, name, source.Path);
        services.AddSingleton<IConfigureOptions<AmityNetworkOptions>>(new AmitySectionBinder(registration, source));
        return AddNetwork(services, registration);
    }

    /// <summary>Registers the client of one of several networks from code.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key that the client is injected by.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the connections, for further message handlers and for headers by <c>ConfigureHttpClient</c>.</returns>
    /// <exception cref="InvalidOperationException">There is already a client of that name.</exception>
    public static IHttpClientBuilder AddAmity(this IServiceCollection services, string name, Action<AmityNetworkOptions> configure)
    {
        var set = configure ?? throw new ArgumentNullException(nameof(configure));
        var registration = AmityRegistration.Add(services, name, section: null);
        services.Configure(registration.Name, set);
        return AddNetwork(services, registration);
    }

    private static IHttpClientBuilder AddNetwork(IServiceCollection services, AmityRegistration registration)
    {
        services.AddSingleton<IValidateOptions<AmityNetworkOptions>>(provider =>
            new AmityNetworkValidator(
                registration, provider.GetRequiredService<IHttpMessageHandlerFactory>(), registration.HttpClientSettings(provider)));
        services.AddOptions<AmityNetworkOptions>(registration.Name).ValidateOnStart();

        if (registration.Name.Length == 0)
        {
            services.AddSingleton(registration.Open);
        }
        else
        {
            services.AddKeyedSingleton(registration.Name, (provider, _) => registration.Open(provider));
        }

        foreach (var (type, of) in AmityClient.Parts)
        {
            services.Add(registration.Name.Length == 0
                ? ServiceDescriptor.Singleton(type, provider => of(provider.GetRequiredService<AmityClient>()))
                : ServiceDescriptor.KeyedSingleton(type, registration.Name, (provider, key) => of(provider.GetRequiredKeyedService<AmityClient>(key))));
        }

        // For an application that logs headers all the same.
        services.PostConfigure<HttpClientFactoryOptions>(registration.HandlerName, factory =>
        {
            var isRedacted = factory.ShouldRedactHeaderValue;
            factory.ShouldRedactHeaderValue = header =>
                AmityCredential.Headers.Concat(AmityKeys.Headers).Contains(header, StringComparer.OrdinalIgnoreCase) || isRedacted(header);
        });

        // The library logs its calls itself, without addresses; the factory would log every attempt's address once more.
        return services.AddHttpClient(registration.HandlerName)
            .ConfigurePrimaryHttpMessageHandler(AmityConnections.NewHandler)
            // Defaults of the application may repeat any request; the library's own rules know which may be.
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => handlers.Clear())
            .RemoveAllLoggers();
    }
}
