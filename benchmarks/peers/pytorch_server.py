"""
Training steps in PyTorch, timed on request.

Reads lines from standard input and answers each with one line:
  run NETWORK/OPTIMIZER THREADS N  ->  time MEDIAN_US MIN_US     (N steps in 15 groups; microseconds per step)
  check NETWORK/OPTIMIZER          ->  losses L1 ... L5          (from the same weights at a larger learning rate)
  version                          ->  version TEXT
The variant is fixed per process (--mode, --foreach) as are the BLAS and the instruction set, which PyTorch reads from its environment.
"""

import argparse
import statistics
import sys
import time

import torch
import torch.nn.functional as functional

import workloads


class Classifier(torch.nn.Module):
    """Dense layers with ReLU between them, and the mean cross-entropy of its logits."""

    def __init__(self, widths):
        super().__init__()
        layers = []
        for fan_in, fan_out in zip(widths, widths[1:]):
            layers += [torch.nn.Linear(fan_in, fan_out), torch.nn.ReLU()]
        self.body = torch.nn.Sequential(*layers[:-1])

    def forward(self, x, y):
        return functional.cross_entropy(self.body(x), y)


class Training:
    """One network with its optimizer and its batch."""

    def __init__(self, name, mode, foreach):
        network, optimizer = name.split("/")
        widths, rows = workloads.NETWORKS[network]
        model = Classifier(widths)
        self.initial = [torch.from_numpy(p.copy()) for layer in workloads.parameters(widths) for p in layer]
        inputs, labels = workloads.batch(widths, rows)
        self.x, self.y = torch.from_numpy(inputs), torch.from_numpy(labels)
        self.parameters = list(model.parameters())
        self.optimizer_name = optimizer
        self.foreach = foreach
        self.reset(workloads.TIMING_RATE)
        if mode == "script":
            model = torch.jit.script(model)
        elif mode == "trace":
            model = torch.jit.trace(model, (self.x, self.y))
        self.model = model
        for _ in range(20):
            self.step()

    def reset(self, rate):
        with torch.no_grad():
            for parameter, value in zip(self.parameters, self.initial):
                parameter.copy_(value)
        kind = torch.optim.SGD if self.optimizer_name == "sgd" else torch.optim.Adam
        self.optimizer = kind(self.parameters, lr=rate, foreach=self.foreach)

    def step(self):
        self.optimizer.zero_grad(set_to_none=True)
        loss = self.model(self.x, self.y)
        loss.backward()
        self.optimizer.step()
        return loss

    def time(self, steps, groups=15):
        self.reset(workloads.TIMING_RATE)
        per_group = max(1, steps // groups)
        self.step()
        times = []
        for _ in range(groups):
            start = time.perf_counter()
            for _ in range(per_group):
                self.step()
            times.append((time.perf_counter() - start) / per_group * 1e6)
        return statistics.median(times), min(times)

    def losses(self):
        self.reset(workloads.CHECK_RATES[self.optimizer_name])
        return [float(self.step()) for _ in range(workloads.CHECK_STEPS)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--mode", choices=("eager", "script", "trace"), default="eager")
    parser.add_argument("--foreach", action="store_true")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.set_num_interop_threads(1)
    trainings = {}

    def training(name):
        if name not in trainings:
            trainings[name] = Training(name, options.mode, options.foreach)
        return trainings[name]

    for line in sys.stdin:
        words = line.split()
        if words[0] == "run":
            assert int(words[2]) == options.threads, "the number of threads is fixed per process"
            print("time %.3f %.3f" % training(words[1]).time(int(words[3])), flush=True)
        elif words[0] == "check":
            print("losses " + " ".join("%.9g" % loss for loss in training(words[1]).losses()), flush=True)
        elif words[0] == "version":
            print(f"version PyTorch {torch.__version__}", flush=True)


if __name__ == "__main__":
    main()
