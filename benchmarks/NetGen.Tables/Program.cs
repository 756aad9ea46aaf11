using System.CommandLine;
using NetGen;
using NetGen.Tables;

var data = new Option<string>("--data")
{
    Description = "Folder with Telco-Customer-Churn.csv (IBM), california_housing.csv (Géron's, with ocean_proximity), and digits.csv.gz, breast_cancer.csv, wine_data.csv (as scikit-learn has them), at any depth",
    HelpName = "FOLDER",
    Required = true,
};
var only = new Option<string?>("--only") { Description = "Study one table alone: a part of its name", HelpName = "NAME" };
var validate = new Option<bool>("--validate") { Description = "Leave the held-out fifth alone: measure by cross-validation within the rest, as for choosing settings" };
var root = new RootCommand("Measures what small networks reach on small tables, on a held-out fifth, five seeds each. Prints a Markdown table; exit code 1 if a mean misses its requirement.")
{
    data, only, validate,
};
root.SetAction(parsed =>
{
    try
    {
        return Report(parsed.GetRequiredValue(data), parsed.GetValue(only) ?? "", parsed.GetValue(validate));
    }
    catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or NotFiniteNumberException)
    {
        Console.Error.WriteLine($"tables: {error.Message}");
        return 1;
    }
});
return root.Parse(args).Invoke();

static int Report(string folder, string only, bool validate)
{
    Study[] studies = [.. Studies.All.Where(study => study.Name.Contains(only, StringComparison.OrdinalIgnoreCase))];
    if (studies.Length == 0)
    {
        Console.Error.WriteLine($"tables: none is named '{only}'. There are {string.Join(", ", Studies.All.Select(study => study.Name))}.");
        return 2;
    }

    Console.WriteLine(Outcome.Header);
    var met = true;
    foreach (var study in studies)
    {
        var outcome = validate ? Measurement.OfValidation(study, folder) : Measurement.OfTest(study, folder);
        Console.WriteLine(outcome);
        met &= outcome.IsMet;
    }

    Console.WriteLine();
    foreach (var study in studies)
    {
        Console.WriteLine($"- {study.Name}: {study.Settings}.");
    }

    return met ? 0 : 1;
}
