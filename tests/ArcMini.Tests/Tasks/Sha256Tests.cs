using System.Text;
using ArcMini.Tasks;
using Xunit;

namespace ArcMini.Tests.Tasks;

public class Sha256Tests
{
    /// <summary>The examples of NIST for SHA-256, and one that is longer than what is read at a time.</summary>
    [Theory]
    [InlineData("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData(
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    [InlineData("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")]
    public void Hashes_as_the_standard_says(string text, int times, string hash)
    {
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(text, times))));
        Assert.Equal(hash, Sha256.Of(stream));
    }
}
