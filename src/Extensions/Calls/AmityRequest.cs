using System.Globalization;
using System.Text;

namespace Amity;

/// <summary>One call of one operation: its path, its query and its body.</summary>
internal sealed class AmityRequest
{
    private StringBuilder? _target;
    private AmityModel? _model;

    internal AmityRequest(HttpMethod method, string operation, Repeat repeat, RequestPath path)
    {
        Method = method;
        Operation = operation;
        Repeat = repeat;
        Path = path.Text;
    }

    internal HttpMethod Method { get; }

    /// <summary>The operation's id in the spec.</summary>
    internal string Operation { get; }

    internal Repeat Repeat { get; }

    /// <summary>The path without its query, for messages.</summary>
    internal string Path { get; }

    /// <summary>The JSON of the body; null without one.</summary>
    internal byte[]? Body { get; private set; }

    /// <summary>Where the request goes.</summary>
    /// <param name="prefix">The base address, without a slash at its end.</param>
    /// <exception cref="AddressTooLongException">The address is longer than .NET can carry.</exception>
    internal Uri Address(string prefix)
    {
        var address = prefix + (_target?.ToString() ?? Path);
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : throw new AddressTooLongException(Operation, address.Length);
    }

    internal void Query(string name, string? value)
    {
        if (value is not null)
        {
            var separator = _target is null ? '?' : '&';
            _target ??= new StringBuilder(Path);
            _target.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Escaped(value));
        }
    }

    private string Escaped(string value)
    {
        try
        {
            return Uri.EscapeDataString(value);
        }
        catch (UriFormatException)
        {
            // .NET Framework escapes no more than 32,766 characters.
            throw new AddressTooLongException(Operation, value.Length);
        }
    }

    /// <summary>A continuation token; an empty one means the first page, as none does.</summary>
    internal void Token(string name, string? value) => Query(name, value is { Length: > 0 } ? value : null);

    internal void Query(string name, int? value) => Query(name, value?.ToString(CultureInfo.InvariantCulture));

    internal void Query(string name, bool? value) => Query(name, value is { } flag ? (flag ? "true" : "false") : null);

    internal void Query<T>(string name, T? value)
        where T : struct, IOpenEnum => Query(name, value?.Value);

    internal void Query<T>(string name, IEnumerable<T>? values)
        where T : struct, IOpenEnum
    {
        foreach (var value in values ?? [])
        {
            Query(name, value.Value);
        }
    }

    /// <summary>Writes the body at once: the model is the caller's, who may change it while the call waits.</summary>
    internal void Json(AmityModel body)
    {
        _model = body;
        Body = RequestWriter.Write(body);
    }

    /// <summary>Makes a body anew that is signed for each attempt.</summary>
    internal async ValueTask RenewAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        if (_model is { } model && await model.RenewAsync(time, cancellationToken).ConfigureAwait(false))
        {
            Json(model);
        }
    }
}
