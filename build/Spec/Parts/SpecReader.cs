using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Amity.Spec.Parts;

/// <summary>Reads one part of the spec, a YAML file.</summary>
internal sealed class SpecReader(SpecProblems problems)
{
    /// <summary>The part's content; null, and a problem, when it is not one YAML object.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="name">The file's name in messages.</param>
    public SpecMap? Read(string path, string name)
    {
        var yaml = new YamlStream();
        try
        {
            using var text = new StreamReader(path);
            yaml.Load(text);
        }
        catch (YamlException exception)
        {
            problems.Add(PlaceOf(exception.Start, name), ProblemKind.NotYaml, $"This is not YAML: {exception.Message}");
            return null;
        }

        if (yaml.Documents is [{ RootNode: YamlMappingNode root }])
        {
            return (SpecMap)Convert(root, name);
        }

        problems.Add(new Place(name, 1, 1), ProblemKind.NotYaml, "A part of the spec is one YAML object.");
        return null;
    }

    private SpecNode Convert(YamlNode node, string file)
    {
        var place = PlaceOf(node.Start, file);
        switch (node)
        {
            case YamlMappingNode mapping:
                var map = new SpecMap(place);
                foreach (var (key, value) in mapping.Children)
                {
                    var name = (key as YamlScalarNode)?.Value;
                    if (name is null || !map.TryAdd(new SpecEntry(name, Convert(value, file), PlaceOf(key.Start, file))))
                    {
                        problems.Add(PlaceOf(key.Start, file), ProblemKind.Duplicate, $"The key '{key}' is no text, or stands here twice.");
                    }
                }

                return map;
            case YamlSequenceNode sequence:
                return new SpecList(sequence.Children.Select(item => Convert(item, file)), place);
            default:
                var scalar = (YamlScalarNode)node;
                return new SpecScalar(scalar.Value ?? string.Empty, scalar.Style == ScalarStyle.Plain, place);
        }
    }

    private static Place PlaceOf(Mark mark, string file) => new(file, mark.Line, mark.Column);
}
