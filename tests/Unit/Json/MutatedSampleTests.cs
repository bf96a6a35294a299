using System.Collections;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Amity.Tests.Unit.Json;

/// <summary>Any documented sample, changed in type, nesting, size or encoding, is read or rejected with an exception of ours, never with another.</summary>
public sealed class MutatedSampleTests
{
    private static readonly string[] Samples =
        [.. TestedBuild.Operations.Where(id => Spec.ResponseOf(id)?.Type is JsonObjectType.Object or JsonObjectType.Array), .. RepoFiles.ErrorSamples];

    // Each stands where something else belongs.
    private static readonly Func<JToken, JToken>[] Changes =
    [
        _ => JValue.CreateNull(),
        _ => new JValue("text"),
        _ => new JValue(string.Empty),
        _ => new JValue(true),
        _ => new JValue(-1),
        _ => new JValue(long.MaxValue),
        _ => new JRaw("123456789012345678901234567890"),
        _ => new JRaw("1e999"),
        _ => new JRaw("1.5"),
        _ => new JRaw("NaN"),
        _ => new JRaw("-Infinity"),
        _ => new JRaw("/* note */ 1"),
        _ => new JRaw("\"\\ud800\""),
        _ => new JRaw("0x10"),
        _ => new JRaw("undefined"),
        _ => new JRaw("new Date(1)"),
        _ => new JValue("0001-01-01T00:00:00+14:00"),
        _ => new JValue("9999-12-31T23:59:59.9999999-14:00"),
        _ => new JArray(),
        _ => new JObject(),
        _ => new JArray(JValue.CreateNull(), 1, "a", new JObject()),
        _ => new JValue(new string('x', 100_000)),
        token => new JArray(token.DeepClone()),
        token => new JObject { ["$type"] = "System.Object, mscorlib", ["$id"] = "1", ["$ref"] = "1", ["in"] = token.DeepClone() },
        _ => new JRaw(new string('[', 80) + new string(']', 80)),
        _ => new JRaw(string.Concat(Enumerable.Repeat("{\"a\":", 80)) + "1" + new string('}', 80)),
    ];

    private static readonly Func<byte[], int, byte[]>[] Encodings =
    [
        (bytes, _) => bytes,
        (bytes, at) => bytes[..(at % bytes.Length)],
        (bytes, at) => [.. bytes[..(at % bytes.Length)], 0xFF, 0xC0, .. bytes[(at % bytes.Length)..]],
        (bytes, at) => [.. bytes[..(at % bytes.Length)], 0, .. bytes[(at % bytes.Length)..]],
        (bytes, _) => [.. bytes, .. bytes],
        (bytes, _) => [.. Encoding.UTF8.Preamble, .. bytes],
        (bytes, _) => [.. Encoding.Unicode.Preamble, .. Encoding.Convert(Encoding.UTF8, Encoding.Unicode, bytes)],
        (bytes, _) => Encoding.Convert(Encoding.UTF8, Encoding.BigEndianUnicode, bytes),
        (bytes, _) => Encoding.Convert(Encoding.UTF8, Encoding.UTF32, bytes),
        (bytes, _) => [],
    ];

    private static Gen<Mutation> Mutations =>
        from sample in Gen.Elements(Samples)
        from changes in Gen.Choose(0, 3)
        from nodes in Gen.ListOf(Gen.Choose(0, 100_000), changes)
        from kinds in Gen.ListOf(Gen.Choose(0, Changes.Length - 1), changes)
        from encoding in Gen.Frequency((6, Gen.Constant(0)), (4, Gen.Choose(1, Encodings.Length - 1)))
        from at in Gen.Choose(0, 100_000)
        from status in Gen.Elements(200, 200, 200, 400, 429, 500)
        select new Mutation(sample, [.. nodes], [.. kinds], encoding, at, status);

    [Test]
    public void Sample_MutatedInAnyWay_IsReadOrRejectedWithAnExceptionOfOurs() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(TestedBuild.Variants(1500)), Prop.ForAll(Arb.From(Mutations), mutation => ReadAsync(mutation).GetAwaiter().GetResult()));

    private static async Task ReadAsync(Mutation mutation)
    {
        foreach (var operationId in RepoFiles.ErrorSamples.Contains(mutation.Sample) ? ["getRoom", "deleteRoom"] : new[] { mutation.Sample })
        {
            var response = ScriptedHandler.Json(mutation.Status, string.Empty);
            response.Content = new ByteArrayContent(mutation.Bytes());
            using var client = TestClient.Over(new ScriptedHandler().Response(response));
            object? model = null;
            Exception? rejection = null;
            try
            {
                model = OperationCall.WholeOf(await OperationCall.InvokeAsync(client, operationId, OperationCall.Examples(operationId)));
            }
#pragma warning disable CA1031 // Whatever it is, it is judged below.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                rejection = exception;
            }

            (rejection is null or AmityException).Should().BeTrue("{0} is not ours", rejection);
            Enumeration(model, 0);
        }
    }

    /// <summary>What was read can be looked at too: everything that is joined or derived on the way.</summary>
    private static void Enumeration(object? value, int depth)
    {
        if (depth > 4)
        {
            return;
        }

        if (value is IEnumerable many and not string)
        {
            foreach (var item in many)
            {
                Enumeration(item, depth + 1);
            }
        }
        else if (value is AmityModel)
        {
            foreach (var property in value.GetType().GetProperties().Where(property => property.Name != "Included"))
            {
                Enumeration(property.GetValue(value), depth + 1);
            }
        }
    }

    private sealed record Mutation(string Sample, int[] Nodes, int[] Kinds, int Encoding, int At, int Status)
    {
        internal byte[] Bytes()
        {
            var root = JsonLoss.Parse(RepoFiles.ReadSample(Sample));
            foreach (var (node, kind) in Nodes.Zip(Kinds))
            {
                var tokens = ((JContainer)root).Descendants().Where(token => token is not JProperty).ToList();
                if (tokens.Count == 0)
                {
                    break;
                }

                var token = tokens[node % tokens.Count];
                token.Replace(Changes[kind](token));
            }

            return Encodings[Encoding](System.Text.Encoding.UTF8.GetBytes(root.ToString()), At);
        }
    }
}
