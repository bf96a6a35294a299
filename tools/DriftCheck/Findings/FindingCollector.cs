using Amity.DriftCheck.Contract;
using Amity.DriftCheck.Observing;
using Amity.DriftCheck.Writing;
using Newtonsoft.Json.Linq;

namespace Amity.DriftCheck.Findings;

/// <summary>Compares exchanges with the contract and collects what differs.</summary>
internal sealed class FindingCollector(DocumentedApi contract)
{
    private readonly Dictionary<Finding, int> _findings = [];
    private readonly Dictionary<(string Operation, string Name), Note> _notes = [];
    private readonly SeenFields _fields = new(contract);
    private readonly PageCheck _pages = new();
    private readonly HashSet<string> _shown = [];
    private int _exchanges;

    public void Add(Exchange exchange)
    {
        _exchanges++;
        var operation = contract.Get(exchange.OperationId);
        if (operation.Declares(exchange.Status) && exchange.Status < 400)
        {
            _shown.Add(operation.Id);
        }

        Report(StatusCheck.Find(exchange, operation));
        Report(RedirectCheck.Find(exchange, operation));
        foreach (var note in NotableHeaders.Find(exchange))
        {
            _notes.TryAdd((note.Operation, note.Name), note);
        }

        CompareBody(exchange, operation);
    }

    public DriftReport ToReport(IReadOnlyList<SettledQuestion> openQuestions) => new(
        _exchanges,
        [
            .. _findings.OrderBy(pair => pair.Key.Kind)
                .ThenBy(pair => pair.Key.Operation, StringComparer.Ordinal)
                .ThenBy(pair => pair.Key.Path, StringComparer.Ordinal)
                .Select(pair => new CountedFinding(pair.Key, pair.Value)),
        ],
        [.. _notes.Values],
        _fields.Unseen,
        [.. contract.Operations.Select(operation => operation.Id).Where(id => !_shown.Contains(id))],
        openQuestions);

    private void CompareBody(Exchange exchange, DocumentedOperation operation)
    {
        if (exchange.Body is not { } body || operation.ShapeOf(exchange.Status) is not { } schema)
        {
            return;
        }

        if (body.Json is not { } json)
        {
            Report(new Finding(FindingKind.NotJson, operation.Id, "", $"status {exchange.Status} has a body that {body.Problem}"));
            return;
        }

        Report(
        [
            .. ShapeCheck.Find(operation.Id, json, schema),
            .. DateCheck.Find(operation.Id, json, schema),
            .. NumberCheck.Find(operation.Id, json, schema),
            .. ContentCheck.Find(contract, operation.Id, json, schema),
            .. RoomCheck.Find(contract, exchange, operation, json),
            .. _pages.Find(exchange),
        ]);
        if (exchange.Status < 400)
        {
            _fields.Add(json, schema);
        }
        else if (json.SelectToken("code") is { Type: JTokenType.Integer } code && !contract.ErrorCodes.Contains((long)code))
        {
            Report(new Finding(FindingKind.UnknownErrorCode, operation.Id, "code", $"code {(long)code} with status {exchange.Status}"));
        }
    }

    private void Report(params IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            _findings[finding] = _findings.GetValueOrDefault(finding) + 1;
        }
    }
}
