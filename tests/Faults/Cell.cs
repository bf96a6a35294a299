namespace Amity.Tests.Faults;

/// <summary>One operation that meets one fault, and all that is promised of it.</summary>
internal sealed class Cell(Stage stage, Operation operation, SandboxFault fault, Strikes strikes)
{
    private readonly Outcome _outcome = Outcome.Of(operation, fault, strikes);

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (strikes == Strikes.Once)
        {
            stage.Sandbox.Faults.Next(fault, operation.Id);
        }
        else
        {
            stage.Sandbox.Faults.Always(fault, operation.Id);
        }

        var (response, failure) = await CallAsync(cancellationToken);
        stage.Sandbox.Faults.Stop();
        await stage.Sandbox.Faults.WhenSettledAsync(cancellationToken);

        CheckRequests();
        CheckTold(response, failure);
        await CheckStateAsync(failure);
        stage.Elsewhere.WasVisited.Should().BeFalse("nothing goes to another host");
    }

    private async Task<(object? Response, AmityException? Failure)> CallAsync(CancellationToken cancellationToken)
    {
        // The other cells run over the connections that the client makes itself.
        var client = stage.AdminClient(options =>
            options.Handler = fault == SandboxFault.StalledBody ? stage.WatchStalls(stalls: strikes == Strikes.Once ? 1 : int.MaxValue) : null);
        try
        {
            // WaitAsync, so that a call that ignores its token fails instead of hanging.
            return (await operation.Call(client.Rooms, cancellationToken).WaitAsync(cancellationToken), null);
        }
        catch (AmityException exception)
        {
            return (null, exception);
        }
    }

    private void CheckRequests()
    {
        stage.Sandbox.RequestCount.Should().Be(_outcome.Attempts);
        stage.Sandbox.Faults.Injected.Should().Equal(new Dictionary<SandboxFault, long> { [fault] = strikes == Strikes.Once ? 1 : _outcome.Attempts });
    }

    private void CheckTold(object? response, AmityException? failure)
    {
        if (failure is null)
        {
            _outcome.Failure.Should().BeNull();
            Responses.Check(response, _outcome.Content, stage);
            return;
        }

        Failure.Of(failure).Should().Be(_outcome.Failure, "of {0}", failure);
        failure.Attempts.Should().Be(_outcome.Attempts);
        failure.MayHaveSucceeded.Should().Be(_outcome.MayHaveSucceeded);
        Secrets.TextsOf(failure).Should().NotContain(text => text.Contains(stage.Sandbox.AdminToken));
    }

    private async Task CheckStateAsync(AmityException? failure)
    {
        if (operation.Changes is null)
        {
            return;
        }

        var changes = await operation.Changes(stage);
        if (failure is null && _outcome.Content != Content.Nothing)
        {
            changes.Should().Be(1, "the caller was told that it succeeded");
            return;
        }

        var success = Spec.SuccessOf(operation.Id);
        changes.Should().Be(stage.Sandbox.Faults.Ledger.Any(struck => struck.HandlerRan && struck.TrueStatus == success) ? 1 : 0);
        if (failure is { MayHaveSucceeded: false })
        {
            changes.Should().Be(0, "the caller was told that nothing was changed");
        }
    }
}
