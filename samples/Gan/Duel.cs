using NetGen;

namespace Gan;

/// <summary>
/// Two networks trained against each other: Goodfellow et al. 2014, "Generative adversarial networks". The critic learns to tell real pictures from drawn ones; the
/// generator learns to draw what the critic takes for real.
/// </summary>
/// <remarks>
/// The generator's gradient comes through the critic. <see cref="Adversary"/> has both in one graph, so that a step of it is one fused pass, in training mode, as batch norms need;
/// after a step of either network, the other's copy is brought up to date. <c>Backward</c> with the critic's <c>InputGradient</c> would do for a generator without batch norms: it
/// differentiates what <c>Predict</c> computes, which are running statistics.
/// </remarks>
internal sealed class Duel
{
    // Radford et al. 2016, section 4: with the usual 0.9 the two chase each other.
    private const double Beta1 = 0.5;
    private const int BatchSize = 64;

    // Salimans et al. 2016, "Improved techniques for training GANs", section 3.4: a critic that is never quite sure has gradients left.
    private const float Real = 0.9f;

    private readonly ulong _seed;
    private readonly Random _random;
    private readonly Adversary _adversary;
    private readonly Adam _criticOptimizer;
    private readonly Adam _generatorOptimizer;
    private readonly float[] _codes = new float[BatchSize * Generator.Codes];
    private readonly float[] _pictures = new float[2 * BatchSize * Critic.Info.InputSize];
    private readonly float[] _answers = new float[2 * BatchSize];
    private readonly float[] _taken = new float[BatchSize];

    /// <param name="seed">Of weights, order and random numbers.</param>
    /// <param name="learningRate">Of Adam, for both.</param>
    public Duel(ulong seed, double learningRate)
    {
        (_criticOptimizer, _generatorOptimizer) = (new(learningRate) { Beta1 = Beta1 }, new(learningRate) { Beta1 = Beta1 });
        _seed = seed;
        _random = new(unchecked((int)(seed ^ (seed >> 32))));
        (Generator, Critic, _adversary) = (new(seed), new(seed + 1), new(seed));
        _adversary.Parameters.Freeze("critic.*");
        _adversary.Parameters.CopyFrom(Generator.Parameters, prefix: "generator.block1.");
        _answers.AsSpan(0, BatchSize).Fill(Real);
        _taken.AsSpan().Fill(1);
    }

    /// <summary>What draws.</summary>
    public Generator Generator { get; }

    /// <summary>What judges.</summary>
    public Critic Critic { get; }

    /// <summary>Trains both for an epoch. A last batch that is not full is left out.</summary>
    /// <param name="pictures">Real pictures, from −1 to 1.</param>
    /// <param name="epoch">Which one, from 0.</param>
    /// <param name="cancellation">Ends the training between two batches.</param>
    /// <returns>The mean losses.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public DuelLosses Train(Dataset<float, int> pictures, int epoch, CancellationToken cancellation)
    {
        var (critic, generator, batches) = (0.0, 0.0, 0);
        foreach (var batch in pictures.Shuffle(_seed + (ulong)epoch).Batches(BatchSize, cancellationToken: cancellation))
        {
            if (batch.Count == BatchSize)
            {
                critic += TrainCritic(batch.Inputs);
                generator += TrainGenerator();
                batches++;
            }
        }

        return new(critic / batches, generator / batches);
    }

    private float TrainCritic(ReadOnlySpan<float> real)
    {
        real.CopyTo(_pictures);
        Codes.Draw(_random, _codes);
        Generator.Predict(_codes, _pictures.AsSpan(real.Length));
        return Critic.Step(_pictures, _answers, _criticOptimizer);
    }

    // Not "less probably drawn" but "more probably real": the gradient does not vanish where the critic is sure (Goodfellow et al. 2014, section 3).
    private float TrainGenerator()
    {
        _adversary.Parameters.CopyFrom(Critic.Parameters, prefix: "critic.block1.");
        Codes.Draw(_random, _codes);
        var loss = _adversary.Step(_codes, _taken, _generatorOptimizer);
        Generator.Parameters.CopyFrom(_adversary.Parameters, sourcePrefix: "generator.block1.");
        Generator.Buffers.CopyFrom(_adversary.Buffers, sourcePrefix: "generator.block1.");
        return loss;
    }
}

/// <summary>The mean losses of an epoch. Where neither wins, the critic's is near ln 2 = 0.69, and so is the generator's.</summary>
/// <param name="Critic">Cross-entropy of its answers.</param>
/// <param name="Generator">Cross-entropy of the critic's answers to drawn pictures, if they were real.</param>
internal sealed record DuelLosses(double Critic, double Generator);
