#!/usr/bin/env python3
"""
Makes the reference values that tests/NetGen.EndToEnd.Tests/PyTorch and tests/NetGen.Images.Tests compare with: for every case the parameters, a batch, and what
PyTorch makes of them (predictions, loss, gradients, and weights after some steps of each optimizer).

    /usr/bin/python3 tests/reference/layers.py        (Debian's python3-torch; any PyTorch from 1.13 on)

Values are drawn in float32, rounded to a few decimals, and everything after that is computed in float64 and stored as the nearest
float32: the files say what is right, not what one library's rounding makes of it. Draws that come near a kink of the network are
thrown away and drawn again. The same seed gives the same files.
"""

from pathlib import Path

import torch

import cases
import image_cases
import losses
import network
import network_optimizers as optimizers
import storage

TESTS = Path(__file__).resolve().parent.parent
FOLDERS = {
    TESTS / "NetGen.EndToEnd.Tests" / "PyTorch" / "Reference": cases.GROUPS,
    TESTS / "NetGen.Images.Tests" / "PyTorch" / "Reference": image_cases.GROUPS,
}
STEPS = 20


def gradients(case, parameters, inputs, targets, weights):
    """Loss and gradients of the case at one point: (loss, {parameter: gradient}, input gradient)."""
    parameters = {name: value.clone().requires_grad_() for name, value in parameters.items()}
    inputs = inputs.clone().requires_grad_()
    loss = losses.value(case.loss, network.forward(case, parameters, inputs).output, targets, weights)
    derivatives = torch.autograd.grad(loss, [*parameters.values(), inputs])
    return loss.detach(), dict(zip(parameters, derivatives)), derivatives[-1]


def after_steps(case, optimizer, parameters, inputs, targets):
    """The parameters after STEPS steps on the same batch."""
    values = [value.clone().requires_grad_() for value in parameters.values()]
    step = optimizer(values)
    for _ in range(STEPS):
        output = network.forward(case, dict(zip(parameters, values)), inputs).output
        for value, gradient in zip(values, torch.autograd.grad(losses.value(case.loss, output, targets, None), values)):
            value.grad = gradient
        step()
    return {name: value.detach() for name, value in zip(parameters, values)}


def entries(case):
    """The stored lines of one case, in the order in which they are read."""
    parameters, inputs, targets, weights = network.draw(case)
    for name, value in parameters.items():
        yield f"parameter/{name}", value
    yield "inputs", inputs
    yield "targets", targets
    output = network.forward(case, parameters, inputs).output
    yield "predictions", losses.link(case.loss, output)
    loss, derivatives, input_derivative = gradients(case, parameters, inputs, targets, None)
    yield "loss", loss
    for name, value in derivatives.items():
        yield f"gradient/{name}", value
    yield "inputgradient", input_derivative
    if weights is not None:
        loss, derivatives, input_derivative = gradients(case, parameters, inputs, targets, weights)
        yield "weights", weights
        yield "weighted/loss", loss
        for name, value in derivatives.items():
            yield f"weighted/gradient/{name}", value
        yield "weighted/inputgradient", input_derivative
    for name in case.optimizers:
        for parameter, value in after_steps(case, optimizers.ALL[name], parameters, inputs, targets).items():
            yield f"after/{name}/{parameter}", value


def main():
    for folder, groups in FOLDERS.items():
        for group, members in groups.items():
            storage.write(folder / f"{group}.txt", {case.name: entries(case) for case in members})


if __name__ == "__main__":
    main()
