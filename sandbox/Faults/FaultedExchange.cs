using Amity.Sandbox.Contract;
using Amity.Sandbox.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Amity.Sandbox.Faults;

/// <summary>One request that a fault strikes, with the true response once there is one.</summary>
internal sealed class FaultedExchange(
    HttpContext context,
    ContractOperation operation,
    SandboxFaults settings,
    TimeProvider time,
    CancellationToken ending)
{
    private static readonly byte[] EmptyObject = "{}"u8.ToArray();

    private readonly DateTimeOffset _cameInAt = time.GetUtcNow();
    private int? _trueStatus;

    public HttpResponse Response => context.Response;

    public HttpContext Context => context;

    public ContractOperation Operation => operation;

    public SandboxFaults Settings => settings;

    public TimeProvider Time => time;

    /// <summary>Ends when the client goes away or the sandbox stops.</summary>
    public CancellationToken Ending => ending;

    /// <summary>The body that the sandbox would have sent, as it is.</summary>
    public ReadOnlyMemory<byte> TrueBody { get; private set; }

    /// <summary>The body to spoil: never empty, so that there is always something to cut or to pad.</summary>
    public ReadOnlyMemory<byte> Body => TrueBody.IsEmpty ? EmptyObject : TrueBody;

    /// <summary>Whether the body is a text and no JSON, and so has no shape.</summary>
    public bool IsText => Response.ContentType?.StartsWith("text/", StringComparison.Ordinal) == true;

    /// <summary>Lets the sandbox respond, and keeps the response back.</summary>
    public async Task HandleAsync(RequestDelegate next)
    {
        var wire = Response.Body;
        var aborted = context.RequestAborted;
        using var response = new MemoryStream();
        Response.Body = response;

        // A client that leaves halfway must not keep the sandbox from saying what it did.
        context.RequestAborted = CancellationToken.None;
        try
        {
            await next(context);
            _trueStatus = Response.StatusCode;
            SpoiledBody.Allow(Response);

            // What is sent may have another length, or is to announce none.
            Response.ContentLength = null;
        }
        finally
        {
            Response.Body = wire;
            context.RequestAborted = aborted;
        }

        TrueBody = response.ToArray();
    }

    /// <summary>Takes the request in without handling it, so that the client is surely done with sending.</summary>
    public async Task ReadRequestAsync()
    {
        try
        {
            await BufferedBody.ReadAsync(context);
        }
        catch (BadHttpRequestException)
        {
            // Too large to be read: the fault strikes all the same.
        }
    }

    /// <summary>Responds with this body and its length.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> body)
    {
        Response.ContentLength = body.Length;
        await Response.Body.WriteAsync(body, ending);
    }

    public InjectedFault Describe(SandboxFault fault) => new(
        Number: 0,
        _cameInAt,
        fault,
        operation.Id,
        context.Request.Method,
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
        SecretText.Show(context.Features.Get<BufferedBody>()?.Bytes ?? default, operation.BodySchema),
        context.Features.Get<HandlerReached>() is not null,
        _trueStatus);
}
