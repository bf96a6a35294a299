using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>Plans what an operation sends as the proof of who calls, and nothing besides.</summary>
internal sealed class SchemePlan(MergedSpec spec, SpecProblems problems)
{
    private const string Credential = "Credential";

    /// <summary>What the library sends for each scheme, by what the scheme is rather than by its name.</summary>
    private static readonly Dictionary<(string? In, string? Name), string> Sent = new()
    {
        [("http", "bearer")] = Credential,
        [("header", "x-admin-token")] = Credential,
        [("header", "x-api-key")] = "ApiKey",
        [("header", "x-server-key")] = "ServerKey",
    };

    /// <summary>The headers that are the client's own, as they may carry a secret.</summary>
    public static IEnumerable<string> Headers { get; } =
        ["Authorization", .. Sent.Keys.Where(scheme => scheme.In == "header").Select(scheme => scheme.Name!)];

    /// <summary>The scheme of an operation in C#; null for the client's credential.</summary>
    public string? Plan(SpecOperation operation)
    {
        if ((operation.Node["security"] ?? spec.Root["security"]) is not SpecList security)
        {
            problems.Add(
                operation.Place,
                ProblemKind.Missing,
                $"{operation.Id}: security is missing, of the operation and of the whole service: [] is open to all.");
            return null;
        }

        if (security.Items.Count == 0)
        {
            return "None";
        }

        var alternatives = security.Items.OfType<SpecMap>().ToList();
        var named = alternatives.SelectMany(alternative => alternative.Entries).Select(SchemeOf).ToList();
        if (named.Contains(null))
        {
            // A reference to nothing has its own problem already.
            return null;
        }

        // A cookie is what a browser sends.
        var sent = named.Where(scheme => scheme!.Text("in") != "cookie").Select(scheme => SentFor(scheme!)).Distinct().ToList();
        if (alternatives.Exists(alternative => alternative.Entries.Count != 1) || sent is not [{ } only])
        {
            var whose = operation.Node["security"] is null ? "The service" : operation.Id;
            problems.Add(
                security.Place,
                ProblemKind.Unsupported,
                $"{whose}: security is not what the client can send: [] for nothing, or alternatives of one scheme each, which are all "
                + "http bearer or x-admin-token (a cookie may stand beside them), or all x-api-key, or all x-server-key.");
            return null;
        }

        return only == Credential ? null : only;
    }

    private SpecMap? SchemeOf(SpecEntry named) => spec.Find(MergedSpec.ReferenceTo("securitySchemes", named.Key));

    private static string? SentFor(SpecMap scheme) => Sent.GetValueOrDefault(
        scheme.Text("type") == "http" ? ("http", scheme.Text("scheme")) : (scheme.Text("in"), scheme.Text("name")?.ToLowerInvariant()));
}
