using System.Runtime.CompilerServices;
using System.Text;

namespace Amity;

/// <summary>A path written as an interpolated string, whose arguments are escaped to stay inside their own segment.</summary>
[InterpolatedStringHandler]
internal readonly ref struct RequestPath
{
    public RequestPath(int literalLength, int formattedCount) => Text = new StringBuilder(literalLength + (formattedCount * Guard.IdLength));

    internal StringBuilder Text { get; }

    public void AppendLiteral(string literal) => Text.Append(literal);

    public void AppendFormatted(string argument) => Text.Append(Uri.EscapeDataString(argument));
}
