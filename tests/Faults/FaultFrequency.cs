namespace Amity.Tests.Faults;

/// <summary>How often a fault is injected.</summary>
public enum FaultFrequency
{
    /// <summary>The first request; what is sent again meets a service without faults.</summary>
    Once,

    /// <summary>Every request.</summary>
    Always,
}
