using Microsoft.CodeAnalysis;
using NetGen.Compiler.Model;
using NetGen.Compiler.Serialization;

namespace NetGen.Generator.Reading.Modules;

/// <summary>The blocks and networks that a declaration uses, each read once, parts before those that use them.</summary>
internal sealed class ModuleLibrary(ReadingSession session)
{
    private readonly Dictionary<string, ModuleSpec> _known = new(StringComparer.Ordinal);
    private readonly List<ModuleSpec> _ordered = [];
    private readonly List<(string Key, string Name, SyntaxNode? Place)> _open = [];

    public EquatableArray<ModuleSpec> All => new(_ordered);

    public static bool IsBlock(INamedTypeSymbol type) => type.GetAttributes().Any(attribute => KnownTypes.IsBlock(attribute.AttributeClass));

    /// <summary>Reads the class for whose sake all others are read; it is not part of <see cref="All"/>.</summary>
    public ModuleSpec ReadRoot(INamedTypeSymbol type, bool isBlock) => Read(type, isBlock, null);

    /// <summary>Takes in a class that is used as a part, and checks the use.</summary>
    public void Use(ITypeSymbol part, LayerSpec use, SyntaxNode place, ModuleScope user)
    {
        if (part.TypeKind == TypeKind.Error)
        {
            session.IsComplete = false;
            return;
        }

        var attributes = part.GetAttributes();
        var isBlock = attributes.Any(attribute => KnownTypes.IsBlock(attribute.AttributeClass));
        if (part is not INamedTypeSymbol type || (!isBlock && !attributes.Any(attribute => KnownTypes.IsNetwork(attribute.AttributeClass))))
        {
            session.Report(user.Key, place.GetLocation(), DeclarationRules.Unreadable, $"'{part.Name}' as a part of '{user.Type.Name}'", "classes with [Block] or [Network]");
            return;
        }

        var key = ModuleScope.KeyOf(type);
        if (_open.Exists(open => open.Key == key))
        {
            ReportCycle(key, type.Name, place, user);
            return;
        }

        if (!_known.TryGetValue(key, out var module))
        {
            module = session.Syntax(type) is not null ? Read(type, isBlock, place) : Compiled(type, place, user);
            if (module is null)
            {
                return;
            }

            _known.Add(key, module);
            _ordered.Add(module);
        }

        CheckHoles(module, type.Name, use, place, user);
    }

    private ModuleSpec Read(INamedTypeSymbol type, bool isBlock, SyntaxNode? place)
    {
        _open.Add((ModuleScope.KeyOf(type), type.Name, place));
        var module = new ModuleReader(session, type, isBlock).Read();
        _open.RemoveAt(_open.Count - 1);
        return module;
    }

    /// <summary>A class of another project: what its compiler wrote down.</summary>
    private ModuleSpec? Compiled(INamedTypeSymbol type, SyntaxNode place, ModuleScope user)
    {
        var text = type.GetAttributes().FirstOrDefault(attribute => KnownTypes.IsCompiledSpec(attribute.AttributeClass))
            ?.ConstructorArguments.FirstOrDefault().Value as string;
        SerializedModule? compiled = null;
        var reason = text is null ? "it was not compiled by NetGen" : SpecReader.Read(text, out compiled);
        if (compiled is null)
        {
            session.Report(user.Key, place.GetLocation(), DeclarationRules.Unreadable, $"'{type.Name}' of '{type.ContainingAssembly.Name}' as a part ({reason})",
                "a block or network whose project uses this version of NetGen");
            return null;
        }

        session.Functions.Add(compiled.Functions);
        foreach (var part in compiled.Modules)
        {
            if (!_known.ContainsKey(part.Type))
            {
                _known.Add(part.Type, part);
                _ordered.Add(part);
            }
        }

        return compiled.Module;
    }

    /// <summary>A class that contains itself: said at its own field by which it does, whoever is in between.</summary>
    private void ReportCycle(string key, string name, SyntaxNode place, ModuleScope user)
    {
        var first = _open.FindIndex(open => open.Key == key);
        var entry = key == session.Root && first + 1 < _open.Count ? _open[first + 1].Place! : place;
        var path = string.Join(" → ", _open.Skip(first).Select(open => open.Name).Append(name));
        session.Report(key == session.Root ? key : user.Key, entry.GetLocation(), DeclarationRules.ContainsItself, name, path);
    }

    private void CheckHoles(ModuleSpec module, string name, LayerSpec use, SyntaxNode place, ModuleScope user)
    {
        var needed = Holes.Count(module);
        var given = use.Find("Holes")?.Numbers.Count ?? 0;
        if (needed != given && module.Forward.Outputs.Count > 0)
        {
            var names = string.Join(", ", Holes.Names.Take(needed));
            session.Report(user.Key, place.GetLocation(), "NG0005", FormattableString.Invariant(
                $"'{name}' has {needed} {(needed == 1 ? "hole" : "holes")}{(needed == 0 ? "" : " (" + names + ")")}, but {given} {(given == 1 ? "is" : "are")} given: write [Block<{name}>{(needed == 0 ? "" : "(" + names + ")")}] with a number for each"));
        }
    }
}
