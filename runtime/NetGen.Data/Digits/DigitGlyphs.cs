namespace NetGen.Digits;

/// <summary>How people write the ten digits: a few styles of each, as pen strokes.</summary>
internal static class DigitGlyphs
{
    // A style is its strokes, separated by '|'; a stroke is the points that the pen passes through, in per cent of the
    // character's box, y downwards. The pen moves along a smooth curve through them. A corner is where one stroke ends
    // and the next begins at the same point; a stroke that ends where it began is a closed curve.
    private static readonly string[][] Written =
    [
        [
            "50,5 25,20 18,50 25,80 50,95 75,80 82,50 75,20 50,5",
            "58,8 35,15 24,45 30,82 50,95 70,80 76,45 66,15 45,6",
            "50,5 36,25 32,50 36,75 50,95 64,75 68,50 64,25 50,5",
        ],
        [
            "50,5 50,95",
            "32,25 54,5|54,5 52,95",
            "34,22 52,5|52,5 52,95|30,95 74,95",
        ],
        [
            "22,28 32,10 52,5 72,15 74,35 60,58 40,77 20,95|20,95 80,95",
            "24,25 45,6 70,15 70,40 48,68 28,90 18,86 26,76 45,84 62,94 82,88",
            "22,20 50,5 76,22 64,52 20,95|20,95 50,91 82,94",
        ],
        [
            "22,16 45,5 70,14 70,36 44,47|44,47 74,58 76,80 52,95 22,86",
            "22,7 74,7|74,7 44,42|44,42 72,52 78,74 60,93 22,88",
            "25,12 55,5 72,22 58,42 38,46|38,46 66,52 78,72 58,94 18,88",
        ],
        [
            "30,6 22,56|22,56 80,56|64,30 62,95",
            "62,5 18,64|18,64 82,64|62,5 62,95",
            "26,8 24,40 40,54 72,50|74,8 68,95",
        ],
        [
            "74,7 30,7|30,7 26,44|26,44 52,36 76,52 74,80 50,95 20,86",
            "78,10 34,8|34,8 30,42|30,42 60,44 74,64 62,90 22,92",
            "72,6 40,8|40,8 28,42|28,42 62,40 76,66 56,94 20,88",
        ],
        [
            "66,6 38,26 24,62 34,90 56,95 74,80 70,58 50,50 28,64",
            "58,4 32,40 28,76 48,95 70,84 70,62 48,56 30,72",
            "74,12 52,5 30,26 22,60 34,90 60,94 76,74 64,54 42,54 26,70",
        ],
        [
            "20,7 80,7|80,7 42,95",
            "20,7 80,7|80,7 46,95|34,50 72,50",
            "20,20 22,8|22,8 78,8|78,8 56,45 48,95",
        ],
        [
            "50,50 28,36 28,14 50,5 72,14 72,36 50,50 26,64 24,86 50,95 76,86 74,64 50,50",
            "50,5 32,14 32,36 50,46 68,36 68,14 50,5|50,46 26,60 26,86 50,95 74,86 74,60 50,46",
            "72,16 50,5 30,18 40,40 64,58 74,80 50,95 26,80 40,56 64,36 72,16",
        ],
        [
            "74,30 58,48 34,46 26,26 42,6 66,10 74,30|74,30 72,64 64,95",
            "72,18 50,5 28,18 30,42 50,50 73,32|74,14 74,66 58,93 28,88",
            "70,28 48,50 28,34 40,8 66,8 72,26 62,60 50,95",
        ],
    ];

    private static readonly StrokePoint[][][][] Flattened = [.. Written.Select(styles => styles.Select(PenPath.Parse).ToArray())];

    /// <summary>How many styles of a digit there are.</summary>
    public static int Styles(int digit) => Flattened[digit].Length;

    /// <summary>The strokes of one style of one digit, as polylines in the unit square (y downwards).</summary>
    public static StrokePoint[][] Strokes(int digit, int style) => Flattened[digit][style];
}
