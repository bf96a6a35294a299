using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Amity.Tests.Drift;

/// <summary>A response on its way back, to be changed.</summary>
internal sealed class RelayedResponse(int status, byte[] body)
{
    public int Status { get; set; } = status;

    public byte[] Body { get; set; } = body;

    public string? Location { get; set; }

    public Dictionary<string, string> Headers { get; } = [];

    public string Text
    {
        get => Encoding.UTF8.GetString(Body);
        set => Body = Encoding.UTF8.GetBytes(value);
    }

    /// <summary>Changes the body's JSON, when it is an object.</summary>
    public void ChangeJson(Action<JsonObject> change)
    {
        if (Body.Length > 0 && JsonNode.Parse(Body) is JsonObject json)
        {
            change(json);
            Text = json.ToJsonString();
        }
    }

    public void Become(int newStatus, string text) => (Status, Text, Location) = (newStatus, text, null);

    internal async Task SendAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = "application/json; charset=utf-8";
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        if (Body.Length > 0)
        {
            await response.Body.WriteAsync(Body);
        }
    }
}
