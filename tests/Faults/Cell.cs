using Amity.Tests.Unit.Leaks;

namespace Amity.Tests.Faults;

/// <summary>One operation that meets one fault, and all that is promised of it.</summary>
internal sealed class Cell(SandboxFixture fixture, MatrixOperation operation, SandboxFault fault, FaultFrequency frequency)
{
    private readonly ExpectedOutcome _outcome = ExpectedOutcome.Of(operation, fault, frequency);

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (frequency == FaultFrequency.Once)
        {
            fixture.Sandbox.Faults.Next(fault, operation.Id);
        }
        else
        {
            fixture.Sandbox.Faults.Always(fault, operation.Id);
        }

        var (response, failure) = await CallAsync(cancellationToken);
        fixture.Sandbox.Faults.Stop();
        await fixture.Sandbox.Faults.WhenSettledAsync(cancellationToken);

        CheckRequests();
        CheckTold(response, failure);
        await CheckStateAsync(failure);
        fixture.Elsewhere.WasVisited.Should().BeFalse("nothing goes to another host");
    }

    private async Task<(object? Response, AmityException? Failure)> CallAsync(CancellationToken cancellationToken)
    {
        // The other cells run over the connections that the client makes itself.
        var stalls = frequency == FaultFrequency.Once ? 1 : int.MaxValue;
        var client = fixture.AdminClient(options => options.Handler = fault == SandboxFault.StalledBody ? fixture.EndStalledAttempts(stalls) : null);
        try
        {
            // WaitAsync, so that a call that ignores its token fails instead of hanging.
            return (await operation.CallAsync(client, cancellationToken).WaitAsync(cancellationToken), null);
        }
        catch (AmityException exception)
        {
            return (null, exception);
        }
    }

    private void CheckRequests()
    {
        fixture.Sandbox.RequestCount.Should().Be(_outcome.Attempts);
        var injected = frequency == FaultFrequency.Once ? 1 : _outcome.Attempts;
        fixture.Sandbox.Faults.Injected.Should().Equal(new Dictionary<SandboxFault, long> { [fault] = injected });
    }

    private void CheckTold(object? response, AmityException? failure)
    {
        if (failure is null)
        {
            _outcome.Failure.Should().BeNull();
            ResponseCheck.Check(response, _outcome.Content, fixture);
            return;
        }

        Failure.Of(failure).Should().Be(_outcome.Failure, "of {0}", failure);
        failure.Attempts.Should().Be(_outcome.Attempts);
        failure.MayHaveSucceeded.Should().Be(_outcome.MayHaveSucceeded);
        ExceptionText.Of(failure).Should().NotContain(fixture.Sandbox.AdminToken);
    }

    private async Task CheckStateAsync(AmityException? failure)
    {
        if (operation.Changes is null)
        {
            return;
        }

        var changes = await operation.Changes(fixture);
        if (failure is null && _outcome.Content != Content.Nothing)
        {
            changes.Should().Be(1, "the caller was told that it succeeded");
            return;
        }

        var success = Spec.SuccessOf(operation.Id);
        changes.Should().Be(fixture.Sandbox.Faults.Ledger.Any(injected => injected.HandlerRan && injected.TrueStatus == success) ? 1 : 0);
        if (failure is { MayHaveSucceeded: false })
        {
            changes.Should().Be(0, "the caller was told that nothing was changed");
        }
    }
}
