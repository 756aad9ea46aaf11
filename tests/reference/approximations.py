#!/usr/bin/python3
"""Fits the polynomials of the vector mathematics and computes its check values.

    approximations.py coefficients   prints generator/NetGen.Compiler/Emission/Simd/Scalars/Coefficients.cs
    approximations.py values         prints tests/NetGen.Compiler.Tests/Scalars/functions.csv

Polynomials are minimax, found by Remez exchange in 80 digits. Needs mpmath.
"""
import random
import struct
import sys

import mpmath as mp

mp.mp.dps = 80


def remez(f, weight, low, high, degree, rounds=12):
    """The polynomial p of this degree that minimises max |weight * (f - p)| on [low, high], and that maximum."""
    n = degree + 2
    middle, half = mp.mpf(low + high) / 2, mp.mpf(high - low) / 2
    nodes = [middle - half * mp.cos(mp.pi * (i + mp.mpf(1) / 2) / n) for i in range(n)]
    grid = [middle - half * mp.cos(mp.pi * i / 600) for i in range(601)]
    values = [(t, f(t), weight(t)) for t in grid]
    for _ in range(rounds):
        rows = [[t**j for j in range(degree + 1)] + [(-1) ** i / weight(t)] for i, t in enumerate(nodes)]
        solution = mp.lu_solve(mp.matrix(rows), mp.matrix([f(t) for t in nodes]))
        p = [solution[j] for j in range(degree + 1)]
        errors = [w * (v - mp.polyval(p[::-1], t)) for t, v, w in values]
        # One extremum per run of equal signs.
        extrema, best = [], 0
        for i in range(1, len(grid) + 1):
            if i == len(grid) or (errors[i] > 0) != (errors[best] > 0):
                extrema.append(best)
                best = i
            elif abs(errors[i]) > abs(errors[best]):
                best = i
        while len(extrema) > n:
            extrema.pop(0 if abs(errors[extrema[0]]) < abs(errors[extrema[-1]]) else -1)
        if len(extrema) < n:
            break
        nodes = [grid[i] for i in extrema]
    return p, max(abs(e) for e in errors)


def tables():
    half_ln2 = mp.log(2) / 2 * mp.mpf("1.0001")
    near = lambda f: lambda t: f(t if abs(t) > mp.mpf("1e-20") else mp.mpf("1e-20"))
    exp = near(lambda r: (mp.expm1(r) - r) / r**2)
    log = near(lambda f: (mp.log1p(f) - f + f**2 / 2) / f**3)
    series = near(lambda z: (2 * mp.atanh(mp.sqrt(z)) / mp.sqrt(z) - 2) / z)
    sin = near(lambda z: (mp.sin(mp.sqrt(z)) / mp.sqrt(z) - 1) / z)
    cos = near(lambda z: (mp.cos(mp.sqrt(z)) - 1 + z / 2) / z**2)
    rest = near(lambda z: ((2 * mp.atanh(mp.sqrt(z)) / mp.sqrt(z) - 2) / z - mp.mpf(2) / 3) / z)
    # In single precision n = round(x 2/pi) is off by 0.006 at |x| = 2^17, so that |r| exceeds pi/4 by a hundredth.
    quarter = (mp.pi / 4 * mp.mpf("1.014")) ** 2

    yield ("Exp", "exp(r) = 1 + r + r^2 p(r), |r| <= ln(2) / 2", lambda d: remez(exp, lambda r: mp.mpf(1), -half_ln2, half_ln2, d), 4, 9)
    yield ("Log", "log(1 + f) = f - f^2 / 2 + f^3 p(f), -1/4 <= f <= 1/2",
           lambda d: remez(log, near(lambda f: abs(f**3 / mp.log1p(f))), mp.mpf(-1) / 4, mp.mpf(1) / 2, d), 7, None)
    yield ("LogSeries", "log(1 + f) = 2 s + s z p(z), s = f / (2 + f), z = s^2 <= 1/25",
           lambda d: remez(series, near(lambda z: z), mp.mpf(0), mp.mpf(1) / 24, d), None, 7)
    yield ("PowSeries", "log(1 + f) = 2 s + s z (2/3 + z p(z)), s = f / (2 + f), z = s^2 <= 1/25",
           lambda d: remez(rest, near(lambda z: z**2), mp.mpf(0), mp.mpf(1) / 24, d), 2, 7)
    yield ("Sin", "sin(r) = r + r z p(z), z = r^2, |r| <= pi / 4", lambda d: remez(sin, near(lambda z: z), mp.mpf(0), quarter, d), 2, 5)
    yield ("Cos", "cos(r) = 1 - z / 2 + z^2 p(z), z = r^2, |r| <= pi / 4",
           lambda d: remez(cos, near(lambda z: z**2), mp.mpf(0), quarter, d), 2, 5)
    yield ("ErfNear", "erf(x) = x + x p(z), z = x^2 <= 1", lambda d: remez(near(lambda z: mp.erf(mp.sqrt(z)) / mp.sqrt(z) - 1), lambda z: mp.mpf(1), mp.mpf(0), mp.mpf("1.001"), d), 6, 12)
    yield ("ErfFar", "erf(x) = 1 - exp(x p(x)), 1 <= x <= 6 (4 in single precision)",
           lambda d: remez(lambda x: mp.log(mp.erfc(x)) / x, lambda x: x * mp.erfc(x), mp.mpf(1), mp.mpf(6 if d > 9 else 4), d), 6, 19)


