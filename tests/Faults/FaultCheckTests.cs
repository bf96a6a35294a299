using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Amity.Tests.Faults;

// The judges of the matrix see what they are there to see.
internal sealed class JudgeTests
{
    [Test]
    public void Collect_FailedTaskNobodyLooksAt_SeesIt()
    {
        Abandon();

        Unobserved.Collect().Should().Contain(exception => exception is PlantedException);
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
    public void TextsOf_SecretInDataOfAnInnerException_ShowsIt()
    {
        var inner = new PlantedException("inner") { Data = { ["header"] = "s3cret" } };

        Secrets.TextsOf(new PlantedException("outer", inner)).Should().Contain(text => text.Contains("s3cret"));
    }

    // In a method of its own, so that nothing on the stack holds the task when it is collected.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Abandon() => _ = Task.FromException(new PlantedException("nobody looks"));
}
