namespace NetGen.Graphs.Tests.InstructionSets;

/// <summary>The test assembly as a program: a test starts it with some instruction sets switched off.</summary>
public static class Program
{
    /// <summary>Writes this process's report into the file that is the only argument.</summary>
    public static void Main(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        Report.Make().Write(arguments[0]);
    }
}
