using Microsoft.Extensions.Hosting;

namespace Amity.Sandbox;

/// <summary>Leaves Ctrl-C and other signals to the application that the sandbox runs in.</summary>
internal sealed class PassiveLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
