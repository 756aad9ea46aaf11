"""Stacks of layers by their NetGen names, over torch.nn.functional, and random points away from their kinks."""

import math
from dataclasses import dataclass, field

import numpy as np
import torch
import torch.nn.functional as F

import image_layers
import losses

KINK_DISTANCE = 2e-3

# name -> (function, points at which it has a kink)
ACTIVATIONS = {
    "ReLU": (F.relu, [0]),
    "LeakyReLU": (lambda x, slope=0.01: F.leaky_relu(x, slope), [0]),
    "ELU": (lambda x, alpha=1.0: F.elu(x, alpha), [0]),
    "SELU": (F.selu, [0]),
    "GELU": (lambda x, approximate=False: F.gelu(x, approximate="tanh" if approximate else "none"), []),
    "SiLU": (F.silu, []),
    "Tanh": (torch.tanh, []),
    "Sigmoid": (torch.sigmoid, []),
    "Softplus": (F.softplus, []),
    "HardSigmoid": (F.hardsigmoid, [-3, 3]),
    "HardSwish": (F.hardswish, [-3, 3]),
    "Mish": (F.mish, []),
    "Softmax": (lambda x: F.softmax(x, -1), []),
    "LogSoftmax": (lambda x: F.log_softmax(x, -1), []),
}


@dataclass
class Case:
    """
    A network and how it is measured. Layers are (name, arguments...), e.g. ("Dense", 5); `scale` widens the drawn weights
    so that saturating parts of activations are reached; `point` replaces the drawn values. Inputs lie around `centre` and have
    so many `decimals`: none make many of them equal.
    """

    name: str
    input: tuple
    layers: list
    loss: tuple
    batch: int = 4
    optimizers: tuple = ()
    scale: float = 1.0
    weighted: bool = False
    point: object = None
    centre: float = 0.0
    decimals: int = 2


@dataclass
class Forward:
    output: torch.Tensor
    kinks: list = field(default_factory=list)


def shapes(case):
    """{parameter name: shape} in declaration order, and the shape of the output."""
    result, counts, shape = {}, {}, list(case.input)
    for kind, *arguments in case.layers:
        counts[kind] = counts.get(kind, 0) + 1
        name = f"{kind.lower()}{counts[kind]}"
        if kind == "Dense":
            result[f"{name}.weight"] = (arguments[0], shape[-1])
            shape[-1] = arguments[0]
        elif kind == "LayerNorm":
            result[f"{name}.weight"] = (shape[-1],)
        elif kind == "Flatten":
            shape = [math.prod(shape)]
        elif kind == "Reshape":
            shape = list(arguments)
        elif kind in image_layers.LAYERS:
            result |= {f"{name}.{which}": dims for which, dims in image_layers.parameter_shapes(kind, arguments, shape).items()}
            shape = image_layers.output_shape(kind, arguments, shape)
        if kind in ("Dense", "LayerNorm") and "no bias" not in arguments:
            result[f"{name}.bias"] = (shape[-1],)
    return result, tuple(shape)


def forward(case, parameters, x):
    """The output before the loss's link, and every value that must stay away from zero."""
    counts, result = {}, Forward(x)
    for kind, *arguments in case.layers:
        counts[kind] = counts.get(kind, 0) + 1
        weight, bias = (parameters.get(f"{kind.lower()}{counts[kind]}.{which}") for which in ("weight", "bias"))
        if kind == "Dense":
            x = F.linear(x, weight, bias)
        elif kind == "LayerNorm":
            epsilon = next((value for value in arguments if isinstance(value, float)), 1e-5)
            x = F.layer_norm(x, x.shape[-1:], weight, bias, epsilon)
        elif kind == "Flatten":
            x = x.reshape(len(x), -1)
        elif kind == "Reshape":
            x = x.reshape(len(x), *arguments)
        elif kind in image_layers.LAYERS:
            prefix = f"{kind.lower()}{counts[kind]}."
            own = {name[len(prefix):]: value for name, value in parameters.items() if name.startswith(prefix)}
            x = image_layers.LAYERS[kind](arguments, own, x)
        else:
            function, kinks = ACTIVATIONS[kind]
            result.kinks += [x - kink for kink in kinks]
            x = function(x, *arguments)
    result.output = x
    return result


def draw(case):
    """(parameters, inputs, targets, sample weights): the first draw that stays away from every kink."""
    if case.point is not None:
        return case.point()
    for seed in range(1000):
        random = np.random.RandomState([seed, *case.name.encode()])

        def uniform(shape, bound, decimals, centre=0.0):
            values = np.round(random.uniform(centre - bound, centre + bound, shape), decimals)
            return torch.from_numpy(values.astype(np.float32).astype(np.float64))

        parameters = {}
        wanted, output_shape = shapes(case)
        for name, shape in wanted.items():
            if "norm" in name and name.endswith("weight"):
                parameters[name] = uniform(shape, 0.5, 2, centre=1.0)
            else:
                parameters[name] = uniform(shape, case.scale * (1.5 / math.sqrt(math.prod(shape[1:])) if len(shape) >= 2 else 0.4), 3)
        inputs = uniform((case.batch, *case.input), 2, case.decimals, centre=case.centre)
        targets = losses.draw(case.loss, random, (case.batch, *output_shape))
        weights = uniform((case.batch,), 0.9, 2, centre=1.1) if case.weighted else None
        result = forward(case, parameters, inputs)
        kinks = result.kinks + losses.kinks(case.loss, result.output, targets)
        if all(value.abs().min() > KINK_DISTANCE for value in kinks):
            return parameters, inputs, targets, weights
    raise RuntimeError(f"{case.name}: every draw comes near a kink")
