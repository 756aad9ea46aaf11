using System.Buffers.Binary;
using NetGen.Runtime;
using NetGen.Runtime.TensorBoard;

namespace NetGen.Logging.Tests.TensorBoard;

/// <summary>Reads event files and forgives nothing: both checksums, whole records, the version first.</summary>
internal static class EventFileReader
{
    public static List<Event> Read(string path) => Read(OpenFile.Read(path));

    public static List<Event> Read(ReadOnlySpan<byte> file)
    {
        var events = new List<Event>();
        while (!file.IsEmpty)
        {
            Assert.True(file.Length >= 16, $"{file.Length} bytes are left, less than a record");
            int length = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(file));
            Assert.Equal(MaskedCrc32C.Of(file[..8]), BinaryPrimitives.ReadUInt32LittleEndian(file[8..]));
            ReadOnlySpan<byte> content = file.Slice(12, length);
            Assert.Equal(MaskedCrc32C.Of(content), BinaryPrimitives.ReadUInt32LittleEndian(file[(12 + length)..]));
            events.Add(Event.Parser.ParseFrom(content));
            file = file[(length + 16)..];
        }

        Assert.Equal("brain.Event:2", events[0].FileVersion);
        Assert.All(events.Skip(1), item => Assert.NotEqual(Event.WhatOneofCase.FileVersion, item.WhatCase));
        return events;
    }

    /// <summary>The summaries, each with its step.</summary>
    public static List<(long Step, Summary.Types.Value Value)> Values(string path) =>
        [.. Read(path).Where(item => item.Summary is not null).Select(item => (item.Step, Assert.Single(item.Summary.Value)))];

    /// <summary>One curve.</summary>
    public static List<(long Step, float Value)> Curve(string path, string tag) =>
        [.. Values(path).Where(item => item.Value.Tag == tag).Select(item => (item.Step, item.Value.SimpleValue))];
}
