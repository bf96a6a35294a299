using System.Runtime.CompilerServices;
using System.Text;
using Amity.Core.Authentication;
using Amity.Core.Errors;
using Amity.Core.Json;
using Amity.Core.Retries;

namespace Amity.Core.Http;

/// <summary>One call of one operation: its path, its query, its headers and its body.</summary>
internal sealed class AmityRequest
{
    /// <summary>Most characters that lists take in a query: Kestrel, for one, takes 8,192 for the whole request line.</summary>
    internal const int LongestQuery = 6000;

    private StringBuilder? _target;
    private int _listLength;
    private List<KeyValuePair<string, string>>? _headers;
    private string? _cookies;
    private AmityModel? _model;

    internal AmityRequest(HttpMethod method, string operation, Repeat repeat, RequestPath path)
        : this(path.Text, method, operation, repeat)
    {
    }

    private AmityRequest(string path, HttpMethod method, string operation, Repeat repeat)
    {
        Name = new RequestName(operation, method, path);
        Repeat = repeat;
    }

    /// <summary>.NET Standard 2.0 has no property for it.</summary>
    internal static HttpMethod Patch { get; } = new("PATCH");

    /// <summary>What messages call it.</summary>
    internal RequestName Name { get; }

    internal HttpMethod Method => Name.Method;

    /// <summary>Whether its method changes nothing, and has no body.</summary>
    internal bool IsRead => Method == HttpMethod.Get || Method == HttpMethod.Head;

    /// <summary>The operation's id in the spec.</summary>
    internal string Operation => Name.Operation;

    internal Repeat Repeat { get; }

    /// <summary>
    /// The statuses and codes that mean, after an attempt whose outcome is unknown, that this attempt did it; from
    /// <c>x-done-after-retry</c> in the spec.
    /// </summary>
    internal IReadOnlyList<int> DoneAfterRetry { get; init; } = [];

    /// <summary>Whether the service may put the response into <c>{status, data}</c>; from <c>x-wrapped</c> in the spec.</summary>
    internal bool IsWrapped { get; init; }

    /// <summary>What is sent as the proof of who calls.</summary>
    internal Scheme Scheme { get; init; }

    /// <summary>The path without its query, for messages.</summary>
    internal string Path => Name.Path;

    /// <summary>The JSON of the body; null without one.</summary>
    internal byte[]? Body { get; private set; }

    /// <summary>What the body holds in confidence.</summary>
    internal IReadOnlyList<string> Secrets { get; private set; } = [];

    /// <summary>The parts of a multipart body; null without one.</summary>
    internal MultipartWriter? Parts { get; private set; }

    /// <summary>Whether the body is still there to be sent: a stream that cannot seek is read once.</summary>
    internal bool CanBeSentAgain => Parts?.CanBeSent != false;

    /// <summary>A request to a path and query of the caller's own, escaped as they are to be sent.</summary>
    internal static AmityRequest To(string target, HttpMethod method, string operation, Repeat repeat) =>
        new(target.Split('?')[0], method, operation, repeat) { _target = new StringBuilder(target) };

    /// <summary>How many characters the query has.</summary>
    internal int QueryLength => _target is null ? 0 : _target.Length - Path.Length;

    /// <summary>Where the request goes; null when that is longer than .NET can carry: 65,519 characters on .NET 8.</summary>
    /// <param name="prefix">The base address, without a slash at its end.</param>
    internal Uri? Address(string prefix) => Uri.TryCreate(prefix + (_target?.ToString() ?? Path), UriKind.Absolute, out var address) ? address : null;

    internal void Query(string name, string? value)
    {
        if (value is not null)
        {
            Append(name, Escaped(value));
        }
    }

    /// <summary>A continuation token; an empty one means the first page, as none does.</summary>
    internal void Token(string name, string? value) => Query(name, value is { Length: > 0 } ? value : null);

    /// <summary>The same request for the page that a token stands for.</summary>
    internal AmityRequest WithToken(string name, string? token)
    {
        var page = (AmityRequest)MemberwiseClone();
        page._target = _target is null ? null : new StringBuilder(_target.ToString());
        page.Token(name, token);
        return page;
    }

    internal void Query<T>(string name, T? value)
        where T : struct => Query(name, WireText.Of(value));

    internal void Query<T>(string name, T value)
        where T : struct => Query(name, WireText.Of(value));

    /// <summary>A list, as the name repeated with each of its items.</summary>
    /// <exception cref="ArgumentException">The lists take more than <see cref="LongestQuery"/> characters.</exception>
    internal void Query<T>(string name, IEnumerable<T>? values, [CallerArgumentExpression(nameof(values))] string argument = "")
    {
        var before = QueryLength;
        foreach (var value in values ?? [])
        {
            Query(name, WireText.Of(value));
        }

        CountList(QueryLength - before, argument);
    }

