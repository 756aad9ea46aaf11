using Microsoft.CodeAnalysis;
using NetGen.Compiler.Model;
using NetGen.Generator.Reading.Forward;
using NetGen.Generator.Reading.Functions;

namespace NetGen.Generator.Reading.Modules;

/// <summary>What one reading of a declaration shares: the compilation, what was found, and where. It lives as long as the reading.</summary>
internal sealed class ReadingSession
{
    private readonly Compilation _compilation;
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];
    private readonly List<LocatedProblem> _problems = [];
    private readonly ISymbol _root;

    private ReadingSession(Compilation compilation, ISymbol symbol, string root, CancellationToken cancellation)
    {
        (_compilation, _root) = (compilation, symbol);
        Cancellation = cancellation;
        Root = root;
        Holes = new HoleFinder(this);
        Modules = new ModuleLibrary(this);
        Functions = new FunctionLibrary(this);
    }

    public CancellationToken Cancellation { get; }

    /// <summary>A reading of what a symbol of the compilation declares.</summary>
    public static ReadingSession Of(ISymbol symbol, string root, CancellationToken cancellation) =>
        new(((ISourceAssemblySymbol)symbol.ContainingAssembly).Compilation, symbol, root, cancellation);

    /// <summary>The key of the class that is read; everything else is read for its sake.</summary>
    public string Root { get; }

    public HoleFinder Holes { get; }

    public ModuleLibrary Modules { get; }

    public FunctionLibrary Functions { get; }

    public ModulePlaces Places { get; } = new();

    public IReadOnlyList<LocatedProblem> Problems => _problems;

    /// <summary>False where C# itself has errors: then nobody should add guesses.</summary>
    public bool IsComplete { get; set; } = true;

    /// <summary>What keeps the declaration from being compiled, as plain data.</summary>
    public IEnumerable<Problem> Obstacles => !IsComplete && _problems.Count == 0
        ? [new Problem(DeclarationRules.Unreadable, Problem.Class, null, "the declaration", "complete C#")]
        : _problems.Where(each => each.Problem.Id != DeclarationRules.NotDifferentiable).Select(each => each.Problem);

    /// <summary>The text of a symbol, if it stands in this compilation; a project next to it has symbols with texts that cannot be bound here.</summary>
    public SyntaxNode? Syntax(ISymbol symbol) => symbol.DeclaringSyntaxReferences
        .FirstOrDefault(reference => _compilation.ContainsSyntaxTree(reference.SyntaxTree))?.GetSyntax(Cancellation);

    /// <summary>Whether code in the class that is read may name the method.</summary>
    public bool Reaches(IMethodSymbol method) => _compilation.IsSymbolAccessibleWithin(method, _root as INamedTypeSymbol ?? (ISymbol)_root.ContainingType);

    public IOperation? Operation(SyntaxNode syntax)
    {
        if (!_models.TryGetValue(syntax.SyntaxTree, out var model))
        {
            if (!_compilation.ContainsSyntaxTree(syntax.SyntaxTree))
            {
                return null;
            }

            model = _compilation.GetSemanticModel(syntax.SyntaxTree);
            _models.Add(syntax.SyntaxTree, model);
        }

        return model.GetOperation(syntax, Cancellation);
    }

    /// <param name="module">The key of the class where the fault is.</param>
    /// <param name="location">The exact place.</param>
    /// <param name="id">The id of the diagnostic.</param>
    /// <param name="values">What the message quotes.</param>
    public void Report(string module, Location location, string id, params string[] values) => _problems.Add(new LocatedProblem(
        new Problem(id, Problem.Class, null, values) { Module = module == Root ? null : module }, location));

    /// <summary>Reports what ended the reading of something.</summary>
    public void Report(string module, UnreadableException exception)
    {
        if (exception.Found is not null)
        {
            Report(module, exception.Place.GetLocation(), DeclarationRules.Unreadable, exception.Found, exception.Supported);
        }
        else if (!exception.IsReported)
        {
            IsComplete = false;
        }
    }

    /// <summary>Runs a part of the reading that may meet what cannot be compiled; null if it did.</summary>
    public T? Try<T>(string module, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (UnreadableException exception)
        {
            Report(module, exception);
            return null;
        }
    }
}

/// <summary>A problem that the reader found, with its place, which no index could say.</summary>
internal sealed record LocatedProblem(Problem Problem, Location Location);
