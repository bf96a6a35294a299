namespace Amity.Tests.Faults;

/// <summary>Whether a response says what it should.</summary>
internal static class ResponseCheck
{
    public static void Check(object? response, Content content, SandboxFixture fixture)
    {
        switch (response)
        {
            case Room room:
                room.RoomId.Should().NotBeEmpty();
                break;
            case Page<Room> page:
                page.Items.Should().HaveCount(content == Content.Nothing ? 0 : 2);
                break;
            case Page<ViewerBan> page:
                page.Items.Should().HaveCount(content == Content.Nothing ? 0 : 1);
                break;
            case BroadcastCredentials credentials:
                (credentials.CoHostToken is null).Should().Be(content == Content.Nothing);
                break;
            case Uri location:
                location.Should().Match<Uri>(uri => content == Content.Elsewhere ? uri == fixture.Elsewhere.Address : uri.Host == "recordings.example.com");
                break;
            case IEnumerable<AmityModel> entries:
                entries.Any().Should().Be(content != Content.Nothing);
                break;
            case string text:
                text.Should().NotBeEmpty();
                break;
            case null:
                // It only confirms, or its confirmation did not show what it is about.
                break;
            default:
                // What is in other responses is read in the tests of the samples.
                response.Should().BeAssignableTo<AmityModel>();
                break;
        }
    }
}
