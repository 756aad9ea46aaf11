using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using NetGen.Compiler.Model;
using NetGen.Generator.Reading.Modules;

namespace NetGen.Generator.Reading;

/// <summary>
/// Where the parts of a declaration stand in the source text. It holds syntax, so it lives as long as one analysis and never enters
/// the incremental pipeline.
/// </summary>
public sealed class LocationMap
{
    private readonly Location _class;
    private readonly WrittenAttribute? _network;
    private readonly List<WrittenAttribute> _inputs;
    private readonly Stack _stack;
    private readonly ReadingSession _session;

    internal LocationMap(Location classLocation, WrittenAttribute? network, List<WrittenAttribute> inputs, Stack stack, ReadingSession session)
    {
        _session = session;
        _class = classLocation;
        _network = network;
        _inputs = inputs;
        _stack = stack;
    }

    /// <summary>The place to underline: the argument if it was written, else the whole attribute or the expression, else the name of the class.</summary>
    public Location Of(Problem problem)
    {
        if (_session.Problems.FirstOrDefault(known => ReferenceEquals(known.Problem, problem)) is { } located)
        {
            return located.Location;
        }

        var module = problem.Module ?? _session.Root;
        var home = _session.Places.Class(module) ?? Of(problem.Use);
        if (problem.Method is { } method)
        {
            return _session.Places.Step(module, method, problem.Step)?.GetLocation() ?? home;
        }

        if (problem.Field is null && problem.Module is null)
        {
            return Of(problem.Layer, problem.Argument);
        }

        if (problem is { Argument: Problem.FieldName, Field: { } name } && _session.Places.Field(module, name) is { } field)
        {
            return field.GetLocation();
        }

        // The stack of a block that is one has a field without a name.
        return _session.Places.Layer(module, problem.Field ?? "", problem.Layer) is { } attribute ? Of(attribute, problem.Argument) : home;
    }

    /// <inheritdoc cref="Of(Problem)"/>
    /// <param name="layer">An index as in <see cref="Problem.Layer"/>.</param>
    /// <param name="argument">An argument in the model's spelling, <c>Dims</c> or, for one element of a list, <c>Dims[1]</c>; or null.</param>
    public Location Of(int layer, string? argument)
    {
        var attribute = layer == Problem.Input
            ? _inputs.Count > 0 ? _inputs[_inputs.Count - 1] : null
            : layer == Problem.Class && argument is not null ? _network
            : _stack[layer];
        if (attribute is null)
        {
            return _class;
        }

        return Of(attribute, argument);
    }

    /// <summary>The block is another project's: there is nothing to show but its use.</summary>
    private Location Of(BlockUse? use) => use is null ? _class
        : use.Field is not { } field ? Of(use.Layer, null)
        : _session.Places.Layer(_session.Root, field, use.Layer) is { } attribute ? Of(attribute, null)
        : _class;

    private static Location Of(WrittenAttribute attribute, string? argument)
    {
        var span = (argument is null ? null : ArgumentSpan(attribute, argument)) ?? attribute.Syntax.Span;
        return Location.Create(attribute.Syntax.SyntaxTree, span);
    }

    private static TextSpan? ArgumentSpan(WrittenAttribute attribute, string name)
    {
        var bracket = name.IndexOf('[');
        var list = bracket < 0 ? name : name.Substring(0, bracket);
        var written = WrittenArguments.Find(attribute, list);
        if (written.Count == 0)
        {
            return null;
        }

        return bracket >= 0
            && int.TryParse(name.Substring(bracket + 1).TrimEnd(']'), out var index)
            && WrittenArguments.Element(written, index) is { } element
                ? element.Span
                : TextSpan.FromBounds(written[0].SpanStart, written[written.Count - 1].Span.End);
    }
}
