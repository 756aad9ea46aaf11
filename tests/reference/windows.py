#!/usr/bin/python3
"""Truncated back-propagation through time: losses of steps on the windows of two sequences, with states detached in between, for tests/NetGen.Sequences.Tests/Windows/WindowTests.cs."""

import math
import torch

FEATURES, UNITS, LENGTH, WINDOWS, BATCH = 2, 3, 3, 5, 2


def fill(tensor, start):
    """0.5 sin of whole numbers, as the test draws them."""
    return torch.tensor([0.5 * math.sin(start + i) for i in range(tensor.numel())], dtype=torch.float64).reshape(tensor.shape)


def run(kind, layers):
    recurrence = {"lstm": torch.nn.LSTM, "gru": torch.nn.GRU, "rnn": torch.nn.RNN}[kind](FEATURES, UNITS, layers, batch_first=True).double()
    head = torch.nn.Linear(UNITS, 1).double()
    parameters, start = [*recurrence.parameters(), *head.parameters()], 0
    with torch.no_grad():
        for parameter in parameters:
            parameter.copy_(fill(parameter, start))
            start += parameter.numel()
    optimizer, state, losses = torch.optim.Adam(parameters, 0.05), None, []
    inputs, targets = fill(torch.empty(WINDOWS, BATCH, LENGTH, FEATURES), 7), fill(torch.empty(WINDOWS, BATCH, LENGTH, 1), 3)
    for x, y in zip(inputs, targets):
        outputs, state = recurrence(x, state)
        state = tuple(part.detach() for part in state) if kind == "lstm" else state.detach()
        loss = (head(outputs) - y).square().mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


if __name__ == "__main__":
    for kind, layers in (("lstm", 1), ("gru", 2), ("rnn", 1)):
        print(kind, layers, ", ".join(f"{loss:.9f}" for loss in run(kind, layers)))
