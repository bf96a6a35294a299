namespace Amity.DriftCheck.Observing;

/// <summary>Why a request failed, in words of our own: .NET's can quote the response, which can quote the token.</summary>
internal static class HttpFailure
{
    public static string Describe(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } failed => Describe(failed.HttpRequestError),
        HttpIOException broken => Describe(broken.HttpRequestError),
        InvalidDataException or InvalidOperationException => "the body cannot be decompressed",
        _ => "the connection broke",
    };

    private static string Describe(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "the host is unknown",
        HttpRequestError.ConnectionError => "there is no connection",
        HttpRequestError.SecureConnectionError => "there is no secure connection",
        HttpRequestError.ProxyTunnelError => "a proxy rejected the connection",
        HttpRequestError.ResponseEnded => "the response broke off",
        HttpRequestError.ConfigurationLimitExceeded => "the response is too large",
        _ => "the response is not HTTP",
    };
}
