using System.Net.Http.Headers;
using System.Text.Json;

namespace Amity.Core.Json;

/// <summary>The parts of a multipart body; a field without a value is left out.</summary>
internal sealed class MultipartWriter
{
    private readonly List<Func<Action<Exception>, CancellationToken, HttpContent>> _parts = [];
    private readonly List<AmityUpload> _uploads = [];

    internal MultipartWriter(AmityModel request) => request.WriteParts(this);

    internal bool HasUploads => _uploads.Count > 0;

    internal bool CanBeSent => _uploads.TrueForAll(upload => upload.CanBeSent);

    /// <summary>The body for one attempt.</summary>
    /// <param name="failed">Takes what the stream of an upload throws.</param>
    /// <param name="attempt">Ends with the attempt.</param>
    internal MultipartFormDataContent ToContent(Action<Exception> failed, CancellationToken attempt)
    {
        var boundary = Guid.NewGuid().ToString("N");
        var body = new MultipartFormDataContent(boundary);
        // Not every server takes the quotation marks that .NET puts around it.
        body.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={boundary}");
        foreach (var part in _parts)
        {
            body.Add(part(failed, attempt));
        }

        return body;
    }

    internal void Part(string name, string? value) => Text(name, value);

    internal void Part<T>(string name, T? value)
        where T : struct => Text(name, WireText.Of(value));

    internal void Part<T>(string name, IReadOnlyList<T>? values)
        where T : struct
    {
        foreach (var value in values ?? [])
        {
            Text(name, WireText.Of(value));
        }
    }

    internal void Part(string name, IReadOnlyList<string>? values)
    {
        foreach (var value in values ?? [])
        {
            Text(name, value);
        }
    }

    internal void Part(string name, AmityUpload? upload)
    {
        if (upload is null)
        {
            return;
        }

        if (!upload.CanBeSent)
        {
            throw new ArgumentException($"The content of {name} was sent already, and its stream cannot be read again.");
        }

        _uploads.Add(upload);
        _parts.Add((failed, attempt) => Named(upload.ToContent(failed, attempt), name, upload.FileName));
    }

    internal void Part(string name, IReadOnlyList<AmityUpload>? uploads)
    {
        foreach (var upload in uploads ?? [])
        {
            Part(name, upload);
        }
    }

    /// <summary>Anything else is a part of JSON, and so is a field that the spec does not name, of whatever name.</summary>
    internal void Part(string name, object? value)
    {
        if (name.Any(letter => char.IsControl(letter) || letter == '"'))
        {
            throw new ArgumentException("The name of a field has a quotation mark or a control character.", nameof(name));
        }

        if (value is string or JsonElement { ValueKind: JsonValueKind.String })
        {
            Text(name, WireText.Of(value));
        }
        else if (value is not null)
        {
            var json = RequestWriter.Write(value);
            _parts.Add((_, _) =>
            {
                var content = new ByteArrayContent(json);
                content.Headers.ContentType = new MediaTypeHeaderValue(AmityJson.MediaType);
                return Named(content, name);
            });
        }
    }

    private void Text(string name, string? value)
    {
        if (value is not null)
        {
            _parts.Add((_, _) => Named(new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(value)), name));
        }
    }

    private static HttpContent Named(HttpContent content, string name, string? fileName = null)
    {
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{name}\"" };
        if (fileName is not null)
        {
            content.Headers.ContentDisposition.FileName = $"\"{fileName}\"";
            content.Headers.ContentDisposition.FileNameStar = fileName.Any(letter => letter > '~') ? fileName : null;
        }

        return content;
    }
}
