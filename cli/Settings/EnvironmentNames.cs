namespace Amity.Cli.Settings;

/// <summary>The environment variables that are read.</summary>
internal static class EnvironmentNames
{
    public const string Token = "AMITY_TOKEN";
    public const string AdminToken = "AMITY_ADMIN_TOKEN";
    public const string Region = "AMITY_REGION";
    public const string BaseUrl = "AMITY_BASE_URL";
}
