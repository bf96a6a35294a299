namespace Amity.Tests.Faults;

/// <summary>Whether a response says what it should.</summary>
internal static class Responses
{
    public static void Check(object? response, Content content, Stage stage)
    {
        switch (response)
        {
            case OperationResult result:
                result.Success.Should().BeTrue();
                break;
            case WatchTimeResult result:
                result.Ok.Should().BeTrue();
                break;
            case RoomResult result when content == Content.Confirmation:
                result.Rooms.Should().BeEmpty();
                break;
            case RoomResult result:
                result.Room.RoomId.Should().NotBeNullOrEmpty();
                break;
            case RoomPage page:
                page.Rooms.Should().HaveCount(content == Content.Nothing ? 0 : 2);
                break;
            case ViewerBanPage page:
                page.RoomBannedUsers.Should().HaveCount(content == Content.Nothing ? 0 : 1);
                break;
            case BroadcastCredentials credentials:
                (credentials.CoHostToken is null).Should().Be(content == Content.Nothing);
                break;
            case Uri location:
                location.Should().Match<Uri>(uri => content == Content.Elsewhere ? uri == stage.Elsewhere.Address : uri.Host == "recordings.example.com");
                break;
            case IEnumerable<AmityModel> entries:
                entries.Any().Should().Be(content != Content.Nothing);
                break;
            case string text:
                text.Should().NotBeEmpty();
                break;
            case null:
                // Its status was all that there was to tell.
                break;
            default:
                // What is in other responses is read in the tests of the samples.
                response.Should().BeAssignableTo<AmityModel>();
                break;
        }
    }
}
