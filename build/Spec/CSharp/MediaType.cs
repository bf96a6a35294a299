namespace Amity.Spec.CSharp;

/// <summary>The media types that the client writes and reads.</summary>
internal static class MediaType
{
    public const string Json = "application/json";
    public const string Multipart = "multipart/form-data";
    public const string PlainText = "text/plain";
}
