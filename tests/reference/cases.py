"""What is compared. A case has the same name as its network in tests/NetGen.EndToEnd.Tests/Networks, in kebab case there."""

import torch

from network import Case

MSE = ("MeanSquaredError", {})
CROSS_ENTROPY = ("SoftmaxCrossEntropy", {})
DENSE5, DENSE3 = ("Dense", 5), ("Dense", 3)

# name -> (layer, scale of the weights: wide enough to reach the flat parts)
ACTIVATIONS = {
    "relu": (("ReLU",), 1),
    "leaky-relu": (("LeakyReLU",), 1),
    "leaky-relu-0.2": (("LeakyReLU", 0.2), 1),
    "elu": (("ELU",), 1),
    "elu-0.5": (("ELU", 0.5), 1),
    "selu": (("SELU",), 1),
    "gelu": (("GELU",), 1.5),
    "gelu-tanh": (("GELU", True), 1.5),
    "silu": (("SiLU",), 1.5),
    "tanh": (("Tanh",), 1),
    "sigmoid": (("Sigmoid",), 1.5),
    "softplus": (("Softplus",), 1.5),
    "hard-sigmoid": (("HardSigmoid",), 2.5),
    "hard-swish": (("HardSwish",), 2.5),
    "mish": (("Mish",), 1.5),
    "softmax": (("Softmax",), 1),
    "log-softmax": (("LogSoftmax",), 1),
}

LOSSES = {
    "cross-entropy": CROSS_ENTROPY,
    "cross-entropy-smoothing": ("SoftmaxCrossEntropy", {"smoothing": 0.1}),
    "cross-entropy-class-weights": ("SoftmaxCrossEntropy", {"class_weights": [0.5, 2.0, 1.25]}),
    "cross-entropy-both": ("SoftmaxCrossEntropy", {"smoothing": 0.1, "class_weights": [0.5, 2.0, 1.25]}),
    "binary-cross-entropy": ("BinaryCrossEntropy", {}),
    "binary-cross-entropy-class-weights": ("BinaryCrossEntropy", {"class_weights": [0.5, 2.0, 1.25]}),
    "binary-cross-entropy-positive-weights": ("BinaryCrossEntropy", {"positive_weights": [3.0, 0.75, 1.5]}),
    "mean-squared-error": MSE,
    "mean-squared-error-class-weights": ("MeanSquaredError", {"class_weights": [0.5, 2.0, 1.25]}),
    "mean-absolute-error": ("MeanAbsoluteError", {}),
    "huber": ("Huber", {}),
    "huber-0.5": ("Huber", {"delta": 0.5}),
    "kl-divergence": ("KLDivergence", {}),
    "hinge": ("Hinge", {}),
}

SMALL_OPTIMIZERS = (
    "sgd", "sgd-momentum", "sgd-nesterov", "sgd-dampening", "adam", "adam-decay", "adam-amsgrad", "adamw",
    "rmsprop", "rmsprop-centered", "adagrad", "adagrad-decay", "lion", "lion-decay",
)


def far_logits():
    """An identity layer, so that the logits are the inputs: (100, 0, -100) for each label, and (0, 0, 0)."""
    parameters = {"dense1.weight": torch.eye(3, dtype=torch.float64), "dense1.bias": torch.zeros(3, dtype=torch.float64)}
    row = [100.0, 0.0, -100.0]
    inputs = torch.tensor([row, row, row, [0.0, 0.0, 0.0]], dtype=torch.float64)
    return parameters, inputs, torch.tensor([0, 1, 2, 1]), None


def far_binary_logits():
    parameters = {"dense1.weight": torch.eye(3, dtype=torch.float64), "dense1.bias": torch.zeros(3, dtype=torch.float64)}
    row = [100.0, 0.0, -100.0]
    inputs = torch.tensor([row, row], dtype=torch.float64)
    return parameters, inputs, torch.tensor([[1.0, 0.0, 0.0], [0.0, 1.0, 1.0]], dtype=torch.float64), None


