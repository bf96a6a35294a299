using System.ComponentModel;

namespace Amity.Tests.Shapes;

/// <summary>A text stands for a value of an open set wherever C# converts it, and null for none.</summary>
public sealed class OpenEnumConversionTests
{
    [Test]
    public void Text_IsAValue()
    {
        Color color = "red";
        Color? optional = "red";
        IReadOnlyList<Color> list = ["red", Color.DarkBlue, "green"];
        IReadOnlyList<Color?> optionals = ["red", null];

        color.Should().Be(Color.Red);
        optional.Should().Be(Color.Red);
        list.Select(item => item.Value).Should().Equal("red", "dark-blue", "green");
        optionals.Should().Equal(Color.Red, null);
    }

    [TestCase(true, "red")]
    [TestCase(false, null)]
    public void Text_OrNullInAConditionalExpression_IsAValueOrNull(bool isRed, string? expected)
    {
        Color? ofLiterals = isRed ? "red" : null;
        Color? ofText = expected;
        Color? ofValues = isRed ? Color.Red : default(Color?);

        new[] { ofLiterals, ofText, ofValues }.Should().OnlyContain(color => (color == null ? null : color.Value.Value) == expected);
    }

    [Test]
    public void Text_IsComparedAsAValue()
    {
        var color = Color.Red;
        Color? optional = Color.Red;
        Color? none = null;

        (color == "red", "red" == color, color != "red", color == "blue").Should().Be((true, true, false, false));
        (optional == "red", optional != "red", none == "red", none == null).Should().Be((true, false, false, true));
    }

    [Test]
    public void Text_IsConvertedByComponentModel() =>
        TypeDescriptor.GetConverter(typeof(Color?)).ConvertFromInvariantString("red").Should().Be(Color.Red);

    [Test]
    public void Null_IsNoValue()
    {
        string? text = null;
        Func<Color> convert = () => text!;

        convert.Should().Throw<ArgumentNullException>();
    }
}
