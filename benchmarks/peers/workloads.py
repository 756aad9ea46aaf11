"""What every side of a comparison runs: shapes, and numbers that need no common library to be the same everywhere."""

import re
from dataclasses import dataclass

import numpy as np

# name -> (widths, batch of a training step)
NETWORKS = {
    "784-128-10": ((784, 128, 10), 64),
    "784-512-512-10": ((784, 512, 512, 10), 128),
    "4-16-16-2": ((4, 16, 16, 2), 32),
}

# Single convolutions: CHANNELSxSIZE-OUTPUTS-KERNELpPADDINGsSTRIDE. LeNet-5's two, and those of the ResNet.
CONVOLUTIONS = (
    "1x28-6-5p2s1", "6x14-16-5p0s1", "16x32-16-3p1s1", "32x16-32-3p1s1", "64x8-64-3p1s1", "32x16-64-3p1s1", "16x32-32-3p1s2", "16x32-32-1p0s2")

OPTIMIZERS = ("sgd", "adam")


@dataclass(frozen=True)
class ImageNetwork:
    """A network on images: the shape of its input, and multiply-adds per sample of its first layer and of all layers."""

    shape: tuple
    first: int
    all: int


# 5x5 convolutions and dense layers; 3x3 and 1x1 convolutions on 32x32, 16x16 and 8x8 positions.
LENET_FIRST = 28 * 28 * 25 * 6
RESNET_FIRST = 1024 * 9 * 3 * 16
IMAGE_NETWORKS = {
    "lenet-5": ImageNetwork((1, 28, 28), LENET_FIRST, LENET_FIRST + 10 * 10 * 25 * 6 * 16 + 400 * 120 + 120 * 84 + 84 * 10),
    "resnet-8": ImageNetwork(
        (3, 32, 32), RESNET_FIRST,
        RESNET_FIRST + 1024 * 9 * 16 * 32 + 256 * (16 * 32 * 10 + 9 * 32 * 32) + 64 * (32 * 64 * 10 + 9 * 64 * 64) + 64 * 10),
}
IMAGE_ROWS = 64


@dataclass(frozen=True)
class SequenceNetwork:
    """A network on sequences: positions and features of its input, batch, and multiply-adds per sample of what needs no gradient by its input and of all."""

    shape: tuple
    rows: int
    first: int
    all: int

    @staticmethod
    def recurrent(gates, steps=100, features=64, units=128):
        first = steps * gates * units * features
        return SequenceNetwork((steps, features), 32, first, first + steps * gates * units * units + units * 10)

    @staticmethod
    def transformer(width, length=128):
        """One block: projections, a hidden layer of four times the width, and scores and values of those positions that a position sees."""
        return SequenceNetwork((length, width), 16, 0, length * 12 * width**2 + length * (length + 1) * width + width * 10)


SEQUENCE_NETWORKS = {
    "lstm-128": SequenceNetwork.recurrent(4),
    "gru-128": SequenceNetwork.recurrent(3),
    "transformer-128": SequenceNetwork.transformer(128),
    "transformer-256": SequenceNetwork.transformer(256),
}

# Small enough that a long measurement stays where it began: no network is measured after it has learned its batch by heart.
TIMING_RATE = 1e-5
CHECK_RATES = {"sgd": 0.1, "adam": 0.01}
IMAGE_CHECK_RATE = 0.02
SEQUENCE_CHECK_RATE = 0.1
CHECK_STEPS = 5

INPUT_SALT = 101
LABEL_SALT = 102
GRADIENT_SALT = 103


def hashes(salt, count):
    """32-bit hashes of 0..count-1: the finalizer of MurmurHash3 over index + salt * 2654435769."""
    h = (np.arange(count, dtype=np.uint64) + np.uint64(salt) * np.uint64(2654435769)).astype(np.uint32)
    h ^= h >> np.uint32(16)
    h *= np.uint32(0x85EBCA6B)
    h ^= h >> np.uint32(13)
    h *= np.uint32(0xC2B2AE35)
    h ^= h >> np.uint32(16)
    return h


def uniform(salt, count):
    """Numbers in [0, 1), multiples of 2^-24."""
    return (hashes(salt, count) >> np.uint32(8)).astype(np.float32) * np.float32(2.0**-24)


def parameter(index, name, shape):
    """The parameter at a position of a network: He-uniform weights, biases in [-0.1, 0.1), weights of norms in [0.9, 1.1)."""
    vector = len(shape) == 1
    count = int(np.prod(shape))
    bound = np.float32(0.1) if vector else np.float32(np.sqrt(6.0 * shape[0] / count))
    center = np.float32(1 if vector and name.endswith("weight") else 0)
    return (center + (uniform(index + 2, count) * np.float32(2) - np.float32(1)) * bound).reshape(shape)


def parameters(widths):
    """[(weight [out, in], bias [out])] of dense layers."""
    return [(parameter(2 * index, "weight", (fan_out, fan_in)), parameter(2 * index + 1, "bias", (fan_out,)))
            for index, (fan_in, fan_out) in enumerate(zip(widths, widths[1:]))]


def trainings():
    """The names of all steps: NETWORK/OPTIMIZER."""
    return [f"{network}/{optimizer}" for network in NETWORKS for optimizer in OPTIMIZERS] + [f"{network}/sgd" for network in (*IMAGE_NETWORKS, *SEQUENCE_NETWORKS)]


def check_rate(training):
    network, optimizer = training.split("/")
    return IMAGE_CHECK_RATE if network in IMAGE_NETWORKS else SEQUENCE_CHECK_RATE if network in SEQUENCE_NETWORKS else CHECK_RATES[optimizer]


def batch(widths, rows):
    """Inputs [rows, in] in [0, 1) and labels [rows]."""
    inputs = uniform(INPUT_SALT, rows * widths[0]).reshape(rows, widths[0])
    labels = (hashes(LABEL_SALT, rows) % np.uint32(widths[-1])).astype(np.int64)
    return inputs, labels


@dataclass(frozen=True)
class Convolution:
    """One convolution of IMAGE_ROWS square images."""

    channels: int
    size: int
    outputs: int
    kernel: int
    padding: int
    stride: int

    @staticmethod
    def of(shape):
        return Convolution(*map(int, re.fullmatch(r"(\d+)x(\d+)-(\d+)-(\d+)p(\d+)s(\d+)", shape).groups()))

    @property
    def out(self):
        return (self.size + 2 * self.padding - self.kernel) // self.stride + 1

    @property
    def flops(self):
        """Of the forward pass; each of the gradients by inputs and weights has as many."""
        return 2 * IMAGE_ROWS * self.out**2 * self.outputs * self.channels * self.kernel**2

    def numbers(self):
        """Images, weight, bias, gradients by the outputs."""
        images = uniform(INPUT_SALT, IMAGE_ROWS * self.channels * self.size**2).reshape(IMAGE_ROWS, self.channels, self.size, self.size)
        weight = parameter(0, "weight", (self.outputs, self.channels, self.kernel, self.kernel))
        gradients = uniform(GRADIENT_SALT, IMAGE_ROWS * self.outputs * self.out**2) * np.float32(2) - np.float32(1)
        return images, weight, parameter(1, "bias", (self.outputs,)), gradients.reshape(IMAGE_ROWS, self.outputs, self.out, self.out)
