using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>One pass over the samples of a binary file.</summary>
internal sealed class SampleFileReader<TInput, TTarget> : SampleReader<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private const int ChunkBytes = 1 << 18;

    private readonly FileSource _source;
    private readonly Stream _stream;
    private readonly int _inputSize;
    private readonly int _targetSize;
    private readonly int _recordBytes;
    private readonly byte[] _chunk;
    private int _left;

    public SampleFileReader(FileSource source, long start, int count, int inputSize, int targetSize)
    {
        _source = source;
        _inputSize = inputSize;
        _targetSize = targetSize;
        _recordBytes = checked((inputSize * Unsafe.SizeOf<TInput>()) + (targetSize * Unsafe.SizeOf<TTarget>()));
        _chunk = new byte[Math.Max(1, ChunkBytes / _recordBytes) * _recordBytes];
        _left = count;
        _stream = source.Open();
        _stream.Position = start;
    }

    public override int Read(Span<TInput> inputs, Span<TTarget> targets)
    {
        int samples = Math.Min(inputs.Length / _inputSize, _left);
        for (int done = 0; done < samples;)
        {
            int count = Math.Min(samples - done, _chunk.Length / _recordBytes);
            ReadChunk(_chunk.AsSpan(0, count * _recordBytes));
            for (int i = 0; i < count; i++)
            {
                ReadOnlySpan<byte> record = _chunk.AsSpan(i * _recordBytes, _recordBytes);
                var input = MemoryMarshal.AsBytes(inputs.Slice((done + i) * _inputSize, _inputSize));
                record[..input.Length].CopyTo(input);
                record[input.Length..].CopyTo(MemoryMarshal.AsBytes(targets.Slice((done + i) * _targetSize, _targetSize)));
            }

            done += count;
        }

        _left -= samples;
        if (_left == 0)
        {
            _source.RequireUnchanged();
        }

        return samples;
    }

    protected override void Dispose(bool disposing)
    {
        _stream.Dispose();
        base.Dispose(disposing);
    }

    private void ReadChunk(Span<byte> chunk)
    {
        try
        {
            _stream.ReadExactly(chunk);
        }
        catch (EndOfStreamException cut)
        {
            throw new InvalidDataException($"'{_source.Name}' has changed since it was opened: it ends early.", cut);
        }
    }
}
