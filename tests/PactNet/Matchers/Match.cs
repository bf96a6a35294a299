namespace PactNet.Matchers;

public static class Match
{
    public static IMatcher Type(dynamic example) => new Matcher("type", (object)example);

    public static IMatcher MinType(dynamic example, int min) =>
        new Matcher("type", new[] { (object)example }, "min", min);

    public static IMatcher Regex(string example, string regex) => new Matcher("regex", example, "regex", regex);

    public static IMatcher Integer(int example) => new Matcher("integer", example);

    public static IMatcher Decimal(double example) => new Matcher("decimal", example);

    public static IMatcher Decimal(float example) => new Matcher("decimal", example);

    public static IMatcher Decimal(decimal example) => new Matcher("decimal", example);

    public static IMatcher Number(int example) => new Matcher("number", example);

    public static IMatcher Number(double example) => new Matcher("number", example);

    public static IMatcher Number(float example) => new Matcher("number", example);

    public static IMatcher Number(decimal example) => new Matcher("number", example);

    public static IMatcher Equality(dynamic example) => new Matcher("equality", (object)example);
}
