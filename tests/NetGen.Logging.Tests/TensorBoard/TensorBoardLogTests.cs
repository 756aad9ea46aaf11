using System.Text.RegularExpressions;
using NetGen.Runtime.TensorBoard;

namespace NetGen.Logging.Tests.TensorBoard;

/// <summary>What is written by hand.</summary>
public sealed class TensorBoardLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>
    /// From tests/reference/event_file.py: record framing (length, masked CRC-32C, data, masked CRC-32C) around protobuf's wire format.
    /// </summary>
    [Fact]
    public void A_small_file_is_these_bytes()
    {
        using TensorBoardLog log = Open();
        log.AddScalar("a/b", 0.5, step: 300);
        log.Flush();

        Assert.Equal(
            "1800000000000000A37F4B22" // 24 bytes
            + "090000D06FEF69DA41" // wall_time = 1772600767.25
            + "1A0D627261696E2E4576656E743A32" // file_version = "brain.Event:2"
            + "68EBC962"
            + "1A00000000000000129BD82D" // 26 bytes
            + "090000D06FEF69DA41"
            + "10AC02" // step = 300
            + "2A0C0A0A0A03612F62150000003F" // summary { value { tag = "a/b", simple_value = 0.5 } }
            + "804B2A03",
            Convert.ToHexString(OpenFile.Read(log.Path)));
    }

    [Fact]
    public void A_file_is_named_by_time_host_process_and_number()
    {
        using TensorBoardLog log = Open();

        Match name = Regex.Match(Path.GetFileName(log.Path), @"^events\.out\.tfevents\.(\d{10})\.[A-Za-z0-9_-]+\.(\d+)\.\d+$");
        Assert.True(name.Success, log.Path);
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeSeconds().ToString(), name.Groups[1].Value);
        Assert.Equal(Environment.ProcessId.ToString(), name.Groups[2].Value);
    }

    [Fact]
    public void Two_logs_of_one_second_are_two_files()
    {
        using TensorBoardLog first = Open(), second = Open();

        Assert.NotEqual(first.Path, second.Path);
    }

    [Fact]
    public void A_scalar_has_tag_step_and_time()
    {
        using TensorBoardLog log = Open();
        _clock.Advance(1.5);
        log.AddScalar("validation/accuracy", 0.1, step: 12);
        log.Flush();

        Event written = EventFileReader.Read(log.Path)[1];
        Assert.Equal(12, written.Step);
        Assert.Equal(1772600768.75, written.WallTime);
        Assert.Equal(("validation/accuracy", 0.1f), (written.Summary.Value[0].Tag, written.Summary.Value[0].SimpleValue));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_scalar_may_be_any_number(double value)
    {
        using TensorBoardLog log = Open();
        log.AddScalar("loss", value, step: 0);
        log.Flush();

        Assert.Equal((float)value, EventFileReader.Curve(log.Path, "loss")[0].Value);
    }

    [Fact]
    public void An_image_is_a_PNG_with_its_size()
    {
        using TensorBoardLog log = Open();
        log.AddImage("digit", new byte[6 * 4 * 3], width: 6, height: 4, channels: 3, step: 1);
        log.Flush();

        Summary.Types.Image image = EventFileReader.Values(log.Path)[0].Value.Image;
        Assert.Equal((6, 4, 3), (image.Width, image.Height, image.Colorspace));
        Assert.Equal("\u0089PNG"u8[1..].ToArray(), image.EncodedImageString.ToByteArray()[..4]);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    [InlineData(1, 1, 5)]
    public void An_image_of_an_impossible_size_is_refused(int width, int height, int channels)
    {
        using TensorBoardLog log = Open();
        Assert.Throws<ArgumentOutOfRangeException>(() => log.AddImage("digit", new byte[5], width, height, channels, step: 0));
    }

    [Fact]
    public void An_image_with_too_few_pixels_is_refused_and_nothing_is_written()
    {
        using TensorBoardLog log = Open();

        var exception = Assert.Throws<ArgumentException>(() => log.AddImage("digit", new byte[5], width: 2, height: 3, channels: 1, step: 0));

        Assert.Contains("3 × 2 pixels of 1 channels has 6 bytes; 5 were given", exception.Message, StringComparison.Ordinal);
        log.Flush();
        Assert.Single(EventFileReader.Read(log.Path));
    }

    [Fact]
    public void A_text_is_a_tensor_of_one_string_for_the_text_plugin()
    {
        using TensorBoardLog log = Open();
        log.AddText("note", "**µ**", step: 2);
        log.Flush();

        Summary.Types.Value value = EventFileReader.Values(log.Path)[0].Value;
        Assert.Equal("text", value.Metadata.PluginData.PluginName);
        Assert.Equal(DataType.DtString, value.Tensor.Dtype);
        Assert.Equal(1, Assert.Single(value.Tensor.TensorShape.Dim).Size);
        Assert.Equal("**µ**", Assert.Single(value.Tensor.StringVal).ToStringUtf8());
    }

    [Fact]
    public void A_tag_without_a_name_is_refused()
    {
        using TensorBoardLog log = Open();
        Assert.Throws<ArgumentException>(() => log.AddScalar("", 1, step: 0));
    }

    [Fact]
    public void A_negative_step_is_refused()
    {
        using TensorBoardLog log = Open();
        Assert.Throws<ArgumentOutOfRangeException>(() => log.AddScalar("loss", 1, step: -1));
    }

    private TensorBoardLog Open() => new(_folder.Name, new TensorBoardOptions { TimeProvider = _clock });
}
