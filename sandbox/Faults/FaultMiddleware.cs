using Amity.Sandbox.Contract;
using Amity.Sandbox.Operations;
using Amity.Sandbox.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Amity.Sandbox.Faults;

/// <summary>Lets the faults that are planned strike requests to operations of the contract.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, SandboxFaults faults, TimeProvider time, IHostApplicationLifetime host)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Operation() is not { } operation)
        {
            await next(context);
            return;
        }

        faults.UnderWay.Enter();
        try
        {
            if (faults.Plan.Decide(operation.Id, PresentedToken.Of(context.Request, operation)?.Token) is { } fault)
            {
                await InjectAsync(context, operation, fault);
            }
            else
            {
                await next(context);
            }
        }
        finally
        {
            faults.UnderWay.Leave();
        }
    }

    private async Task InjectAsync(HttpContext context, ContractOperation operation, SandboxFault fault)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        var effect = FaultEffects.Of(fault);
        var exchange = new FaultedExchange(context, operation, faults, time, ending.Token);
        try
        {
            try
            {
                await (effect.Before?.Invoke(exchange) ?? Task.CompletedTask);
                await (effect.RunsHandler ? exchange.HandleAsync(next) : exchange.ReadRequestAsync());
            }
            finally
            {
                // Before the client can see anything, so that whoever has seen it also finds it in the ledger.
                faults.Log.Add(exchange.Describe(fault));
            }

            await effect.Apply(exchange);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // Nobody waits any more, or the sandbox stops: half a response must not look like a whole one.
            context.Abort();
        }
    }
}
