using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace HousePrices;

/// <summary>The options of the program: <c>--help</c> lists them.</summary>
internal static class CommandLine
{
    /// <summary>The exit code for options that make no sense.</summary>
    public const int UsageError = 2;

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "CSV file with the columns of the California Housing table, ocean_proximity included; without it the program generates such a table",
        HelpName = "FILE",
        Validators = { NotEmpty },
    };

    private static readonly Option<int> Epochs = Number("--epochs", "Passes through the training part, at most: the training ends when it no longer helps", HouseTraining.Epochs, 1, 10_000);
    private static readonly Option<ulong> Seed = Number("--seed", "Seed of the division of the table, of the initial weights and of the order of the districts", 42UL, 0UL, ulong.MaxValue);

    private static readonly Option<string> Save = new("--save")
    {
        Description = "Where to save the trained network",
        HelpName = "FILE",
        DefaultValueFactory = _ => "houses.safetensors",
        Validators = { NotEmpty },
    };

    private static readonly Option<string?> Checkpoint = new("--checkpoint")
    {
        Description = "Folder that keeps the state of the training: called again, the program goes on from there",
        HelpName = "FOLDER",
        Validators = { NotEmpty },
    };

    private static readonly Option<bool> Quiet = new("--quiet") { Description = "Leave out the network's layers and the progress of the training" };

    /// <summary>Reads the command line. Prints the help, the version or what is wrong.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="exitCode">The exit code if there is nothing to run.</param>
    /// <returns>The options; null if there is nothing to run.</returns>
    public static Options? Parse(string[] args, out int exitCode)
    {
        var root = new RootCommand("Learns from a table of districts what houses in them cost, and shows how far it is off.")
        {
            Data, Epochs, Seed, Save, Checkpoint, Quiet,
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Console.Error.WriteLine($"houses: {error.Message}");
            }

            Console.Error.WriteLine("Try --help.");
            exitCode = UsageError;
            return null;
        }

        if (parsed.Action is not null)
        {
            exitCode = parsed.Invoke();
            return null;
        }

        exitCode = 0;
        return new(
            parsed.GetValue(Data),
            parsed.GetValue(Epochs),
            parsed.GetValue(Seed),
            parsed.GetValue(Save)!,
            parsed.GetValue(Checkpoint),
            parsed.GetValue(Quiet));
    }

    private static void NotEmpty(OptionResult option)
    {
        if (option.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
        {
            option.AddError($"{option.Option.Name} takes a path, not an empty text.");
        }
    }

    private static Option<T> Number<T>(string name, string description, T normally, T least, T most)
        where T : struct, INumber<T>
    {
        return new(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => normally,
            CustomParser = Read,
        };

        T Read(ArgumentResult argument)
        {
            var text = argument.Tokens[0].Value;
            if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            {
                return value;
            }

            argument.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a number from {least} to {most}, not '{text}'."));
            return normally;
        }
    }
}
