using NetGen.Digits;

namespace NetGen;

/// <summary>A place in California and what it is like there.</summary>
/// <param name="Longitude">Degrees, west of Greenwich negative.</param>
/// <param name="Latitude">Degrees.</param>
/// <param name="Proximity">How far the sea is, in words.</param>
/// <param name="Age">How old houses are there, in years.</param>
/// <param name="Wealth">How rich people are, about -1 to 2.</param>
/// <param name="Dearness">How dear land is, 0 to 2.5.</param>
internal readonly record struct HousingPlace(double Longitude, double Latitude, string Proximity, double Age, double Wealth, double Dearness)
{
    // Where people live: latitude, longitude, spread in degrees, share, age of houses, wealth.
    private static readonly double[][] Towns =
    [
        [34.03, -118.25, 0.22, 0.30, 36, 0.1], [33.78, -117.95, 0.16, 0.12, 25, 0.6], [34.02, -117.35, 0.22, 0.07, 20, -0.3], [32.80, -117.08, 0.16, 0.08, 25, 0.1],
        [37.75, -122.25, 0.16, 0.10, 40, 0.6], [37.36, -121.95, 0.13, 0.07, 26, 1.0], [38.56, -121.40, 0.22, 0.06, 24, -0.1], [36.75, -119.75, 0.28, 0.04, 25, -0.6],
        [35.38, -119.02, 0.25, 0.02, 23, -0.5], [37.80, -121.20, 0.30, 0.04, 24, -0.4], [34.30, -119.25, 0.20, 0.025, 26, 0.3], [36.75, -121.75, 0.20, 0.02, 26, 0.1],
        [38.35, -122.60, 0.25, 0.025, 24, 0.1], [40.30, -122.20, 0.60, 0.02, 20, -0.7], [33.80, -116.40, 0.25, 0.01, 17, -0.3],
    ];

    // Where land is dear: latitude, longitude, reach in degrees, how dear; poor quarters count the other way.
    private static readonly double[][] DearLand =
    [
        [34.06, -118.44, 0.12, 1.6], [33.62, -117.85, 0.13, 0.9], [37.78, -122.42, 0.13, 1.2], [37.42, -122.15, 0.15, 1.2], [32.84, -117.25, 0.10, 0.9],
        [34.42, -119.65, 0.15, 0.8], [36.60, -121.90, 0.12, 0.7], [33.95, -118.22, 0.12, -0.7], [37.78, -122.20, 0.07, -0.8], [32.70, -117.05, 0.08, -0.4],
    ];

    // The coast from south to north: latitude, longitude.
    private static readonly double[][] Coast =
    [
        [32.5, -117.13], [33.0, -117.30], [33.6, -117.90], [33.75, -118.30], [34.03, -118.60], [34.3, -119.30], [34.45, -120.3], [35.2, -120.75],
        [36.0, -121.50], [36.8, -121.80], [37.5, -122.48], [38.0, -122.95], [39.0, -123.70], [40.4, -124.35], [42.0, -124.25],
    ];

    public static HousingPlace Draw(ref CounterRandom random)
    {
        // Five districts in twenty thousand are on Catalina.
        if (random.Below(4128) == 0)
        {
            return new(-118.33 + random.Uniform(-0.05, 0.05), 33.35 + random.Uniform(-0.03, 0.03), "ISLAND", 42, -0.4, 1.3);
        }

        double draw = random.Uniform(0, 1);
        int town = 0;
        while (town < Towns.Length - 1 && draw >= Towns[town][3])
        {
            draw -= Towns[town][3];
            town++;
        }

        double[] centre = Towns[town];
        double latitude = Math.Clamp(centre[0] + (centre[2] * random.Noise()), 32.54, 41.95);
        double inland = centre[1] + (1.2 * centre[2] * random.Noise()) - CoastAt(latitude);
        inland = inland < 0 ? 0.02 - (inland / 4) : inland + 0.02;
        double longitude = Math.Min(CoastAt(latitude) + inland, -114.31);
        return new(longitude, latitude, Near(latitude, longitude, inland), centre[4], centre[5], Dear(latitude, longitude, inland));
    }

    private static string Near(double latitude, double longitude, double inland) =>
        Squared(latitude, longitude, 37.75, -122.22) < 0.13 ? "NEAR BAY" : inland < 0.12 ? "NEAR OCEAN" : inland < 0.9 ? "<1H OCEAN" : "INLAND";

    private static double Dear(double latitude, double longitude, double inland)
    {
        double dear = 0.75 / (1 + (inland * inland / 0.5));
        foreach (double[] land in DearLand)
        {
            dear += land[3] / (1 + (Squared(latitude, longitude, land[0], land[1]) / (land[2] * land[2])));
        }

        return Math.Clamp(dear, 0, 2.5);
    }

    private static double Squared(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        double north = latitude - otherLatitude, east = 0.8 * (longitude - otherLongitude);
        return (north * north) + (east * east);
    }

    private static double CoastAt(double latitude)
    {
        int i = 1;
        while (i < Coast.Length - 1 && latitude > Coast[i][0])
        {
            i++;
        }

        double[] south = Coast[i - 1], north = Coast[i];
        return south[1] + ((north[1] - south[1]) * (latitude - south[0]) / (north[0] - south[0]));
    }
}
