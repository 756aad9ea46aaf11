"""What is compared of the layers on images. A case has the same name as its network in tests/NetGen.Images.Tests/Networks, in kebab case there."""

from network import Case

MSE = ("MeanSquaredError", {})
HEAD = [("Flatten",), ("Dense", 3)]


def one(name, shape, *layer, batch=2, **named):
    """A single layer: its output is the network's."""
    return Case(name, shape, [layer], MSE, batch=batch, **named)


def headed(name, shape, *layer, batch=2, **named):
    """A layer without parameters, or nearly, in front of three outputs."""
    return Case(name, shape, [layer, *HEAD], MSE, batch=batch, **named)


GROUPS = {
    "convolutions": [
        one("conv-3x3", (3, 5, 7), "Conv2D", 4, 3, batch=3, weighted=True),
        one("conv-1x1", (17, 2, 3), "Conv2D", 33, 1),
        one("conv-2x2-stride-2", (3, 9, 4), "Conv2D", 5, 2, {"Stride": 2}),
        one("conv-stride-2-padding-1", (3, 9, 4), "Conv2D", 4, 3, {"Stride": 2, "Padding": 1}),
        one("conv-stride-3-padding-2", (1, 5, 7), "Conv2D", 17, 3, {"Stride": 3, "Padding": 2}),
        one("conv-5x5-padding-2", (1, 9, 4), "Conv2D", 3, 5, {"Padding": 2}),
        one("conv-1x3", (3, 5, 7), "Conv2D", 4, 1, 3),
        one("conv-same", (3, 5, 7), "Conv2D", 4, 3, {"Same": True}),
        one("conv-same-even", (1, 5, 7), "Conv2D", 3, 2, {"Same": True}),
        one("conv-same-dilated", (1, 5, 7), "Conv2D", 3, 3, {"Same": True, "Dilation": 2}),
        one("conv-same-stride-2", (3, 9, 4), "Conv2D", 3, 3, {"Same": True, "Stride": 2}),
        one("conv-dilation-2", (3, 5, 7), "Conv2D", 3, 3, {"Dilation": 2}),
        one("conv-dilation-2-stride-2-padding-2", (1, 9, 4), "Conv2D", 3, 3, {"Stride": 2, "Padding": 2, "Dilation": 2}),
        one("conv-no-bias", (3, 5, 7), "Conv2D", 4, 3, {"Bias": False}),
        one("conv-33", (33, 3, 2), "Conv2D", 3, 2, {"Padding": 1}),
        one("conv-groups-2", (4, 5, 7), "Conv2D", 6, 3, {"Padding": 1, "Groups": 2}),
        one("conv-groups-2-stride-2", (6, 5, 4), "Conv2D", 4, 2, {"Stride": 2, "Groups": 2, "Bias": False}),
        one("conv-depthwise", (3, 5, 7), "Conv2D", 3, 3, {"Padding": 1, "Groups": 3}),
        one("conv-depthwise-33", (33, 4, 3), "Conv2D", 33, 3, {"Stride": 2, "Padding": 1, "Groups": 33}),
        one("conv-depthwise-twice", (3, 5, 7), "Conv2D", 6, 3, {"Stride": 2, "Groups": 3}),
    ],
    # Enough channels and outputs for minimal filtering.
    "filtered": [
        one("filtered-padding-1", (16, 6, 8), "Conv2D", 16, 3, {"Padding": 1}),
        one("filtered-same", (16, 7, 9), "Conv2D", 16, 3, {"Same": True, "Bias": False}),
        one("filtered-padding-2", (16, 5, 7), "Conv2D", 16, 3, {"Padding": 2}),
        one("filtered-transposed", (16, 8, 8), "ConvTranspose2D", 16, 3, {"Padding": 1}),
    ],
    "sequences": [
        one("sequence-3", (3, 9), "Conv1D", 4, 3),
        one("sequence-stride-2-padding-1", (3, 8), "Conv1D", 17, 3, {"Stride": 2, "Padding": 1}),
        one("sequence-same-dilated", (2, 9), "Conv1D", 3, 2, {"Same": True, "Dilation": 2}),
        one("sequence-groups-2", (4, 7), "Conv1D", 6, 3, {"Groups": 2, "Bias": False}),
        one("sequence-depthwise", (3, 7), "Conv1D", 3, 5, {"Padding": 2, "Groups": 3}),
    ],
    "transposed": [
        one("transposed-3x3", (3, 3, 4), "ConvTranspose2D", 4, 3),
        one("transposed-stride-2", (3, 3, 4), "ConvTranspose2D", 2, 3, {"Stride": 2, "Padding": 1, "OutputPadding": 1}),
        one("transposed-stride-3", (2, 3, 2), "ConvTranspose2D", 3, 2, {"Stride": 3, "OutputPadding": 2}),
        one("transposed-dilated", (2, 3, 4), "ConvTranspose2D", 3, 3, {"Dilation": 2, "Padding": 2, "OutputPadding": 1}),
        one("transposed-groups-2", (4, 3, 2), "ConvTranspose2D", 6, 3, {"Stride": 2, "Padding": 1, "Groups": 2}),
        one("transposed-depthwise", (3, 3, 4), "ConvTranspose2D", 3, 2, {"Stride": 2, "Groups": 3}),
        one("transposed-no-bias", (3, 3, 4), "ConvTranspose2D", 2, 1, 3, {"Bias": False}),
        one("transposed-33", (17, 2, 1), "ConvTranspose2D", 33, 1, {"Stride": 2}),
    ],
    "pooling": [
        headed("max-pool", (3, 6, 4), "MaxPool2D", 2),
        headed("max-pool-odd", (17, 5, 7), "MaxPool2D", 2),
        headed("max-pool-ties", (2, 5, 7), "MaxPool2D", 3, {"Stride": 2, "Padding": 1}, decimals=0, batch=3),
        headed("max-pool-negative", (3, 5, 7), "MaxPool2D", 3, {"Stride": 2, "Padding": 1}, centre=-3.0),
        headed("max-pool-dilated", (3, 5, 7), "MaxPool2D", 2, {"Stride": 1, "Dilation": 2}),
        headed("max-pool-2x3", (3, 5, 7), "MaxPool2D", 2, 3),
        headed("average-pool", (3, 6, 4), "AveragePool2D", 2),
        headed("average-pool-padded", (3, 5, 7), "AveragePool2D", 3, {"Stride": 2, "Padding": 1}),
        headed("average-pool-2x3", (33, 3, 4), "AveragePool2D", 2, 3, {"Stride": 1}),
        headed("global-average", (17, 5, 3), "GlobalAveragePool2D"),
        headed("adaptive-even", (3, 6, 4), "AdaptiveAveragePool2D", 3, 2),
        headed("adaptive-odd", (3, 5, 7), "AdaptiveAveragePool2D", 3),
        headed("adaptive-larger", (3, 2, 3), "AdaptiveAveragePool2D", 3, 4),
        headed("upsample", (3, 3, 2), "Upsample2D", 2),
        headed("upsample-33", (33, 2, 1), "Upsample2D", 3),
        headed("upsample-bilinear", (3, 4, 3), "Upsample2D", 2, {"Bilinear": True}),
        headed("upsample-bilinear-3", (2, 3, 1), "Upsample2D", 3, {"Bilinear": True}),
    ],
    "channel-norms": [
        headed("group-norm", (4, 3, 5), "GroupNorm", 2),
        headed("group-norm-1", (3, 3, 4), "GroupNorm", 1, {"Epsilon": 0.1}),
        headed("group-norm-33", (33, 2, 3), "GroupNorm", 33),
        headed("group-norm-sequence", (6, 5), "GroupNorm", 3),
        headed("rms-norm", (17,), "RMSNorm", batch=4),
        headed("rms-norm-rows", (3, 7), "RMSNorm", {"Epsilon": 0.1}),
        headed("rms-norm-image", (3, 4, 5), "RMSNorm", batch=3),
        headed("rms-norm-image-33", (2, 3, 33), "RMSNorm", {"Epsilon": 0.1}),
        Case("rms-norm-behind-convolution", (2, 5, 4), [("Conv2D", 3, 3, {"Padding": 1, "Bias": False}), ("RMSNorm",), ("SiLU",), ("Conv2D", 17, 2), ("RMSNorm",), *HEAD], MSE, batch=2),
    ],
    "image-stacks": [
        Case("le-net", (1, 8, 8), [("Conv2D", 4, 3, {"Padding": 1}), ("ReLU",), ("MaxPool2D", 2), ("Conv2D", 6, 3), ("ReLU",), ("Flatten",), ("Dense", 5)],
             ("SoftmaxCrossEntropy", {}), batch=3, optimizers=("sgd-momentum", "adam")),
        Case("separable", (3, 6, 5), [("Conv2D", 4, 3, {"Stride": 2, "Padding": 1, "Bias": False}), ("GroupNorm", 2), ("SiLU",),
                                      ("Conv2D", 4, 3, {"Padding": 1, "Groups": 4}), ("Conv2D", 5, 1), ("GELU",), ("GlobalAveragePool2D",), ("Dense", 3)],
             ("SoftmaxCrossEntropy", {}), batch=3, optimizers=("sgd-nesterov",)),
        Case("autoencoder", (1, 6, 6), [("Conv2D", 4, 3, {"Stride": 2, "Padding": 1}), ("Tanh",), ("ConvTranspose2D", 1, 2, {"Stride": 2})],
             ("BinaryCrossEntropy", {}), batch=3),
        Case("enlarging", (2, 3, 4), [("Conv2D", 3, 3, {"Same": True}), ("ELU",), ("Upsample2D", 2), ("Conv2D", 2, 3, {"Padding": 1}), ("AveragePool2D", 2)], MSE),
        Case("over-sequences", (2, 9), [("Conv1D", 5, 3, {"Padding": 1}), ("SiLU",), ("Conv1D", 3, 3, {"Stride": 2}), ("GroupNorm", 1), ("Tanh",), ("Flatten",), ("Dense", 3)],
             ("SoftmaxCrossEntropy", {}), batch=3),
    ],
}
