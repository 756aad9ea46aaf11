"""
Training steps and single convolutions in PyTorch, timed on request.

Reads lines from standard input and answers each with one line:
  run NETWORK/OPTIMIZER THREADS N  ->  time MEDIAN_US MIN_US PROCESSOR_US     (N steps in 15 groups; microseconds per step)
  check NETWORK/OPTIMIZER          ->  losses L1 ... L5          (from the same weights at a larger learning rate)
  run conv-rows/SHAPE ..., run convgrad-rows/SHAPE ..., check of the same  ->  time ..., values V1 ... Vn
  version                          ->  version TEXT
The variant is fixed per process (--mode, --foreach, --channels-last, --no-mkldnn) as are the BLAS and the instruction set, which PyTorch reads from its environment.
"""

import argparse
import statistics
import sys
import time

import torch

import pytorch_models
import workloads


class Training:
    """One network with its optimizer and its batch."""

    def __init__(self, name, options):
        network, self.optimizer_name = name.split("/")
        self.check_rate = workloads.check_rate(name)
        model, self.x, self.y = pytorch_models.build(network)
        if options.channels_last and self.x.dim() == 4:
            model, self.x = model.to(memory_format=torch.channels_last), self.x.to(memory_format=torch.channels_last)
        self.parameters = list(model.parameters())
        self.initial = [parameter.detach().clone() for parameter in self.parameters]
        self.foreach = options.foreach
        self.reset(workloads.TIMING_RATE)
        if options.mode == "script":
            model = torch.jit.script(model)
        elif options.mode == "trace":
            # A second run to compare with would answer otherwise: the running statistics have moved on.
            model = torch.jit.trace(model, (self.x, self.y), check_trace=False)
        self.model = model
        for _ in range(20 if self.x.dim() == 2 else 5):
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

    def time(self, steps):
        self.reset(workloads.TIMING_RATE)
        return timed(self.step, steps)

    def losses(self):
        self.reset(self.check_rate)
        return [float(self.step()) for _ in range(workloads.CHECK_STEPS)]


class Convolution:
    """One convolution, or its gradients, in the fastest of PyTorch's ways: by oneDNN or not, channels last or not."""

    CHECKED = 60

    def __init__(self, name):
        kind, shape = name.split("/")
        self.gradient = kind.startswith("convgrad")
        self.convolution = workloads.Convolution.of(shape)
        numbers = [torch.from_numpy(values) for values in self.convolution.numbers()]
        ways = [(mkldnn, layout) for mkldnn in (True, False) for layout in (torch.contiguous_format, torch.channels_last)]
        times = {}
        for way in ways:
            self.use(way, numbers)
            times[way] = min(self.time(15)[-1] for _ in range(2))
        self.way = min(times, key=times.get)
        self.use(self.way, numbers)

    def use(self, way, numbers):
        self.mkldnn, layout = way
        x, weight, self.bias, gradients = numbers
        self.x, self.weight, self.gradients = (tensor.contiguous(memory_format=layout) for tensor in (x, weight, gradients))

    @torch.no_grad()
    def step(self):
        c = self.convolution
        if self.gradient:
            return torch.ops.aten.convolution_backward(
                self.gradients, self.x, self.weight, [c.outputs], [c.stride] * 2, [c.padding] * 2, [1, 1], False, [0, 0], 1, [True] * 3)
        return [torch.conv2d(self.x, self.weight, self.bias, c.stride, c.padding)]

    def time(self, steps):
        torch._C._set_mkldnn_enabled(self.mkldnn)
        return timed(self.step, steps)

    def values(self):
        torch._C._set_mkldnn_enabled(self.mkldnn)
        values = []
        for tensor in self.step():
            flat = tensor.contiguous().reshape(-1)
            values += flat[::max(1, len(flat) // self.CHECKED)].tolist()
        return values


def timed(step, steps):
    """Microseconds per step: the median and the fastest of 15 groups, and the least time of processors."""
    groups = min(15, steps)
    per_group = steps // groups
    step()
    times, used = [], []
    for _ in range(groups):
        start, start_used = time.perf_counter(), time.process_time()
        for _ in range(per_group):
            step()
        times.append((time.perf_counter() - start) / per_group * 1e6)
        used.append((time.process_time() - start_used) / per_group * 1e6)
    return statistics.median(times), min(times), min(used)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--mode", choices=("eager", "script", "trace"), default="eager")
    parser.add_argument("--foreach", action="store_true")
    parser.add_argument("--channels-last", action="store_true")
    parser.add_argument("--no-mkldnn", action="store_true", help="convolutions by PyTorch itself rather than by oneDNN")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.set_num_interop_threads(1)
    torch._C._set_mkldnn_enabled(not options.no_mkldnn)
    made = {}

    def workload(name):
        if name not in made:
            made[name] = Convolution(name) if name.startswith("conv") else Training(name, options)
        return made[name]

    for line in sys.stdin:
        words = line.split()
        if words[0] == "run":
            assert int(words[2]) == options.threads, "the number of threads is fixed per process"
            print("time %.3f %.3f %.3f" % workload(words[1]).time(int(words[3])), flush=True)
        elif words[0] == "check" and words[1].startswith("conv"):
            print("values " + " ".join("%.9g" % value for value in workload(words[1]).values()), flush=True)
        elif words[0] == "check":
            print("losses " + " ".join("%.9g" % loss for loss in workload(words[1]).losses()), flush=True)
        elif words[0] == "version":
            print(f"version PyTorch {torch.__version__}", flush=True)


if __name__ == "__main__":
    main()
