using Microsoft.AspNetCore.Http;

namespace Amity.Tests.Contract.AnyProvider;

/// <summary>Nothing but what the spec lets a real service be asked is ever sent to one.</summary>
internal sealed class ObservedRequestTests
{
    private readonly List<(string Method, string OperationId)> _requests = [];

    [Test]
    public async Task RunAsync_ProviderWithEverything_IsOnlySentObservedReads()
    {
        // Responds with the spec's examples, which have every id, so that all that could be sent is sent.
        await using var provider = await LoopbackServer.StartAsync(context =>
        {
            var operationId = PactInteraction.OperationOf(context.Request.Method, context.Request.Path);
            _requests.Add((context.Request.Method, operationId));
            return context.Response.WriteAsJsonAsync(SpecExamples.ResponseJson(operationId));
        });

        var check = await ProviderCheck.RunAsync(provider.Address, "token", "room", PactFile.Interactions);

        _requests.Should().OnlyContain(request => request.Method == "GET" && Spec.IsObserved(request.OperationId));
        _requests.Should().HaveSameCount(check.Outcomes);
        check.Outcomes.Values.Should().NotContain(outcome => outcome.Text.StartsWith("missing"));
        Spec.Operations.Keys.Where(Spec.IsObserved).Should().BeEquivalentTo(_requests.Select(request => request.OperationId).Distinct());
    }
}
