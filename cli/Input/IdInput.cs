using System.CommandLine;
using System.Text;
using Amity.Cli.Errors;
using Amity.Cli.Terminals;

namespace Amity.Cli.Input;

/// <summary>Ids of a command: as arguments, in a file or on the standard input.</summary>
internal sealed class IdInput
{
    private const string StandardInput = "-";

    private readonly Argument<string[]> _ids;
    private readonly Option<string?> _file = new("--file", "-f")
    {
        Description = "A file of ids: one a line, or this program's CSV or JSON; - for the standard input.",
        HelpName = "path",
    };

    private readonly IdFields _fields;

    /// <summary>Takes ids as an argument or from a file.</summary>
    /// <param name="name">The argument's name.</param>
    /// <param name="what">What the ids name.</param>
    /// <param name="listedAs">The column that has them in this program's own lists.</param>
    public IdInput(string name, string what, string listedAs)
    {
        _ids = new Argument<string[]>(name)
        {
            Description = $"The {what}; also by --file or the standard input.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        _fields = new IdFields(listedAs);
    }

    public void AddTo(Command command)
    {
        command.Add(_ids);
        command.Add(_file);
    }

    /// <summary>Reads and checks all ids, each once, before the first is used.</summary>
    public async Task<IdSpool> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var arguments = parsed.GetValue(_ids) ?? [];
        var file = parsed.GetValue(_file) ?? (arguments.Length == 0 && !Terminal.InIsTerminal ? StandardInput : null);
        if (arguments.Length == 0 && file is null)
        {
            throw new UsageException("There are no ids: name them, or give them by --file or the standard input.");
        }

        var spool = new IdSpool();
        try
        {
            foreach (var id in arguments)
            {
                IdValidation.Check(id, $"The argument '{id}'");
                spool.Add(id);
            }

            if (file is not null)
            {
                await ReadFileAsync(file, spool, cancellationToken);
            }

            return spool.Count > 0 ? spool : throw new UsageException($"There are no ids in {NameOf(file!)}: it is empty.");
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }

    private async Task ReadFileAsync(string file, IdSpool spool, CancellationToken cancellationToken)
    {
        var name = NameOf(file);
        try
        {
            await using var stream = file == StandardInput ? Console.OpenStandardInput() : File.OpenRead(file);
            await foreach (var (id, place) in new IdFile(name, _fields).ReadAsync(stream, cancellationToken))
            {
                IdValidation.Check(id, place);
                spool.Add(id);
            }
        }
        catch (DecoderFallbackException exception)
        {
            throw new UsageException($"{name} is not UTF-8 text. Nothing was sent.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{name} cannot be read: {ReasonOf(exception)}.", exception);
        }
    }

    private static string NameOf(string file) => file == StandardInput ? "the standard input" : file;

    private static string ReasonOf(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException => "it is a folder, or this user may not read it",
        _ => exception.Message.TrimEnd('.'),
    };
}
