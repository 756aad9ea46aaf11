#!/usr/bin/python3
"""Reference values for optimizers under schedules, with groups, clipping, accumulation, L1 and decoupled decay, in double precision.

The network is a weight [3, 5] and a bias [3], whose group has a quarter of the learning rate and its own decays. Gradients are exact in binary, of value i
of the file at call t: g[i] = ((7 i + 13 t) mod 11 - 5) / 4 + p[i] / 2. Penalties come after clipping, as weight_decay does in torch.optim.
Writes tests/NetGen.Runtime.Tests/Optimizers/settings.json: the parameters after calls 3, 11 and 50 of each case.
"""
import json
import pathlib
import warnings

import torch
from torch.optim import lr_scheduler

CALLS, KEPT, WARMUP = 50, (3, 11, 50), 5


class Lion(torch.optim.Optimizer):
    """Chen et al. 2023, Algorithm 2."""

    def __init__(self, parameters, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0):
        super().__init__(parameters, dict(lr=lr, betas=betas, weight_decay=weight_decay))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            (beta1, beta2), decay = group["betas"], group["weight_decay"]
            for p in group["params"]:
                mean = self.state[p].setdefault("exp_avg", torch.zeros_like(p))
                update = torch.sign(beta1 * mean + (1 - beta1) * p.grad)
                p -= group["lr"] * (update + decay * p)
                self.state[p]["exp_avg"] = beta2 * mean + (1 - beta2) * p.grad


OPTIMIZERS = {
    "sgd": (torch.optim.SGD, dict(lr=0.05)),
    "sgd-momentum": (torch.optim.SGD, dict(lr=0.05, momentum=0.9, dampening=0.3)),
    "sgd-nesterov": (torch.optim.SGD, dict(lr=0.05, momentum=0.8, nesterov=True)),
    "adam": (torch.optim.Adam, dict(lr=0.02, betas=(0.8, 0.95))),
    "adam-amsgrad": (torch.optim.Adam, dict(lr=0.02, betas=(0.8, 0.9), amsgrad=True)),
    "adamw": (torch.optim.AdamW, dict(lr=0.02)),
    "rmsprop": (torch.optim.RMSprop, dict(lr=0.01, alpha=0.9)),
    "rmsprop-centered": (torch.optim.RMSprop, dict(lr=0.01, alpha=0.9, momentum=0.5, centered=True)),
    "adagrad": (torch.optim.Adagrad, dict(lr=0.1, lr_decay=0.05, initial_accumulator_value=0.5)),
    "lion": (Lion, dict(lr=0.01, betas=(0.8, 0.95))),
}

# norm, value: clipping; k: accumulation; l1, decoupled, decay: (weight, bias).
SETTINGS = {
    "norm": dict(schedule="cosine", norm=1.25, k=3, decoupled=(0.2, 0.05), decay=(0, 0)),
    "value": dict(schedule="plateau", value=0.75, l1=(0.03, 0), decay=(0.1, 0)),
    "all": dict(schedule="cosine", norm=2.0, value=1.0, k=3, l1=(0.02, 0.07), decoupled=(0.2, 0), decay=(0.1, 0.3)),
}


def metric(call):
    return 4 - (call // 9) / 8 + ((3 * call) % 5) / 64


def scheduler_of(kind, optimizer):
    if kind == "plateau":
        return lr_scheduler.ReduceLROnPlateau(optimizer, factor=0.5, patience=2, eps=0)
    rise = lr_scheduler.LinearLR(optimizer, 1 / (WARMUP + 1), 1.0, WARMUP)
    return lr_scheduler.SequentialLR(optimizer, [rise, lr_scheduler.CosineAnnealingLR(optimizer, CALLS - WARMUP)], [WARMUP])


def run(kind, arguments, schedule, norm=None, value=None, k=1, l1=(0, 0), decoupled=(0, 0), decay=(0, 0)):
    start = (torch.arange(18, dtype=torch.float64) - 9) / 8 + 1 / 16
    weight, bias = torch.nn.Parameter(start[:15].reshape(3, 5).clone()), torch.nn.Parameter(start[15:].clone())
    if kind in (torch.optim.AdamW, Lion):
        # Their weight decay is the decoupled one; they have no other.
        decay, decoupled = decoupled, (0, 0)
    optimizer = kind(
        [dict(params=[weight], weight_decay=decay[0]), dict(params=[bias], weight_decay=decay[1], lr=arguments["lr"] * 0.25)], **arguments)
    scheduler = scheduler_of(schedule, optimizer)
    trace = {}
    for call in range(1, CALLS + 1):
        for p, first in ((weight, 0), (bias, 15)):
            rank = (torch.arange(first, first + p.numel(), dtype=torch.float64) * 7 + call * 13).reshape(p.shape)
            gradient = ((torch.remainder(rank, 11) - 5) / 4 + p.data / 2) / k
            p.grad = gradient if p.grad is None else p.grad + gradient
        if call % k == 0:
            if value is not None:
                torch.nn.utils.clip_grad_value_([weight, bias], value)
            if norm is not None:
                torch.nn.utils.clip_grad_norm_([weight, bias], norm)
            for p, group, a, d in zip((weight, bias), optimizer.param_groups, l1, decoupled):
                p.grad += a * torch.sign(p.data)
                p.data *= 1 - group["lr"] * d
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        if call in KEPT:
            trace[str(call)] = weight.data.flatten().tolist() + bias.data.tolist()
        if schedule == "plateau":
            scheduler.step(metric(call))
        else:
            scheduler.step()
    return trace


def main():
    warnings.filterwarnings("ignore")
    target = pathlib.Path(__file__).parents[1] / "NetGen.Runtime.Tests" / "Optimizers" / "settings.json"
    lines = [
        f"  {json.dumps(name + ' ' + setting)}: {json.dumps(run(kind, arguments, **SETTINGS[setting]))}"
        for name, (kind, arguments) in OPTIMIZERS.items() for setting in SETTINGS]
    target.write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
