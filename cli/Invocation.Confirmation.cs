using Amity.Cli.Errors;
using Amity.Cli.Settings;
using Amity.Cli.Terminals;

namespace Amity.Cli;

// Nothing that cannot be taken back is done unasked.
internal sealed partial class Invocation
{
    /// <summary>Asks before something is done that cannot be taken back.</summary>
    public async Task<bool> ConfirmAsync(string question)
    {
        if (parsed.GetValue(ChangeOptions.Yes))
        {
            return true;
        }

        if (!Terminal.InIsTerminal || !Terminal.ErrorIsTerminal)
        {
            throw new UsageException(
                "This needs a confirmation, and there is no terminal to ask on: add --yes to confirm, or --dry-run to preview. Nothing was sent.");
        }

        if (await terminal.AskAsync($"{question} ({Connection.Place})?", cancellationToken))
        {
            return true;
        }

        terminal.Say("Nothing was sent.");
        return false;
    }
}
