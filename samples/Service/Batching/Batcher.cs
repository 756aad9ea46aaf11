using System.Threading.Channels;
using Digits;
using Service.Observation;

namespace Service.Batching;

/// <summary>
/// Answers requests that come at the same time together: a batch costs far less than its images one by one. A request waits only while others are known to be under way, which were read as a whole, and no longer than
/// the latency budget; alone, it is answered at once.
/// </summary>
internal sealed class Batcher : IAsyncDisposable
{
    private readonly DigitNet _net;
    private readonly ServiceOptions _options;
    private readonly ServiceMetrics _metrics;
    private readonly Channel<PendingPrediction> _queue;
    private readonly Task _work;
    private int _underWay;

    public Batcher(DigitNet net, ServiceOptions options, ServiceMetrics metrics)
    {
        (_net, _options, _metrics) = (net, options, metrics);
        _queue = Channel.CreateBounded<PendingPrediction>(new BoundedChannelOptions(options.QueueLength) { SingleReader = true });
        _work = options.MaxBatch > 1 ? Task.Run(WorkAsync) : Task.CompletedTask;
    }

    /// <summary>Tells that a request has been read and will ask for its prediction.</summary>
    public void Expect() => Interlocked.Increment(ref _underWay);

    /// <summary>Tells that it has its prediction or will get none.</summary>
    public void Forget() => Interlocked.Decrement(ref _underWay);

    /// <summary>The probabilities of an image; null where too many wait.</summary>
    public async ValueTask<float[]?> PredictAsync(float[] inputs, CancellationToken cancellation)
    {
        if (_options.MaxBatch == 1)
        {
            _metrics.CountBatch(1);
            return _net.Predict(inputs);
        }

        var pending = new PendingPrediction(inputs, cancellation);
        return _queue.Writer.TryWrite(pending) ? await pending.Answer.WaitAsync(cancellation) : null;
    }

    /// <summary>Answers all that wait, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _work;
    }

    private async Task WorkAsync()
    {
        var batch = new List<PendingPrediction>(_options.MaxBatch);
        var inputs = new float[_options.MaxBatch * DigitNet.Info.InputSize];
        var outputs = new float[_options.MaxBatch * DigitNet.Info.OutputSize];
        while (await _queue.Reader.WaitToReadAsync())
        {
            await CollectAsync(batch);
            if (batch.Count > 0)
            {
                Answer(batch, inputs, outputs);
                batch.Clear();
            }
        }
    }

    private async ValueTask CollectAsync(List<PendingPrediction> batch)
    {
        CancellationTokenSource? budget = null;
        try
        {
            while (true)
            {
                while (batch.Count < _options.MaxBatch && _queue.Reader.TryRead(out var next))
                {
                    if (!next.IsAbandoned)
                    {
                        batch.Add(next);
                    }
                }

                if (batch.Count == 0 || batch.Count == _options.MaxBatch || batch.Count >= Volatile.Read(ref _underWay) || batch[0].Age >= _options.LatencyBudget)
                {
                    return;
                }

                budget ??= new CancellationTokenSource(Remaining(batch[0]));
                if (!await _queue.Reader.WaitToReadAsync(budget.Token))
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The budget is used up.
        }
        finally
        {
            budget?.Dispose();
        }
    }

    /// <summary>What is left of the latency budget, which begins when a request queues up and not when its batch is formed.</summary>
    private TimeSpan Remaining(PendingPrediction first) => _options.LatencyBudget - first.Age is var rest && rest > TimeSpan.Zero ? rest : TimeSpan.Zero;

    private void Answer(List<PendingPrediction> batch, float[] inputs, float[] outputs)
    {
        var (inputSize, outputSize) = (DigitNet.Info.InputSize, DigitNet.Info.OutputSize);
        try
        {
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Inputs.CopyTo(inputs, i * inputSize);
            }

            _net.Predict(inputs.AsSpan(0, batch.Count * inputSize), outputs.AsSpan(0, batch.Count * outputSize));
            _metrics.CountBatch(batch.Count);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Complete(outputs.AsSpan(i * outputSize, outputSize).ToArray());
            }
        }
#pragma warning disable CA1031 // Whatever it was, it is told to those who wait, and the next batch may be better.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            batch.ForEach(pending => pending.Fail(problem));
        }
    }
}
