namespace Amity.Tests.Generation.Merging;

/// <summary>Whatever is wrong with a line, the outcome is a list of problems, or none, and never a crash.</summary>
public sealed class AnyMistakeTests
{
    [Test]
    public void Spec_OfTheseTests_HasNone()
    {
        using var spec = WithEveryExtension();

        spec.Problems().Should().BeEmpty();
    }

    [TestCase("")]
    [TestCase("[[], {}, null]")]
    [TestCase("{$ref: '#/components/schemas/Room'}")]
    [TestCase("{allOf: [{$ref: '#/components/schemas/Room'}]}")]
    public void Value_Replaced_IsNeverACrash(string value)
    {
        using var spec = WithEveryExtension();
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
        using var spec = WithEveryExtension();
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

    private static SmallSpec WithEveryExtension() => new SmallSpec()
        .Part("extensions.yaml", """
            x-entry: AmityClient
            x-rate-limit:
              requests: 100
              seconds: 5
            x-error-codes:
              - code: 400300
                name: Forbidden
                description: It is forbidden.

            """)
        .Add("keywords of updateRoom", "x-bulk: userIds\nx-done-after-retry: [404]")
        .Replace("x-result: response", "x-result:\n        confirmation: ok")
        .Replace("title: {type: string, example: a, maxLength: 1000}", "userIds: {type: array, maxItems: 5, items: {type: string, example: a, format: id}}")
        .Add("fields of Room", "ok: {type: boolean}\nchildIds: {type: array, items: {type: string, example: a}}\nparentId: {type: string, example: a}")
        .Add("keywords of Room", """
            x-ids: [roomId]
            x-joins:
              Children:
                to: Room
                by: [childIds]
                back: parentId
                description: The rooms inside.
            """);

    private static string With(string[] lines, int index, string line) => string.Join('\n', lines.Select((old, i) => i == index ? line : old));
}
