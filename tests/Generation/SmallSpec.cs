using System.Text.Json.Nodes;
using Amity.Spec;

namespace Amity.Tests.Generation;

/// <summary>
/// A small valid spec in a folder of its own, of which a test changes one piece. The mark ▸ stands where the test expects the problem, and is
/// not written.
/// </summary>
internal sealed class SmallSpec : IDisposable
{
    private const char Mark = '▸';

    private readonly DirectoryInfo _temp = Directory.CreateTempSubdirectory("amity-spec-");

    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal)
    {
        ["service.yaml"] = """
            openapi: 3.0.3
            info:
              title: Rooms
              version: 1.0.0
            servers:
              - url: https://api.example.com
            security:
              - bearer: []
            components:
              securitySchemes:
                bearer: {type: http, scheme: bearer}
                # schemes
            # service

            """,
        ["common/responses.yaml"] = """
            components:
              responses:
                NotFound:
                  description: There is no such room.
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/ApiError'}}
                # responses
              parameters:
                Limit:
                  name: limit
                  in: query
                  description: The most rooms to read.
                  schema: {type: integer, format: int32, minimum: 1}
                # parameters
              schemas:
                ApiError:
                  type: object
                  description: An error.
                  properties:
                    code: {type: integer}

            """,
        ["rooms/paths.yaml"] = """
            tags:
              - name: Rooms
                description: Rooms.
            paths:
              /rooms:
                get:
                  operationId: listRooms
                  tags: [Rooms]
                  x-repeat: safe
                  x-result: {page: rooms}
                  summary: Reads one page of rooms.
                  parameters:
                    - $ref: '#/components/parameters/Limit'
                    - {name: token, in: query, description: Where to start., schema: {type: string, example: a, format: token}}
                    # parameters of listRooms
                  responses:
                    '200':
                      description: A page.
                      content:
                        application/json: {schema: {$ref: '#/components/schemas/RoomPage'}}
                    '404':
                      $ref: '#/components/responses/NotFound'
                  # keywords of listRooms
                # methods of rooms
              /rooms/{roomId}:
                put:
                  operationId: updateRoom
                  tags: [Rooms]
                  x-repeat: safe
                  x-result: response
                  summary: Changes a room.
                  parameters:
                    - {name: roomId, in: path, required: true, description: The id of the room., schema: {type: string, example: a}}
                    # parameters of updateRoom
                  requestBody:
                    description: What to change.
                    required: true
                    content: {application/json: {schema: {$ref: '#/components/schemas/RoomChange'}}}
                  responses:
                    '200': {description: The room., content: {application/json: {schema: {$ref: '#/components/schemas/Room'}}}}
                    # responses of updateRoom
                  # keywords of updateRoom
              # paths

            """,
        ["rooms/schemas.yaml"] = """
            components:
              schemas:
                RoomPage:
                  type: object
                  description: One page of rooms.
                  properties:
                    rooms: {type: array, items: {$ref: '#/components/schemas/Room'}}
                    paging: {$ref: '#/components/schemas/Paging'}
                Paging:
                  type: object
                  description: Where to read on.
                  properties:
                    next: {type: string, example: a}
                Room:
                  type: object
                  description: A room.
                  properties:
                    roomId: {type: string, example: a}
                    status: {$ref: '#/components/schemas/RoomStatus'}
                    # fields of Room
                  # keywords of Room
                RoomStatus:
                  type: string
                  enum: [idle, live]
                  description: Where a room stands.
                RoomChange:
                  type: object
                  description: The fields to change.
                  properties:
                    title: {type: string, example: a, maxLength: 1000}
                    # fields of RoomChange
                # schemas

            """,
    };

    internal string Folder => Path.Combine(_temp.FullName, "openapi");

    public void Dispose() => _temp.Delete(recursive: true);

    /// <summary>The place of the mark, as messages give it.</summary>
    internal string Place
    {
        get
        {
            var (file, text) = _parts.Single(part => part.Value.Contains(Mark));
            var before = text[..text.IndexOf(Mark)];
            return $"openapi/{file}({before.Count(c => c == '\n') + 1},{before.Length - before.LastIndexOf('\n')})";
        }
    }

    /// <summary>Puts another text in the place of one that stands once in the spec.</summary>
    internal SmallSpec Replace(string text, string replacement)
    {
        var file = _parts.Single(part => part.Value.Contains(text, StringComparison.Ordinal)).Key;
        _parts[file].Split(text).Should().HaveCount(2, "'{0}' is to stand once in the spec", text);
        _parts[file] = _parts[file].Replace(text, replacement, StringComparison.Ordinal);
        return this;
    }

    /// <summary>Puts lines before the comment that marks where such lines go.</summary>
    internal SmallSpec Add(string comment, string lines)
    {
        var marked = _parts.Values.SelectMany(text => text.Split('\n')).Single(line => line.TrimStart() == $"# {comment}") + "\n";
        var indent = marked[..marked.IndexOf('#', StringComparison.Ordinal)];
        return Replace(marked, string.Concat(lines.Split('\n').Select(line => $"{indent}{line}\n")) + marked);
    }

    /// <summary>Adds or replaces a whole part.</summary>
    internal SmallSpec Part(string file, string text)
    {
        _parts[file] = text;
        return this;
    }

    /// <summary>The lines of every part.</summary>
    internal IReadOnlyList<(string File, string[] Lines)> Parts() => [.. _parts.Select(part => (part.Key, part.Value.Split('\n')))];

    internal IReadOnlyList<string> Problems() => Build(out _, out _);

    /// <summary>The merged contract of a spec without problems.</summary>
    internal string Contract()
    {
        Build(out var contract, out _).Should().BeEmpty();
        return contract;
    }

    /// <summary>The plan of the C# of a schema.</summary>
    internal JsonNode PlanOf(string schema) => ForNSwag()["components"]!["schemas"]![schema]!["x-csharp"]!;

    /// <summary>The plan of the C# of an operation.</summary>
    internal JsonNode PlanOf(string method, string path) => ForNSwag()["paths"]![path]![method]!["x-csharp"]!;

    internal JsonNode ForNSwag()
    {
        Build(out _, out var forNSwag).Should().BeEmpty();
        return JsonNode.Parse(forNSwag)!;
    }

    /// <summary>Asserts that the mistake at the mark is the only problem.</summary>
    internal void ShouldHaveOneProblem(string code, params string[] words) =>
        Problems().Should().ContainSingle().Which.Should().StartWith($"{Place}: error {code}: ").And.ContainAll(words);

    private IReadOnlyList<string> Build(out string contract, out string forNSwag)
    {
        foreach (var (file, text) in _parts)
        {
            var path = Path.Combine(Folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text.Replace(Mark.ToString(), string.Empty, StringComparison.Ordinal));
        }

        return SpecBuild.Run(Folder, out contract, out forNSwag);
    }
}
