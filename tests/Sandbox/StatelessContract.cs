using System.Text.Json.Nodes;
using Amity.Sandbox.Contract;

namespace Amity.Tests.Sandbox;

/// <summary>The contract, with operations about channels beside its own, of which the sandbox knows nothing else.</summary>
internal static class StatelessContract
{
    private const string Channels = """
        {
          "/api/v3/channels": {
            "get": {
              "operationId": "listChannels", "tags": ["Channels"], "x-repeat": "safe", "x-result": {"page": "channels"},
              "parameters": [
                {"name": "limit", "in": "query", "schema": {"type": "integer", "format": "int32", "minimum": 1}},
                {"name": "token", "in": "query", "schema": {"type": "string", "format": "token"}},
                {"name": "createdBy", "in": "query", "schema": {"type": "string", "format": "id"}}
              ],
              "responses": {"200": {"content": {"application/json": {
                "schema": {"$ref": "#/components/schemas/ChannelPage"},
                "example": {"channels": [{"channelId": "general"}], "paging": {"next": "token-of-the-next-page"}}
              }}}}
            },
            "post": {
              "operationId": "createChannel", "tags": ["Channels"], "x-repeat": "unless-sent", "x-result": {"one": "channels"},
              "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/CreateChannelRequest"}}}},
              "responses": {"200": {"content": {"application/json": {
                "schema": {"$ref": "#/components/schemas/ChannelPage"}, "example": {"channels": [{"channelId": "general"}]}
              }}}}
            }
          },
          "/api/v3/channels/list": {
            "get": {
              "operationId": "listChannelsById", "tags": ["Channels"], "x-repeat": "safe", "x-result": {"all": "channels"},
              "parameters": [{"name": "channelIds", "in": "query", "required": true, "schema": {"type": "array", "items": {"type": "string"}}}],
              "responses": {"200": {"content": {"application/json": {
                "schema": {"$ref": "#/components/schemas/ChannelPage"}, "example": {"channels": [{"channelId": "general"}]}
              }}}}
            }
          },
          "/api/v3/channels/{channelId}": {
            "get": {
              "operationId": "getChannel", "tags": ["Channels"], "x-repeat": "safe", "x-result": {"one": "channels"},
              "parameters": [{"name": "channelId", "in": "path", "required": true, "schema": {"type": "string", "format": "id"}}],
              "responses": {
                "200": {"content": {"application/json": {
                  "schema": {"$ref": "#/components/schemas/ChannelPage"}, "example": {"channels": [{"channelId": "general", "createdBy": "ann"}]}
                }}},
                "404": {"$ref": "#/components/responses/NotFound"}
              }
            },
            "delete": {
              "operationId": "deleteChannel", "tags": ["Channels"], "x-repeat": "safe", "x-result": "none",
              "parameters": [{"name": "channelId", "in": "path", "required": true, "schema": {"type": "string", "format": "id"}}],
              "responses": {"204": {}}
            }
          },
          "/api/v3/channels/{channelId}/plain": {
            "get": {
              "operationId": "getPlainChannel", "tags": ["Channels"], "x-repeat": "safe", "x-result": "response",
              "parameters": [{"name": "channelId", "in": "path", "required": true, "schema": {"type": "string", "format": "id"}}],
              "responses": {"200": {"content": {"application/json": {
                "schema": {"$ref": "#/components/schemas/Channel"}, "example": {"channelId": "general"}
              }}}}
            }
          },
          "/api/v3/channels/{channelId}/topic": {
            "get": {
              "operationId": "getTopic", "tags": ["Channels"], "x-repeat": "safe", "x-result": "response",
              "parameters": [{"name": "channelId", "in": "path", "required": true, "schema": {"type": "string", "format": "id"}}],
              "responses": {"200": {"content": {"text/plain": {"schema": {"type": "string"}, "example": "Pasta"}}}}
            }
          },
          "/api/v3/channels/{channelId}/export": {
            "get": {
              "operationId": "getExportLocation", "tags": ["Channels"], "x-repeat": "safe", "x-result": "response",
              "parameters": [{"name": "channelId", "in": "path", "required": true, "schema": {"type": "string", "format": "id"}}],
              "responses": {"302": {"headers": {"Location": {"schema": {"type": "string"}, "example": "https://export.example.com/general"}}}}
            }
          }
        }
        """;

    private const string Schemas = """
        {
          "Channel": {
            "type": "object", "x-ids": ["channelId"],
            "x-joins": {"Creator": {"to": "User", "by": ["createdBy"]}},
            "properties": {
              "channelId": {"type": "string"}, "displayName": {"type": "string", "maxLength": 100},
              "createdBy": {"type": "string"}, "isDeleted": {"type": "boolean"}
            }
          },
          "ChannelPage": {
            "type": "object",
            "properties": {
              "channels": {"type": "array", "items": {"$ref": "#/components/schemas/Channel"}},
              "users": {"type": "array", "items": {"$ref": "#/components/schemas/User"}},
              "paging": {"$ref": "#/components/schemas/Paging"}
            }
          },
          "CreateChannelRequest": {
            "type": "object", "required": ["channelId"], "properties": {"channelId": {"type": "string", "minLength": 1, "maxLength": 20}}
          }
        }
        """;

    public static ServiceContract Create()
    {
        var contract = JsonNode.Parse(File.ReadAllText(RepoFiles.Spec))!;
        Add(contract["paths"]!.AsObject(), Channels);
        Add(contract["components"]!["schemas"]!.AsObject(), Schemas);
        return new ServiceContract(System.Text.Encoding.UTF8.GetBytes(contract.ToJsonString()));
    }

    private static void Add(JsonObject target, string json)
    {
        foreach (var (name, value) in JsonNode.Parse(json)!.AsObject().ToList())
        {
            target.Add(name, value!.DeepClone());
        }
    }
}
