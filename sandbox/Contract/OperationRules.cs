using System.Globalization;
using Microsoft.AspNetCore.Http;
using NSwag;

namespace Amity.Sandbox.Contract;

/// <summary>One operation of the contract, with the rules that its requests obey.</summary>
internal sealed class OperationRules
{
    private const string SessionCookieScheme = "sessionCookie";

    private readonly ParameterRule[] _parameters;
    private readonly BodyRule? _body;
    private readonly HashSet<string> _statuses;

    public OperationRules(OpenApiOperation operation)
    {
        Id = operation.OperationId;
        IsOpen = operation.ActualSecurity?.Count == 0;
        TakesSessionCookie = operation.ActualSecurity?.Any(schemes => schemes.ContainsKey(SessionCookieScheme)) == true;
        _parameters =
        [
            .. operation.ActualParameters
                .Where(parameter => parameter.Kind is OpenApiParameterKind.Path or OpenApiParameterKind.Query or OpenApiParameterKind.Header)
                .Select(parameter => new ParameterRule(parameter)),
        ];
        _body = operation.RequestBody is null ? null : new BodyRule(operation.RequestBody);
        _statuses = [.. operation.Responses.Keys];
        Responses = new ResponseShapes(operation);
    }

    public string Id { get; }

    /// <summary>Whether it takes callers without a token.</summary>
    public bool IsOpen { get; }

    public bool TakesSessionCookie { get; }

    public ResponseShapes Responses { get; }

    public bool Declares(int status) => _statuses.Contains(status.ToString(CultureInfo.InvariantCulture));

    public IReadOnlyList<Violation> Check(HttpRequest request, ReadOnlyMemory<byte> body) =>
    [
        .. _parameters.SelectMany(parameter => parameter.Check(request)),
        .. _body?.Check(request, body) ?? [],
    ];
}
