namespace Amity.Tests.Docs.Snippets;

/// <summary>The code of docs/errors-and-retries.md; each region is one block.</summary>
internal static class ErrorsAndRetriesSnippets
{
    public static async Task<string> CatchAsync(AmityClient client, string roomId)
    {
        #region Catch
        try
        {
            await client.Rooms.StopRoomAsync(roomId);
            return "stopped";
        }
        catch (AmityApiException rejection) when (rejection.Category == AmityErrorCategory.NotFound)
        {
            return "there is no such room";
        }
        catch (AmityException failure) when (failure.MayHaveSucceeded)
        {
            return $"nobody knows, after {failure.Attempts} attempts";
        }
        #endregion
    }

    public static AmityClient Options(string token)
    {
        #region Options
        var client = new AmityClient(AmityRegion.Eu, AmityCredential.Bearer(token), new AmityClientOptions
        {
            MaxRetries = 5,
            AttemptTimeout = TimeSpan.FromSeconds(10),
            Timeout = TimeSpan.FromMinutes(2),
        });
        #endregion
        return client;
    }

    public static async Task<Room> MayHaveSucceededAsync(AmityClient client, CreateRoomRequest request)
    {
        #region May have succeeded
        try
        {
            return await client.Rooms.CreateRoomAsync(request);
        }
        catch (AmityException failure) when (failure.MayHaveSucceeded)
        {
            await foreach (var room in client.Rooms.ListRoomsAsync())
            {
                if (room.Title == request.Title)
                {
                    return room;
                }
            }

            throw;
        }
        #endregion
    }
}
