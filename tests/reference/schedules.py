#!/usr/bin/python3
"""Reference values for the schedule tests: the learning rates of 50 steps, 5 per epoch, with the schedulers of torch.optim.lr_scheduler.

Every schedule is there as it is and, as "<name>-warm", after a linear warm-up of 5 steps (SequentialLR; for the plateau, which SequentialLR does not
take, the product). The plateau sees one number per step, plateau_metric(t).
Writes tests/NetGen.Runtime.Tests/Schedules/schedules.json.
"""
import json
import pathlib
import warnings

import torch
from torch.optim import lr_scheduler

STEPS, PER_EPOCH, WARMUP = 50, 5, 5


def plateau_metric(step):
    """Falls by an eighth every seven steps, with a zigzag on top that is exact in binary; step 20 has no number."""
    return float("nan") if step == 20 else 8 - (step // 7) / 8 + ((3 * step) % 5) / 64


class PerEpoch:
    """Steps a scheduler at the ends of epochs only."""

    def __init__(self, scheduler):
        self.scheduler, self.count = scheduler, 0

    def step(self):
        self.count += 1
        if self.count % PER_EPOCH == 0:
            self.scheduler.step()


# Of the optimizer and the number of steps that the schedule has.
CASES = {
    "constant": lambda o, n: lr_scheduler.ConstantLR(o, factor=1.0),
    "step": lambda o, n: lr_scheduler.StepLR(o, 2 * PER_EPOCH, gamma=0.3),
    "multistep": lambda o, n: lr_scheduler.MultiStepLR(o, [2 * PER_EPOCH, 3 * PER_EPOCH, 7 * PER_EPOCH], gamma=0.4),
    "exponential": lambda o, n: lr_scheduler.StepLR(o, PER_EPOCH, gamma=0.8),
    "cosine": lambda o, n: lr_scheduler.CosineAnnealingLR(o, n),
    "cosine-minimum": lambda o, n: lr_scheduler.CosineAnnealingLR(o, n, eta_min=0.05),
    "linear": lambda o, n: lr_scheduler.LinearLR(o, 1.0, 0.1, n),
    "polynomial": lambda o, n: lr_scheduler.PolynomialLR(o, n, power=2.0),
    "onecycle": lambda o, n: lr_scheduler.OneCycleLR(o, 1.0, total_steps=n, cycle_momentum=False),
    "onecycle-linear": lambda o, n: lr_scheduler.OneCycleLR(
        o, 1.0, total_steps=n, pct_start=0.45, anneal_strategy="linear", div_factor=10, final_div_factor=50, cycle_momentum=False),
    "custom": lambda o, n: lr_scheduler.LambdaLR(o, lambda t: 1 / (1 + t)),
}
PLATEAUS = {
    "plateau": dict(factor=0.5, patience=2),
    "plateau-cooldown": dict(factor=0.3, patience=1, cooldown=3, min_lr=0.05, threshold=0.02),
    "plateau-maximize": dict(factor=0.7, patience=3, mode="max"),
}


def sgd():
    return torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)


def rates(optimizer, scheduler, *metrics):
    trace = []
    for step in range(STEPS):
        trace.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        # A OneCycleLR refuses the step after its last.
        if step < STEPS - 1:
            scheduler.step(*(metric(step) for metric in metrics))
    return trace


def warm(make):
    optimizer = sgd()
    rise = lr_scheduler.LinearLR(optimizer, 1 / (WARMUP + 1), 1.0, WARMUP)
    return rates(optimizer, lr_scheduler.SequentialLR(optimizer, [rise, make(optimizer, STEPS - WARMUP)], [WARMUP]))


def main():
    warnings.filterwarnings("ignore")
    values = {}
    for name, make in CASES.items():
        optimizer = sgd()
        values[name] = rates(optimizer, make(optimizer, STEPS))
        values[name + "-warm"] = warm(make)
    optimizer = sgd()
    values["exponential"] = rates(optimizer, PerEpoch(lr_scheduler.ExponentialLR(optimizer, 0.8)))
    for name, settings in PLATEAUS.items():
        optimizer = sgd()
        values[name] = rates(optimizer, lr_scheduler.ReduceLROnPlateau(optimizer, eps=0, **settings), plateau_metric)
        values[name + "-warm"] = [rate * min(1, (step + 1) / (WARMUP + 1)) for step, rate in enumerate(values[name])]
    target = pathlib.Path(__file__).parents[1] / "NetGen.Runtime.Tests" / "Schedules" / "schedules.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text("{\n" + ",\n".join(f"  {json.dumps(name)}: {json.dumps(trace)}" for name, trace in values.items()) + "\n}\n")


if __name__ == "__main__":
    main()
