"""The layers on images and sequences by their NetGen names, with the arguments of the attributes: ("Conv2D", 4, 3, {"Stride": 2, "Padding": 1})."""

import torch
import torch.nn.functional as F

# Smallest distance of 1 to the next float: the default of torch.nn.RMSNorm.
FLOAT_EPSILON = 2.0**-23


def split(arguments):
    """Positional arguments and named ones."""
    named = next((value for value in arguments if isinstance(value, dict)), {})
    return [value for value in arguments if not isinstance(value, dict)], named


def window(kernel, flat):
    """Rows and columns of a window, or positions of one over sequences."""
    return tuple(kernel) if flat or len(kernel) == 2 else (kernel[0], kernel[0])


def convolution_shapes(kind, arguments, inputs):
    (channels, *kernel), named = split(arguments)
    groups, taps = named.get("Groups", 1), window(kernel, kind == "Conv1D")
    weight = (inputs, channels // groups, *taps) if kind == "ConvTranspose2D" else (channels, inputs // groups, *taps)
    return {"weight": weight, **({"bias": (channels,)} if named.get("Bias", True) else {})}


def parameter_shapes(kind, arguments, shape):
    """{parameter: shape} of a layer whose input has this shape."""
    if kind in ("Conv1D", "Conv2D", "ConvTranspose2D"):
        return convolution_shapes(kind, arguments, shape[0])
    if kind == "GroupNorm":
        return {"weight": (shape[0],), "bias": (shape[0],)}
    return {"weight": (shape[-1],)} if kind == "RMSNorm" else {}


def same(x, taps, stride, dilation):
    """Zeros around x so that each axis of the result is ceil(extent / stride) long; the odd one goes to the end."""
    padding = []
    for extent, kernel in zip(reversed(x.shape[2:]), reversed(taps)):
        total = max(0, (-(-extent // stride) - 1) * stride + dilation * (kernel - 1) + 1 - extent)
        padding += [total // 2, total - total // 2]
    return F.pad(x, padding)


def convolve(kind, arguments, parameters, x):
    (_, *kernel), named = split(arguments)
    stride, padding, dilation, groups = (named.get(name, default) for name, default in (("Stride", 1), ("Padding", 0), ("Dilation", 1), ("Groups", 1)))
    weight, bias = parameters["weight"], parameters.get("bias")
    if kind == "ConvTranspose2D":
        return F.conv_transpose2d(x, weight, bias, stride, padding, named.get("OutputPadding", 0), groups, dilation)
    function = F.conv1d if kind == "Conv1D" else F.conv2d
    if not named.get("Same", False):
        return function(x, weight, bias, stride, padding, dilation, groups)
    result = function(same(x, window(kernel, kind == "Conv1D"), stride, dilation), weight, bias, stride, 0, dilation, groups)
    if stride == 1:
        torch.testing.assert_close(result, function(x, weight, bias, 1, "same", dilation, groups))
    return result


def pool(kind, arguments, x):
    kernel, named = split(arguments)
    taps, padding = window(kernel, False), named.get("Padding", 0)
    stride = named.get("Stride", taps)
    if kind == "MaxPool2D":
        return F.max_pool2d(x, taps, stride, padding, named.get("Dilation", 1))
    return F.avg_pool2d(x, taps, stride, padding)


def upsample(arguments, x):
    (scale,), named = split(arguments)
    if named.get("Bilinear", False):
        return F.interpolate(x, scale_factor=scale, mode="bilinear", align_corners=False)
    return F.interpolate(x, scale_factor=scale, mode="nearest")


def rms_norm(arguments, parameters, x):
    """torch.nn.RMSNorm(x.shape[-1]) in operations: PyTorch 1.13 has none."""
    epsilon = split(arguments)[1].get("Epsilon", FLOAT_EPSILON)
    return x / torch.sqrt((x * x).mean(-1, keepdim=True) + epsilon) * parameters["weight"]


LAYERS = {
    **{kind: lambda a, p, x, kind=kind: convolve(kind, a, p, x) for kind in ("Conv1D", "Conv2D", "ConvTranspose2D")},
    **{kind: lambda a, p, x, kind=kind: pool(kind, a, x) for kind in ("MaxPool2D", "AveragePool2D")},
    "GlobalAveragePool2D": lambda a, p, x: F.adaptive_avg_pool2d(x, 1).flatten(1),
    "AdaptiveAveragePool2D": lambda a, p, x: F.adaptive_avg_pool2d(x, window(a, False)),
    "Upsample2D": lambda a, p, x: upsample(a, x),
    "GroupNorm": lambda a, p, x: F.group_norm(x, a[0], p["weight"], p["bias"], split(a)[1].get("Epsilon", 1e-5)),
    "RMSNorm": rms_norm,
}


def output_shape(kind, arguments, shape):
    """The output's shape, from a run on zeros."""
    parameters = {name: torch.zeros(dims, dtype=torch.float64) for name, dims in parameter_shapes(kind, arguments, shape).items()}
    return list(LAYERS[kind](arguments, parameters, torch.zeros((1, *shape), dtype=torch.float64)).shape[1:])
