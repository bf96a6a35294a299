using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Amity.Tests.Hostile;

/// <summary>A self-signed certificate for loopback, and a handler that trusts it.</summary>
internal static class Certificates
{
    internal static X509Certificate2 Loopback { get; } = Make();

    internal static SocketsHttpHandler Trusting()
    {
        var handler = Clients.Handler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => Loopback.Equals(certificate);
        return handler;
    }

    private static X509Certificate2 Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
