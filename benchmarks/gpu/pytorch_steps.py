"""Times PyTorch's training steps of the networks in Networks.cs: same shapes, batches, loss and optimizer, data on the device.

Eager, torch.compile, and CUDA graphs; in single precision, and once more with TF32 and bfloat16 products. A line of JSON per time, in milliseconds.
"""

import json
import sys
import time

import torch
from torch import nn

LIMIT = float(sys.argv[1]) if len(sys.argv) > 1 else 200.0
BEGIN = time.time()
DEVICE = torch.device("cuda")


def mlp(*widths):
    layers = []
    for i, (fan_in, fan_out) in enumerate(zip(widths, widths[1:])):
        layers.append(nn.Linear(fan_in, fan_out))
        if i < len(widths) - 2:
            layers.append(nn.ReLU())
    return nn.Sequential(*layers).to(DEVICE)


WORKLOADS = [
    ("784-512-512-10", (784, 512, 512, 10), 128),
    ("784-512-512-10", (784, 512, 512, 10), 1024),
    ("784-512-512-10", (784, 512, 512, 10), 16384),
    ("64-64-64-64-10", (64, 64, 64, 64, 10), 1 << 18),
]


def measure(run):
    """The median over repetitions of the time of one call, with events around many of them."""
    for _ in range(5):
        run()
    torch.cuda.synchronize()
    begin = time.perf_counter()
    run()
    torch.cuda.synchronize()
    count = max(5, min(300, int(0.1 / max(1e-6, time.perf_counter() - begin))))
    times = []
    for _ in range(7):
        start, end = torch.cuda.Event(enable_timing=True), torch.cuda.Event(enable_timing=True)
        start.record()
        for _ in range(count):
            run()
        end.record()
        torch.cuda.synchronize()
        times.append(start.elapsed_time(end) / count)
    return sorted(times)[len(times) // 2]


def report(workload, batch, what, mode, milliseconds):
    print(json.dumps({"network": workload, "batch": batch, "what": what, "by": mode, "ms": milliseconds}), flush=True)


def graph_of(run):
    stream = torch.cuda.Stream()
    stream.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(stream):
        for _ in range(3):
            run()
    torch.cuda.current_stream().wait_stream(stream)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        run()
    return graph.replay


def step_of(widths, x, y, capturable):
    model = mlp(*widths)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, fused=True, capturable=capturable)

    def forward_backward():
        loss = nn.functional.cross_entropy(model(x), y)
        loss.backward()
        return loss

    def step():
        optimizer.zero_grad(set_to_none=True)
        loss = forward_backward()
        optimizer.step()
        return loss

    return model, optimizer, step


def run_all(suffix, modes):
    for name, widths, batch in WORKLOADS:
        x = torch.randn(batch, widths[0], device=DEVICE)
        y = torch.randint(0, widths[-1], (batch,), device=DEVICE)
        for mode in modes:
            if time.time() - BEGIN > LIMIT:
                print(f"left out for lack of time: {name} {batch} {mode}", file=sys.stderr)
                continue
            try:
                torch._dynamo.reset()
                model, optimizer, step = step_of(widths, x, y, capturable=mode != "eager")

                def predict():
                    with torch.no_grad():
                        return model(x)

                if "compile" in mode:
                    compiled = torch.compile(lambda a, b: nn.functional.cross_entropy(model(a), b), dynamic=False)
                    forward = torch.compile(model, dynamic=False)

                    def step():
                        optimizer.zero_grad(set_to_none=True)
                        compiled(x, y).backward()
                        optimizer.step()

                    def predict():
                        with torch.no_grad():
                            return forward(x)
                if "graph" in mode:
                    step, predict = graph_of(step), graph_of(predict)
                report(name, batch, "step", f"PyTorch {mode}{suffix}", measure(step))
                report(name, batch, "predict", f"PyTorch {mode}{suffix}", measure(predict))
            except Exception as problem:  # A mode that fails is a hole in the table, not the end of the run.
                print(f"{name} {batch} {mode}: {type(problem).__name__}: {str(problem)[:300]}", file=sys.stderr)


print(f"PyTorch {torch.__version__} on {torch.cuda.get_device_name()}", file=sys.stderr)
torch.manual_seed(1)
torch.set_float32_matmul_precision("highest")
run_all("", ["eager", "graph", "compile", "compile+graph"])
torch.set_float32_matmul_precision("high")
run_all(" (TF32)", ["graph", "compile+graph"])
# What torch has for bfloat16 products of single-precision operands where the device offers them; else TF32 once more.
torch.set_float32_matmul_precision("medium")
run_all(" (medium)", ["compile+graph"])
