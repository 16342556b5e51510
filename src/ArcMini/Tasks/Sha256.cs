using Org.BouncyCastle.Crypto.Digests;

namespace ArcMini.Tasks;

/// <summary>
/// SHA-256 (FIPS 180-4) in managed code. The one of .NET calls OpenSSL, and ends the process where that is not installed.
/// </summary>
internal static class Sha256
{
    private const int BlockLength = 1 << 16;

    /// <summary>The hash of the rest of a stream, as 64 lower-case hexadecimal digits.</summary>
    public static string Of(Stream stream)
    {
        var digest = new Sha256Digest();
        var block = new byte[BlockLength];
        for (int length; (length = stream.Read(block)) > 0;)
            digest.BlockUpdate(block, 0, length);
        var hash = new byte[digest.GetDigestSize()];
        digest.DoFinal(hash, 0);
        return Convert.ToHexStringLower(hash);
    }
}
