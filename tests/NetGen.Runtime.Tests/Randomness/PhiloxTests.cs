using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetGen.Runtime;

namespace NetGen.Tests.Randomness;

public sealed class PhiloxTests
{
    /// <summary>The known answers that the authors publish with Random123 (kat_vectors, philox4x32 10).</summary>
    public static TheoryData<uint[], uint[], uint[]> KnownAnswers() => new()
    {
        { [0, 0, 0, 0], [0, 0], [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8] },
        { [uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue], [uint.MaxValue, uint.MaxValue], [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd] },
        { [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0], [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1] },
    };

    [Theory]
    [MemberData(nameof(KnownAnswers))]
    public void A_block_is_the_published_one(uint[] counter, uint[] key, uint[] expected)
    {
        PhiloxBlock block = Philox.Block(counter[0], counter[1], counter[2], counter[3], ((ulong)key[1] << 32) | key[0]);

        Assert.Equal(new PhiloxBlock(expected[0], expected[1], expected[2], expected[3]), block);
        Assert.Equal(expected, Enumerable.Range(0, 4).Select(word => block[word]));
    }

    [Fact]
    public void Lanes_of_128_bits_are_the_scalar_blocks() =>
        AssertLanes(4, (words, key) =>
        {
            Vector128<uint> c0 = Vector128.Create(words, 0), c1 = Vector128.Create(words, 16), c2 = Vector128.Create(words, 32), c3 = Vector128.Create(words, 48);
            Philox.Block(ref c0, ref c1, ref c2, ref c3, key);
            c0.CopyTo(words, 0);
            c1.CopyTo(words, 16);
            c2.CopyTo(words, 32);
            c3.CopyTo(words, 48);
        });

    [Fact]
    public void Lanes_of_256_bits_are_the_scalar_blocks()
    {
        if (!Avx2.IsSupported)
        {
            return;
        }

        AssertLanes(8, (words, key) =>
        {
            Vector256<uint> c0 = Vector256.Create(words, 0), c1 = Vector256.Create(words, 16), c2 = Vector256.Create(words, 32), c3 = Vector256.Create(words, 48);
            Philox.Block(ref c0, ref c1, ref c2, ref c3, key);
            c0.CopyTo(words, 0);
            c1.CopyTo(words, 16);
            c2.CopyTo(words, 32);
            c3.CopyTo(words, 48);
        });
    }

    [Fact]
    public void Lanes_of_512_bits_are_the_scalar_blocks()
    {
        if (!Avx512F.IsSupported)
        {
            return;
        }

        AssertLanes(16, (words, key) =>
        {
            Vector512<uint> c0 = Vector512.Create(words, 0), c1 = Vector512.Create(words, 16), c2 = Vector512.Create(words, 32), c3 = Vector512.Create(words, 48);
            Philox.Block(ref c0, ref c1, ref c2, ref c3, key);
            c0.CopyTo(words, 0);
            c1.CopyTo(words, 16);
            c2.CopyTo(words, 32);
            c3.CopyTo(words, 48);
        });
    }

    /// <summary>Word w of lane i is words[16 w + i], before and after.</summary>
    private static void AssertLanes(int lanes, Action<uint[], ulong> block)
    {
        Random random = new(7);
        uint[] words = [.. Enumerable.Range(0, 64).Select(_ => (uint)random.NextInt64(1L << 32))];
        ulong key = (ulong)random.NextInt64();
        PhiloxBlock[] expected = [.. Enumerable.Range(0, lanes).Select(i => Philox.Block(words[i], words[16 + i], words[32 + i], words[48 + i], key))];

        block(words, key);

        Assert.Equal(expected, Enumerable.Range(0, lanes).Select(i => new PhiloxBlock(words[i], words[16 + i], words[32 + i], words[48 + i])));
    }
}
