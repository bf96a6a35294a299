using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amity.Sandbox.Contract;

/// <summary>JSON whose texts are escaped no more than they must be.</summary>
internal static class PlainJson
{
    public static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
