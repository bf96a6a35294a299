using System.Reflection;
using System.Security.Cryptography;

namespace Amity.Tests.Hosting.DependencyInjection;

/// <summary>What holds a secret does not give it to a serializer, such as that of a settings page or of a log.</summary>
public sealed class SecretSerializationTests
{
    private const string Secret = "hush-hush";

    private static readonly RSA Key = RSA.Create();

    // One of each public type that is made with a secret.
    private static readonly object[] Holders =
    [
        new AmityToken(Secret),
        AmityCredential.Bearer(Secret),
        AmityCredential.AdminToken(Secret),
        AmityCredential.FromProvider(_ => Task.FromResult(new AmityToken(Secret))),
        new AmityNetworkOptions
        {
            Token = Secret,
            AdminToken = Secret,
            ApiKey = Secret,
            ServerKey = Secret,
            Credential = AmityCredential.Bearer(Secret),
        },
        new AmityClientOptions { ApiKey = Secret, ServerKey = Secret },
        new AmityClient(AmityRegion.Eu, AmityCredential.Bearer(Secret)),
        new RsaWatchTimeSigner(Key),
    ];

    // What the service gives and takes is sent as it is.
    private static IEnumerable<Type> OwnTypes =>
        typeof(AmityClient).Assembly.GetExportedTypes().Where(type => !typeof(AmityModel).IsAssignableFrom(type));

    [OneTimeTearDown]
    public void Dispose() => Key.Dispose();

    [TestCaseSource(nameof(Holders))]
    public void Secret_InJson_IsLeftOut(object holder)
    {
        string[] secrets = [Secret, Convert.ToBase64String(Key.ExportParameters(true).D!)];

        System.Text.Json.JsonSerializer.Serialize(holder, holder.GetType()).Should().NotContainAny(secrets);
        Newtonsoft.Json.JsonConvert.SerializeObject(holder).Should().NotContainAny(secrets);
    }

    [Test]
    public void Types_ThatAreMadeWithASecret_AreAllTried()
    {
        var takers = OwnTypes.Where(type => Parameters(type).Any(parameter => IsSecret(parameter.Name!, parameter.ParameterType))
            || type.GetProperties().Any(property => property.CanWrite && IsSecret(property.Name, property.PropertyType)));

        takers.Should().BeEquivalentTo(Holders.Select(holder => holder.GetType()).Distinct());
    }

    private static IEnumerable<ParameterInfo> Parameters(Type type) => type.GetConstructors().Cast<MethodBase>()
        .Concat(type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.ReturnType == type))
        .SelectMany(method => method.GetParameters());

    private static bool IsSecret(string name, Type type) =>
        type == typeof(AmityCredential) || typeof(AsymmetricAlgorithm).IsAssignableFrom(type) || (type == typeof(string) && IsSecret(name));

    private static bool IsSecret(string name) => name != nameof(AmityException.ContinuationToken)
        && new[] { "token", "secret", "password", "key" }.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
