#!/usr/bin/env python3
"""
Single convolutions, batch 64: ours, oneDNN's and PyTorch's, forward (prediction) and backward (gradients by input, weights and bias).
Prints two Markdown tables.

    /usr/bin/python3 benchmarks/peers/convolutions.py [--quick] [--only TEXT,TEXT] [--threads 1 2] [--rounds 9] [--no-build]

`from rows` is a call of Predict or Backward: it reads the user's images and writes the user's images, which we rearrange on the way. oneDNN
does the same from plain images with the reorders that it needs; PyTorch gets images in the layout that it computes fastest in.
`alone` is without that way. Ours is what a second convolution of the same images adds to the first when their results are summed; so it
includes adding, and leaves out what both convolutions share. The second result is halved before, lest both weights have the same gradient. A dash: the difference is too small to mean anything. oneDNN's is in its fastest
layouts, reorders not counted.
"""

import argparse
import statistics

import run
import servers
import table
import workloads

PROJECT = run.REPOSITORY / "benchmarks/NetGen.Convolutions/NetGen.Convolutions.csproj"
LIBRARY = PROJECT.parent / "bin/Release/net10.0/NetGen.Convolutions.dll"

# From PERFORMANCE.md: alone, on one thread, beside oneDNN.
FLOORS = {"1x28-6-5p2s1": 2.8, "6x14-16-5p0s1": 1.25, "32x16-64-3p1s1": 1.2}

# A difference below this share of what is subtracted says nothing.
NOISE = 0.1

HEADER = """| shape | threads | from rows, us: ours | oneDNN | PyTorch | ratio to the faster | alone, us: ours | oneDNN | ratio | floor | ours, GFLOP/s |
|---|---|---|---|---|---|---|---|---|---|---|"""


class Sides:
    """Ours, oneDNN's and PyTorch's processes for a number of threads."""

    def __init__(self, threads):
        self.ours = servers.ours(LIBRARY, threads)
        self.onednn = servers.onednn(threads)
        self.pytorch = servers.Setting(capability="avx512").start(threads)

    def jobs(self, kind, shape, threads):
        return {
            (kind, shape, threads, "ours"): (self.ours, f"{kind}-rows/{shape}"),
            (kind, shape, threads, "twice"): (self.ours, f"{kind}-rows-twice/{shape}"),
            (kind, shape, threads, "onednn"): (self.onednn, f"{kind}/{shape}"),
            (kind, shape, threads, "onednn-rows"): (self.onednn, f"{kind}-rows/{shape}"),
            (kind, shape, threads, "pytorch"): (self.pytorch, f"{kind}-rows/{shape}"),
        }

    def check(self, kind, shape):
        ours = self.ours.check(f"{kind}-rows/{shape}")
        for peer, name in ((self.onednn, f"{kind}/{shape}"), (self.onednn, f"{kind}-rows/{shape}"), (self.pytorch, f"{kind}-rows/{shape}")):
            run.compare_numbers(name, ours, peer.check(name))

    def close(self):
        for server in (self.ours, self.onednn, self.pytorch):
            server.close()


def row(kind, shape, threads, times):
    ours, twice, onednn, onednn_rows, pytorch = (times[kind, shape, threads, side] for side in ("ours", "twice", "onednn", "onednn-rows", "pytorch"))
    alone = twice - ours
    flops = workloads.Convolution.of(shape).flops * (2 if kind == "convgrad" else 1)
    floor = FLOORS.get(shape, "-") if kind == "conv" and threads == 1 else "-"
    us = table.microseconds
    by_rows = f"| {shape} | {threads} | {us(ours)} | {us(onednn_rows)} | {us(pytorch)} | {min(onednn_rows, pytorch) / ours:.2f}x "
    if alone < NOISE * ours:
        return f"{by_rows}| - | {us(onednn)} | - | {floor} | - |"
    return f"{by_rows}| {us(alone)} | {us(onednn)} | {onednn / alone:.2f}x | {floor} | {flops / alone / 1e3:.0f} |"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--only", default="", help="shapes, or conv/SHAPE and convgrad/SHAPE, that contain one of these")
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--quick", action="store_true", help="3 rounds, waiting for nobody, the fastest group of each")
    parser.add_argument("--no-build", action="store_true", help="ours as it was built last")
    parser.add_argument("--patience", type=float, help="seconds to wait for an idle machine before each measurement")
    options = parser.parse_args()
    rounds = options.rounds or (3 if options.quick else 9)
    patience = options.patience if options.patience is not None else 0 if options.quick else 5
    wanted = [(kind, shape) for kind in ("conv", "convgrad") for shape in workloads.CONVOLUTIONS
              if any(text in f"{kind}/{shape}" for text in options.only.split(","))]
    if not options.no_build:
        run.build(PROJECT)
    sides = {threads: Sides(threads) for threads in options.threads}
    try:
        for kind, shape in wanted:
            sides[options.threads[0]].check(kind, shape)
        jobs = {}
        for kind, shape in wanted:
            for threads in options.threads:
                jobs |= sides[threads].jobs(kind, shape, threads)
        times = {key: statistics.median(values) for key, values in run.interleave(jobs, rounds, patience, options.quick).items()}
        versions = "; ".join(server.version() for server in (sides[options.threads[0]].ours, sides[options.threads[0]].onednn, sides[options.threads[0]].pytorch))
        print(f"{versions}. {'Fastest groups' if options.quick else 'Medians'} of {rounds} interleaved runs.")
        for kind, title in (("conv", "Forward"), ("convgrad", "Backward")):
            if any(each == kind for each, _ in wanted):
                print(f"\n{title}:\n\n{HEADER}")
                for each, shape in wanted:
                    for threads in options.threads if each == kind else ():
                        print(row(kind, shape, threads, times))
    finally:
        for side in sides.values():
            side.close()


if __name__ == "__main__":
    main()
