using System.Globalization;
using NetGen.Digits;

namespace NetGen;

/// <summary>Draws one district of California. Only + - * / and whole numbers, which are the same on every machine.</summary>
internal static class HousingRow
{
    public const string Header =
        "longitude,latitude,housing_median_age,total_rooms,total_bedrooms,population,households,median_income,median_house_value,ocean_proximity";

    /// <summary>Draws the fields of a row, separated by commas.</summary>
    public static string Draw(ulong seed, int row)
    {
        var random = new CounterRandom(seed, (ulong)row);
        var place = HousingPlace.Draw(ref random);
        double age = Math.Clamp(place.Age + (11 * random.Noise()), 1, 52);
        double income = Math.Clamp(Square(1.88 + (0.12 * place.Wealth) + (0.44 * random.Noise()) + (random.Below(25) == 0 ? 0.8 : 0)), 0.4999, 15.0001);
        double households = Math.Max(2, Square(20.5 + (6.5 * random.Noise())) * (random.Below(40) == 0 ? 3 : 1));
        double roomsEach = Math.Max(1.5, 5.3 + (0.45 * (income - 3.9)) - ((age - 28) / 60) + (0.8 * random.Noise()));
        double bedroomsEach = Math.Max(0.6, 1.05 + (0.07 * random.Noise()));
        double peopleEach = Math.Max(1.1, 2.9 - (0.06 * (income - 3.9)) + (0.55 * random.Noise()) + (random.Below(20) == 0 ? 1.2 : 0));

        // In units of 100,000 dollars: income counts for more where land is dear; crowded districts are worth less, old and central ones more.
        double value = 0.1 + ((0.23 + (0.2 * place.Dearness)) * income) + (0.45 * place.Dearness) + ((age - 28) / 120)
            - (0.22 * (peopleEach - 2.9)) + (0.03 * (roomsEach - 5.3));
        value *= 1 + (0.215 * random.Noise());
        bool noBedrooms = random.Below(100) == 0;
        int dollars = value >= 5 ? 500_001 : Math.Max(14_999, (int)((value * 1000) + 0.5) * 100);
        return string.Create(CultureInfo.InvariantCulture, $"{Hundredths(place.Longitude)},{Hundredths(place.Latitude)},{Whole(age)}.0,{Whole(households * roomsEach)}.0,") +
            string.Create(CultureInfo.InvariantCulture, $"{(noBedrooms ? "" : Whole(households * bedroomsEach) + ".0")},{Whole(households * peopleEach)}.0,{Whole(households)}.0,") +
            string.Create(CultureInfo.InvariantCulture, $"{Whole(income * 10_000) / 10_000.0},{dollars}.0,{place.Proximity}");
    }

    private static double Square(double x) => x * Math.Max(x, 0);

    private static int Whole(double value) => (int)(value + 0.5);

    private static double Hundredths(double degrees) => (degrees < 0 ? -Whole(-degrees * 100) : Whole(degrees * 100)) / 100.0;
}
