namespace NetGen;

/// <summary>PyTorch's <c>OneCycleLR</c> with two phases.</summary>
internal sealed class OneCycleFormula(double rise, double start, double end, bool linear)
{
    public static double Cosine(double from, double to, double part) => to + ((from - to) / 2 * (1 + Math.Cos(Math.PI * part)));

    public static double Linear(double from, double to, double part) => from + ((to - from) * part);

    public double Factor(long step, long steps)
    {
        // The first step of the phase is 0, and so is the last where the rise takes but one step.
        double top = (rise * steps) - 1;
        double last = steps - 1;
        if (step <= top && top > 0)
        {
            return Between(start, 1, step / top);
        }

        return Between(1, end, last > top ? Math.Min(1, (step - top) / (last - top)) : 1);
    }

    private double Between(double from, double to, double part) => linear ? Linear(from, to, part) : Cosine(from, to, part);
}
