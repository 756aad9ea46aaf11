using System.Globalization;
using System.Text;
using NetGen.Digits;

namespace NetGen;

/// <summary>Draws one customer of a telephone company. Only + - * / and whole numbers, which are the same on every machine.</summary>
internal static class ChurnRow
{
    public const string Header =
        "customerID,gender,SeniorCitizen,Partner,Dependents,tenure,PhoneService,MultipleLines,InternetService,OnlineSecurity,OnlineBackup,DeviceProtection," +
        "TechSupport,StreamingTV,StreamingMovies,Contract,PaperlessBilling,PaymentMethod,MonthlyCharges,TotalCharges,Churn";

    private static readonly string[] Internet = ["No", "DSL", "Fiber optic"];
    private static readonly string[] Contracts = ["Month-to-month", "One year", "Two year"];
    private static readonly string[] Payments = ["Electronic check", "Mailed check", "Bank transfer (automatic)", "Credit card (automatic)"];

    // Months with the company below which 0, 10, 25, 50, 75, 90 and 100 % of the customers with each contract are.
    private static readonly double[] Shares = [0, 0.10, 0.25, 0.50, 0.75, 0.90, 1];
    private static readonly double[][] Months = [[0.5, 1.4, 3.5, 12, 29, 46, 72.5], [0.5, 14, 27, 44, 58, 67, 72.5], [0.5, 26, 48, 64, 71, 72, 72.5]];

    /// <summary>The fields of a row, separated by commas; none has one inside.</summary>
    public static string Draw(ulong seed, int row)
    {
        var random = new CounterRandom(seed, (ulong)row);
        bool man = Chance(ref random, 0.505), senior = Chance(ref random, 0.162), partner = Chance(ref random, 0.483);
        bool dependents = Chance(ref random, senior ? 0.09 : partner ? 0.55 : 0.11);
        int internet = Choose(ref random, senior ? [0.05, 0.23, 0.72] : [0.25, 0.365, 0.385]);
        bool phone = internet != 1 || Chance(ref random, 0.72);
        bool lines = phone && Chance(ref random, internet == 2 ? 0.62 : internet == 1 ? 0.39 : 0.22);
        int contract = Choose(ref random, internet == 2 ? [0.69, 0.17, 0.14] : internet == 1 ? [0.51, 0.23, 0.26] : [0.34, 0.24, 0.42]);
        int tenure = contract > 0 && Chance(ref random, 0.0035) ? 0 : Tenure(random.Uniform(0, 1), contract);
        bool paperless = Chance(ref random, internet == 2 ? 0.775 : internet == 1 ? 0.55 : 0.29);
        int payment = Choose(ref random, Payment(internet, contract));

        // Security, backup, protection, support, television, films.
        Span<bool> services = stackalloc bool[6];
        for (int i = 0; i < services.Length; i++)
        {
            double often = i is 0 or 3 ? (internet == 1 ? 0.43 : 0.22) + (0.15 * contract) : i < 4 ? 0.28 + (tenure / 200.0) : internet == 1 ? 0.35 : 0.5;
            services[i] = Chance(ref random, Math.Min(often + (0.08 * contract), 0.9)) && internet > 0;
        }

        int monthly = MonthlyNickels(ref random, internet, phone, lines, services);
        int total = tenure <= 1 ? monthly * tenure : Math.Max(monthly, (int)(monthly * tenure * (1 + (0.02 * random.Noise()))));
        bool leaves = tenure > 0 && Score(senior, dependents, internet, lines, contract, tenure, paperless, payment, services) + (2.1 * random.Noise()) > 0;

        var text = new StringBuilder();
        AppendId(text, ref random);
        text.Append(man ? ",Male," : ",Female,").Append(senior ? '1' : '0').Append(YesNo(partner)).Append(YesNo(dependents));
        text.Append(',').Append(tenure.ToString(CultureInfo.InvariantCulture)).Append(YesNo(phone)).Append(phone ? YesNo(lines) : ",No phone service");
        text.Append(',').Append(Internet[internet]);
        foreach (bool service in services)
        {
            text.Append(internet > 0 ? YesNo(service) : ",No internet service");
        }

        text.Append(',').Append(Contracts[contract]).Append(YesNo(paperless)).Append(',').Append(Payments[payment]);
        text.Append(',').Append(Money(monthly)).Append(',').Append(tenure == 0 ? "" : Money(total)).Append(YesNo(leaves));
        return text.ToString();
    }

