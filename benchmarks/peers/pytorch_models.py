"""The networks of workloads.py in PyTorch, parameters in the order of ours; forward gives the mean cross-entropy of a batch."""

import torch
import torch.nn.functional as functional
from torch import nn

import workloads


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


def build(network):
    """(model, inputs, labels), the model with the hashed parameters."""
    if network in workloads.NETWORKS:
        widths, rows = workloads.NETWORKS[network]
        body, shape = dense_layers(widths), (widths[0],)
    else:
        body = {"lenet-5": lenet, "resnet-8": resnet}[network]()
        shape, rows = workloads.IMAGE_NETWORKS[network].shape, workloads.IMAGE_ROWS
    model = Classifier(body)
    with torch.no_grad():
        for index, (name, parameter) in enumerate(model.named_parameters()):
            parameter.copy_(torch.from_numpy(workloads.parameter(index, name, tuple(parameter.shape))))
    inputs, labels = workloads.batch((int(torch.tensor(shape).prod()), body[-1].out_features), rows)
    return model, torch.from_numpy(inputs).reshape(rows, *shape), torch.from_numpy(labels)
