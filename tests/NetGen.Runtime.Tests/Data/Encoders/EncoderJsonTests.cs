using System.Text.RegularExpressions;

namespace NetGen.Runtime.Tests.Data.Encoders;

public sealed class EncoderJsonTests
{
    private static readonly CsvTable Table = GeneratedTables.Churn(300);

    private static readonly TableEncoder Encoder = TableEncoder.Fit(Table, new()
    {
        Target = "Churn", TargetKind = TargetKind.Binary, PositiveClass = "Yes", Ignore = ["customerID"], MissingNumbers = Missing.Median, MissingIndicator = true,
        Columns = [new("Contract") { Category = CategoryEncoding.Index }], Groups = [new("contract", "Contract")],
    });

    [Fact]
    public void Encoder_read_back_gives_the_same_bits()
    {
        var copy = TableEncoder.FromJson(Encoder.ToJson());

        Assert.Equal(Encoder.ToJson(), copy.ToJson());
        Assert.Equal(Encoder.Inputs(Table).Select(BitConverter.SingleToInt32Bits), copy.Inputs(Table).Select(BitConverter.SingleToInt32Bits));
        Assert.Equal(Encoder.InputNames, copy.InputNames);
        Assert.Equal(["No", "Yes"], copy.ClassNames);
        Assert.Equal(Encoder.Tokens(Table, "contract"), copy.Tokens(Table, "contract"));
    }

    [Fact]
    public void Data_set_carries_the_encoder_with_its_parts()
    {
        var (first, _) = Encoder.Values(Table).Split(0.5);
        Assert.Equal(Encoder.ToJson(), first.Preprocessing);
    }

    [Theory]
    [InlineData("{", "not the JSON of a table encoder")]
    [InlineData("[]", "it is not an object")]
    [InlineData("{}", "has no 'format'")]
    [InlineData("{\"format\":\"other\"}", "'format' is 'other'")]
    [InlineData("{\"format\":\"netgen-table-encoder\",\"version\":9}", "'version' is 9; this version of NetGen reads version 1")]
    public void Other_text_is_refused(string json, string expected) =>
        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => TableEncoder.FromJson(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Message_tells_where_the_text_is_wrong()
    {
        string json = new Regex("\"scale\":[^,]+").Replace(Encoder.ToJson(), "\"scale\":0", 1);
        Assert.Contains("'inputs[1].scale' is not above zero", Assert.Throws<InvalidDataException>(() => TableEncoder.FromJson(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_text_is_refused_or_is_an_encoder()
    {
        string json = Encoder.ToJson();
        int refused = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            int at = random.Next(json.Length);
            string damaged = (seed % 3) switch
            {
                0 => json[..at],
                1 => json[..at] + (char)random.Next(32, 127) + json[(at + 1)..],
                _ => json.Remove(at, Math.Min(random.Next(1, 30), json.Length - at)),
            };
            try
            {
                Assert.NotEmpty(TableEncoder.FromJson(damaged).InputNames);
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 150, 300);
    }
}
