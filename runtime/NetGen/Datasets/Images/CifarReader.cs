namespace NetGen;

/// <summary>Reads the files of one part into one array.</summary>
internal static class CifarReader
{
    private const int RecordsAtOnce = 64;

    /// <summary>Pictures as brightness 0 … 255, labels, and how often each brightness occurs in each channel.</summary>
    /// <exception cref="InvalidDataException">A file is cut off or has a label that there is not; the message names file and place.</exception>
    public static (float[] Levels, int[] Labels, PixelHistogram[] Channels) Read(string[] files, CifarFormat format)
    {
        long records = files.Sum(file => Records(file, format));
        if (records * CifarFormat.Pixels > Array.MaxLength)
        {
            throw format.Invalid(files[0], $"with the other files there are {records} pictures, more than one array holds ({Array.MaxLength / CifarFormat.Pixels})");
        }

        var (levels, labels) = (new float[records * CifarFormat.Pixels], new int[records]);
        var channels = new PixelHistogram[CifarFormat.Channels];
        for (int channel = 0; channel < channels.Length; channel++)
        {
            channels[channel] = new PixelHistogram();
        }

        var part = new Part(levels, labels, channels);
        foreach (string file in files)
        {
            part.Add(file, format);
        }

        return (levels, labels, channels);
    }

    private static long Records(string path, CifarFormat format)
    {
        long length = new FileInfo(path).Length;
        return length > 0 && length % format.RecordBytes == 0
            ? length / format.RecordBytes
            : throw format.Invalid(path, $"it has {length} bytes, which is {(length == 0 ? "no" : "not a whole number of")} records of {format.RecordBytes} bytes; the file is truncated or of another format");
    }

    private sealed class Part(float[] levels, int[] labels, PixelHistogram[] channels)
    {
        private int _next;

        public void Add(string path, CifarFormat format)
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            byte[] chunk = new byte[RecordsAtOnce * format.RecordBytes];
            int read, first = _next;
            while ((read = file.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false)) > 0)
            {
                if (read % format.RecordBytes != 0 || _next + (read / format.RecordBytes) > labels.Length)
                {
                    throw format.Invalid(path, "its length changed while it was read");
                }

                for (var records = chunk.AsSpan(0, read); !records.IsEmpty; records = records[format.RecordBytes..])
                {
                    Add(records[..format.RecordBytes], path, _next - first, format);
                }
            }
        }

        private void Add(ReadOnlySpan<byte> record, string path, int number, CifarFormat format)
        {
            labels[_next] = record[format.LabelByte];
            if (labels[_next] >= format.Classes)
            {
                throw format.Invalid(path, $"record {number} has the label {labels[_next]}; labels are 0 to {format.Classes - 1}");
            }

            var pixels = record[format.LabelBytes..];
            var picture = levels.AsSpan(_next * CifarFormat.Pixels, CifarFormat.Pixels);
            for (int i = 0; i < picture.Length; i++)
            {
                picture[i] = pixels[i];
            }

            const int plane = CifarFormat.Side * CifarFormat.Side;
            for (int channel = 0; channel < channels.Length; channel++)
            {
                channels[channel].Add(pixels.Slice(channel * plane, plane));
            }

            _next++;
        }
    }
}
