namespace Amity.Shapes;

/// <summary>The generated clients over one transport, as <see cref="AmityClient"/> has those of the service.</summary>
public sealed class ShapesClient : IDisposable
{
    private readonly AmityClient _client;

    /// <summary>Makes the clients.</summary>
    /// <param name="address">Where the service is.</param>
    /// <param name="credential">Who calls.</param>
    /// <param name="options">Further settings.</param>
    public ShapesClient(Uri address, AmityCredential credential, AmityClientOptions options)
        : this(new AmityClient(address, credential, options))
    {
    }

    /// <summary>Makes the clients over the connections of another client, and disposes of that one.</summary>
    /// <param name="client">The client.</param>
    public ShapesClient(AmityClient client)
    {
        _client = client;
        var transport = _client.Transport;
        Bodies = new BodiesClient(transport);
        Headers = new HeadersClient(transport);
        Limits = new LimitsClient(transport);
        LiveChat = new LiveChatClient(transport);
        Names = new NamesClient(transport);
        Paths = new PathsClient(transport);
        Queries = new QueriesClient(transport);
        Repeats = new RepeatsClient(transport);
        Responses = new ResponsesClient(transport);
        Schemes = new SchemesClient(transport);
        Results = new ResultsClient(transport);
        Uploads = new UploadsClient(transport);
        Wrappers = new WrappersClient(transport);
    }

    /// <inheritdoc cref="BodiesClient" />
    public BodiesClient Bodies { get; }

    /// <inheritdoc cref="HeadersClient" />
    public HeadersClient Headers { get; }

    /// <inheritdoc cref="LimitsClient" />
    public LimitsClient Limits { get; }

    /// <inheritdoc cref="LiveChatClient" />
    public LiveChatClient LiveChat { get; }

    /// <inheritdoc cref="NamesClient" />
    public NamesClient Names { get; }

    /// <inheritdoc cref="PathsClient" />
    public PathsClient Paths { get; }

    /// <inheritdoc cref="QueriesClient" />
    public QueriesClient Queries { get; }

    /// <inheritdoc cref="RepeatsClient" />
    public RepeatsClient Repeats { get; }

    /// <inheritdoc cref="ResponsesClient" />
    public ResponsesClient Responses { get; }

    /// <inheritdoc cref="SchemesClient" />
    public SchemesClient Schemes { get; }

    /// <inheritdoc cref="ResultsClient" />
    public ResultsClient Results { get; }

    /// <inheritdoc cref="UploadsClient" />
    public UploadsClient Uploads { get; }

    /// <inheritdoc cref="WrappersClient" />
    public WrappersClient Wrappers { get; }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}
