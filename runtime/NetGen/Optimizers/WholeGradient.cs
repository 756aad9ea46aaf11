using System.Numerics;
using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Work on the gradient of all parameters at once, for what an optimizer cannot do block by block. It is cut into the same pieces whatever the
/// number of threads, and sums of pieces are added in their order.
/// </summary>
internal sealed class WholeGradient<T> : IParallelWork
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Values of a piece: the arrays of an optimizer fit into the first-level cache together.</summary>
    private const int PieceLength = 4096;

    /// <summary>Pieces below which other threads would wake too late to help.</summary>
    private const int FewPieces = 8;

    private readonly Optimizer _optimizer;
    private readonly ParameterStorage<T> _storage;
    private readonly Piece[] _pieces;
    private readonly double[] _sums;
    private Task _task;
    private nint _gradient;
    private nint _accumulated;
    private AccumulationRule _accumulation;
    private double _limit;

    public WholeGradient(Optimizer optimizer, ParameterStorage<T> storage)
    {
        _optimizer = optimizer;
        _storage = storage;
        _pieces = [.. storage.Layouts.SelectMany(PiecesOf)];
        _sums = new double[_pieces.Length];
    }

    private enum Task
    {
        Accumulate,
        Square,
        Update,
    }

    public void Accumulate(nint gradient, nint accumulated, AccumulationRule rule)
    {
        (_gradient, _accumulated, _accumulation) = (gradient, accumulated, rule);
        Run(Task.Accumulate);
    }

    public double Norm(nint gradient, double limit)
    {
        (_gradient, _limit) = (gradient, limit);
        Run(Task.Square);
        double sum = 0;
        foreach (double part in _sums)
        {
            sum += part;
        }

        return Math.Sqrt(sum);
    }

    public void Update(nint gradient)
    {
        _gradient = gradient;
        Run(Task.Update);
    }

    public void Execute(int task)
    {
        Piece piece = _pieces[task];
        bool frozen = _storage.IsFrozen(piece.Parameter);
        switch (_task)
        {
            case Task.Accumulate:
                Accumulate(piece, frozen);
                break;
            case Task.Square:
                _sums[task] = frozen ? 0 : Square(piece);
                break;
            default:
                if (!frozen)
                {
                    Update(piece);
                }

                break;
        }
    }

    private static IEnumerable<Piece> PiecesOf(ParameterLayout layout, int parameter)
    {
        for (int at = 0; at < layout.KernelLength; at += PieceLength)
        {
            yield return new Piece(parameter, layout.KernelOffset + at, Math.Min(PieceLength, layout.KernelLength - at));
        }
    }

    private void Run(Task task)
    {
        _task = task;
        if (_pieces.Length >= FewPieces)
        {
            WorkerPool.Shared.Run(this, _pieces.Length);
            return;
        }

        for (int piece = 0; piece < _pieces.Length; piece++)
        {
            Execute(piece);
        }
    }

    /// <summary>What was gathered for a parameter before it was frozen is dropped.</summary>
    private unsafe void Accumulate(Piece piece, bool frozen)
    {
        ref T accumulated = ref At(_accumulated, piece);
        if (frozen)
        {
            new Span<T>(Unsafe.AsPointer(ref accumulated), piece.Count).Clear();
            return;
        }

        UpdateLoop.Run(in _accumulation, new UpdateChunk<T>(ref accumulated, ref At(_gradient, piece), piece.Count, 0, 0, 0));
    }

    private unsafe double Square(Piece piece)
    {
        void* gradient = Unsafe.AsPointer(ref At(_gradient, piece));
        return typeof(T) == typeof(float)
            ? SquareSum.Of(new ReadOnlySpan<float>(gradient, piece.Count), _limit)
            : SquareSum.Of(new ReadOnlySpan<double>(gradient, piece.Count), _limit);
    }

    private void Update(Piece piece)
    {
        ref T parameters = ref At(_storage.Address, piece);
        ref T gradients = ref At(_gradient, piece);
        if (typeof(T) == typeof(float))
        {
            _optimizer.Update(ref Unsafe.As<T, float>(ref parameters), ref Unsafe.As<T, float>(ref gradients), piece.Offset, piece.Count);
        }
        else
        {
            _optimizer.Update(ref Unsafe.As<T, double>(ref parameters), ref Unsafe.As<T, double>(ref gradients), piece.Offset, piece.Count);
        }
    }

    private static ref T At(nint address, Piece piece) => ref Unsafe.Add(ref Memory.At<T>(address), piece.Offset);

    /// <summary>Some values of a parameter in the kernel block.</summary>
    private readonly record struct Piece(int Parameter, int Offset, int Count);
}
