using System.CommandLine;
using System.Text;
using Amity.Cli.Errors;
using Amity.Cli.Terminals;

namespace Amity.Cli.Input;

/// <summary>Ids of a command: as arguments, in a file or on the standard input, one a line.</summary>
internal sealed class IdInput
{
    private const string StandardInput = "-";

    private readonly Argument<string[]> _ids;
    private readonly Option<string?> _file = new("--file", "-f") { Description = "A file of ids, one a line; - for the standard input.", HelpName = "path" };

    public IdInput(string name, string what) =>
        _ids = new Argument<string[]>(name) { Description = $"The {what}; also by --file or the standard input, one a line.", Arity = ArgumentArity.ZeroOrMore };

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
            throw new UsageException($"There are no ids: name them, or give them by --file or the standard input, one a line.");
        }

        var spool = new IdSpool();
        try
        {
            foreach (var id in arguments)
            {
                IdRule.Check(id, $"The argument '{id}'");
                spool.Add(id);
            }

            if (file is not null)
            {
                await ReadLinesAsync(file, spool, cancellationToken);
            }

            return spool.Count > 0 ? spool : throw new UsageException($"There are no ids in {NameOf(file!)}: it is empty.");
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }

    private static async Task ReadLinesAsync(string file, IdSpool spool, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = file == StandardInput ? Console.OpenStandardInput() : File.OpenRead(file);
            // Strict: an id whose bytes are no text would become the id of somebody else.
            using var reader = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
            for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
            {
                var id = line.Trim();
                if (id.Length > 0)
                {
                    IdRule.Check(id, $"Line {number} of {NameOf(file)}");
                    spool.Add(id);
                }
            }
        }
        catch (DecoderFallbackException exception)
        {
            throw new UsageException($"{NameOf(file)} is no UTF-8 text. Nothing was sent.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{NameOf(file)} cannot be read: {ReasonOf(exception)}.", exception);
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
