using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Samples;

/// <summary>What the command lines of the samples have in common: numbers within bounds, paths, help and errors.</summary>
internal static class Arguments
{
    /// <summary>The exit code for options that make no sense.</summary>
    public const int UsageError = 2;

    /// <summary>Reads a command line. Prints the help, the version or what is wrong.</summary>
    /// <param name="root">The options.</param>
    /// <param name="program">What messages begin with.</param>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="exitCode">The exit code if there is nothing to run.</param>
    /// <returns>The values; null if there is nothing to run.</returns>
    public static ParseResult? Read(RootCommand root, string program, string[] args, out int exitCode)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Console.Error.WriteLine($"{program}: {error.Message}");
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
        return parsed;
    }

    /// <summary>Refuses an empty path.</summary>
    public static void NotEmpty(OptionResult option)
    {
        if (option.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
        {
            option.AddError($"{option.Option.Name} takes a path, not an empty text.");
        }
    }

    /// <summary>A path that there is always one of.</summary>
    public static Option<string> Path(string name, string description, string kind, string normally) => new(name)
    {
        Description = description,
        HelpName = kind,
        DefaultValueFactory = _ => normally,
        Validators = { NotEmpty },
    };

    /// <summary>A path that may be left out.</summary>
    public static Option<string?> OptionalPath(string name, string description, string kind) => new(name)
    {
        Description = description,
        HelpName = kind,
        Validators = { NotEmpty },
    };

    /// <summary>How many threads compute; 0, which <see cref="Given"/> makes nothing, for one per processor.</summary>
    public static Option<int> ThreadCount() => Number("--threads", "Threads that compute (0: one per processor)", 0, 0, 1024);

    /// <summary>The number, or null for 0: what was not given.</summary>
    public static T? Given<T>(T value)
        where T : struct, INumber<T> => T.IsZero(value) ? null : value;

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static Option<T> Number<T>(string name, string description, T normally, T least, T most)
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
