using System.Reflection;

namespace Amity;

/// <summary>The version that the library names itself by.</summary>
internal static class LibraryVersion
{
    /// <summary>Without the build's metadata: 1.2.3, not 1.2.3+commit.</summary>
    internal static string Text { get; } =
        typeof(LibraryVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
