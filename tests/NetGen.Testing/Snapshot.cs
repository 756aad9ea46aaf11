using System.Runtime.CompilerServices;
using Xunit;

namespace NetGen.Testing;

/// <summary>
/// Compares a text with the one that was accepted, in Verify's conventions: <c>Test.Member.verified.cs</c> lies beside the test,
/// <c>Test.Member.received.cs</c> appears on a mismatch. Run the tests with NETGEN_ACCEPT_SNAPSHOTS=1 to accept; where the
/// variable CI is set, nothing is ever accepted.
/// </summary>
public static class Snapshot
{
    public const string AcceptVariable = "NETGEN_ACCEPT_SNAPSHOTS";

    /// <param name="text">The text to compare; line ends do not count.</param>
    /// <param name="extension">The extension of the file, without a dot.</param>
    /// <param name="suffix">Tells apart several snapshots of one test.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="member">Filled in by the compiler.</param>
    public static void Verify(
        string text,
        string extension,
        string suffix = "",
        [CallerFilePath] string file = "",
        [CallerMemberName] string member = "")
    {
        var received = Normalised(text);
        var path = RepositoryPath.Resolve(file);
        var stem = Path.Combine(
            Path.GetDirectoryName(path)!,
            Path.GetFileNameWithoutExtension(path) + "." + member + (suffix.Length == 0 ? "" : "." + suffix));
        var verifiedPath = $"{stem}.verified.{extension}";
        var receivedPath = $"{stem}.received.{extension}";
        var verified = File.Exists(verifiedPath) ? Normalised(File.ReadAllText(verifiedPath)) : null;

        if (received == verified)
        {
            File.Delete(receivedPath);
            return;
        }

        if (MayAccept(Environment.GetEnvironmentVariable(AcceptVariable), Environment.GetEnvironmentVariable("CI")))
        {
            File.WriteAllText(verifiedPath, received);
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, received);
        Assert.Fail(verified is null
            ? $"There is no {Path.GetFileName(verifiedPath)} yet. Look at the received text and accept it with {AcceptVariable}=1:\n{received}"
            : $"{Path.GetFileName(verifiedPath)}: {TextDifference.Between(verified, received)}");
    }

    /// <summary>Whether a mismatch overwrites the accepted text: asked for, and not in continuous integration.</summary>
    public static bool MayAccept(string? accept, string? ci) =>
        accept == "1" && (string.IsNullOrEmpty(ci) || ci.Equals("false", StringComparison.OrdinalIgnoreCase));

    private static string Normalised(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n') + "\n";
}
