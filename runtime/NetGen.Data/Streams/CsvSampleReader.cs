using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>One pass over the encoded rows of a file.</summary>
internal sealed class CsvSampleReader<TTarget>(CsvStream stream, BoundColumns columns) : SampleReader<float, TTarget>
    where TTarget : unmanaged
{
    private readonly CsvRows _rows = CsvRows.Open(stream.Source, stream.Options, stream.Missing);
    private readonly double[] _targets = new double[columns.TargetSize];
    private int _read;

    public override int Read(Span<float> inputs, Span<TTarget> targets)
    {
        int inputSize = columns.InputSize, targetSize = _targets.Length;
        int room = Math.Min(inputs.Length / inputSize, stream.Count - _read);
        for (int sample = 0; sample < room; sample++)
        {
            Advance();
            if (columns.Encode(_rows, inputs.Slice(sample * inputSize, inputSize), _targets, out int position) is { } problem)
            {
                stream.Source.RequireUnchanged();
                throw _rows.Invalid(position, problem);
            }

            for (int i = 0; i < targetSize; i++)
            {
                targets[(sample * targetSize) + i] = typeof(TTarget) == typeof(int)
                    ? Unsafe.BitCast<int, TTarget>((int)_targets[i])
                    : Unsafe.BitCast<float, TTarget>((float)_targets[i]);
            }
        }

        _read += room;
        if (_read == stream.Count)
        {
            stream.Source.RequireUnchanged();
        }

        return room;
    }

    protected override void Dispose(bool disposing)
    {
        _rows.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Moves to the next row of the stream. Every row was read before without complaint: if one is malformed now, the file is another.</summary>
    private void Advance()
    {
        bool found;
        try
        {
            while ((found = _rows.Read()) && stream.Part is { } part && !part.Contains(_rows.Row))
            {
            }
        }
        catch (InvalidDataException malformed)
        {
            stream.Source.RequireUnchanged();
            throw new InvalidDataException($"'{stream.Source.Name}' has changed since it was opened: {malformed.Message}", malformed);
        }

        if (!found)
        {
            stream.Source.RequireUnchanged();
            throw new InvalidDataException(
                $"'{stream.Source.Name}' has changed since it was opened: it had {stream.FileRows} rows and ends after {_rows.Row}. Open it again when it is complete.");
        }
    }
}
