namespace NetGen.Compiler.Emission.Simd;

/// <summary>Minimax coefficients; made by tests/reference/approximations.py.</summary>
internal static class Coefficients
{
    /// <summary>exp(r) = 1 + r + r^2 p(r), |r| &lt;= ln(2) / 2; error 6.2e-8, lowest power first.</summary>
    public static readonly double[] ExpSingle =
    [
        0.5,
        0.166665763,
        0.0416663736,
        0.00836318173,
        0.00139411248,
    ];

    /// <summary>exp(r) = 1 + r + r^2 p(r), |r| &lt;= ln(2) / 2; error 1.0e-16, lowest power first.</summary>
    public static readonly double[] ExpDouble =
    [
        0.5000000000000001,
        0.16666666666666674,
        0.04166666666662412,
        0.008333333333322207,
        0.0013888888917217381,
        0.00019841269886591,
        2.480152129105733e-05,
        2.7557242336680357e-06,
        2.7620090487429893e-07,
        2.5110049895858716e-08,
    ];

    /// <summary>log(1 + f) = f - f^2 / 2 + f^3 p(f), -1/4 &lt;= f &lt;= 1/2; error 4.9e-9, lowest power first.</summary>
    public static readonly double[] LogSingle =
    [
        0.333334506,
        -0.250000954,
        0.199908614,
        -0.16647312,
        0.144783929,
        -0.131611899,
        0.104630254,
        -0.0450748689,
    ];

    /// <summary>log(1 + f) = 2 s + s z p(z), s = f / (2 + f), z = s^2 &lt;= 1/25; error 3.9e-19, lowest power first.</summary>
    public static readonly double[] LogSeriesDouble =
    [
        0.6666666666666657,
        0.4000000000007499,
        0.2857142855158572,
        0.2222222475881541,
        0.18181639103522387,
        0.1539195915967006,
        0.13159771673555626,
        0.13934063276404596,
    ];

    /// <summary>log(1 + f) = 2 s + s z (2/3 + z p(z)), s = f / (2 + f), z = s^2 &lt;= 1/25; error 9.9e-11, lowest power first.</summary>
    public static readonly double[] PowSeriesSingle =
    [
        0.400004417,
        0.285216838,
        0.239432871,
    ];

    /// <summary>log(1 + f) = 2 s + s z (2/3 + z p(z)), s = f / (2 + f), z = s^2 &lt;= 1/25; error 5.0e-21, lowest power first.</summary>
    public static readonly double[] PowSeriesDouble =
    [
        0.39999999999999614,
        0.28571428571627916,
        0.2222222218237729,
        0.18181822311147375,
        0.1538436799701775,
        0.1334221797030827,
        0.115766234276141,
        0.12666078061493438,
    ];

    /// <summary>sin(r) = r + r z p(z), z = r^2, |r| &lt;= pi / 4; error 4.0e-9, lowest power first.</summary>
    public static readonly double[] SinSingle =
    [
        -0.166666538,
        0.0083321128,
        -0.000195082379,
    ];

    /// <summary>sin(r) = r + r z p(z), z = r^2, |r| &lt;= pi / 4; error 4.2e-18, lowest power first.</summary>
    public static readonly double[] SinDouble =
    [
        -0.16666666666666627,
        0.0083333333333208,
        -0.00019841269828472366,
        2.7557313215479127e-06,
        -2.505068172561142e-08,
        1.589227678730054e-10,
    ];

    /// <summary>cos(r) = 1 - z / 2 + z^2 p(z), z = r^2, |r| &lt;= pi / 4; error 1.1e-10, lowest power first.</summary>
    public static readonly double[] CosSingle =
    [
        0.0416666456,
        -0.00138872815,
        2.44282874e-05,
    ];

    /// <summary>cos(r) = 1 - z / 2 + z^2 p(z), z = r^2, |r| &lt;= pi / 4; error 5.8e-20, lowest power first.</summary>
    public static readonly double[] CosDouble =
    [
        0.04166666666666659,
        -0.0013888888888871943,
        2.480158728807182e-05,
        -2.755731393275599e-07,
        2.087566478746079e-09,
        -1.1356553066673574e-11,
    ];

    /// <summary>erf(x) = x + x p(z), z = x^2 &lt;= 1; error 1.2e-9, lowest power first.</summary>
    public static readonly double[] ErfNearSingle =
    [
        0.128379166,
        -0.37612626,
        0.112835996,
        -0.0268544015,
        0.0051894444,
        -0.000801994756,
        7.8858604e-05,
    ];

    /// <summary>erf(x) = x + x p(z), z = x^2 &lt;= 1; error 1.3e-19, lowest power first.</summary>
    public static readonly double[] ErfNearDouble =
    [
        0.1283791670955126,
        -0.3761263890318375,
        0.11283791670954882,
        -0.026866170645077347,
        0.005223977624823049,
        -0.000854832698110137,
        0.00012055331120606706,
        -1.4925595463276396e-05,
        1.6461003335614984e-06,
        -1.6350339812743231e-07,
        1.4659937119337225e-08,
        -1.1373397099087248e-09,
        5.957976160498886e-11,
    ];

    /// <summary>erf(x) = 1 - exp(x p(x)), 1 &lt;= x &lt;= 6 (4 in single precision); error 3.6e-10, lowest power first.</summary>
    public static readonly double[] ErfFarSingle =
    [
        -1.12869716,
        -0.634958327,
        -0.106549092,
        0.0240255017,
        -0.00376465637,
        0.000352331204,
        -1.41337377e-05,
    ];

    /// <summary>erf(x) = 1 - exp(x p(x)), 1 &lt;= x &lt;= 6 (4 in single precision); error 8.6e-20, lowest power first.</summary>
    public static readonly double[] ErfFarDouble =
    [
        -1.1283792180617294,
        -0.6366191916542276,
        -0.10277572406891615,
        0.019138967404390216,
        0.00018423875696489577,
        -0.0016519245884444149,
        0.0005291616506330381,
        4.07348923260143e-05,
        -0.00012302081474372797,
        7.126900109506247e-05,
        -2.7101686732867567e-05,
        7.779518098257287e-06,
        -1.7538909612071474e-06,
        3.1315954806164053e-07,
        -4.393273791327082e-08,
        4.741008286670319e-09,
        -3.7920833893149784e-10,
        2.1103928535521917e-11,
        -7.258630043006741e-13,
        1.1535497458197398e-14,
    ];
}
