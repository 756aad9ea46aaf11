namespace NetGen;

/// <summary>Where each pixel of a turned, sheared, scaled and shifted image comes from.</summary>
internal readonly struct AffineMap
{
    private readonly double _xx, _xy, _yx, _yy, _right, _down;

    /// <summary>
    /// The inverse of p → s R(turn) H(slant) p + shift about the middle, with R = [cos −sin; sin cos] and H = [1 −tan; 0 1]; y points down, so that a positive turn
    /// is clockwise (torchvision's <c>_get_inverse_affine_matrix</c>).
    /// </summary>
    /// <param name="turn">Degrees.</param>
    /// <param name="slant">Degrees.</param>
    /// <param name="scale">Above zero.</param>
    /// <param name="right">Pixels.</param>
    /// <param name="down">Pixels.</param>
    public AffineMap(double turn, double slant, double scale, double right, double down)
    {
        double cos = Math.Cos(turn * Math.PI / 180) / scale, sin = Math.Sin(turn * Math.PI / 180) / scale, tan = Math.Tan(slant * Math.PI / 180);

        // H⁻¹ R⁻¹ / s = [1 tan; 0 1] [cos sin; −sin cos] / s.
        (_xx, _xy) = (cos - (tan * sin), sin + (tan * cos));
        (_yx, _yy) = (-sin, cos);
        (_right, _down) = (right, down);
    }

    /// <summary>
    /// Bilinear, with the middles of pixels at halves, black outside: PyTorch's <c>grid_sample(mode="bilinear", padding_mode="zeros", align_corners=False)</c>,
    /// with black for zero.
    /// </summary>
    public void Resample(WorkingImage image)
    {
        var (channels, height, width) = image.Shape;
        for (int row = 0; row < height; row++)
        {
            for (int column = 0; column < width; column++)
            {
                double x = column + 0.5 - (width * 0.5) - _right, y = row + 0.5 - (height * 0.5) - _down;
                double fromX = (_xx * x) + (_xy * y) + ((width - 1) * 0.5), fromY = (_yx * x) + (_yy * y) + ((height - 1) * 0.5);
                double left = Math.Floor(fromX), top = Math.Floor(fromY);
                var place = new Place((int)Math.Clamp(left, -2, width), (int)Math.Clamp(top, -2, height), (float)(fromX - left), (float)(fromY - top));
                for (int channel = 0; channel < channels; channel++)
                {
                    image.ResultChannel(channel)[(row * width) + column] = place.Read(image.Channel(channel), height, width, image, channel);
                }
            }
        }

        image.Exchange();
    }

    /// <summary>Four neighbouring pixels, and how near the second of each pair is.</summary>
    private readonly struct Place(int left, int top, float toRight, float toBottom)
    {
        public float Read(ReadOnlySpan<float> pixels, int height, int width, WorkingImage image, int channel)
        {
            if ((uint)left < (uint)(width - 1) && (uint)top < (uint)(height - 1))
            {
                int at = (top * width) + left;
                return Mix(pixels[at], pixels[at + 1], pixels[at + width], pixels[at + width + 1]);
            }

            float black = image.Black(channel);
            if (left < -1 || top < -1 || left >= width || top >= height)
            {
                return black;
            }

            return Mix(
                Pixel(pixels, height, width, top, left, black), Pixel(pixels, height, width, top, left + 1, black),
                Pixel(pixels, height, width, top + 1, left, black), Pixel(pixels, height, width, top + 1, left + 1, black));
        }

        private static float Pixel(ReadOnlySpan<float> pixels, int height, int width, int row, int column, float black) =>
            (uint)row < (uint)height && (uint)column < (uint)width ? pixels[(row * width) + column] : black;

        private float Mix(float topLeft, float topRight, float bottomLeft, float bottomRight)
        {
            float top = topLeft + (toRight * (topRight - topLeft)), bottom = bottomLeft + (toRight * (bottomRight - bottomLeft));
            return top + (toBottom * (bottom - top));
        }
    }
}
