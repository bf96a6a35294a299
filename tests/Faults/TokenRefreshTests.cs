namespace Amity.Tests.Faults;

// A token that the service rejects from now on.
[Parallelizable(ParallelScope.Self)]
internal sealed class RefreshTests
{
    private static IEnumerable<string> OperationIds => Operations.Ids.Where(id => !Spec.IsOpen(id));

    [TestCaseSource(nameof(OperationIds))]
    [CancelAfter(30_000)]
    public async Task Call_TokenRejectedOnce_IsSentAgainWithTheNextToken(string operationId, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.OpenAsync();
        var operation = Operations.Of(operationId);
        var provider = new TokenProvider(stage.Sandbox);
        stage.Sandbox.Faults.Next(SandboxFault.UnauthorizedUntilRefreshed, operationId);

        var response = await operation.Call(stage.ClientOf(provider.Credential(stage.RateLimit())).Rooms, cancellationToken).WaitAsync(cancellationToken);

        Responses.Check(response, Content.Truth, stage);
        provider.Given.Should().HaveCount(2);
        stage.Sandbox.RequestCount.Should().Be(2);
        if (operation.Changes is { } changes)
        {
            (await changes(stage)).Should().Be(1);
        }
    }

    [TestCaseSource(nameof(OperationIds))]
    [CancelAfter(30_000)]
    public async Task Call_EveryTokenRejected_FailsAfterOneRefresh(string operationId, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.OpenAsync();
        var operation = Operations.Of(operationId);
        var provider = new TokenProvider(stage.Sandbox);
        stage.Sandbox.Faults.Always(SandboxFault.UnauthorizedUntilRefreshed, operationId);
        var client = stage.ClientOf(provider.Credential(stage.RateLimit()));

        var failure = (await FluentActions.Awaiting(() => operation.Call(client.Rooms, cancellationToken).WaitAsync(cancellationToken)).Should().ThrowExactlyAsync<AmityApiException>()).Which;

        failure.Category.Should().Be(AmityErrorCategory.Unauthorized);
        failure.Attempts.Should().Be(2);
        failure.MayHaveSucceeded.Should().BeFalse();
        provider.Given.Should().HaveCount(2);
        Secrets.TextsOf(failure).Should().NotContain(text => provider.Given.Any(text.Contains));
        stage.Sandbox.Faults.Stop();
        if (operation.Changes is { } changes)
        {
            (await changes(stage)).Should().Be(0);
        }
    }

    private sealed class TokenProvider(AmitySandbox sandbox)
    {
        private readonly List<string> _given = [];

        public IReadOnlyList<string> Given => _given;

        public AmityCredential Credential(AmityRateLimit rateLimit) => AmityCredential.FromProvider(
            _ =>
            {
                _given.Add(sandbox.AddToken("moderator-1", canModerate: true));
                return Task.FromResult(new AmityToken(_given[^1]));
            },
            rateLimit);
    }
}
