"""
The losses by their NetGen names, as (name, {argument: value}). Value of a network = sum of w_i l_i / sum of w_i over samples i; without
sample weights each equals PyTorch's loss with mean reduction, which is asserted here wherever PyTorch has it.
"""

import numpy as np
import torch
import torch.nn.functional as F


def link(loss, output):
    """What Predict returns for the output of the last layer."""
    if loss[0] in ("SoftmaxCrossEntropy", "KLDivergence"):
        return F.softmax(output, -1)
    return torch.sigmoid(output) if loss[0] == "BinaryCrossEntropy" else output


def draw(loss, random, shape):
    """Targets for outputs of shape [batch, ...]."""
    kind = loss[0]
    if kind == "SoftmaxCrossEntropy":
        return torch.from_numpy(random.randint(0, shape[-1], shape[:-1]))
    if kind == "BinaryCrossEntropy":
        values = np.where(random.uniform(size=shape) < 0.75, random.randint(0, 2, shape), 0.3)
    elif kind == "Hinge":
        values = random.randint(0, 2, shape) * 2 - 1
    elif kind == "KLDivergence":
        # Multiples of 1/64 that sum to one, now and then a zero: 0 log 0 = 0.
        values = np.stack([random.multinomial(64, np.ones(shape[-1]) / shape[-1]) for _ in range(int(np.prod(shape[:-1])))]) / 64
        values = values.reshape(shape)
        values[0, ..., 0], values[0, ..., 1] = 0, values[0, ..., 0] + values[0, ..., 1]
    else:
        values = np.round(random.uniform(-1.5, 1.5, shape), 2)
    return torch.from_numpy(np.asarray(values, np.float32).astype(np.float64))


def kinks(loss, output, targets):
    kind, arguments = loss
    if kind == "MeanAbsoluteError":
        return [output - targets]
    if kind == "Huber":
        return [(output - targets).abs() - arguments.get("delta", 1.0)]
    return [1 - targets * output] if kind == "Hinge" else []


def factors(arguments, name, classes):
    return torch.tensor(arguments[name], dtype=torch.float64) if name in arguments else torch.ones(classes, dtype=torch.float64)


def cross_entropy(arguments, logits, labels, weights):
    """torch.nn.CrossEntropyLoss, each sample's terms and its share of the denominator multiplied by its weight."""
    classes = logits.shape[-1]
    logits, labels = logits.reshape(-1, classes), labels.reshape(-1)
    factor, smoothing = factors(arguments, "class_weights", classes), arguments.get("smoothing", 0.0)
    logarithms = F.log_softmax(logits, -1)
    hard = -factor[labels] * logarithms[torch.arange(len(labels)), labels]
    smooth = -(logarithms * factor).sum(-1)
    weights_or_ones = torch.ones(len(labels), dtype=torch.float64) if weights is None else weights
    mixed = (1 - smoothing) * hard + smoothing / classes * smooth
    value = (weights_or_ones * mixed).sum() / (weights_or_ones * factor[labels]).sum()
    if weights is None:
        torch.testing.assert_close(value, F.cross_entropy(logits, labels, factor, label_smoothing=smoothing))
    return value


def elements(kind, arguments, output, targets):
    """The loss of each output, [batch, ...]; their mean over a sample is the loss of the sample."""
    if kind == "BinaryCrossEntropy":
        positive = factors(arguments, "positive_weights", output.shape[-1])
        return F.binary_cross_entropy_with_logits(output, targets, pos_weight=positive, reduction="none")
    if kind == "MeanSquaredError":
        return F.mse_loss(output, targets, reduction="none")
    if kind == "MeanAbsoluteError":
        return F.l1_loss(output, targets, reduction="none")
    if kind == "Huber":
        return F.huber_loss(output, targets, reduction="none", delta=arguments.get("delta", 1.0))
    if kind == "Hinge":
        return torch.clamp(1 - targets * output, min=0)
    raise ValueError(kind)


def value(loss, output, targets, weights):
    kind, arguments = loss
    if kind == "SoftmaxCrossEntropy":
        return cross_entropy(arguments, output, targets, weights)
    if kind == "KLDivergence":
        samples = F.kl_div(F.log_softmax(output, -1), targets, reduction="none").reshape(len(output), -1).sum(-1)
    else:
        factor = factors(arguments, "class_weights", output.shape[-1])
        samples = (factor * elements(kind, arguments, output, targets)).reshape(len(output), -1).mean(-1)
    return samples.mean() if weights is None else (weights * samples).sum() / weights.sum()
