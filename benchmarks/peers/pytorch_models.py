"""The networks of workloads.py in PyTorch, parameters in the order of ours; forward gives the mean cross-entropy of a batch."""

import torch
import torch.nn.functional as functional
from torch import nn

import workloads

CLASSES = 10


class Classifier(nn.Module):
    def __init__(self, body):
        super().__init__()
        self.body = body

    def forward(self, x, y):
        return functional.cross_entropy(self.body(x), y)


def dense_layers(widths):
    layers = []
    for fan_in, fan_out in zip(widths, widths[1:]):
        layers += [nn.Linear(fan_in, fan_out), nn.ReLU()]
    return nn.Sequential(*layers[:-1])


def lenet():
    return nn.Sequential(
        nn.Conv2d(1, 6, 5, padding=2), nn.ReLU(inplace=True), nn.MaxPool2d(2), nn.Conv2d(6, 16, 5), nn.ReLU(inplace=True), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(400, 120), nn.ReLU(inplace=True), nn.Linear(120, 84), nn.ReLU(inplace=True), nn.Linear(84, 10))


def normed(channels, out, kernel, stride=1):
    return [nn.Conv2d(channels, out, kernel, stride, padding=kernel // 2, bias=False), nn.BatchNorm2d(out)]


class Residual(nn.Module):
    """Two 3x3 convolutions beside a shortcut, which is a strided 1x1 convolution where the shape changes."""

    def __init__(self, channels, out, stride):
        super().__init__()
        self.body = nn.Sequential(*normed(channels, out, 3, stride), nn.ReLU(inplace=True), *normed(out, out, 3))
        self.shortcut = nn.Sequential(*normed(channels, out, 1, stride)) if stride != 1 else nn.Identity()

    def forward(self, x):
        return functional.relu(self.shortcut(x) + self.body(x), inplace=True)


def resnet():
    return nn.Sequential(
        *normed(3, 16, 3), nn.ReLU(inplace=True), Residual(16, 16, 1), Residual(16, 32, 2), Residual(32, 64, 2),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10))


class LastState(nn.Module):
    """What a recurrent layer gives at the last step, and a dense layer. The sequence has its steps first, as PyTorch likes it best."""

    def __init__(self, recurrent):
        super().__init__()
        self.recurrent = recurrent
        self.head = nn.Linear(recurrent.hidden_size, CLASSES)

    def forward(self, x):
        return self.head(self.recurrent(x)[0][-1])


class CausalAttention(nn.Module):
    """Written out: PyTorch 1.13 has no attention in tiles for processors, and its MultiheadAttention has the same products with more around them."""

    def __init__(self, width, length, heads=4):
        super().__init__()
        self.heads, self.width, self.scale = heads, width, (width // heads) ** -0.5
        self.project = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.register_buffer("mask", torch.full((length, length), float("-inf")).triu(1))

    def forward(self, x):
        rows, length, width = x.shape
        q, k, v = self.project(x).view(rows, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4).reshape(3, rows * self.heads, length, width // self.heads).unbind(0)
        weights = functional.softmax(torch.baddbmm(self.mask, q, k.transpose(1, 2), alpha=self.scale), -1)
        return self.out(torch.bmm(weights, v).view(rows, self.heads, length, width // self.heads).transpose(1, 2).reshape(rows, length, width))


class Transformer(nn.Module):
    """One block with the norms before, the mean over the positions, and a dense layer."""

    def __init__(self, width, length):
        super().__init__()
        self.attention = nn.Sequential(nn.LayerNorm(width), CausalAttention(width, length))
        self.mixing = nn.Sequential(nn.LayerNorm(width), nn.Linear(width, 4 * width), nn.GELU(), nn.Linear(4 * width, width))
        self.head = nn.Linear(width, CLASSES)

    def forward(self, x):
        x = x + self.attention(x)
        x = x + self.mixing(x)
        return self.head(x.mean(1))


def sequence_body(network):
    length, features = workloads.SEQUENCE_NETWORKS[network].shape
    kind = network.split("-")[0]
    return Transformer(features, length) if kind == "transformer" else LastState({"lstm": nn.LSTM, "gru": nn.GRU}[kind](features, 128))


def build(network):
    """(model, inputs, labels), the model with the hashed parameters."""
    if network in workloads.NETWORKS:
        widths, rows = workloads.NETWORKS[network]
        body, shape = dense_layers(widths), (widths[0],)
    elif network in workloads.SEQUENCE_NETWORKS:
        body = sequence_body(network)
        shape, rows = workloads.SEQUENCE_NETWORKS[network].shape, workloads.SEQUENCE_NETWORKS[network].rows
    else:
        body = {"lenet-5": lenet, "resnet-8": resnet}[network]()
        shape, rows = workloads.IMAGE_NETWORKS[network].shape, workloads.IMAGE_ROWS
    model = Classifier(body)
    with torch.no_grad():
        for index, (name, parameter) in enumerate(model.named_parameters()):
            parameter.copy_(torch.from_numpy(workloads.parameter(index, name, tuple(parameter.shape))))
    inputs, labels = workloads.batch((int(torch.tensor(shape).prod()), CLASSES if network in workloads.SEQUENCE_NETWORKS else body[-1].out_features), rows)
    x = torch.from_numpy(inputs).reshape(rows, *shape)
    return model, x.transpose(0, 1).contiguous() if isinstance(body, LastState) else x, torch.from_numpy(labels)
