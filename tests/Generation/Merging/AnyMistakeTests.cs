namespace Amity.Tests.Generation.Merging;

/// <summary>Whatever is wrong with a line, the outcome is a list of problems, or none, and never a crash.</summary>
public sealed class AnyMistakeTests
{
    [TestCase("")]
    [TestCase("[[], {}, null]")]
    [TestCase("{$ref: '#/components/schemas/Room'}")]
    [TestCase("{allOf: [{$ref: '#/components/schemas/Room'}]}")]
    public void Value_Replaced_IsNeverACrash(string value)
    {
        using var spec = new SmallSpec();
        foreach (var (file, lines) in spec.Parts())
        {
            for (var i = 0; i < lines.Length; i++)
            {
                spec.Part(file, With(lines, i, $"{lines[i].Split(": ")[0].TrimEnd(':')}: {value}"));

                spec.Invoking(broken => broken.Problems()).Should().NotThrow("line {0} of {1} was {2}", i + 1, file, lines[i]);
            }

            spec.Part(file, string.Join('\n', lines));
        }
    }

    [Test]
    public void Line_Removed_IsNeverACrash()
    {
        using var spec = new SmallSpec();
        foreach (var (file, lines) in spec.Parts())
        {
            for (var i = 0; i < lines.Length; i++)
            {
                spec.Part(file, With(lines, i, "# Nothing."));

                spec.Invoking(broken => broken.Problems()).Should().NotThrow("line {0} of {1} was {2}", i + 1, file, lines[i]);
            }

            spec.Part(file, string.Join('\n', lines));
        }
    }

    private static string With(string[] lines, int index, string line) => string.Join('\n', lines.Select((old, i) => i == index ? line : old));
}