GROUPS = {
    "activations": [
        Case(name, (7,), [DENSE5, layer, DENSE3], MSE, scale=scale) for name, (layer, scale) in ACTIVATIONS.items()
    ],
    "odd-sizes": [
        Case("odd-relu", (19,), [("Dense", 33), ("ReLU",), ("Dense", 17)], CROSS_ENTROPY, batch=13),
        Case("odd-gelu", (19,), [("Dense", 33), ("GELU",), ("Dense", 17)], MSE, batch=13),
        Case("odd-tanh", (19,), [("Dense", 33), ("Tanh",), ("Dense", 17)], CROSS_ENTROPY, batch=13, optimizers=("sgd-momentum", "adam")),
        Case("odd-softmax", (19,), [("Dense", 33), ("Softmax",), ("Dense", 17)], MSE, batch=13),
        Case("width-1", (1,), [("Dense", 1), ("Tanh",), ("Dense", 1)], MSE, batch=5),
        Case("width-3", (3,), [("Dense", 3), ("SiLU",), ("Dense", 1)], ("BinaryCrossEntropy", {}), batch=1),
        Case("width-17", (17,), [("Dense", 17), ("ELU",), ("Dense", 17)], CROSS_ENTROPY, batch=17),
        Case("single-layer", (7,), [DENSE3], MSE, batch=3),
    ],
    "losses": [
        Case(name, (7,), [DENSE5, ("Tanh",), DENSE3], loss, batch=6, weighted=True) for name, loss in LOSSES.items()
    ],
    "stable": [
        Case("far-logits", (3,), [DENSE3], CROSS_ENTROPY, point=far_logits),
        Case("far-binary-logits", (3,), [DENSE3], ("BinaryCrossEntropy", {}), batch=2, point=far_binary_logits),
    ],
    "normalisation": [
        Case("layer-norm-5", (7,), [DENSE5, ("LayerNorm",), ("Tanh",), DENSE3], MSE),
        Case("layer-norm-33", (9,), [("Dense", 33), ("LayerNorm",), ("ReLU",), DENSE3], CROSS_ENTROPY, batch=7),
        Case("layer-norm-no-bias", (7,), [DENSE5, ("LayerNorm", "no bias"), ("SiLU",), DENSE3], MSE),
        Case("layer-norm-epsilon", (7,), [DENSE5, ("LayerNorm", 0.1), ("Tanh",), DENSE3], MSE),
        Case("layer-norm-rank-2", (21,), [("Reshape", 3, 7), ("LayerNorm",), ("Dense", 4), ("Tanh",), ("Flatten",), DENSE3], MSE, batch=3),
        Case("layer-norm-last", (7,), [DENSE5, ("LayerNorm",)], MSE),
    ],
    "shapes": [
        Case("positions", (42,), [("Reshape", 6, 7), DENSE5], CROSS_ENTROPY, batch=3),
        Case("positions-deep", (6, 7), [DENSE5, ("GELU",), ("Dense", 4)], CROSS_ENTROPY, batch=3),
        Case("positions-flatten", (42,), [("Reshape", 6, 7), DENSE5, ("Tanh",), ("Flatten",), DENSE3], CROSS_ENTROPY, batch=3),
        Case("positions-regression", (6, 7), [DENSE5, ("Softplus",), ("Dense", 2)], MSE, batch=3, weighted=True),
        Case("flatten", (2, 3, 4), [("Flatten",), DENSE5, ("Tanh",), DENSE3], CROSS_ENTROPY),
        Case("reshape-middle", (7,), [("Dense", 12), ("Tanh",), ("Reshape", 3, 4), ("Dense", 2), ("Tanh",), ("Flatten",), DENSE3], MSE),
        Case("no-bias", (7,), [("Dense", 5, "no bias"), ("SELU",), ("Dense", 3, "no bias")], MSE),
    ],
    "optimizers": [
        Case("stepping", (7,), [DENSE5, ("SiLU",), DENSE3], MSE, batch=5, optimizers=SMALL_OPTIMIZERS),
        Case("stepping-layer-norm", (7,), [DENSE5, ("LayerNorm",), ("Tanh",), DENSE3], CROSS_ENTROPY, batch=5, optimizers=("sgd-nesterov", "adamw")),
    ],
}
