namespace Amity.Tests.Unit.Authentication;

/// <summary>What a token may be made of, and that nothing shows it.</summary>
public sealed class TokenTests
{
    private static readonly Action<string>[] TakingAToken =
        [token => AmityCredential.Bearer(token), token => AmityCredential.AdminToken(token), token => _ = new AmityToken(token)];

    private static IEnumerable<string> BadTokens => ["", " ", "secret token", "secret\r\nX-Evil: 1", "secret\t", "sécret", "secret\0", "secret\u007f"];

    [Test]
    public void ToString_OfACredential_HasNoToken() => AmityCredential.Bearer("secret").ToString().Should().Be("AmityCredential (Bearer)");

    [TestCaseSource(nameof(BadTokens))]
    public void Token_ThatAHeaderCannotCarry_IsRejectedWithoutShowingIt(string token)
    {
        foreach (var take in TakingAToken)
        {
            var exception = take.Invoking(t => t(token)).Should().Throw<ArgumentException>().WithParameterName("token").Which;

            exception.Message.Should().StartWith("The token is empty, or has white space or characters outside ASCII.");
            exception.ToString().Should().NotContain("secret").And.NotContain("sécret");
        }
    }

    [Test]
    public void Token_Null_IsRejected()
    {
        foreach (var take in TakingAToken)
        {
            take.Invoking(t => t(null!)).Should().Throw<ArgumentNullException>().WithParameterName("token");
        }
    }
}
