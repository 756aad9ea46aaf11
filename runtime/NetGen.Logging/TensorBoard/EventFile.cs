using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using Google.Protobuf;
using NetGen.Runtime.TensorBoard;

namespace NetGen.Runtime;

/// <summary>
/// A file of TensorBoard's: records of the form length (8 bytes), checksum of the length (4), event, checksum of the event (4), little-endian. The first
/// event tells the version. <c>tensorflow/core/lib/io/record_writer.h</c>, <c>tensorflow/core/util/events_writer.cc</c>.
/// </summary>
internal sealed class EventFile : IDisposable
{
    private const string FormatVersion = "brain.Event:2";
    private const string NameStart = "events.out.tfevents.";

    private static int Files;

    private readonly TimeProvider _clock;
    private readonly LogFile _file;

    /// <summary>Makes a new file in a folder, which is made if there is none.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public EventFile(string folder, TimeProvider clock)
    {
        _clock = clock;
        FollowsOthers = Directory.Exists(folder) && Directory.EnumerateFiles(folder, NameStart + "*").Any();
        _file = LogFile.Open(NewPath(folder, clock), FileMode.CreateNew, clock);
        try
        {
            Write(new Event { FileVersion = FormatVersion });
            Flush();
        }
        catch (IOException)
        {
            _file.Dispose();
            throw;
        }
    }

    public string Path => _file.Path;

    /// <summary>Whether the folder had event files before this one, which readers put together with it.</summary>
    public bool FollowsOthers { get; }

    /// <summary>Whether a value was written.</summary>
    public bool HasValues { get; private set; }

    public void Write(string tag, long step, Summary.Types.Value value)
    {
        HasValues = true;
        value.Tag = tag;
        Write(new Event { Step = step, Summary = new Summary { Value = { value } } });
    }

    /// <summary>Tells readers to forget what earlier files of the folder say about a step and those after it.</summary>
    public void WriteRestart(long step) =>
        Write(new Event { Step = step, SessionLog = new SessionLog { Status = SessionLog.Types.SessionStatus.Start } });

    public void Flush() => _file.Flush();

    public void FlushIfDue() => _file.FlushIfDue();

    public void Dispose() => _file.Dispose();

    private void Write(Event content)
    {
        content.WallTime = (_clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;
        int length = content.CalculateSize();
        IBufferWriter<byte> records = _file.Records;
        Span<byte> record = records.GetSpan(length + 16);
        BinaryPrimitives.WriteInt64LittleEndian(record, length);
        BinaryPrimitives.WriteUInt32LittleEndian(record[8..], MaskedCrc32C.Of(record[..8]));
        Span<byte> bytes = record.Slice(12, length);
        content.WriteTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(record[(12 + length)..], MaskedCrc32C.Of(bytes));
        records.Advance(length + 16);
    }

    /// <summary>Readers take the files of a folder in the order of their names: the time comes first, ten digits long.</summary>
    private static string NewPath(string folder, TimeProvider clock)
    {
        long seconds = clock.GetUtcNow().ToUnixTimeSeconds();
        string host = string.Concat(Environment.MachineName.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-' ? letter : '_'));
        string path;
        do
        {
            int count = Interlocked.Increment(ref Files) - 1;
            path = System.IO.Path.Combine(
                folder, string.Create(CultureInfo.InvariantCulture, $"{NameStart}{seconds:D10}.{host}.{Environment.ProcessId}.{count}"));
        }
        while (File.Exists(path));
        return path;
    }
}
