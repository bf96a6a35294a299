using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.AspNetCore.Builder;

namespace Amity.Tests.Conventions;

/// <summary>A type of the library can be named wherever it is used, and is found among few.</summary>
public sealed class TypeNameTests
{
    /// <summary>What <c>ImplicitUsings</c> imports into applications, web applications included.</summary>
    private static readonly string[] Imported =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Net.Http.Json", "System.Threading",
        "System.Threading.Tasks", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    private static readonly Type[] Types = typeof(AmityClient).Assembly.GetExportedTypes();

    [Test]
    public void Types_OfTheLibrary_AreNoneThatApplicationsImport()
    {
        var imported = FrameworkTypes().Where(type => Imported.Contains(type.Namespace)).ToList();

        imported.Select(type => type.Namespace).Distinct().Should().BeEquivalentTo(Imported, "each of them has types");
        Types.Select(NameOf).Should().NotIntersectWith(imported.Select(type => type.Name));
    }

    [Test]
    public void Types_OfAllNamespaces_HaveNamesOfTheirOwn() =>
        Types.Where(type => !type.IsNested).Select(NameOf).Should().OnlyHaveUniqueItems();

    [Test]
    public void Namespaces_OfTheLibrary_AreFewAndItsOwnIsSmall()
    {
        Types.Select(type => type.Namespace).Distinct().Should().HaveCountLessThanOrEqualTo(10);
        Types.Count(type => type.Namespace == "Amity").Should().BeLessThan(60);
    }

    /// <summary>A type's name whatever its type parameters, as another of that name would be taken for it by readers.</summary>
    private static string NameOf(Type type) => type.Name.Split('`')[0];

    /// <summary>The public types of .NET and of ASP.NET, read without loading them.</summary>
    private static IEnumerable<(string Namespace, string Name)> FrameworkTypes()
    {
        foreach (var file in new[] { typeof(object), typeof(WebApplication) }
            .SelectMany(type => Directory.GetFiles(Path.GetDirectoryName(type.Assembly.Location)!, "*.dll")))
        {
            using var assembly = new PEReader(File.OpenRead(file));
            if (!assembly.HasMetadata)
            {
                continue;
            }

            var reader = assembly.GetMetadataReader();
            foreach (var type in reader.TypeDefinitions.Select(reader.GetTypeDefinition)
                .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public))
            {
                yield return (reader.GetString(type.Namespace), reader.GetString(type.Name).Split('`')[0]);
            }
        }
    }
}
