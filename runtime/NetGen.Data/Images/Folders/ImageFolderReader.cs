using System.Runtime.ExceptionServices;

namespace NetGen;

/// <summary>One pass over images, several of which are decoded at once.</summary>
/// <param name="files">The images.</param>
/// <param name="order">Their order; null: as they stand.</param>
/// <param name="next">How many are left out at the beginning.</param>
/// <param name="shape">The shape of an input.</param>
/// <param name="options">Size, channels, decoders, threads.</param>
/// <param name="normalization">The normalisation; null: none.</param>
internal sealed class ImageFolderReader(ImageFile[] files, int[]? order, int next, ImageShape shape, ImageOptions options, Normalization? normalization)
    : SampleReader<float, int>
{
    private readonly ImageReader[] _readers = [.. Enumerable.Range(0, options.Threads).Select(_ => new ImageReader(options, normalization))];
    private readonly float[] _inputs = new float[options.Threads == 1 ? 0 : checked(options.Threads * shape.Size)];
    private readonly ParallelOptions _parallel = new() { MaxDegreeOfParallelism = options.Threads };
    private int _next = next;

    public override int Read(Span<float> inputs, Span<int> targets)
    {
        int wanted = Math.Min(inputs.Length / shape.Size, files.Length - _next);
        for (int read = 0; read < wanted;)
        {
            int count = Math.Min(_readers.Length, wanted - read);
            var room = inputs.Slice(read * shape.Size, count * shape.Size);
            for (int i = 0; i < count; i++)
            {
                targets[read + i] = File(i).Label;
            }

            Decode(count, room);
            (read, _next) = (read + count, _next + count);
        }

        return wanted;
    }

    private ImageFile File(int ahead) => files[order is null ? _next + ahead : order[_next + ahead]];

    private void Decode(int count, Span<float> room)
    {
        if (_inputs.Length == 0)
        {
            _readers[0].Read(File(0).Path, shape, room);
            return;
        }

        try
        {
            Parallel.For(0, count, _parallel, i => _readers[i].Read(File(i).Path, shape, _inputs.AsSpan(i * shape.Size, shape.Size)));
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        _inputs.AsSpan(0, room.Length).CopyTo(room);
    }
}
