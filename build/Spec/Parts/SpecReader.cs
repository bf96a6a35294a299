using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Amity.Spec.Parts;

/// <summary>Reads one part of the spec, a YAML file.</summary>
internal sealed class SpecReader
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _file;
    private readonly SpecProblems _problems;
    private readonly Dictionary<AnchorName, SpecNode> _anchored = [];

    private SpecReader(string file, SpecProblems problems) => (_file, _problems) = (file, problems);

    /// <summary>The part's content; null, and a problem, when it is not one YAML object in UTF-8.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="file">The file's name in messages.</param>
    /// <param name="problems">What is wrong with it.</param>
    public static SpecMap? Read(string path, string file, SpecProblems problems)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            return new SpecReader(file, problems).Read(Utf8.GetString(bytes).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException exception)
        {
            var line = bytes.Take(exception.Index).Count(@byte => @byte == '\n') + 1;
            problems.Add(new Place(file, line, 1), ProblemKind.NotYaml, "This line is not UTF-8.");
            return null;
        }
    }

    private SpecMap? Read(string text)
    {
        using var reader = new StringReader(text);
        var parser = new Parser(reader);
        try
        {
            return Part(parser);
        }
        catch (YamlException exception)
        {
            _problems.Add(PlaceOf(exception.Start), ProblemKind.NotYaml, $"This is not YAML: {exception.Message}");
        }
        catch (InvalidOperationException)
        {
            // So the parser fails where a bracket is not closed before a line that is indented less.
            _problems.Add(PlaceOf(parser.Current!.End), ProblemKind.NotYaml, "This is not YAML: what follows cannot be read.");
        }

        return null;
    }

    private SpecMap? Part(Parser parser)
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<DocumentStart>(out _))
        {
            var node = NodeOf(parser);
            parser.Consume<DocumentEnd>();
            if (node is SpecMap part && parser.TryConsume<StreamEnd>(out _))
            {
                return part;
            }
        }

        _problems.Add(new Place(_file, 1, 1), ProblemKind.NotYaml, "A part of the spec is one YAML object.");
        return null;
    }

    private SpecNode NodeOf(Parser parser)
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return _anchored.TryGetValue(alias.Value, out var anchored)
                ? anchored
                : throw new YamlException(alias.Start, alias.End, $"No anchor &{alias.Value} stands complete before this alias.");
        }

        parser.Accept<NodeEvent>(out var start);
        SpecNode node = start switch
        {
            MappingStart => MapOf(parser),
            SequenceStart => ListOf(parser),
            _ => ScalarOf(parser),
        };
        if (!start!.Anchor.IsEmpty)
        {
            _anchored[start.Anchor] = node;
        }

        return node;
    }

    private SpecMap MapOf(Parser parser)
    {
        var map = new SpecMap(PlaceOf(parser.Consume<MappingStart>().Start));
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            if (!map.TryAdd(new SpecEntry(key.Value, NodeOf(parser), PlaceOf(key.Start))))
            {
                _problems.AddDuplicate($"'{key.Value}'", PlaceOf(key.Start), map.Find(key.Value)!.Place);
            }
        }

        return map;
    }

    private SpecList ListOf(Parser parser)
    {
        var place = PlaceOf(parser.Consume<SequenceStart>().Start);
        var items = new List<SpecNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(NodeOf(parser));
        }

        return new SpecList(items, place);
    }

    private SpecScalar ScalarOf(Parser parser)
    {
        var scalar = parser.Consume<Scalar>();
        return new SpecScalar(scalar.Value, scalar is { Style: ScalarStyle.Plain, Tag.IsEmpty: true }, PlaceOf(scalar.Start));
    }

    private Place PlaceOf(Mark mark) => new(_file, mark.Line, mark.Column);
}
