using System.Numerics.Tensors;

namespace NetGen;

/// <summary>Brings images to one size. Weights and room are kept from one image to the next.</summary>
internal sealed class ImageResizer(int height, int width, ImageFit fit)
{
    private BilinearWeights? _rows;
    private BilinearWeights? _columns;
    private float[] _between = [];

    /// <summary>Writes the image in the wanted size.</summary>
    /// <exception cref="InvalidDataException">The image is smaller than what is to be cut out of it.</exception>
    public void Resize(ReadOnlySpan<float> image, int channels, int fromHeight, int fromWidth, Span<float> result)
    {
        if (fit == ImageFit.Crop && (fromHeight < height || fromWidth < width))
        {
            throw new InvalidDataException($"it has {fromWidth}×{fromHeight} pixels, out of which no {width}×{height} can be cut; choose another ImageFit");
        }

        var (scaledHeight, scaledWidth) = Scaled(fromHeight, fromWidth);
        _rows = Weights(_rows, fromHeight, scaledHeight, height);
        _columns = Weights(_columns, fromWidth, scaledWidth, width);

        // The direction that leaves less to do for the other one comes first, and keeps what is between small for any proportions.
        bool rowsFirst = (long)height * fromWidth < (long)fromHeight * width;
        int between = checked(rowsFirst ? height * fromWidth : fromHeight * width);
        if (_between.Length < between)
        {
            _between = new float[between];
        }

        for (int channel = 0; channel < channels; channel++)
        {
            var source = image.Slice(channel * fromHeight * fromWidth, fromHeight * fromWidth);
            var target = result.Slice(channel * height * width, height * width);
            if (rowsFirst)
            {
                ScaleRows(source, fromWidth, _rows, _between);
                ScaleColumns(_between.AsSpan(0, between), _columns, target);
            }
            else
            {
                ScaleColumns(source, _columns, _between);
                ScaleRows(_between, width, _rows, target);
            }
        }
    }

    private (long Height, long Width) Scaled(int fromHeight, int fromWidth)
    {
        if (fit == ImageFit.Stretch)
        {
            return (height, width);
        }

        double factor = fit == ImageFit.Crop ? 1 : Math.Max((double)height / fromHeight, (double)width / fromWidth);
        return (Math.Max(height, (long)Math.Round(fromHeight * factor)), Math.Max(width, (long)Math.Round(fromWidth * factor)));
    }

    private static BilinearWeights Weights(BilinearWeights? last, int source, long scaled, int wanted)
    {
        long start = (long)Math.Round((scaled - wanted) / 2.0);
        return last?.IsFor(source, scaled, start, wanted) == true ? last : new(source, scaled, start, wanted);
    }

    private static void ScaleColumns(ReadOnlySpan<float> source, BilinearWeights columns, Span<float> target)
    {
        for (; !source.IsEmpty; source = source[columns.Source..], target = target[columns.Count..])
        {
            for (int i = 0; i < columns.Count; i++)
            {
                var weights = columns.Of(i, out int first);
                float sum = 0;
                for (int k = 0; k < weights.Length; k++)
                {
                    sum += weights[k] * source[first + k];
                }

                target[i] = sum;
            }
        }
    }

    private static void ScaleRows(ReadOnlySpan<float> source, int width, BilinearWeights rows, Span<float> target)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            var weights = rows.Of(i, out int first);
            var row = target.Slice(i * width, width);
            TensorPrimitives.Multiply(source.Slice(first * width, width), weights[0], row);
            for (int k = 1; k < weights.Length; k++)
            {
                TensorPrimitives.MultiplyAdd(source.Slice((first + k) * width, width), weights[k], row, row);
            }
        }
    }
}
