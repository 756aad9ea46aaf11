namespace NetGen.Compiler.Model;

/// <summary>
/// What a method over <c>Ops</c> computes, in single assignment: locals, helper methods, loops and conditions are gone. Values are numbered: first the
/// inputs, then one per step.
/// </summary>
/// <param name="Inputs">The names of the method's tensor parameters.</param>
/// <param name="Steps">In the order of execution; a step uses smaller values only.</param>
/// <param name="Outputs">The values that the method returns.</param>
/// <param name="OutputNames">The names of a tuple's elements; empty strings where there are none.</param>
public sealed record GraphSpec(
    EquatableArray<string> Inputs, EquatableArray<Step> Steps, EquatableArray<int> Outputs, EquatableArray<string> OutputNames);

/// <summary>
/// One operation. Those of <c>Ops</c> are named as their methods, operators as <c>Add, Subtract, Multiply, Divide, Negate, Greater, GreaterOrEqual, Less,
/// LessOrEqual</c>. Besides them there are
/// <list type="bullet">
/// <item><c>Constant(Value)</c>: a number that stands where a tensor is wanted;</item>
/// <item><c>Slice(Axis0, Axis1, …)</c>: per axis (0, start, from end, end, from end) for a range or (1, index, from end) for an index, truth values as 0 and 1;</item>
/// <item><c>Parameter(Field)</c>: the value of a field of kind <see cref="FieldKind.Parameter"/>, by its position in the module;</item>
/// <item><c>Call(Field, Element)</c>: a call of a field of another kind; Element only for <see cref="FieldKind.StackArray"/>;</item>
/// <item><c>Item(Index)</c>: one result of a call that yields several;</item>
/// <item><c>Map(Function)</c>: a scalar function by its key in <see cref="NetworkSpec.Functions"/>.</item>
/// </list>
/// Other arguments are named as the parameters of the method in <c>Ops</c>, with a capital; left-out optional ones are missing.
/// </summary>
/// <param name="Operation">The name.</param>
/// <param name="Inputs">The values that it uses.</param>
/// <param name="Arguments">Everything that is no tensor.</param>
public sealed record Step(string Operation, EquatableArray<int> Inputs, EquatableArray<Argument> Arguments)
{
    public Step(string operation, int[] inputs, params Argument[] arguments)
        : this(operation, new EquatableArray<int>(inputs), new EquatableArray<Argument>(arguments))
    {
    }

    /// <summary>The name of the local variable that got the value, or null.</summary>
    public string? Name { get; init; }

    public Argument? Find(string name) => Arguments.FirstOrDefault(argument => argument.Name == name);

    public double Number(string name, double otherwise) =>
        Find(name) is { Numbers.Count: > 0 } argument ? argument.Numbers[0] : otherwise;

    public int Int(string name, int otherwise) => (int)Number(name, otherwise);

    public bool Flag(string name, bool otherwise) => Number(name, otherwise ? 1 : 0) != 0;

    public int[] Ints(string name) => Find(name)?.Numbers.Select(number => (int)number).ToArray() ?? [];
}
