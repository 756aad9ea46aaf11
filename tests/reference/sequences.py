#!/usr/bin/python3
"""Reference values for the layers on sequences: embeddings, positions, attention, losses per position. Writes tests/NetGen.Sequences.Tests/PyTorch/Reference/*.txt.

A case is a function of named parameters and tokens. Values are drawn with few decimals, so that single precision holds them exactly, and everything is computed in double precision.
"""

import math
import pathlib
import numpy as np
import torch
import torch.nn.functional as F

import network_optimizers
import sequence_cases
import storage

STEPS = 20


def draw(case):
    random = np.random.RandomState([1, *case.name.encode()])
    parameters = {}
    for name, shape in case.parameters.items():
        norm = "norm" in name and name.endswith("weight")
        bound = 0.5 if norm else 1.5 / math.sqrt(math.prod(shape[1:])) if len(shape) >= 2 else 0.4
        values = np.round(random.uniform(-bound, bound, shape) + (1 if norm else 0), 3)
        parameters[name] = torch.from_numpy(values.astype(np.float32).astype(np.float64)).requires_grad_()
    tokens = torch.from_numpy(random.randint(0, case.vocabulary, (case.batch, case.length)))
    for row, own in enumerate(case.lengths):
        # What fills up short sequences is the token 0, and no other token is.
        tokens[row, :own] = tokens[row, :own].clamp(min=1)
        tokens[row, own:] = 0
    rows = (case.batch, case.length) if case.per_position else (case.batch,)
    labels = torch.from_numpy(random.randint(0, case.classes, rows))
    for row in case.ignored:
        labels.view(-1)[row] = -100
    weights = torch.from_numpy(np.round(random.uniform(0.2, 2, (case.batch,)), 2).astype(np.float32).astype(np.float64)) if case.weighted else None
    return parameters, tokens, labels, weights


def loss_of(case, logits, labels, weights=None):
    logits, flat = logits.reshape(-1, case.classes), labels.reshape(-1)
    if weights is None:
        return F.cross_entropy(logits, flat, ignore_index=-100)
    each = F.cross_entropy(logits, flat, reduction="none", ignore_index=-100)
    shares = weights.repeat_interleave(len(flat) // len(weights)) * (flat != -100)
    return (each * shares).sum() / shares.sum()


def measure(case):
    parameters, tokens, labels, weights = draw(case)
    entries = [(f"parameter/{name}", value.detach()) for name, value in parameters.items()]
    entries += [("inputs", tokens), ("targets", labels)]
    logits = case.forward(parameters, tokens)
    loss = loss_of(case, logits, labels)
    gradients = torch.autograd.grad(loss, list(parameters.values()))
    entries += [("predictions", F.softmax(logits, -1).detach()), ("loss", loss.detach())]
    entries += [(f"gradient/{name}", value) for name, value in zip(parameters, gradients)]
    if weights is not None:
        weighted = loss_of(case, case.forward(parameters, tokens), labels, weights)
        gradients = torch.autograd.grad(weighted, list(parameters.values()))
        entries += [("weights", weights), ("weighted/loss", weighted.detach())]
        entries += [(f"weighted/gradient/{name}", value) for name, value in zip(parameters, gradients)]
    for optimizer in case.optimizers:
        stepped = {name: value.detach().clone().requires_grad_() for name, value in parameters.items()}
        step = network_optimizers.ALL[optimizer](list(stepped.values()))
        for _ in range(STEPS):
            for value in stepped.values():
                value.grad = None
            loss_of(case, case.forward(stepped, tokens), labels).backward()
            step()
        entries += [(f"after/{optimizer}/{name}", value.detach()) for name, value in stepped.items()]
    return entries


if __name__ == "__main__":
    folder = pathlib.Path(__file__).parents[1] / "NetGen.Sequences.Tests" / "PyTorch" / "Reference"
    for group, cases in sequence_cases.GROUPS.items():
        storage.write(folder / f"{group}.txt", {case.name: measure(case) for case in cases})
