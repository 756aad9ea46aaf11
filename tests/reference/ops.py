#!/usr/bin/env python3
"""
Makes the reference values of tests/NetGen.Runtime.Tests/Tensors/reference.json: what PyTorch makes of the operations of NetGen.Ops, and their gradients.

    /usr/bin/python3 tests/reference/ops.py        (Debian's python3-torch; any PyTorch from 1.13 on)

Operations are written for one sample, without a batch axis: batched arguments are taken apart and the results stacked. Inputs are float32 with few decimals, all
else is float64. Gradients are those of the sum of the output times the weights.
"""
import json
import math
import zlib
from pathlib import Path

import torch
import torch.nn.functional as F

TARGET = Path(__file__).resolve().parent.parent / "NetGen.Runtime.Tests" / "Tensors" / "reference.json"
BATCH = 3


class Draw:
    """An argument: its shape without the batch, and how its values are drawn or what they are."""

    def __init__(self, *shape, batch=BATCH, low=-2.5, high=2.5, values=None, flat=False):
        self.shape, self.batch, self.low, self.high, self.values, self.flat = shape, batch, low, high, values, flat

    def __call__(self, generator):
        full = ((self.batch,) if self.batch else ()) + self.shape
        if self.values is not None:
            return torch.tensor(self.values, dtype=torch.float64).reshape(full)
        uniform = torch.rand(full, generator=generator, dtype=torch.float64) * (self.high - self.low) + self.low
        return torch.round(uniform * 1000) / 1000


