
namespace Amity.Tests.Unit.Leaks;

/// <summary>A redirect to another host carries nothing there, seen on a second listener.</summary>
public sealed class RedirectLeakTests
{
    [Test]
    public async Task Redirect_ToAnotherListener_IsNeverFollowed(
        [ValueSource(typeof(OperationCase), nameof(OperationCase.OfEachKind))] OperationCase operation, [Values(301, 302, 303, 307, 308)] int status)
    {
        await using var other = RawServer.Responding(RawServer.Ok("{}"));
        await using var service = RawServer.Responding($"HTTP/1.1 {status} Moved\r\nLocation: {other.Address}elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var client = TestClient.At(service.Address);

        var call = operation.Call(client);
        if (Spec.ResultOf(operation.OperationId) == ResultKind.Location)
        {
            await call;
            ((Task<Uri>)call).Result.Should().Be(new Uri(other.Address, "elsewhere"));
        }
        else
        {
            (await call.Invoking(c => c).Should().ThrowAsync<AmityApiException>()).Which.StatusCode.Should().Be(status);
        }

        other.Requests.Should().Be(0);
        service.Heads.Should().ContainSingle().Which.Contains(TestClient.Token, StringComparison.Ordinal)
            .Should().Be(Spec.IsSentWithCredential(operation.OperationId));
    }

    [TestCase("/elsewhere?a=b")]
    [TestCase("elsewhere?a=b")]
    public async Task RecordingLocation_Relative_StaysOnTheHostThatWasAsked(string location)
    {
        await using var service = RawServer.Responding($"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var client = TestClient.At(service.Address);

        var found = await client.Rooms.GetRecordingLocationAsync("r", "p");

        found.GetLeftPart(UriPartial.Authority).Should().Be(service.Address.GetLeftPart(UriPartial.Authority));
        found.PathAndQuery.Should().EndWith("/elsewhere?a=b");
    }

    [TestCase("http://")]
    [TestCase("//")]
    [TestCase("///")]
    [TestCase("http://[")]
    [TestCase("http://a:99999999/")]
    [TestCase("//:99999999")]
    [TestCase("\\\\")]
    [TestCase("http:\\\\a")]
    public async Task RecordingLocation_NotAnAddress_IsReadOrRejected(string location)
    {
        await using var service = RawServer.Responding($"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var client = TestClient.At(service.Address);
        AmityException? rejection = null;
        Uri? found = null;

        try
        {
            found = await client.Rooms.GetRecordingLocationAsync("r", "p");
        }
        catch (AmityException exception)
        {
            rejection = exception;
        }

        (found?.IsAbsoluteUri ?? rejection is not null).Should().BeTrue();
    }
}
