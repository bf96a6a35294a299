using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Amity.Tests.Shapes;

/// <summary>Applications that keep the models by Newtonsoft.Json read and write them as the client does.</summary>
internal sealed class NewtonsoftTests
{
    [Test]
    public void Fields_OfEachKind_AreWrittenAsTheClientWritesThem()
    {
        var written = JsonConvert.SerializeObject(Samples.Everything());

        // The order of fields means nothing.
        JToken.DeepEquals(Parse(written), Parse(Samples.Json)).Should().BeTrue("{0} is like {1}", written, Samples.Json);
    }

    [Test]
    public void Fields_OfEachKind_AreReadAsTheClientReadsThem() =>
        JsonConvert.DeserializeObject<Everything>(Samples.Json).Should().BeEquivalentTo(Samples.Everything());

    private static JToken Parse(string json) =>
        JsonConvert.DeserializeObject<JToken>(json, new JsonSerializerSettings { DateParseHandling = DateParseHandling.None })!;
}
