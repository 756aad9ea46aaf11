#!/usr/bin/python3
"""Reference values for the optimizer tests: 50 steps of every rule in double precision, with torch.optim (Lion: the paper's formula).

Gradients are exact in binary: g[i] = ((7 i + 13 t) mod 11 - 5) / 4 + p[i] / 2 at step t = 1, 2, ...
Writes tests/NetGen.Runtime.Tests/Optimizers/reference.json: the parameters after steps 1, 2, 10 and 50 of each case.
"""
import json
import pathlib

import numpy
import torch

COUNT, STEPS, KEPT = 8, 50, (1, 2, 10, 50)


class Lion:
    """Chen et al. 2023, Algorithm 2."""

    def __init__(self, parameters, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0):
        (self.parameter,) = parameters
        self.lr, (self.beta1, self.beta2), self.decay = lr, betas, weight_decay
        self.mean = numpy.zeros(COUNT)

    def step(self):
        p, g = self.parameter.data.numpy(), self.parameter.grad.numpy()
        update = numpy.sign(self.beta1 * self.mean + (1 - self.beta1) * g)
        p -= self.lr * (update + self.decay * p)
        self.mean = self.beta2 * self.mean + (1 - self.beta2) * g


CASES = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.05),
    "sgd-decay": lambda p: torch.optim.SGD(p, lr=0.05, weight_decay=0.1),
    "sgd-momentum": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9),
    "sgd-dampening": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, dampening=0.3, weight_decay=0.01),
    "sgd-nesterov": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.8, nesterov=True, weight_decay=0.01),
    "adam": lambda p: torch.optim.Adam(p, lr=0.02),
    "adam-decay": lambda p: torch.optim.Adam(p, lr=0.02, betas=(0.8, 0.95), eps=1e-4, weight_decay=0.1),
    "adam-amsgrad": lambda p: torch.optim.Adam(p, lr=0.02, betas=(0.8, 0.9), amsgrad=True),
    "adamw": lambda p: torch.optim.AdamW(p, lr=0.02),
    "adamw-amsgrad": lambda p: torch.optim.AdamW(p, lr=0.02, betas=(0.8, 0.9), weight_decay=0.3, amsgrad=True),
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=0.01),
    "rmsprop-momentum": lambda p: torch.optim.RMSprop(p, lr=0.01, alpha=0.9, eps=1e-6, momentum=0.5, weight_decay=0.1),
    "rmsprop-centered": lambda p: torch.optim.RMSprop(p, lr=0.01, alpha=0.9, momentum=0.5, centered=True),
    "adagrad": lambda p: torch.optim.Adagrad(p, lr=0.1),
    "adagrad-decay": lambda p: torch.optim.Adagrad(
        p, lr=0.1, lr_decay=0.05, weight_decay=0.1, initial_accumulator_value=0.5, eps=1e-6),
    "lion": lambda p: Lion(p, lr=0.01),
    "lion-decay": lambda p: Lion(p, lr=0.01, betas=(0.8, 0.95), weight_decay=0.3),
}


def run(make):
    parameter = torch.nn.Parameter((torch.arange(COUNT, dtype=torch.float64) - 4) / 8 + 1 / 16)
    optimizer = make([parameter])
    trace = {}
    for step in range(1, STEPS + 1):
        rank = torch.arange(COUNT, dtype=torch.float64) * 7 + step * 13
        parameter.grad = (torch.remainder(rank, 11) - 5) / 4 + parameter.data / 2
        optimizer.step()
        if step in KEPT:
            trace[str(step)] = parameter.data.tolist()
    return trace


def main():
    target = pathlib.Path(__file__).parents[1] / "NetGen.Runtime.Tests" / "Optimizers" / "reference.json"
    lines = [f"  {json.dumps(name)}: {json.dumps(run(make))}" for name, make in CASES.items()]
    target.write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
