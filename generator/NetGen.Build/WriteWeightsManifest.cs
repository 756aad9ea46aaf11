using System.Globalization;
using System.Text;
using Microsoft.Build.Framework;
using NetGen.Compiler;

namespace NetGen.Build;

/// <summary>
/// Writes what the head of a file of compiled weights says as text, which the analyzers can read: a compiler's extension is given texts alone. A file that is not what its
/// name promises gets a manifest that says why, so that the error stands at the attribute.
/// </summary>
public sealed class WriteWeightsManifest : ITask
{
    /// <summary>Where MSBuild listens.</summary>
    public IBuildEngine BuildEngine { get; set; } = null!;

    /// <summary>Not used.</summary>
    public ITaskHost HostObject { get; set; } = null!;

    /// <summary>The file of weights.</summary>
    [Required]
    public string Weights { get; set; } = "";

    /// <summary>The file as <c>[Weights]</c> names it: relative to the project, with slashes.</summary>
    [Required]
    public string Name { get; set; } = "";

    /// <summary>The file to write.</summary>
    [Required]
    public string Manifest { get; set; } = "";

    /// <summary>Writes the manifest, unless it stands there already.</summary>
    /// <returns>True unless a file could not be read or written.</returns>
    public bool Execute()
    {
        try
        {
            var text = "file " + Name + "\n" + WeightsHead.Describe(Weights);
            if (!File.Exists(Manifest) || File.ReadAllText(Manifest) != text)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Manifest))!);
                File.WriteAllText(Manifest, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }

            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            BuildEngine.LogErrorEvent(new BuildErrorEventArgs("NetGen", "NG0016", Weights, 0, 0, 0, 0, string.Format(CultureInfo.InvariantCulture, "The weights '{0}' cannot be read: {1}", Name, problem.Message), "", nameof(WriteWeightsManifest)));
            return false;
        }
    }
}
