namespace Amity.Cli.Output;

/// <summary>How rows are written.</summary>
internal enum OutputFormat
{
    Table,
    Json,
    Csv,
}
