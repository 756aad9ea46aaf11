"""What every side of a comparison runs: shapes, and numbers that need no common library to be the same everywhere."""

import numpy as np

# name -> (widths, batch of a training step)
NETWORKS = {
    "784-128-10": ((784, 128, 10), 64),
    "784-512-512-10": ((784, 512, 512, 10), 128),
    "4-16-16-2": ((4, 16, 16, 2), 32),
}

OPTIMIZERS = ("sgd", "adam")

# Small enough that a long measurement stays where it began: no network is measured after it has learned its batch by heart.
TIMING_RATE = 1e-5
CHECK_RATES = {"sgd": 0.1, "adam": 0.01}
CHECK_STEPS = 5

INPUT_SALT = 101
LABEL_SALT = 102


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


def parameters(widths):
    """[(weight [out, in], bias [out])]: He-uniform weights, biases in [-0.1, 0.1)."""
    layers = []
    for index, (fan_in, fan_out) in enumerate(zip(widths, widths[1:]), start=1):
        bound = np.float32(np.sqrt(6.0 / fan_in))
        weight = (uniform(2 * index, fan_in * fan_out) * np.float32(2) - np.float32(1)) * bound
        bias = (uniform(2 * index + 1, fan_out) * np.float32(2) - np.float32(1)) * np.float32(0.1)
        layers.append((weight.reshape(fan_out, fan_in), bias))
    return layers


def batch(widths, rows):
    """Inputs [rows, in] in [0, 1) and labels [rows]."""
    inputs = uniform(INPUT_SALT, rows * widths[0]).reshape(rows, widths[0])
    labels = (hashes(LABEL_SALT, rows) % np.uint32(widths[-1])).astype(np.int64)
    return inputs, labels
