using System.Globalization;
using Amity.Cli.Terminals;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Amity.Cli.Runs;

/// <summary>A bar with rate and remaining time on the error stream, where that is a terminal that rows do not need.</summary>
internal static class RunProgress
{
    // Narrower, its columns do not fit beside each other.
    private const int NarrowestWindow = 60;

    public static async Task<T> ShowAsync<T>(Terminal terminal, bool isShown, string what, int total, Func<Action, Task<T>> run)
    {
        if (!isShown || WindowWidth.Current < NarrowestWindow)
        {
            return await run(() => { });
        }

        var progress = new Spectre.Console.Progress(terminal.ErrorConsole) { AutoClear = true, ExcludeVerticalPadding = true };
        progress.Columns(
            new TaskDescriptionColumn(),
            new ProgressBarColumn(),
            new TextColumn(task => string.Create(CultureInfo.InvariantCulture, $"{task.Value:N0} of {task.MaxValue:N0}")),
            new TextColumn(task => task.Speed is { } speed ? string.Create(CultureInfo.InvariantCulture, $"{speed:N0} a second") : "-"),
            new TextColumn(task => task.RemainingTime is { } left ? string.Create(CultureInfo.InvariantCulture, $"{left:m\\:ss} left") : "-"));
        return await progress.StartAsync(context =>
        {
            var task = context.AddTask(Markup.Escape(what), maxValue: total);
            return run(() => task.Increment(1));
        });
    }

    private sealed class TextColumn(Func<ProgressTask, string> text) : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(text(task));
    }
}