def literal(value, single):
    value = struct.unpack("f", struct.pack("f", float(value)))[0] if single else float(value)
    return "%.9g" % value if single else repr(value)


def print_table(name, about, single, coefficients, error):
    precision = "Single" if single else "Double"
    print(f"\n    /// <summary>{about}; error {mp.nstr(mp.mpf(error), 2)}, lowest power first.</summary>".replace("<=", "&lt;=").replace("<= ", "&lt;= "))
    rows = ",\n        ".join(literal(c, single) for c in coefficients)
    print(f"    public static readonly double[] {name}{precision} =\n    [\n        {rows},\n    ];")


def coefficients():
    print("namespace NetGen.Compiler.Emission.Simd;\n")
    print("/// <summary>Minimax coefficients; made by tests/reference/approximations.py.</summary>")
    print("internal static class Coefficients\n{", end="")
    for name, about, fit, single, double in tables():
        for degree, is_single in ((single, True), (double, False)):
            if degree is not None:
                print_table(name, about, is_single, *fit(degree))
    print("}")


FUNCTIONS = {
    "exp": (mp.exp, [(-744, 709), (-1, 1), (-1e-3, 1e-3)]),
    "expm1": (mp.expm1, [(-40, 709), (-1, 1), (-1e-5, 1e-5)]),
    "log": (mp.log, [(1e-300, 1e300), (0.5, 2), (0.99, 1.01), (1 - 1e-12, 1 + 1e-12), (5e-324, 1e-310)]),
    "log1p": (mp.log1p, [(-0.999, 10), (-0.5, 0.5), (-1e-5, 1e-5), (1e3, 1e300)]),
    "tanh": (mp.tanh, [(-20, 20), (-1, 1), (-1e-5, 1e-5)]),
    "sigmoid": (lambda x: 1 / (1 + mp.exp(-x)), [(-700, 40), (-5, 5)]),
    "erf": (mp.erf, [(-6.5, 6.5), (-1.2, 1.2), (-1e-5, 1e-5)]),
    "sin": (mp.sin, [(-4, 4), (-1e4, 1e4), (1e4, 1e300), (0, 131072)]),
    "cos": (mp.cos, [(-4, 4), (-1e4, 1e4), (1e4, 1e300), (0, 131072)]),
}


def values():
    """Rows of function, argument, second argument, value, and what the value lacks of the exact one; the numbers as the bits of doubles."""
    mp.mp.dps = 400
    rng = random.Random(1)
    bits = lambda x: struct.pack(">d", x).hex()

    def row(name, x, y, exact):
        print(f"{name},{bits(x)},{bits(y)},{bits(float(exact))},{bits(float(exact - mp.mpf(float(exact))))}")

    for name, (f, ranges) in FUNCTIONS.items():
        for low, high in ranges:
            for _ in range(40):
                wide = low > 0 and high / low > 1e6
                x = float(mp.mpf(low) * (mp.mpf(high) / low) ** rng.random()) if wide else rng.uniform(low, high)
                if (low, high) == (0, 131072):
                    # The double next to a multiple of pi/2.
                    x = float(mp.nint(x * 2 / mp.pi) * mp.pi / 2)
                row(name, x, 0.0, f(mp.mpf(x)))
    for _ in range(150):
        y = rng.uniform(-30, 30)
        x = float(mp.exp(rng.uniform(-1, 1) * min(700 / abs(y), 600))) if rng.random() < 0.7 else rng.uniform(0.5, 2)
        row("pow", x, y, mp.mpf(x) ** mp.mpf(y))
    for _ in range(50):
        x = rng.uniform(0.7, 1.5)
        y = float(rng.uniform(-700, 700) / mp.log(x))
        row("pow", x, y, mp.mpf(x) ** mp.mpf(y))


if __name__ == "__main__":
    {"coefficients": coefficients, "values": values}[sys.argv[1]]()
