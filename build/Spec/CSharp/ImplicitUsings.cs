using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Amity.Spec.CSharp;

/// <summary>The types of .NET whose names every application with <c>ImplicitUsings</c> has imported.</summary>
internal static class ImplicitUsings
{
    private static readonly string[] Namespaces =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    private static readonly Lazy<Dictionary<string, string>> Types = new(Read);

    /// <summary>The imported namespace that has a type of this name, whatever its type parameters; null when none has.</summary>
    public static string? NamespaceOf(string type) => Types.Value.GetValueOrDefault(type);

    /// <summary>Reads the assemblies of the runtime without loading them.</summary>
    private static Dictionary<string, string> Read()
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.*.dll"))
        {
            using var assembly = new PEReader(File.OpenRead(file));
            if (assembly.HasMetadata)
            {
                Add(assembly.GetMetadataReader(), types);
            }
        }

        return types;
    }

    private static void Add(MetadataReader reader, Dictionary<string, string> types)
    {
        foreach (var type in reader.TypeDefinitions.Select(reader.GetTypeDefinition))
        {
            if ((type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public
                && reader.GetString(type.Namespace) is var name && Namespaces.Contains(name))
            {
                types.TryAdd(reader.GetString(type.Name).Split('`')[0], name);
            }
        }
    }
}
