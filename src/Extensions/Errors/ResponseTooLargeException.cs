namespace Amity;

/// <summary>A body passed the limit while it was being read; the rest of it stays unread.</summary>
internal sealed class ResponseTooLargeException(int limit) : Exception($"the response is larger than {limit} bytes ({nameof(AmityClientOptions)}.{nameof(AmityClientOptions.MaxResponseBytes)})");