    /// <summary>A list, as one value with commas between the items.</summary>
    /// <inheritdoc cref="Query{T}(string, IEnumerable{T}, string)" path="/exception" />
    internal void Joined<T>(string name, IEnumerable<T>? values, [CallerArgumentExpression(nameof(values))] string argument = "")
    {
        var before = QueryLength;
        if (values?.Select(value => Escaped(WireText.Of(value)!)).ToList() is { Count: > 0 } items)
        {
            Append(name, string.Join(",", items));
        }

        CountList(QueryLength - before, argument);
    }

    /// <summary>The fields of an object that the spec does not name.</summary>
    /// <exception cref="ArgumentException">One is an object or a list, for which a query has no form.</exception>
    internal void Fields(string name, AmityModel? model)
    {
        foreach (var field in model?.Unnamed ?? [])
        {
            var key = $"{name}[{field.Key}]";

            if (!WireText.Has(field.Value))
            {
                throw new ArgumentException($"{key} is a {field.Value!.GetType()}, which cannot be sent in a query.", key);
            }

            Query(key, WireText.Of(field.Value));
        }
    }

    internal void Header<T>(string name, T? value)
    {
        if (WireText.Of(value) is { } text)
        {
            (_headers ??= []).Add(new(name, text));
        }
    }

    internal void Cookie<T>(string name, T? value)
    {
        if (WireText.Of(value) is { } text)
        {
            _cookies += (_cookies is null ? null : "; ") + $"{name}={text}";
        }
    }

    /// <summary>Writes the headers of the operation's own arguments.</summary>
    internal void Apply(HttpRequestMessage message)
    {
        foreach (var header in _headers ?? [])
        {
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (_cookies is not null)
        {
            message.Headers.TryAddWithoutValidation("Cookie", _cookies);
        }
    }

    /// <summary>Writes the body at once: the model is the caller's, who may change it while the call waits.</summary>
    internal void Json(AmityModel? body)
    {
        _model = body;
        Json((object?)body);
    }

    /// <inheritdoc cref="Json(AmityModel)" />
    internal void Json(object? body)
    {
        if (body is not null)
        {
            Body = RequestWriter.WriteRequest(body, out var secrets);
            Secrets = secrets;
        }
    }

    /// <summary>Takes the parts of the body at once; only the streams are read when they are sent.</summary>
    internal void Multipart(AmityModel? body) => Parts = body is null ? null : new MultipartWriter(body);

    /// <summary>Makes a body anew that is signed for each attempt.</summary>
    internal async ValueTask RenewAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        if (_model is { } model && await model.RenewAsync(time, cancellationToken).ConfigureAwait(false))
        {
            Json(model);
        }
    }

    internal static ArgumentException TooLong(string argument, int length, int taken)
    {
        var others = taken > 0 ? $", beside {taken} of other arguments" : string.Empty;
        return new ArgumentException($"{argument} takes {length} characters in the address{others}; the limit is {LongestQuery}.", argument);
    }

    private void CountList(int length, string argument)
    {
        if (_listLength + length > LongestQuery)
        {
            throw TooLong(argument.Replace("?", string.Empty), length, _listLength);
        }

        _listLength += length;
    }

    private void Append(string name, string escaped)
    {
        var separator = _target is null ? '?' : '&';
        _target ??= new StringBuilder(Path);
        _target.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(escaped);
    }

    private static string Escaped(string value)
    {
#if NET
        return Uri.EscapeDataString(value);
#else
        // .NET Framework escapes no more than 32,766 characters at once.
        const int Longest = 32_000;
        var escaped = new StringBuilder();
        for (var start = 0; start < value.Length;)
        {
            var length = Math.Min(Longest, value.Length - start);
            length -= start + length < value.Length && char.IsHighSurrogate(value[start + length - 1]) ? 1 : 0;
            escaped.Append(Uri.EscapeDataString(value.Substring(start, length)));
            start += length;
        }

        return escaped.ToString();
#endif
    }
}

/// <summary>A path written as an interpolated string, whose arguments are escaped to stay inside their own segment.</summary>
[InterpolatedStringHandler]
internal ref struct RequestPath
{
    public RequestPath(int literalLength, int formattedCount) => Text = string.Empty;

    internal string Text { get; private set; }

    public void AppendLiteral(string literal) => Text += literal;

    public void AppendFormatted(string argument) => Text += Uri.EscapeDataString(argument);

    public void AppendFormatted<T>(T argument)
        where T : struct => AppendFormatted(WireText.Of(argument)!);
}
