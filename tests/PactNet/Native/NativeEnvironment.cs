using System.Runtime.InteropServices;

namespace PactNet.Native;

/// <summary>Sets variables where native code reads them, which Environment.SetEnvironmentVariable does not on Unix.</summary>
internal static partial class NativeEnvironment
{
    internal static void Set(string name, string value)
    {
        var code = OperatingSystem.IsWindows()
            ? SetOnWindows(name, value)
            : SetOnUnix(name, value, overwrite: 1);
        if (code != 0)
        {
            throw new InvalidOperationException($"The environment variable {name} could not be set (code {code}).");
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetOnUnix(string name, string value, int overwrite);

    [LibraryImport("ucrtbase", EntryPoint = "_putenv_s", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetOnWindows(string name, string value);
}
