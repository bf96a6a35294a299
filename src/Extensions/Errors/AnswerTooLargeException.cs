namespace Amity;

/// <summary>A body passed the limit while it was being read; the rest of it stays unread.</summary>
internal sealed class AnswerTooLargeException(int limit) : Exception($"the answer is larger than {limit} bytes ({nameof(AmityClientOptions)}.{nameof(AmityClientOptions.MaxAnswerBytes)})");
