namespace Amity.Tests.Contract.AnyProvider;

/// <summary>Which variables name a provider, and what is said when they do not.</summary>
internal sealed class NamedProviderVariablesTests
{
    private const string Address = NamedProvider.AddressName;
    private const string Token = NamedProvider.TokenName;
    private const string Room = NamedProvider.RoomName;

    [TestCase("https://apix.eu.amity.co")]
    [TestCase("https://gateway.example.com/base")]
    [TestCase("http://127.0.0.1:8080/")]
    [TestCase("http://localhost:8080/base/")]
    [TestCase("http://[::1]:8080")]
    public void Problem_UsableAddress_IsNone(string address) => Named(address, "token", "room").Problem.Should().BeNull();

    [TestCase("http://apix.eu.amity.co")]
    [TestCase("http://192.168.0.1:8080")]
    [TestCase("http://127.0.0.1.example.com")]
    public void Problem_PlainHttpToForeignHost_SaysSo(string address) =>
        Named(address, "token", "room").Problem.Should().StartWith($"{Address} is plain http").And.NotContain(address);

    [TestCase("apix.eu.amity.co")]
    [TestCase("/api")]
    [TestCase("ftp://apix.eu.amity.co")]
    [TestCase("https://")]
    [TestCase("https://user:password@apix.eu.amity.co")]
    [TestCase("https://apix.eu.amity.co?token=secret")]
    [TestCase("https://apix.eu.amity.co#secret")]
    public void Problem_UnusableAddress_NamesVariableWithoutValue(string address) => Named(address, "token", "room")
        .Problem.Should().StartWith($"{Address} must be an absolute http or https address").And.NotContain(address);

    [TestCase("token of two lines\n")]
    [TestCase("tokén")]
    public void Problem_TokenThatNoHeaderCarries_NamesVariableWithoutValue(string token) =>
        Named("https://apix.eu.amity.co", token, "room").Problem.Should().StartWith(Token).And.NotContain(token);

    [TestCase(50, null)]
    [TestCase(51, $"{Room} is longer than 50 characters.")]
    public void Problem_LengthOfRoom_CountsCodePoints(int length, string? problem) =>
        Named("https://apix.eu.amity.co", "token", string.Concat(Enumerable.Repeat("\U0001F373", length))).Problem.Should().Be(problem);

    [TestCase("https://apix.eu.amity.co", "token", null, Room)]
    [TestCase("https://apix.eu.amity.co", "", "room", Token)]
    [TestCase(null, "token", "room", Address)]
    public void Problem_VariableMissing_NamesIt(string? address, string? token, string? room, string missing)
    {
        var named = Named(address, token, room);

        named.IsNamed.Should().BeTrue();
        named.Problem.Should().StartWith($"{missing} is not set");
    }

    [Test]
    public void IsNamed_NoVariable_IsFalse() => Named(null, "", null).IsNamed.Should().BeFalse();

    private static NamedProvider Named(string? address, string? token, string? room) => new(name => name switch
    {
        Address => address,
        Token => token,
        _ => room,
    });
}
