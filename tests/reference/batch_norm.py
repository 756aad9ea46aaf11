"""
Batch norms over vectors, sequences and images: loss and gradients in training mode, then the whole state_dict after five steps of gradient descent, and what the
network predicts then. Run with PyTorch 1.13: python3 batch_norm.py
"""

from pathlib import Path

import torch
from torch import nn

import storage

TARGET = Path(__file__).resolve().parents[1] / "NetGen.Images.Tests" / "BatchNorms" / "Reference" / "batch-norms.txt"
STEPS, RATE = 5, 0.1


class Stack(nn.Module):
    """Layers under NetGen's names, one after the other."""

    def __init__(self, **layers):
        super().__init__()
        for name, layer in layers.items():
            setattr(self, name, layer)
        self.order = list(layers)

    def forward(self, x):
        for name in self.order:
            x = getattr(self, name)(x)
        return x


CASES = {
    "image": (lambda: Stack(conv2d1=nn.Conv2d(3, 6, 3, padding=1, bias=False), batchnorm1=nn.BatchNorm2d(6), relu=nn.ReLU(), pool=nn.MaxPool2d(2),
                            conv2d2=nn.Conv2d(6, 8, 2), batchnorm2=nn.BatchNorm2d(8), tanh=nn.Tanh(), flatten=nn.Flatten(), dense1=nn.Linear(16, 4)), (3, 5, 7), 6),
    "vector": (lambda: Stack(dense1=nn.Linear(5, 33), batchnorm1=nn.BatchNorm1d(33, eps=1e-3, momentum=0.3), silu=nn.SiLU(), dense2=nn.Linear(33, 4)), (5,), 7),
    "sequence": (lambda: Stack(batchnorm1=nn.BatchNorm1d(3), conv1d1=nn.Conv1d(3, 5, 3), batchnorm2=nn.BatchNorm1d(5), tanh=nn.Tanh(), flatten=nn.Flatten(),
                               dense1=nn.Linear(35, 4)), (3, 9), 3),
}


def case(build, shape, batch):
    net = build()
    for name, parameter in net.named_parameters():
        if "batchnorm" in name:
            nn.init.uniform_(parameter, 0.5, 1.5)
    x = (torch.randn(batch, *shape) * 2 + 1).requires_grad_()
    y = torch.arange(batch) % 4
    entries = [(f"parameter/{name}", parameter.detach().clone()) for name, parameter in net.named_parameters()]
    entries += [("inputs", x.detach()), ("targets", y)]
    before = {name: value.clone() for name, value in net.state_dict().items()}
    loss = nn.functional.cross_entropy(net(x), y)
    loss.backward()
    entries += [("loss", loss.detach()), ("inputgradient", x.grad)]
    entries += [(f"gradient/{name}", parameter.grad.clone()) for name, parameter in net.named_parameters()]
    net.load_state_dict(before)
    optimizer = torch.optim.SGD(net.parameters(), RATE)
    for _ in range(STEPS):
        optimizer.zero_grad()
        nn.functional.cross_entropy(net(x.detach()), y).backward()
        optimizer.step()
    entries += [(f"after/{name}", value) for name, value in net.state_dict().items()]
    net.eval()
    return entries + [("predictions", torch.softmax(net(x.detach()), 1).detach())]


if __name__ == "__main__":
    torch.manual_seed(6)
    storage.write(TARGET, {name: case(*arguments) for name, arguments in CASES.items()})
