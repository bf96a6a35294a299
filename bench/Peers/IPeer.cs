namespace Amity.Bench.Peers;

/// <summary>One way of calling the service. Each does the same work over the same bytes: every field of the spec is read, nothing is skipped.</summary>
internal interface IPeer : IDisposable
{
    string Name { get; }

    /// <summary>Decodes a page the way this peer's client does, from bytes that are in memory already; gives how many bans and users it holds.</summary>
    int Decode(byte[] page);

    /// <summary>Reads the first page of a room's bans; gives how many bans and users it holds.</summary>
    Task<int> PageAsync(string roomId);

    /// <summary>Deletes a room, the smallest call there is: no body, and a response of 16 bytes.</summary>
    Task<bool> DeleteAsync(string roomId);

    /// <summary>Bans one viewer, the smallest call with a body.</summary>
    Task<bool> BanAsync(string roomId, string userId);
}
