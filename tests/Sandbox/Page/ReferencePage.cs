using System.Collections.Concurrent;
using System.Text.RegularExpressions;

using Microsoft.Playwright;

namespace Amity.Tests.Sandbox.Page;

/// <summary>The page at a sandbox's root, open in a browser.</summary>
internal sealed partial class ReferencePage : IAsyncDisposable
{
    private readonly IPage _page;
    private readonly ConcurrentQueue<IRequest> _requests = [];
    private readonly ConcurrentQueue<string> _sockets = [];

    private ReferencePage(IPage page)
    {
        _page = page;
        page.Context.Request += (_, request) => _requests.Enqueue(request);
        page.WebSocket += (_, socket) => _sockets.Enqueue(socket.Url);
    }

    /// <summary>Every address that it asked for something, but for those that the browser kept it from.</summary>
    public IEnumerable<Uri> Requested => _requests.Where(request => request.Failure != "csp").Select(request => request.Url)
        .Concat(_sockets)
        .Select(url => new Uri(url)).Where(url => url.Scheme is not ("data" or "blob"));

    /// <summary>All the text on it.</summary>
    public Task<string> TextAsync() => _page.Locator("body").InnerTextAsync();

    public static async Task<ReferencePage> OpenAsync(Chromium chromium, Uri address)
    {
        var page = new ReferencePage(await chromium.OpenAsync());
        await page._page.GotoAsync(address.AbsoluteUri);
        return page;
    }

    /// <summary>Shows an operation, which the page makes only now.</summary>
    public async Task ShowAsync(string operationId)
    {
        var operation = Spec.Operations[operationId];
        await _page.EvaluateAsync(
            "anchor => { location.hash = anchor; }",
            $"tag/{Spec.TagOf(operationId).ToLowerInvariant()}/{operation.Method.ToUpperInvariant()}{operation.Path}");
        await TestRequest(operationId).WaitForAsync();
    }

    /// <summary>Presses "Test Request" and "Send" of an operation, changes nothing in between, and gives what is shown then.</summary>
    public async Task<string> SendAsync(string operationId)
    {
        await ShowAsync(operationId);
        await TestRequest(operationId).ClickAsync();
        var client = _page.GetByRole(AriaRole.Dialog);
        await client.GetByRole(AriaRole.Button, new() { NameRegex = Send() }).ClickAsync();
        await client.GetByText(Outcome()).First.WaitForAsync();
        var shown = await client.InnerTextAsync();
        await client.GetByRole(AriaRole.Button, new() { Name = "Close Client" }).First.ClickAsync();
        return shown;
    }

    public async ValueTask DisposeAsync() => await _page.Context.CloseAsync();

    private ILocator TestRequest(string operationId)
    {
        var operation = Spec.Operations[operationId];
        return _page.GetByRole(AriaRole.Button, new() { Name = $"Test Request ({operation.Method} {operation.Path})", Exact = true });
    }

    [GeneratedRegex("^Send .* request to ")]
    private static partial Regex Send();

    [GeneratedRegex("Status:|Request failed")]
    private static partial Regex Outcome();
}
