namespace Amity.Tests.Cli;

/// <summary>The program against a sandbox of the test, in an empty folder.</summary>
internal abstract class CliTest
{
    protected const string Room = "kitchen";

    protected AmitySandbox Sandbox { get; private set; } = null!;

    protected DirectoryInfo Folder { get; private set; } = null!;

    /// <summary>The folder and the environment that lead to the sandbox.</summary>
    protected CliSettings Settings { get; private set; } = null!;

    [SetUp]
    public async Task SetUpAsync()
    {
        Folder = Directory.CreateTempSubdirectory("amity-cli");
        Sandbox = await AmitySandbox.StartAsync();
        Sandbox.AddDemoRoom(viewerBans: 0, roomId: Room);
        Settings = new CliSettings(Folder.FullName)
        {
            Environment = new Dictionary<string, string>
            {
                ["AMITY_BASE_URL"] = Sandbox.Address.AbsoluteUri,
                ["AMITY_TOKEN"] = Sandbox.AdminToken,
            },
        };
    }

    [TearDown]
    public async Task TearDownAsync()
    {
        await Sandbox.DisposeAsync();
        Folder.Delete(recursive: true);
    }

    protected Task<CliOutcome> RunAsync(params string[] arguments) => AmityProgram.RunAsync(Settings, arguments);

    protected Task<CliOutcome> RunWithAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        AmityProgram.RunAsync(Settings with { Environment = environment }, arguments);

    protected Task<CliOutcome> PipeAsync(string input, params string[] arguments) => AmityProgram.RunAsync(Settings with { Input = input }, arguments);

    protected string Write(string name, params IEnumerable<string> lines)
    {
        var path = Path.Combine(Folder.FullName, name);
        File.WriteAllLines(path, lines);
        return path;
    }

    protected static string[] Viewers(int count) => [.. Enumerable.Range(1, count).Select(i => $"viewer-{i:00000}")];

    /// <summary>The files of ids that a run left over.</summary>
    protected string[] Remaining() => Directory.GetFiles(Folder.FullName, "amity-remaining-*.csv");

    protected IEnumerable<string> RemainingIds() => File.ReadLines(Remaining().Single()).Skip(1);
}
