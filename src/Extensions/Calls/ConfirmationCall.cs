using System.Text;

namespace Amity;

/// <summary>A call whose response has a field that is true when it succeeded: the service can respond 200 and say there that it did not.</summary>
internal sealed class ConfirmationCall(AmityRequest request, string field, AmityClientOptions options, Action<AmityCall>? observer)
    : AmityCall<object?>(request, observer)
{
    internal override object? Read(ReceivedResponse response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccess)
        {
            var rejection = response.Rejection(Request);
            return IsDoneByEarlierAttempt(rejection) ? null : throw rejection;
        }

        return response.SaysEmpty || AmityJson.Read(Request, BodyOf(response), ReadConfirmation, options, cancellationToken).IsTrue
            ? null
            : throw new AmityApiException(Request, response.StatusCode, "the response does not say that it succeeded");
    }

    private Confirmation? ReadConfirmation(ref ResponseReader reader)
    {
        if (!reader.BeginObject())
        {
            return null;
        }

        var confirmation = new Confirmation();
        while (reader.NextField(confirmation))
        {
            if (reader.Is(Encoding.UTF8.GetBytes(field)))
            {
                confirmation.IsTrue = reader.Boolean() == true;
            }
            else
            {
                reader.Keep(confirmation);
            }
        }

        return confirmation;
    }

    private sealed class Confirmation : AmityModel
    {
        internal bool IsTrue { get; set; }
    }
}
