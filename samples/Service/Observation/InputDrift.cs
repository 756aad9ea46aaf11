using System.Globalization;
using Digits;

namespace Service.Observation;

/// <summary>
/// Whether images are still like those that the network was trained on, by their brightness: the population stability index Σ (p − q) ln(p / q) over ten classes that had equal shares p of the
/// training images, q being the shares of the last images served. Below 0.1 nothing has changed; above 0.25 the network answers something else than it learned.
/// </summary>
internal sealed class InputDrift
{
    private const int Window = 2000;

    private readonly double[] _edges;
    private readonly byte[] _last = new byte[Window];
    private readonly int[] _counts;
    private readonly Lock _lock = new();
    private long _seen;

    public InputDrift(DigitNet net)
        : this([.. (net.Metadata["training.brightness"] ?? throw new InvalidDataException("The weights do not say how bright the training images were: write them with samples/Digits.")).Split(' ').Select(edge => double.Parse(edge, CultureInfo.InvariantCulture))])
    {
    }

    /// <param name="edges">The values between equal shares of the training images, in order.</param>
    internal InputDrift(double[] edges)
    {
        _edges = edges;
        _counts = new int[edges.Length + 1];
    }

    /// <summary>The index; null before there are some images per class.</summary>
    public double? Index
    {
        get
        {
            lock (_lock)
            {
                var (count, index) = (Math.Min(_seen, Window), 0.0);
                if (count < 10 * _counts.Length)
                {
                    return null;
                }

                foreach (var each in _counts)
                {
                    // Half an image in an empty class, so that the logarithm exists.
                    var (trained, served) = (1.0 / _counts.Length, Math.Max(each, 0.5) / count);
                    index += (served - trained) * Math.Log(served / trained);
                }

                return index;
            }
        }
    }

    /// <summary>Takes an image in.</summary>
    /// <param name="brightness">The mean of its pixels, from 0 to 1.</param>
    public void Add(double brightness)
    {
        var place = Array.BinarySearch(_edges, brightness);
        place = place < 0 ? ~place : place + 1;
        lock (_lock)
        {
            var slot = (int)(_seen % Window);
            if (_seen >= Window)
            {
                _counts[_last[slot]]--;
            }

            _last[slot] = (byte)place;
            _counts[place]++;
            _seen++;
        }
    }
}
