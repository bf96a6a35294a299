using System.Text;
using System.Text.Json;

using Amity.DriftCheck.Contract;
using Amity.DriftCheck.Observing;

namespace Amity.DriftCheck.Recording;

/// <summary>A recording of a browser or proxy. HAR is JSON of a fixed shape, and no kept package for it is to be had.</summary>
internal static class HarFile
{
    /// <exception cref="CannotCheckException">The file is no HAR, has other hosts in it, or nothing of the Room API.</exception>
    public static IReadOnlyList<Exchange> Read(string file, ApiContract contract, Uri? service)
    {
        var entries = ReadEntries(file);
        string[] hosts = service is null ? [.. contract.Hosts] : [service.Authority];
        var others = entries.Select(entry => service is null ? entry.Address.Host : entry.Address.Authority)
            .Where(host => !hosts.Contains(host, StringComparer.OrdinalIgnoreCase)).Distinct().ToList();
        if (others.Count > 0)
        {
            throw new CannotCheckException(
                $"The recording has other hosts in it than {string.Join(", ", hosts)}: {string.Join(", ", others.Take(3))}{(others.Count > 3 ? $" and {others.Count - 3} more" : "")}. Export the service's calls only, or name its address by --url.");
        }

        List<Exchange> exchanges = [];
        foreach (var entry in entries.Where(entry => entry.Status > 0))
        {
            if (contract.Find(entry.Method, entry.Address.AbsolutePath) is { } operation)
            {
                exchanges.Add(new Exchange(operation.Id, entry.Address, entry.Status, entry.Headers, entry.Body));
            }
        }

        return exchanges.Count > 0 ? exchanges : throw new CannotCheckException("The recording holds no answer of the Room API.");
    }

    private static List<HarEntry> ReadEntries(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return [.. document.RootElement.GetProperty("log").GetProperty("entries").EnumerateArray().Select(ReadEntry)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CannotCheckException($"The recording cannot be read: {exception.Message}");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new CannotCheckException("The recording is no HAR file.");
        }
    }

    private static HarEntry ReadEntry(JsonElement entry)
    {
        var request = entry.GetProperty("request");
        var response = entry.GetProperty("response");
        return new HarEntry(
            request.GetProperty("method").GetString()!,
            new Uri(request.GetProperty("url").GetString()!),
            response.GetProperty("status").GetInt32(),
            [.. response.GetProperty("headers").EnumerateArray().Select(header => KeyValuePair.Create(Text(header, "name"), Text(header, "value")))],
            ReadBody(response.GetProperty("content")));
    }

    private static string ReadBody(JsonElement content) => Text(content, "encoding") == "base64"
        ? Encoding.UTF8.GetString(Convert.FromBase64String(Text(content, "text")))
        : Text(content, "text");

    private static string Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
