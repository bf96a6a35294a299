using Microsoft.Playwright;

namespace Amity.Tests.Sandbox.Page;

/// <summary>The headless browser of this machine, without a way to any other host.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ];

    // In milliseconds: a machine that runs all tests at once is slow.
    private const float Patience = 120_000;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    /// <summary>Starts it with a profile of its own; a machine without it fails.</summary>
    public static async Task<Chromium> StartAsync()
    {
        var file = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        var playwright = await Playwright.CreateAsync();
        try
        {
            return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = file,
                Channel = file is null ? "chrome" : null,
                Headless = true,
                Args = Arguments,
            }));
        }
        catch (PlaywrightException exception) when (file is null)
        {
            playwright.Dispose();
            throw new InvalidOperationException(
                $"Chromium is not installed: none of {string.Join(", ", Names)} is on the PATH. Install it (apt-get install chromium).",
                exception);
        }
    }

    /// <summary>A window with nothing kept from others.</summary>
    public async Task<IPage> OpenAsync()
    {
        var page = await _browser.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
