using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Amity.Tests.Unit.Leaks;

namespace Amity.Tests.Faults;

// What the matrix checks its calls with finds what it is there to find.
internal sealed class FaultCheckTests
{
    [Test]
    public void Collect_FailedTaskNobodyLooksAt_SeesIt()
    {
        Abandon();

        UnobservedTaskExceptions.Collect().Should().Contain(exception => exception is DeliberateException);
    }

    [Test]
    public async Task WasVisited_ConnectionMade_IsTrue()
    {
        using var host = new SilentHost();
        host.WasVisited.Should().BeFalse();
        using var visitor = new TcpClient();

        await visitor.ConnectAsync(host.Address.Host, host.Address.Port);

        host.WasVisited.Should().BeTrue();
    }

    [Test]
    public void ExceptionText_SecretInDataOfAnInnerException_ShowsIt()
    {
        var inner = new DeliberateException("inner") { Data = { ["header"] = "s3cret" } };

        ExceptionText.Of(new DeliberateException("outer", inner)).Should().Contain("s3cret");
    }

    // In a method of its own, so that nothing on the stack holds the task when it is collected.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Abandon() => _ = Task.FromException(new DeliberateException("nobody looks"));
}
