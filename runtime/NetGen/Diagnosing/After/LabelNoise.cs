namespace NetGen;

/// <summary>
/// Samples whose label the trained network confidently contradicts. The simple form of confident learning (Northcutt, Jiang and Chuang 2021): a sample belongs to the class j
/// if its probability of j is at least the mean probability of j among the samples that are labelled j, and here at least 0.9, which an unfinished network seldom gives. What is labelled otherwise is suspect.
/// </summary>
internal sealed class LabelNoise<TInput, TTarget>(ITrainable<TInput, TTarget> network, Dataset train)
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private const int BatchSize = 256;
    private const int MostSamples = 50_000;
    private const int MostNamed = 10;

    /// <summary>A network that is wrong more often than this contradicts nothing.</summary>
    private const double LeastAccuracy = 0.7;
    private const double LeastConfidence = 0.9;
    private const double Warned = 0.05;

    private readonly NetworkInfo _info = network.Network;

    /// <summary>With one output, that of yes; otherwise one per class.</summary>
    private int Classes => _info.OutputSize == 1 ? 2 : _info.OutputSize;

    /// <summary>Whether there is one label per sample, and a probability for each class.</summary>
    public static bool Applies(NetworkInfo info) => !info.HasSeveralAnswers && info.TargetSize == 1
        && ((info.HasLoss("SoftmaxCrossEntropy") && info.OutputSize > 1) || (info.HasLoss("BinaryCrossEntropy") && info.OutputSize == 1));

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void Run(DiagnosisNotes notes, CancellationToken cancellation)
    {
        List<int> labels = [];
        List<float[]> answers = [];
        using (var batches = BatchPlan<TInput, TTarget>.For(train, BatchSize).Start(cancellation))
        {
            float[] outputs = new float[BatchSize * _info.OutputSize];
            while (answers.Count < MostSamples && batches.MoveNext())
            {
                var batch = batches.Current;
                network.Predict(batch.Inputs, outputs.AsSpan(0, batch.Count * _info.OutputSize));
                for (int sample = 0; sample < batch.Count; sample++)
                {
                    double label = ColumnStatistics.ToDouble(batch.Targets[sample]);
                    labels.Add(label == Math.Floor(label) && label >= 0 && label < Classes ? (int)label : -1);
                    answers.Add(Probabilities(outputs.AsSpan(sample * _info.OutputSize, _info.OutputSize)));
                }
            }
        }

        Judge(labels, answers, notes);
    }

    private static float[] Probabilities(ReadOnlySpan<float> outputs) => outputs.Length == 1 ? [1 - outputs[0], outputs[0]] : outputs.ToArray();

    private void Judge(List<int> labels, List<float[]> answers, DiagnosisNotes notes)
    {
        int known = labels.Count(label => label >= 0);
        int right = Enumerable.Range(0, labels.Count).Count(sample => labels[sample] >= 0 && Array.IndexOf(answers[sample], answers[sample].Max()) == labels[sample]);
        if (known == 0 || right < LeastAccuracy * known)
        {
            notes.LeaveOut("doubtful labels: the network is not sure enough of its answers on the training set");
            return;
        }

        double[] thresholds = Thresholds(labels, answers);
        var suspects = Enumerable.Range(0, labels.Count)
            .Where(sample => labels[sample] >= 0)
            .Select(sample => (Sample: sample, Class: ConfidentClass(answers[sample], thresholds)))
            .Where(suspect => suspect.Class >= 0 && suspect.Class != labels[suspect.Sample])
            .OrderBy(suspect => answers[suspect.Sample][labels[suspect.Sample]] - answers[suspect.Sample][suspect.Class])
            .ToArray();
        notes.Measure("contradicted_labels", (double)suspects.Length / known);
        if (suspects.Length > 0)
        {
            string named = string.Join(", ", suspects.Take(MostNamed).Select(suspect =>
                FormattableString.Invariant($"{suspect.Sample} (labelled {labels[suspect.Sample]}, answered {suspect.Class} with {answers[suspect.Sample][suspect.Class]:F2})")));
            notes.Find(
                "NG7201", suspects.Length >= Warned * known ? FindingSeverity.Warning : FindingSeverity.Info, _info.Targets[0].Name,
                $"the trained network confidently contradicts the labels of {suspects.Length} of {known} samples; most of all {named}",
                "Look at these samples: labels are wrong, samples ambiguous, or rare cases hard. In the order of the training set, from 0; what the network knows by heart it does not contradict.");
        }
    }

    /// <summary>By class the mean of its probability among the samples that are labelled so.</summary>
    private double[] Thresholds(List<int> labels, List<float[]> answers)
    {
        var (sums, counts) = (new double[Classes], new int[Classes]);
        for (int sample = 0; sample < labels.Count; sample++)
        {
            if (labels[sample] >= 0)
            {
                sums[labels[sample]] += answers[sample][labels[sample]];
                counts[labels[sample]]++;
            }
        }

        return [.. sums.Select((sum, label) => counts[label] == 0 ? double.PositiveInfinity : sum / counts[label])];
    }

    private static int ConfidentClass(float[] answer, double[] thresholds)
    {
        int best = -1;
        for (int label = 0; label < answer.Length; label++)
        {
            if (answer[label] >= Math.Max(thresholds[label], LeastConfidence) && (best < 0 || answer[label] > answer[best]))
            {
                best = label;
            }
        }

        return best;
    }
}
