using NetGen.Compiler.Model;

namespace NetGen.Compiler.Emission;

/// <summary>The surface of a network that cannot be compiled: the same members, whose bodies throw.</summary>
internal static class BrokenSurface
{
    public static string Print(NetworkSpec spec, EquatableArray<Problem> problems)
    {
        var writer = new SourceWriter();
        SourceHeader.Write(writer, spec.Name, "not compiled, because the declaration has errors.");
        writer.Line();
        var surface = new SurfaceMembers(spec, []);
        var reasons = string.Join("; ", problems.Select(problem => problem.Id + ": " + string.Join(", ", problem.Values)));
        using (TypeNesting.Open(writer, spec, surface.Bases + StreamMembers.BrokenBases(spec)))
        {
            var bodies = new BrokenBodies($"{spec.Name} was not compiled. {reasons}");
            surface.Write(writer, bodies);
            StreamMembers.WriteBroken(writer, spec, bodies);
        }

        return writer.ToString();
    }
}
