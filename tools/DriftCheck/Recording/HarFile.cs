using Amity.DriftCheck.Contract;
using Amity.DriftCheck.Observing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Amity.DriftCheck.Recording;

/// <summary>A recording of a browser or proxy. HAR is JSON of a fixed shape, and no kept package for it is to be had.</summary>
internal static class HarFile
{
    /// <exception cref="CannotCheckException">The file is not HAR, has other hosts in it, or nothing of the Room API.</exception>
    public static IReadOnlyList<Exchange> Read(string file, DocumentedApi contract, ServiceAddress? service)
    {
        var services = service is null ? contract.Services : [service];
        var calls = ReadEntries(file).Select(entry => (Entry: entry, entry.Address)).Where(call => call.Address is not null)
            .Select(call => (call.Entry, Address: call.Address!)).ToList();
        var others = calls.Select(call => call.Address).Where(address => !services.Any(one => one.IsHostOf(address)))
            .Select(address => address.Authority).Distinct().ToList();
        if (others.Count > 0)
        {
            var named = string.Join(", ", others.Take(3)) + (others.Count > 3 ? $" and {others.Count - 3} more" : "");
            throw new CannotCheckException(
                $"The recording has other hosts in it than {string.Join(", ", services.Select(one => one.Authority))}: {named}."
                + " Export the service's calls only, or name its address by --url.");
        }

        List<Exchange> exchanges = [];
        foreach (var (entry, address) in calls)
        {
            var path = services.Select(one => one.PathOf(address)).FirstOrDefault(path => path is not null);

            // A browser that still holds the response gets 304, and a request that was stopped has no status.
            if (path is not null && contract.Find(entry.Method, path) is { } operation && entry.Status is > 0 and not 304)
            {
                exchanges.Add(new Exchange(operation.Id, path, address, entry.Status, entry.Headers, entry.ReadBody()));
            }
        }

        return exchanges switch
        {
            [] => throw new CannotCheckException("The recording holds no response of the Room API."),
            _ when exchanges.All(exchange => exchange.Body is null && !exchange.Redirects) =>
                throw new CannotCheckException("The recording holds no body of a response: save it with the content."),
            _ => exchanges,
        };
    }

    private static List<HarEntry> ReadEntries(string file)
    {
        try
        {
            // Not by the strict reader: browsers write half surrogate pairs, and a byte order mark may lead.
            using var reader = new JsonTextReader(new StreamReader(file)) { DateParseHandling = DateParseHandling.None };
            return JToken.ReadFrom(reader).SelectToken("log.entries") is JArray entries
                ? [.. entries.Select((entry, index) => new HarEntry(entry, index + 1))]
                : throw new CannotCheckException("The recording is not a HAR file.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CannotCheckException($"The recording cannot be read: {exception.Message}");
        }
        catch (JsonException)
        {
            throw new CannotCheckException("The recording is not a HAR file.");
        }
    }
}
