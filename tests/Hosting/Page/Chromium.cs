using System.Diagnostics;

namespace Amity.Tests.Hosting.Page;

/// <summary>The headless browser of this machine, without a way to any other host.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Where it is; null where there is none. <c>.ci/run</c> installs it.</summary>
    public static string? File { get; } = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(System.IO.File.Exists);

    /// <summary>Opens a page, lets its scripts come to rest, and gives the document that they made.</summary>
    public static async Task<string> DocumentOfAsync(Uri address)
    {
        var profile = Directory.CreateTempSubdirectory("amity-chromium-");
        try
        {
            string[] arguments =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", $"--user-data-dir={profile.FullName}",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--window-size=1400,20000",
                "--virtual-time-budget=30000", "--dump-dom", address.AbsoluteUri,
            ];
            using var process = Process.Start(new ProcessStartInfo(File!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var document = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? document : throw new InvalidOperationException($"{File} ended with {process.ExitCode}: {await errors}");
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }
}
