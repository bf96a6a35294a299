namespace Amity.DriftCheck.Observing;

/// <summary>How a request of the reading pass must end.</summary>
/// <param name="Success">Whether the service must fulfil the request; if not, it must reject it.</param>
/// <param name="Subject">What the request asks for, in a few words.</param>
internal sealed record Expectation(bool Success, string Subject)
{
    public bool IsMetBy(int status) => Success ? status < 400 : status is >= 400 and < 500;
}
