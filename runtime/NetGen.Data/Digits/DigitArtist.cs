namespace NetGen.Digits;

/// <summary>Draws one digit as a grey image of 28 × 28 bytes, 0 being background and 255 full ink.</summary>
internal sealed class DigitArtist
{
    private readonly Sheet sheet = new();

    /// <summary>Draws <paramref name="digit"/>, in a hand and with a noise that <paramref name="random"/> decides.</summary>
    /// <param name="digit">0 to 9.</param>
    /// <param name="random">The numbers of this image.</param>
    /// <param name="image">Receives 784 pixels, row by row.</param>
    public void Draw(int digit, CounterRandom random, Span<byte> image)
    {
        var strokes = DigitGlyphs.Strokes(digit, random.Below(DigitGlyphs.Styles(digit)));
        var hand = new Hand(ref random);
        sheet.Clear();
        foreach (var stroke in strokes)
        {
            Write(stroke, hand);
        }

        Smudge(ref random);
        Expose(hand.Ink, ref random, image);
    }

    private void Write(StrokePoint[] stroke, Hand hand)
    {
        var from = hand.Place(stroke[0]);
        var fromRadius = Radius(hand, stroke[0]);
        for (var i = 1; i < stroke.Length; i++)
        {
            var to = hand.Place(stroke[i]);
            var toRadius = Radius(hand, stroke[i]);
            sheet.Line(from, to, fromRadius, toRadius);
            (from, fromRadius) = (to, toRadius);
        }
    }

    private static double Radius(Hand hand, StrokePoint point) => hand.Radius * (1 + (hand.Pressure * (point.Y - 0.5)));

    // A short stray line on every third sheet.
    private void Smudge(ref CounterRandom random)
    {
        if (random.Below(3) != 0)
        {
            return;
        }

        var from = new StrokePoint(random.Uniform(0, Sheet.Size), random.Uniform(0, Sheet.Size));
        var to = new StrokePoint(from.X + random.Uniform(-4, 4), from.Y + random.Uniform(-4, 4));
        sheet.Line(from, to, 0.5, 0.5);
    }

    private void Expose(double darkness, ref CounterRandom random, Span<byte> image)
    {
        var grain = random.Uniform(0.02, 0.12);
        var ink = sheet.Ink;
        for (var i = 0; i < image.Length; i++)
        {
            var value = (darkness * ink[i]) + (grain * random.Noise());
            image[i] = (byte)((Math.Clamp(value, 0, 1) * 255) + 0.5);
        }
    }
}
