using Microsoft.CodeAnalysis;
using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

/// <summary>A program around some lines that train a network.</summary>
internal static class TrainingProgram
{
    public const string Stack = "Input(5), Dense(4), ReLU, Dense(3), SoftmaxCrossEntropy";

    /// <summary>NG4003 on options without a seed counts only where the test is about seeds.</summary>
    public static Task<IReadOnlyList<Diagnostic>> Verify(string code, string network = Stack, bool seeds = false) =>
        AnalyzerTest.VerifyWithGeneratedAsync(Program(code, network), seeds ? [] : ["NG4003"]);

    public static string Program(string code, string network = Stack) => $$"""
        using System;
        using System.Linq;
        using NetGen;
        [Network, {{network}}]
        public partial class Net;

        public static class Program
        {
            public static void Run(Net net, Dataset<float, int> set, Dataset<float, int> other, FitOptions options) { {{code}} }
        }
        """;
}
