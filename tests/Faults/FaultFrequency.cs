namespace Amity.Tests.Faults;

/// <summary>How often a fault strikes.</summary>
public enum Strikes
{
    /// <summary>The first request; what is sent again meets a healthy service.</summary>
    Once,

    /// <summary>Every request.</summary>
    Always,
}
