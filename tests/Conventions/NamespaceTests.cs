using Amity.Tests.Conventions.References;
using Microsoft.Extensions.DependencyInjection;
using Mono.Cecil;

namespace Amity.Tests.Conventions;

/// <summary>An internal type carries its folder as namespace; a public one stands where callers look for it.</summary>
public sealed class NamespaceTests
{
    private static readonly TypeDefinition[] Types = [.. Library.Module.Types.Where(type => Library.FolderOf(type) is not null)];

    [Test]
    public void Namespaces_OfInternalTypes_AreTheirFolders() =>
        Misplaced(Types.Where(type => !type.IsPublic), folder => folder.Split('/') switch
        {
            ["Areas", var area] => $"Amity.{area}",
            ["Core" or "Generated" or "Common"] => "Amity",
            _ => $"Amity.Core.{folder}",
        }).Should().BeEmpty();

    [Test]
    public void Namespaces_OfPublicTypes_AreTheirAreasOrThatOfTheLibrary() =>
        Misplaced(Types.Where(type => type.IsPublic && type.Name != nameof(AmityServiceCollectionExtensions)), folder => folder.Split('/') switch
        {
            ["Areas", var area] => $"Amity.{area}",
            _ => "Amity",
        }).Should().BeEmpty();

    [Test]
    public void Namespace_OfTheRegistration_IsThatOfServiceCollections() =>
        typeof(AmityServiceCollectionExtensions).Namespace.Should().Be("Microsoft.Extensions.DependencyInjection");

    private static IEnumerable<string> Misplaced(IEnumerable<TypeDefinition> types, Func<string, string> namespaceOf) =>
        from type in types
        let expected = namespaceOf(Library.FolderOf(type)!)
        where type.Namespace != expected
        select $"{type.FullName} in {Library.FileOf(type)} belongs to {expected}";
}
