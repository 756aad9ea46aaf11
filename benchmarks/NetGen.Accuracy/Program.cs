using System.Globalization;
using NetGen.Accuracy;
using NetGen.Compiler.Emission.Simd;

// accuracy floats [stride] [function …]: every float (or every stride-th)
// accuracy doubles [count] [function …]: a sample of doubles, see DoubleSample
// accuracy pow [n]: n x n points, in both precisions, see PowerGrid
// accuracy compositions [stride]: floats through what is composed of the functions
// accuracy time [function …]: nanoseconds per vector
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var number = args.Length > 1 && long.TryParse(args[1], out var given) ? given : (long?)null;
var named = args.Skip(number is null ? 1 : 2).Select(name => Enum.Parse<Function>(name, ignoreCase: true)).ToArray();
var functions = named.Length > 0 ? named : Enum.GetValues<Function>();
switch (args.FirstOrDefault())
{
    case "floats":
        Report.Floats(functions, (int)(number ?? 1));
        return 0;
    case "doubles":
        Report.Doubles(functions, number ?? 10_000_000);
        return 0;
    case "pow":
        Report.Powers((int)(number ?? 10_000));
        return 0;
    case "compositions":
        Report.Compositions((int)(number ?? 1009));
        return 0;
    case "time":
        Report.Times(functions);
        return 0;
    default:
        Console.Error.WriteLine("accuracy: say what to measure: floats [stride] [function …], doubles [count] [function …], pow [n], compositions [stride], time [function …].");
        return 2;
}
