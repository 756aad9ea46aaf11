namespace NetGen.Runtime.Tests.Files;

public sealed class SafetensorsStrictTests : IDisposable
{
    private const string Weight = "\"dense1.weight\":{\"dtype\":\"F32\",\"shape\":[3,4],\"data_offsets\":[0,48]}";
    private const string Bias = "\"dense1.bias\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[48,60]}";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{" + Weight + "," + Bias + "}", "")]
    [InlineData("{" + Bias + "," + Weight + "}", "")]
    [InlineData("{\"__metadata__\":{\"format\":\"pt\",\"a\":\"\"}," + Weight + "," + Bias + "}       ", "")]
    [InlineData("{" + Weight + "," + Bias + ",\"e\":{\"dtype\":\"I64\",\"shape\":[0,5],\"data_offsets\":[48,48]}}", "tensor 'e' (0×5) of the file is not in DigitNet")]
    [InlineData(" {" + Weight + "," + Bias + "}", "does not start with '{'")]
    [InlineData("{" + Weight + "," + Bias + "} x", "not valid JSON")]
    [InlineData("{" + Weight + "," + Bias, "not valid JSON")]
    [InlineData("{" + Weight + "," + Bias + ",}", "not valid JSON")]
    [InlineData("{}", "60 bytes follow after the last tensor")]
    [InlineData("{" + Weight + "," + Weight + "}", "the name 'dense1.weight' occurs twice")]
    [InlineData("{\"__metadata__\":{\"format\":1}," + Weight + "," + Bias + "}", "__metadata__ 'format' is Number")]
    [InlineData("{\"__metadata__\":{\"a\":\"\",\"a\":\"\"}," + Weight + "," + Bias + "}", "the key 'a' occurs twice")]
    [InlineData("{\"__metadata__\":{},\"__metadata__\":{}," + Weight + "," + Bias + "}", "'__metadata__' occurs twice")]
    [InlineData("{\"__metadata__\":null," + Weight + "," + Bias + "}", "__metadata__ is Null")]
    [InlineData("{" + Weight + ",\"dense1.bias\":{\"dtype\":\"F32\",\"shape\":[3]}}", "lacks dtype, shape or data_offsets")]
    [InlineData("{" + Weight + ",\"dense1.bias\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[48]}}", "lacks dtype, shape or data_offsets")]
    [InlineData("{" + Weight + ",\"dense1.bias\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[48,60,61]}}", "more than 2 numbers")]
    [InlineData("{" + Weight + ",\"dense1.bias\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[48,60]}}", "'dtype' twice")]
    [InlineData("{" + Weight + ",\"dense1.bias\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[48,60],\"x\":1}}", "unknown key 'x'")]
    [InlineData("{" + Weight + ",\"dense1.bias\":{\"dtype\":\"F33\",\"shape\":[3],\"data_offsets\":[48,60]}}", "unknown dtype 'F33'")]
    [InlineData("{" + Weight + ",\"dense1.bias\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[48,60]}}", "has 16 bytes, but data_offsets [48, 60]")]
    [InlineData("{" + Weight + ",\"dense1.bias\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[44,56]}}", "inside the tensor before it")]
    [InlineData("{" + Weight + ",\"dense1.bias\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[52,60]}}", "leaves a gap")]
    [InlineData("{" + Weight + ",\"dense1.bias\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[48,56]}}", "4 bytes follow after the last tensor")]
    [InlineData("{" + Weight + ",\"dense1.bias\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[48,64]}}", "the file is truncated")]
    [InlineData("{" + Weight + ",\"dense1.bias\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[60,48]}}", "data_offsets [60, 48]")]
    [InlineData("{" + Weight + ",\"dense1.bias\":{\"dtype\":\"F32\",\"shape\":[-3],\"data_offsets\":[48,60]}}", "not a whole number")]
    [InlineData("{" + Weight + ",\"dense1.bias\":{\"dtype\":\"F32\",\"shape\":[3.5],\"data_offsets\":[48,60]}}", "not a whole number")]
    [InlineData("{" + Weight + ",\"dense1.bias\":{\"dtype\":\"F32\",\"shape\":[\"3\"],\"data_offsets\":[48,60]}}", "not a whole number")]
    [InlineData("{" + Weight + ",\"dense1.bias\":{\"dtype\":\"F32\",\"shape\":[9223372036854775807,9223372036854775807,4],\"data_offsets\":[48,60]}}", "impossible shape")]
    [InlineData("{" + Weight + ",\"dense1.bias\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[48,60]}}", "impossible shape")]
    [InlineData("{" + Weight + ",\"dense1.bias\":{\"dtype\":\"F32\",\"shape\":[99999999999999999999],\"data_offsets\":[48,60]}}", "not a whole number")]
    [InlineData("{" + Weight + ",\"dense1.bias\":[]}", "tensor 'dense1.bias' is StartArray")]
    [InlineData("{\"\\ud800\":1," + Weight + "," + Bias + "}", "not valid JSON")]
    [InlineData("{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}," + Weight + "}", "unknown key 'a'")]
    public void Header_is_read_strictly(string header, string reason) => Check(SafetensorsBytes.Of(header, 60), reason);

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused() => Check(SafetensorsBytes.Of([(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)'}'], 0), "not valid UTF-8");

    [Theory]
    [InlineData(0, "0 bytes are too few")]
    [InlineData(7, "7 bytes are too few")]
    [InlineData(8, "its header should have 160 bytes, but only 0 follow")]
    [InlineData(130, "its header should have 160 bytes, but only 122 follow")]
    public void Truncated_file_is_refused(int length, string reason)
    {
        byte[] file = SafetensorsBytes.Of(("{" + Weight + "," + Bias + "}").PadRight(160), 60);
        Check(file[..length], reason);
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 63)]
    [InlineData(1UL << 40)]
    public void Header_longer_than_the_file_is_refused_before_it_is_allocated(ulong length)
    {
        byte[] file = SafetensorsBytes.Of("{}", 0);
        BitConverter.TryWriteBytes(file, length);
        Check(file, $"its header should have {length} bytes");
    }

    private void Check(byte[] file, string reason)
    {
        string path = _folder.File("net.safetensors", file);
        var parameters = TestParameters.Small();
        float[] before = parameters.Values();
        if (reason.Length == 0)
        {
            Safetensors.Load(path, "DigitNet", parameters);
            Assert.Equal(new float[15], parameters.Values());
            return;
        }

        var error = Assert.Throws<InvalidDataException>(() => Safetensors.Load(path, "DigitNet", parameters));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, parameters.Values());
    }
}
