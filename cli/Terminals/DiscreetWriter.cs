using System.Text;
using Amity.Cli.Settings;

namespace Amity.Cli.Terminals;

/// <summary>Writes everything but a secret.</summary>
internal sealed class DiscreetWriter(TextWriter output) : TextWriter
{
    private Secret? _secret;

    public override Encoding Encoding => output.Encoding;

    /// <summary>Leaves a secret out of every text from now on.</summary>
    public void Hide(Secret secret) => _secret = secret;

    public override void Write(char value) => output.Write(value);

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value) => output.Write(Discreet(value));

    public override void WriteLine(string? value) => output.WriteLine(Discreet(value));

    public override void Flush() => output.Flush();

    public override Task FlushAsync() => output.FlushAsync();

    private string? Discreet(string? text) => text is null ? null : _secret?.RemoveFrom(text) ?? text;
}
