#!/usr/bin/env python3
"""Initial values, computed a second time in another language: prints the constants of Parameters/GoldenBits.cs.

Only + - * / and square root in IEEE double precision, so the bits must agree. Philox4x32-10 of Salmon et al. 2011, quantiles of
Wichura 1988 (AS 241).
"""
import math
import struct

MASK = 0xFFFFFFFF

CENTRAL = ([3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
            4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3],
           [1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
            2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3])
MIDDLE = ([1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
           1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4],
          [1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
           1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9])
TAIL = ([6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
         2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7],
        [1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
         7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15])


def philox(c0, c1, c2, c3, k0, k1):
    for _ in range(10):
        p0, p1 = 0xD2511F53 * c0, 0xCD9E8D57 * c2
        c0, c1, c2, c3 = (p1 >> 32) ^ c1 ^ k0, p1 & MASK, (p0 >> 32) ^ c3 ^ k1, p0 & MASK
        k0, k1 = (k0 + 0x9E3779B9) & MASK, (k1 + 0xBB67AE85) & MASK
    return c0, c1, c2, c3


def log(x):
    mantissa, exponent = math.frexp(x)
    mantissa, exponent = mantissa * 2, exponent - 1
    if mantissa > 1.4142135623730951:
        mantissa, exponent = mantissa * 0.5, exponent + 1
    z = (mantissa - 1) / (mantissa + 1)
    total = 0.0
    for power in range(21, 0, -2):
        total = total * (z * z) + 1.0 / power
    return exponent * 0.69314718055994530942 + 2 * z * total


def ratio(coefficients, r):
    values = []
    for polynomial in coefficients:
        total = polynomial[-1]
        for coefficient in reversed(polynomial[:-1]):
            total = total * r + coefficient
        values.append(total)
    return values[0] / values[1]


def quantile(p):
    q = p - 0.5
    if abs(q) <= 0.425:
        return q * ratio(CENTRAL, 0.180625 - q * q)
    root = math.sqrt(-log(p if q < 0 else 1 - p))
    value = ratio(MIDDLE, root - 1.6) if root <= 5 else ratio(TAIL, root - 5)
    return -value if q < 0 else value


def uniforms(count, ordinal=2, seed=42):
    for index in range(count):
        word = philox(index // 4, ordinal, 0xB0B, 0, seed & MASK, seed >> 32)[index % 4]
        yield ((word >> 8) + 0.5) * (1.0 / (1 << 24))


def golden(draw):
    values = [draw(u) for u in uniforms(1000)]
    total = 0
    for value in values:
        total = (total * 31 + struct.unpack("<Q", struct.pack("<d", value))[0]) & (2**64 - 1)
    first = [f"{struct.unpack('<I', struct.pack('<f', value))[0]:08x}" for value in values[:3]]
    return " ".join([*first, f"{total:016x}"])


def main():
    fan_in, fans = 20.0, 70.0

    def uniform(scale):
        return lambda u: scale * (2 * u - 1)

    def normal(scale):
        return lambda u: scale * quantile(u)

    rules = {
        "HeUniform": uniform(math.sqrt(6 / fan_in)), "HeNormal": normal(math.sqrt(2 / fan_in)),
        "GlorotUniform": uniform(math.sqrt(6 / fans)), "GlorotNormal": normal(math.sqrt(2 / fans)),
        "LeCunUniform": uniform(math.sqrt(3 / fan_in)), "LeCunNormal": normal(math.sqrt(1 / fan_in)),
        "Uniform": uniform(0.05), "Normal": normal(0.02), "Zeros": lambda u: 0.0, "Ones": lambda u: 1.0,
    }
    for name, draw in rules.items():
        print(f'    public const string {name} = "{golden(draw)}";')


if __name__ == "__main__":
    main()