    /// <summary>How much speaks for leaving: what the noise has to overcome.</summary>
    private static double Score(
        bool senior, bool dependents, int internet, bool lines, int contract, int tenure, bool paperless, int payment, ReadOnlySpan<bool> services)
    {
        double score = (internet == 2 ? 0.55 : internet == 1 ? -0.5 : -1.1) - (contract == 0 ? 0 : contract == 1 ? 0.75 : 1.5) - (2.0 * tenure / 72);

        // The first months are the most dangerous, more so with fibre by the month.
        score += 3.0 / (tenure + 3) * (internet == 2 && contract == 0 ? 1.8 : 0.9);
        score += (senior ? 0.25 : 0) - (dependents ? 0.2 : 0) + (lines ? 0.2 : 0) + (paperless ? 0.3 : 0) + (payment == 0 ? 0.4 : 0);
        score -= (services[0] ? 0.4 : 0) + (services[3] ? 0.4 : 0) + (services[1] ? 0.1 : 0);
        return score + (services[4] ? 0.25 : 0) + (services[5] ? 0.25 : 0) - 0.79;
    }

    /// <summary>The monthly charge in units of five cents.</summary>
    private static int MonthlyNickels(ref CounterRandom random, int internet, bool phone, bool lines, ReadOnlySpan<bool> services)
    {
        double price = (internet == 0 ? 20 : internet == 1 ? (phone ? 45 : 25) : 70) + (lines ? 5 : 0);
        for (int i = 0; i < services.Length; i++)
        {
            price += services[i] ? (i < 4 ? 5 : 10) : 0;
        }

        return (int)((20 * (price + (0.5 * random.Noise()))) + 0.5);
    }

    private static int Tenure(double share, int contract)
    {
        int i = 1;
        while (share > Shares[i])
        {
            i++;
        }

        double[] months = Months[contract];
        return Math.Clamp((int)(months[i - 1] + ((months[i] - months[i - 1]) * (share - Shares[i - 1]) / (Shares[i] - Shares[i - 1])) + 0.5), 1, 72);
    }

    private static double[] Payment(int internet, int contract)
    {
        double electronic = contract == 0 ? 0.47 : contract == 1 ? 0.24 : 0.1, mailed = 0.23;
        (electronic, mailed) = internet switch
        {
            2 => (electronic * 1.25, mailed * 0.35),
            1 => (electronic * 0.75, mailed * 1.1),
            _ => (electronic * 0.3, mailed * 2.1),
        };
        double rest = (1 - electronic - mailed) / 2;
        return [electronic, mailed, rest, rest];
    }

    private static void AppendId(StringBuilder text, ref CounterRandom random)
    {
        text.Append(random.Below(10_000).ToString("D4", CultureInfo.InvariantCulture)).Append('-');
        for (int i = 0; i < 5; i++)
        {
            text.Append((char)('A' + random.Below(26)));
        }
    }

    private static string Money(int nickels) => (nickels / 20.0).ToString(CultureInfo.InvariantCulture);

    private static string YesNo(bool value) => value ? ",Yes" : ",No";

    private static bool Chance(ref CounterRandom random, double chance) => random.Uniform(0, 1) < chance;

    private static int Choose(ref CounterRandom random, ReadOnlySpan<double> chances)
    {
        double draw = random.Uniform(0, 1);
        for (int i = 0; i < chances.Length - 1; i++)
        {
            draw -= chances[i];
            if (draw < 0)
            {
                return i;
            }
        }

        return chances.Length - 1;
    }
}