def attention(q, k, v, heads=1, causal=False):
    """As torch.nn.functional.scaled_dot_product_attention (PyTorch 2.0 on) is documented, in each head."""
    split = lambda x: x.reshape(len(x), heads, -1).transpose(0, 1)
    scores = split(q) @ split(k).transpose(-1, -2) / math.sqrt(q.shape[1] // heads)
    if causal:
        scores = scores.masked_fill(~torch.ones(scores.shape, dtype=torch.bool).tril(), -math.inf)
    return (torch.softmax(scores, -1) @ split(v)).transpose(0, 1).reshape(len(q), -1)


def gather(x, indices):
    inside = (indices >= 0) & (indices < len(x))
    rows = x.index_select(0, torch.where(inside, indices, torch.zeros_like(indices)).long())
    return torch.where(inside.reshape(-1, *[1] * (x.dim() - 1)), rows, torch.zeros_like(rows))


def number(truth):
    return truth.double()


def hard_sigmoid(x):
    """torch.nn.functional.hardsigmoid, whose backward pass takes 1/6 in single precision also for float64."""
    return torch.where(x <= -3, 0.0 * x, torch.where(x >= 3, torch.ones_like(x), x / 6 + 0.5))


ANY, POSITIVE, UNIT = Draw(4), Draw(4, low=0.1, high=3), Draw(4, low=-0.9, high=2)
PAIR = [Draw(2, 4), Draw(2, 4)]
TIES = [Draw(6, batch=0, values=[-1.5, 0, 2, 0.5, 3, -2]), Draw(6, batch=0, values=[-1.5, 1, 2, -0.5, 4, -2])]
FAR = Draw(12, batch=0, values=[-1000, -100, -30, -3.5, -0.25, 0, 0.25, 3.5, 19.75, 20.25, 100, 1000])
KINKS = Draw(7, batch=0, values=[-3, -1, 0, 1, 3, 20, -20])
MATRIX = Draw(3, 4)
LOGITS = Draw(2, 3, values=[1000, 999, -1000, 0, 0, 0, -500, -501, -502, 3, 1, 2, 80, -80, 0, 1, 1, 2])

# As NetGen.Ops has them; HardSwish is not among the kinks: its derivative there is that of a piece, PyTorch's that of the middle.
ACTIVATIONS = {
    "relu": torch.relu,
    "leaky-relu": F.leaky_relu,
    "leaky-relu-0.2": lambda x: F.leaky_relu(x, 0.2),
    "elu": F.elu,
    "elu-0.5": lambda x: F.elu(x, 0.5),
    "selu": torch.selu,
    "gelu": F.gelu,
    "gelu-tanh": lambda x: F.gelu(x, approximate="tanh"),
    "silu": F.silu,
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "softplus": F.softplus,
    "hard-sigmoid": hard_sigmoid,
    "hard-swish": F.hardswish,
    "mish": F.mish,
}

# name -> (function of one sample, arguments)
CASES = {
    "add": (lambda x, y: x + y, PAIR),
    "subtract": (lambda x, y: x - y, PAIR),
    "multiply": (lambda x, y: x * y, PAIR),
    "divide": (lambda x, y: x / y, [Draw(2, 4), Draw(2, 4, low=0.5)]),
    "negate": (lambda x: -x, [ANY]),
    "constants": (lambda x: 2 - (3 / (x + 0.5) * 2 - 1) / 4, [POSITIVE]),
    "add-broadcast": (lambda x, y: x + y, [Draw(2, 1), Draw(4)]),
    "multiply-broadcast": (lambda x, y: x * y, [Draw(3, 1, 2), Draw(4, 1)]),
    "multiply-unbatched": (lambda x, y: x * y, [Draw(4), Draw(2, 4, batch=0)]),
    "subtract-unbatched": (lambda x, y: x - y, [Draw(batch=0), Draw(2, 4)]),
    "divide-rank-0": (lambda x, y: x / y, [Draw(2, 4), Draw(low=0.5)]),
    "multiply-both-unbatched": (lambda x, y: x * y, [Draw(2, 1, batch=0), Draw(4, batch=0)]),
    "greater": (lambda x, y: number(x > y), TIES),
    "greater-or-equal": (lambda x, y: number(x >= y), TIES),
    "less": (lambda x, y: number(x < y), TIES),
    "less-or-equal": (lambda x, y: number(x <= y), TIES),
    "equal": (lambda x, y: number(x == y), TIES),
    "not-equal": (lambda x, y: number(x != y), TIES),
    "where": (lambda c, x, y: torch.where(c > 0, x, y), [Draw(4, batch=0, values=[1, 0, 0, 1]), Draw(2, 4), Draw(1)]),
    "maximum": (torch.maximum, PAIR),
    "minimum": (torch.minimum, PAIR),
    "maximum-broadcast": (torch.maximum, [Draw(2, 4), Draw(1, batch=0)]),
    "abs": (torch.abs, [Draw(5, values=[-2, -0.5, 0, 0.5, 2] * BATCH)]),
    "sign": (torch.sign, [Draw(5, values=[-2, -0.5, 0, 0.5, 2] * BATCH)]),
    "floor": (torch.floor, [Draw(5, values=[-2, -0.5, 0, 0.5, 2] * BATCH)]),
    "sqrt": (torch.sqrt, [POSITIVE]),
    "square": (torch.square, [ANY]),
    "exp": (torch.exp, [ANY]),
    "expm1": (torch.expm1, [Draw(5, values=[-2, -1e-4, 1e-6, 0.5, 2] * BATCH)]),
    "log": (torch.log, [POSITIVE]),
    "log1p": (torch.log1p, [Draw(5, values=[-0.5, -1e-4, 1e-6, 0.5, 2] * BATCH)]),
    "sin": (torch.sin, [Draw(4, low=-10, high=10)]),
    "cos": (torch.cos, [Draw(4, low=-10, high=10)]),
    "erf": (torch.erf, [Draw(9, batch=0, values=[-6.5, -3, -1.75, -0.01, 0, 0.5, 1.5, 2.5, 5])]),
    "pow": (torch.pow, [Draw(2, 4, low=0.1), Draw(4)]),
    "pow-constant": (lambda x: x ** 3, [ANY]),
    "pow-half": (lambda x: x ** 0.5, [POSITIVE]),
    "pow-zero": (torch.pow, [Draw(3, batch=0, values=[0, 0, 2]), Draw(3, batch=0, values=[2, 1, 0])]),
    "exponential-of-constant": (lambda x: 2.5 ** x, [ANY]),
    "matmul": (torch.matmul, [Draw(2, 3), Draw(3, 4)]),
    "matmul-weight": (torch.matmul, [Draw(2, 3), Draw(3, 4, batch=0)]),
    "matmul-unbatched-left": (torch.matmul, [Draw(2, 3, batch=0), Draw(3, 4)]),
    "matmul-row": (torch.matmul, [Draw(3), Draw(3, 4, batch=0)]),
    "matmul-column": (torch.matmul, [Draw(2, 3, batch=0), Draw(3)]),
    "matmul-dot": (torch.matmul, [Draw(3), Draw(3)]),
    "matmul-many": (torch.matmul, [Draw(2, 1, 2, 3), Draw(4, 3, 2)]),
    "matmul-many-column": (torch.matmul, [Draw(4, 2, 3), Draw(3)]),
    "transpose": (lambda x: x.transpose(-1, -2), [Draw(2, 3, 4)]),
    "transpose-axes": (lambda x: x.transpose(0, -1), [Draw(2, 3, 4)]),
    "reshape": (lambda x: x.reshape(2, -1), [Draw(3, 4)]),
    "flatten": (lambda x: x.reshape(-1), [Draw(3, 4)]),
    "concat": (lambda *xs: torch.cat(xs), [Draw(2, 3), Draw(1, 3), Draw(3, 3)]),
    "concat-axis": (lambda *xs: torch.cat(xs, -1), [Draw(2, 3), Draw(2, 1)]),
    "concat-unbatched": (lambda *xs: torch.cat(xs), [Draw(2), Draw(3, batch=0)]),
    "concat-same": (lambda x: torch.cat([x, x]), [Draw(2)]),
    "slice": (lambda x: x[1:3], [Draw(4, 3)]),
    "slice-index": (lambda x: x[-1], [Draw(4, 3)]),
    "slice-inner": (lambda x: x[:, 1:], [Draw(4, 3)]),
    "slice-mixed": (lambda x: x[0, 1:2, :, 3], [Draw(2, 3, 2, 4)]),
    "slice-number": (lambda x: x[2], [Draw(4)]),
    "sum": (torch.sum, [MATRIX]),
    "sum-axis": (lambda x: x.sum(0), [MATRIX]),
    "sum-keep": (lambda x: x.sum(-1, keepdim=True), [MATRIX]),
    "mean": (torch.mean, [MATRIX]),
    "mean-axis": (lambda x: x.mean(-1), [MATRIX]),
    "max": (lambda x: x.reshape(-1).amax(0), [MATRIX]),
    "max-axis": (lambda x: x.amax(0), [MATRIX]),
    "max-ties": (lambda x: x.amax(-1, keepdim=True), [Draw(2, 4, batch=0, values=[1, 3, 3, 0, 2, 2, 2, 2])]),
    "min": (lambda x: x.reshape(-1).amin(0), [MATRIX]),
    "min-axis": (lambda x: x.amin(-1), [MATRIX]),
    "min-ties": (lambda x: x.amin(0), [Draw(3, 2, batch=0, values=[1, 3, 1, 4, 2, 3])]),
    "gather": (gather, [Draw(4, 2, batch=0), Draw(3, values=[0, 3, 3, 1, -1, 4, 2, 2, 2], flat=True)]),
    "gather-batched": (gather, [Draw(4, 2), Draw(3, values=[0, 3, 3, 1, -1, 4, 2, 2, 2], flat=True)]),
    "gather-same-for-all": (gather, [Draw(4), Draw(2, batch=0, values=[3, 0], flat=True)]),
    "softmax": (lambda x: torch.softmax(x, -1), [MATRIX]),
    "softmax-axis": (lambda x: torch.softmax(x, 0), [MATRIX]),
    "softmax-far": (lambda x: torch.softmax(x, -1), [LOGITS]),
    "log-softmax": (lambda x: torch.log_softmax(x, -1), [MATRIX]),
    "log-softmax-axis": (lambda x: torch.log_softmax(x, 0), [MATRIX]),
    "log-softmax-far": (lambda x: torch.log_softmax(x, -1), [LOGITS]),
    "attention": (attention, [Draw(3, 4), Draw(5, 4), Draw(5, 2)]),
    "attention-heads": (lambda q, k, v: attention(q, k, v, 2), [Draw(3, 4), Draw(5, 4), Draw(5, 6)]),
    "attention-causal": (lambda q, k, v: attention(q, k, v, 2, True), [Draw(4, 4), Draw(4, 4), Draw(4, 4)]),
    "attention-unbatched-keys": (attention, [Draw(3, 4), Draw(5, 4, batch=0), Draw(5, 2, batch=0)]),
    "prelu": (lambda x, slope: torch.where(x > 0, x, slope * x), [Draw(2, 4), Draw(4, batch=0)]),
    **{name: (function, [Draw(2, 6, low=-5, high=5)]) for name, function in ACTIVATIONS.items()},
    **{f"{name}-far": (function, [FAR]) for name, function in ACTIVATIONS.items()},
    **{f"{name}-kinks": (function, [KINKS]) for name, function in ACTIVATIONS.items() if name != "hard-swish"},
}


def apply(function, arguments, draws):
    if all(draw.batch == 0 for draw in draws):
        return function(*arguments)
    samples = [[x[i] if draw.batch else x for x, draw in zip(arguments, draws)] for i in range(BATCH)]
    return torch.stack([function(*sample) for sample in samples])


def stored(tensor, batch):
    return {"batch": batch, "shape": list(tensor.shape)[1 if batch else 0:], "values": tensor.detach().reshape(-1).tolist()}


def case(name, function, draws):
    generator = torch.Generator().manual_seed(zlib.crc32(name.encode()))
    # What is stored reads back as float32, so that float and double start from the same numbers.
    arguments = [draw(generator).float().double().requires_grad_() for draw in draws]
    output = apply(function, arguments, draws)
    weights = (torch.rand(output.shape, generator=generator, dtype=torch.float64) * 2 - 1).float().double()
    differentiable = [x for x, draw in zip(arguments, draws) if not draw.flat]
    gradients = torch.autograd.grad((output * weights).sum(), differentiable, allow_unused=True) if output.requires_grad else [None] * len(differentiable)
    batch = max(draw.batch for draw in draws)
    return {
        "arguments": [stored(x, draw.batch) for x, draw in zip(arguments, draws)],
        "output": stored(output, batch), "weights": weights.reshape(-1).tolist(),
        "gradients": [(torch.zeros_like(x) if g is None else g).reshape(-1).tolist() for x, g in zip(differentiable, gradients)]}


def main():
    lines = [f"  {json.dumps(name)}: {json.dumps(case(name, *content), separators=(',', ':'))}" for name, content in CASES.items()]
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
