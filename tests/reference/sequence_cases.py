"""What is compared of the layers on sequences. A case has the same name as its network in tests/NetGen.Sequences.Tests/Networks, in kebab case there."""

from dataclasses import dataclass

import torch.nn.functional as F


@dataclass
class Case:
    """
    A network over tokens that answers classes: the shapes of its parameters by name, in the order of the file, and the logits as a function of both.
    """

    name: str
    length: int
    vocabulary: int
    classes: int
    parameters: dict
    forward: object
    batch: int = 3
    per_position: bool = False
    ignored: tuple = ()
    weighted: bool = False
    optimizers: tuple = ()


def linear(p, name, x):
    return F.linear(x, p[f"{name}.weight"], p.get(f"{name}.bias"))


def dense(name, inputs, outputs):
    return {f"{name}.weight": (outputs, inputs), f"{name}.bias": (outputs,)}


def embedding(name, length, vocabulary, width, batch=3, padding=None, **named):
    """Vectors, flattened, in front of three classes."""
    return Case(
        name, length, vocabulary, 3, {"embedding1.weight": (vocabulary, width)} | dense("dense1", length * width, 3),
        lambda p, x: linear(p, "dense1", F.embedding(x, p["embedding1.weight"], padding_idx=padding).flatten(1)), batch, **named)


def tied(name, length, vocabulary, width):
    """One table at both ends."""
    def forward(p, x):
        return F.linear(linear(p, "body.dense1", F.embedding(x, p["table"])).tanh(), p["table"])
    return Case(name, length, vocabulary, vocabulary, {"table": (vocabulary, width)} | dense("body.dense1", width, width), forward, per_position=True, optimizers=("adam",))


GROUPS = {
    "embeddings": [
        embedding("embedding", 7, 11, 5, weighted=True, optimizers=("sgd-momentum", "adam", "adamw")),
        embedding("embedding-one-feature", 3, 4, 1, batch=1),
        embedding("embedding-17", 5, 33, 17),
        embedding("embedding-33", 9, 100, 33, batch=5, optimizers=("adam",)),
        embedding("embedding-64", 2, 70, 64, batch=17),
        embedding("embedding-few-tokens", 40, 2, 6),
        embedding("embedding-padding", 6, 5, 4, padding=2, optimizers=("adam",)),
        tied("tied", 5, 7, 6),
        tied("tied-33", 35, 40, 33),
    ],
}
