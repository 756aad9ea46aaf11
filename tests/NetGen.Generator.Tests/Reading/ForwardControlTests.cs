using static NetGen.Generator.Tests.Reading.GraphSource;

namespace NetGen.Generator.Tests.Reading;

public sealed class ForwardControlTests
{
    private const string Twice = "1 = Exp(0)\n2 = Exp(1)\n-> 2";

    [Theory]
    [InlineData("for (int i = 0; i < 2; i++) x = Exp(x); return x;")]
    [InlineData("var i = 0; while (i++ < Count) { x = Exp(x); } return x;")]
    [InlineData("var i = 0; do { x = Exp(x); i += 1; } while (i != 2); return x;")]
    [InlineData("foreach (var i in new[] { 3, 4 }) x = Exp(x); return x;")]
    [InlineData("for (var i = 10; ; i--) { if (i == 8) break; if (i > 20) continue; x = Exp(x); } return x;")]
    [InlineData("for (var i = 0; i < 5; i++) { if (i % 2 == 0 || i == 7) { continue; } x = Exp(x); } return x;")]
    [InlineData("for (var i = 0; i < 3; i++) { switch (i) { case 0: continue; case 1 or 2: x = Exp(x); break; default: return w; } } return x;")]
    [InlineData("return Deep ? Exp(Exp(x)) : x;")]
    [InlineData("if (Count * 1.5 > 2.9 && !(Count < 2)) return Exp(Exp(x)); else return x;")]
    [InlineData("return Count switch { 1 => x, > 1 and < 3 => Exp(Exp(x)), _ => w };")]
    [InlineData("return Name == \"b\" ? Exp(Exp(x)) : x;")]
    [InlineData("return Size is Kind.Large ? Exp(Exp(x)) : x;")]
    [InlineData("return Size switch { Kind.Small => x, Kind.Large => Exp(Exp(x)), _ => w };")]
    [InlineData("const int n = (int)2.9f; for (var i = 0; i < n; ++i) x = Exp(x); return x;")]
    [InlineData("for (var i = 0; i < (int)Math.Sqrt(4); i++) x = Exp(x); return x;")]
    [InlineData("for (var i = 0; i < (int)MathF.Pow(2f, 1f) && i < Math.Max(1, 2); i++) x = Exp(x); return x;")]
    [InlineData("for (var i = 0; i < Half / 2; i++) x = Exp(x); return x;")]
    public void Control_flow_on_constants_is_followed(string body) => Assert.Equal(
        Twice,
        Forward(Network($"const int Count = 2; static readonly int Half = 2 * Count; const bool Deep = true; const string Name = \"b\"; const Kind Size = Kind.Large; enum Kind {{ Small, Large }} Tensor Forward(Tensor x) {{ {body} }}")));

    [Theory]
    [InlineData("Tensor Two(Tensor y) => Exp(Exp(y)); return Two(x);")]
    [InlineData("Tensor One() => x = Exp(x); One(); return One();")]
    [InlineData("return Own(Own(x));")]
    [InlineData("return Static(y: x, count: 2);")]
    [InlineData("return Default(x);")]
    [InlineData("return Pair(x).Result;")]
    [InlineData("return All(x, 2, 3);")]
    [InlineData("return Elsewhere.Two(x);")]
    [InlineData("return x.Extended().Extended();")]
    [InlineData("return Generic(Exp(Exp(x)));")]
    public void Own_methods_are_entered(string body) => Assert.Equal(
        Twice,
        Forward(Network(
            $$"""
            Tensor Own(Tensor y) { var z = Exp(y); return z; }
            static Tensor Static(int count, Tensor y) { for (var i = 0; i < count; i++) y = Exp(y); return y; }
            static Tensor Default(Tensor y, int count = 2) => Static(count, y);
            (Tensor Result, int Count) Pair(Tensor y) => (Static(2, y), 2);
            Tensor All(Tensor y, params int[] each) { foreach (var i in each) y = Exp(y); return y; }
            T Generic<T>(T y) => y;
            Tensor Forward(Tensor x) { {{body}} }
            """,
            "static class Elsewhere { public static Tensor Two(Tensor x) => Exp(Exp(x)); public static Tensor Extended(this Tensor x) => Exp(x); }"))
            .Replace(" z =", " =", StringComparison.Ordinal));

    [Theory]
    [InlineData("var all = new Tensor[2]; for (var i = 0; i < all.Length; i++) all[i] = i == 0 ? x : Exp(x); return Concat(all);")]
    [InlineData("var all = new List<Tensor>(); all.Add(x); all.Add(Exp(x)); return Concat(all.ToArray());")]
    [InlineData("var all = new List<Tensor> { x }; all.Add(Exp(x)); return Concat([.. all]);")]
    [InlineData("List<Tensor> all = [x, w, Exp(x)]; return Concat(all[0], all[^1]);")]
    [InlineData("Tensor[] all = [w, x, Exp(x)]; return Concat(all[1..]);")]
    [InlineData("Tensor[] all = { x, x }; all[^1] = Exp(all[0]); return Concat(tensors: all);")]
    [InlineData("var all = new List<Tensor>(capacity: 2); Fill(all, x); return Concat(all.ToArray());")]
    public void Arrays_and_lists_are_known_element_by_element(string body) => Assert.EndsWith(
        "= Exp(0)\n2 = Concat(0, 1)\n-> 2",
        Forward(Network($"void Fill(List<Tensor> all, Tensor x) {{ all.Add(x); all.Add(Exp(x)); }} Tensor Forward(Tensor x) {{ {body} }}"))
            .Replace("1 w = Parameter(Field 2)\n2 = Exp(0)\n3 = Concat(0, 2)\n-> 3", "1 = Exp(0)\n2 = Concat(0, 1)\n-> 2", StringComparison.Ordinal));

    [Fact]
    public void Variables_of_loops_keep_their_own_values() => Assert.Equal(
        "1 = Constant(Value 3)\n2 = Multiply(0, 1)\n3 = Constant(Value 0.75)\n4 = Multiply(2, 3)\n-> 4",
        Forward(Body("var scale = 1; for (var i = 0; i < 2; i++) { var next = scale + i + 1; scale = next; } scale--; x = x * scale; return x * (scale / 4.0);")));
}
