using System.Net.Http.Headers;

namespace Amity.Tests.Faults;

/// <summary>What an operation is responded to with when what it asks for is done already: asked of the sandbox, without the library.</summary>
internal static class SecondRun
{
    /// <summary>The status of the rejection; null where the second response is a success like the first.</summary>
    public static int? RejectionOf(string operationId) => Task.Run(() => RejectionOfAsync(operationId)).GetAwaiter().GetResult();

    private static async Task<int?> RejectionOfAsync(string operationId)
    {
        await using var sandbox = await AmitySandbox.StartAsync(new AmitySandboxOptions { RespondFromExamples = true });
        sandbox.AddExamples();
        using var http = new HttpClient { BaseAddress = sandbox.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", sandbox.AdminToken);
        http.DefaultRequestHeaders.Add("x-api-key", sandbox.ApiKey);
        http.DefaultRequestHeaders.Add("x-server-key", sandbox.ServerKey);
        (await StatusOfAsync(http, operationId)).Should().Be(Spec.SuccessOf(operationId), "{0} succeeds with the examples of the spec", operationId);
        var status = await StatusOfAsync(http, operationId);
        return status < 400 ? null : status;
    }

    private static async Task<int> StatusOfAsync(HttpClient http, string operationId)
    {
        using var request = SpecRequest.Least(operationId).ToMessage();
        using var response = await http.SendAsync(request);
        return (int)response.StatusCode;
    }
}
