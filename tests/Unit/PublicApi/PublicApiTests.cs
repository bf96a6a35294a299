using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using PublicApiGenerator;

namespace Amity.Tests.Unit.PublicApi;

/// <summary>The public surface, generated members included, changes only when somebody means it: Amity.approved.txt is it, the same for every build.</summary>
public sealed partial class PublicApiTests
{
    // How a model is bound to JSON is not the callers' business.
    private static readonly string[] Unseen =
    [
        typeof(JsonPropertyAttribute).FullName!,
        typeof(JsonIgnoreAttribute).FullName!,
        typeof(JsonConverterAttribute).FullName!,
        typeof(JsonExtensionDataAttribute).FullName!,
        typeof(JsonObjectAttribute).FullName!,
        typeof(System.ComponentModel.TypeConverterAttribute).FullName!,
        typeof(System.Text.Json.Serialization.JsonIgnoreAttribute).FullName!,
        typeof(System.Text.Json.Serialization.JsonConverterAttribute).FullName!,
        typeof(System.Text.Json.Serialization.JsonPropertyNameAttribute).FullName!,
        typeof(System.Text.Json.Serialization.JsonExtensionDataAttribute).FullName!,
    ];

    [Test]
    public void PublicSurface_OfTheLibrary_IsTheApprovedOne()
    {
        var approvedFile = Path.Combine(Folder(), "Amity.approved.txt");
        var receivedFile = Path.Combine(Folder(), "Amity.received.txt");
        // Nothing is left out for its namespace: AddAmity is where IServiceCollection is.
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false, ExcludeAttributes = Unseen, DenyNamespacePrefixes = [] };
        var surface = Lines(ParsableOfNet().Replace(typeof(AmityClient).Assembly.GeneratePublicApi(options), string.Empty));
        var approvedText = File.Exists(approvedFile) ? File.ReadAllText(approvedFile) : string.Empty;
        var approved = Lines(TestedBuild.Framework == "netstandard2.0" ? DiagnosticIdOfNet().Replace(approvedText, string.Empty) : approvedText);

        if (!surface.SequenceEqual(approved))
        {
            File.WriteAllText(receivedFile, string.Join('\n', surface) + "\n");
            Assert.Fail(
                $"""
                The public surface changed. If that is meant, move {receivedFile} over Amity.approved.txt.
                {string.Join('\n', approved.Except(surface).Select(line => $"- {line}").Concat(surface.Except(approved).Select(line => $"+ {line}")))}
                """);
        }

        File.Delete(receivedFile);
    }

    // .NET Standard has no such interface; its methods are there all the same.
    [GeneratedRegex(@", System\.IParsable<[\w.]+>")]
    private static partial Regex ParsableOfNet();

    // In .NET Standard the attribute has no such property.
    [GeneratedRegex(", DiagnosticId=\"\\w+\"")]
    private static partial Regex DiagnosticIdOfNet();

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd().Split('\n');

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
