using System.Net;
using System.Text.Json;
using PactNet.Matchers;

namespace PactNet;

public interface IResponseBuilderV4
{
    IResponseBuilderV4 WithStatus(HttpStatusCode status);

    IResponseBuilderV4 WithStatus(ushort status);

    IResponseBuilderV4 WithHeader(string key, string value);

    IResponseBuilderV4 WithHeader(string key, IMatcher matcher);

    IResponseBuilderV4 WithJsonBody(dynamic body);

    IResponseBuilderV4 WithJsonBody(dynamic body, JsonSerializerOptions settings);

    IResponseBuilderV4 WithBody(string body, string contentType);
}
