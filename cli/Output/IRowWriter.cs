namespace Amity.Cli.Output;

/// <summary>Writes rows to the standard output as they come.</summary>
internal interface IRowWriter<in T>
{
    void Write(T row);

    /// <summary>Hands over what was written so far, as at the end of a page.</summary>
    Task FlushAsync();

    /// <summary>Ends the output, which has at least a head when there were no rows.</summary>
    Task EndAsync();
}
