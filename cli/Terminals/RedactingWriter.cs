using System.Text;

namespace Amity.Cli.Terminals;

/// <summary>Writes everything but a secret.</summary>
internal sealed class RedactingWriter(TextWriter output) : TextWriter
{
    private SecretMask? _secret;

    public override Encoding Encoding => output.Encoding;

    /// <summary>Leaves a secret out of every text from now on.</summary>
    public void Hide(SecretMask secret) => _secret = secret;

    public override void Write(char value) => output.Write(value);

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value) => output.Write(Redact(value));

    public override void WriteLine(string? value) => output.WriteLine(Redact(value));

    public override void Flush() => output.Flush();

    public override Task FlushAsync() => output.FlushAsync();

    private string? Redact(string? text) => text is null ? null : _secret?.RemoveFrom(text) ?? text;
}
