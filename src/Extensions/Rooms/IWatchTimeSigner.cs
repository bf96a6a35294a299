namespace Amity.Rooms;

/// <summary>Signs watch-time reports; which key a network's reports are signed with is between the network and social.plus.</summary>
public interface IWatchTimeSigner
{
    /// <summary>Signs the text that the documented recipe makes of a report.</summary>
    /// <param name="text">The text to sign: nonce, timestamp and data.</param>
    /// <param name="cancellationToken">Cancels a signer that has to ask elsewhere.</param>
    /// <returns>The signature as it is sent.</returns>
    Task<string> SignAsync(string text, CancellationToken cancellationToken);
}
