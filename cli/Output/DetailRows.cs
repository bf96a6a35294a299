using Amity.Cli.Terminals;
using Spectre.Console;

namespace Amity.Cli.Output;

/// <summary>A single thing with all its fields, one a line.</summary>
internal sealed class DetailRows<T>(TextWriter output, IReadOnlyList<Column<T>> columns) : IRowWriter<T>
{
    private readonly IAnsiConsole _console = TableConsole.Create(output);

    public void Write(T row)
    {
        var grid = new Grid();
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        foreach (var column in columns)
        {
            var style = column.Style?.Invoke(row) is { } name ? Style.Parse(name) : Style.Plain;
            grid.AddRow(new Text(column.Name, new Style(decoration: Decoration.Bold)), new Text(Printable.Of(CellText.ForPeople(column.Read(row))), style));
        }

        _console.Write(grid);
    }

    public Task FlushAsync() => output.FlushAsync();

    public Task EndAsync() => output.FlushAsync();
}
