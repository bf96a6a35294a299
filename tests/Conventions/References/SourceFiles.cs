using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Mono.Cecil;
using MethodDefinition = Mono.Cecil.MethodDefinition;
using PropertyDefinition = Mono.Cecil.PropertyDefinition;
using TypeDefinition = Mono.Cecil.TypeDefinition;

namespace Amity.Tests.Conventions.References;

/// <summary>Which source file each type and member of an assembly stands in, from the portable PDB beside it.</summary>
internal sealed class SourceFiles : IDisposable
{
    /// <summary>Where the compiler notes the files of types that have no code, such as enums and interfaces.</summary>
    private static readonly Guid TypeDefinitionDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    private readonly MetadataReaderProvider _provider;
    private readonly MetadataReader _pdb;
    private readonly Dictionary<MethodDefinitionHandle, MethodDebugInformationHandle> _stateMachines;

    internal SourceFiles(string assembly)
    {
        _provider = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(assembly, ".pdb")));
        _pdb = _provider.GetMetadataReader();
        _stateMachines = _pdb.MethodDebugInformation.Where(method => !KickoffOf(method).IsNil).ToDictionary(KickoffOf);
    }

    /// <summary>The file of a member; of a member without code, such as a field, that of its type.</summary>
    internal string? Of(IMemberDefinition member) => member switch
    {
        MethodDefinition method => FileOf(method) ?? Of(method.DeclaringType),
        PropertyDefinition property => Of(property.GetMethod ?? property.SetMethod),
        TypeDefinition type => Of(type),
        _ => Of(member.DeclaringType),
    };

    internal static bool IsHandWritten(string file) => !file.EndsWith(".g.cs", StringComparison.Ordinal);

    public void Dispose() => _provider.Dispose();

    // A type with several files is counted to the one of its name, and to no generated one while it has another.
    private string? Of(TypeDefinition type)
    {
        var files = type.Methods.Select(FileOf).OfType<string>().Concat(FilesWithoutCode(type)).ToList();
        return files.Find(file => Path.GetFileName(file) == $"{type.Name.Split('`')[0]}.cs")
            ?? files.Find(IsHandWritten)
            ?? (type.DeclaringType is { } outer ? Of(outer) : files.FirstOrDefault());
    }

    private string? FileOf(MethodDefinition method)
    {
        var handle = MetadataTokens.MethodDefinitionHandle((int)method.MetadataToken.RID);
        var code = _stateMachines.GetValueOrDefault(handle, handle.ToDebugInformationHandle());
        return _pdb.GetMethodDebugInformation(code).Document is { IsNil: false } document ? NameOf(document) : null;
    }

    private IEnumerable<string> FilesWithoutCode(TypeDefinition type)
    {
        var handle = MetadataTokens.TypeDefinitionHandle((int)type.MetadataToken.RID);
        foreach (var information in _pdb.GetCustomDebugInformation(handle).Select(_pdb.GetCustomDebugInformation)
            .Where(information => _pdb.GetGuid(information.Kind) == TypeDefinitionDocuments))
        {
            for (var rows = _pdb.GetBlobReader(information.Value); rows.RemainingBytes > 0;)
            {
                yield return NameOf(MetadataTokens.DocumentHandle(rows.ReadCompressedInteger()));
            }
        }
    }

    private MethodDefinitionHandle KickoffOf(MethodDebugInformationHandle method) =>
        _pdb.GetMethodDebugInformation(method).GetStateMachineKickoffMethod();

    private string NameOf(DocumentHandle document) => _pdb.GetString(_pdb.GetDocument(document).Name).Replace('\\', '/');
}
