using System.Globalization;
using System.Text;

namespace NetGen.Runtime.Tests.Data.Tables;

public sealed class DecimalTextTests
{
    [Fact]
    public void Numbers_have_the_bits_that_the_base_library_gives_them()
    {
        var random = new Random(1);
        for (int i = 0; i < 50_000; i++)
        {
            string text = Text(random);
            Assert.True(DecimalText.TryParse(Encoding.UTF8.GetBytes(text), (byte)'.', out double value), text);
            double expected = double.Parse(text, CultureInfo.InvariantCulture);
            Assert.True(BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(value), $"{text}: {expected:R} {value:R}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("0x10")]
    [InlineData("1 2")]
    [InlineData("1\0")]
    [InlineData("--1")]
    [InlineData("1e")]
    public void Other_texts_are_no_numbers(string text) => Assert.False(DecimalText.TryParse(Encoding.UTF8.GetBytes(text), (byte)'.', out _));

    private static string Text(Random random)
    {
        string sign = random.Next(3) switch { 0 => "-", 1 when random.Next(5) == 0 => "+", _ => "" };
        string digits = random.NextInt64(0, (long)Math.Pow(10, random.Next(1, 18))).ToString(CultureInfo.InvariantCulture);
        int point = random.Next(digits.Length + 1);
        string number = random.Next(3) == 0 ? digits : digits[..point] + "." + digits[point..];
        return sign + number + (random.Next(6) == 0 ? $"e{random.Next(-40, 40)}" : "");
    }
}
