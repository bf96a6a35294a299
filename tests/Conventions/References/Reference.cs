using System.Text.RegularExpressions;
using Mono.Cecil;

namespace Amity.Tests.Conventions.References;

/// <summary>That a member of an assembly names another one of it.</summary>
internal sealed partial record Reference(IMemberDefinition From, IMemberDefinition To)
{
    public override string ToString() => $"{NameOf(From)} refers to {NameOf(To)}";

    // As the source calls it: what the compiler makes of a lambda has the name of the method around it.
    private static string NameOf(IMemberDefinition member)
    {
        var names = new List<string>();
        for (var part = member; part is not null; part = part.DeclaringType)
        {
            var name = Compiled().Match(part.Name) is { Success: true } made ? made.Groups["source"].Value : part.Name.Split('`')[0];
            if (name.Length > 0 && name != "MoveNext")
            {
                names.Insert(0, name);
            }
        }

        return string.Join('.', names.Distinct());
    }

    [GeneratedRegex(@"^<(?<source>[^<>\d][^<>]*)?>")]
    private static partial Regex Compiled();
}
