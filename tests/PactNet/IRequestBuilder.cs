using System.Text.Json;
using PactNet.Matchers;

namespace PactNet;

public interface IRequestBuilderV4
{
    IRequestBuilderV4 Given(string providerState);

    IRequestBuilderV4 Given(string providerState, IDictionary<string, string> parameters);

    IRequestBuilderV4 WithRequest(HttpMethod method, string path);

    IRequestBuilderV4 WithRequest(string method, string path);

    IRequestBuilderV4 WithQuery(string key, string value);

    IRequestBuilderV4 WithQuery(string key, IMatcher matcher);

    IRequestBuilderV4 WithHeader(string key, string value);

    IRequestBuilderV4 WithHeader(string key, IMatcher matcher);

    IRequestBuilderV4 WithJsonBody(dynamic body);

    IRequestBuilderV4 WithJsonBody(dynamic body, JsonSerializerOptions settings);

    IRequestBuilderV4 WithBody(string body, string contentType);

    IResponseBuilderV4 WillRespond();
}
