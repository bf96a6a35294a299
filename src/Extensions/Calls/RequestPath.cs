using System.Runtime.CompilerServices;

namespace Amity;

/// <summary>A path written as an interpolated string, whose arguments are escaped to stay inside their own segment.</summary>
[InterpolatedStringHandler]
internal ref struct RequestPath
{
    public RequestPath(int literalLength, int formattedCount) => Text = string.Empty;

    internal string Text { get; private set; }

    public void AppendLiteral(string literal) => Text += literal;

    public void AppendFormatted<T>(T argument) => Text += Uri.EscapeDataString(WireText.Of(argument)!);
}
