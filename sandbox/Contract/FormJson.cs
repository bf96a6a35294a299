using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Amity.Sandbox.Contract;

/// <summary>The parts of a form as JSON, so that their schema can judge them; a file is an empty text there.</summary>
internal static class FormJson
{
    /// <summary>The form of a request; null when it has none that can be read.</summary>
    public static ReadOnlyMemory<byte>? Read(HttpRequest request, ContractSchema schema)
    {
        if (request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        try
        {
            var form = request.Form;
            var files = form.Files.GroupBy(file => file.Name)
                .Select(same => KeyValuePair.Create(same.Key, new StringValues([.. same.Select(_ => "")])));
            return Encoding.UTF8.GetBytes($"{{{string.Join(',', form.Concat(files).Select(part => Field(part.Key, part.Value, schema)))}}}");
        }
        catch (Exception exception) when (exception is InvalidOperationException or InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static string Field(string name, StringValues values, ContractSchema schema) =>
        $"{WireValue.Quote(name)}:{WireValue.ToJson(values, schema.Properties.GetValueOrDefault(name))}";
}
