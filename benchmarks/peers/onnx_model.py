"""
Writes the networks of workloads.py as ONNX models for prediction (Gemm, Relu, Softmax; batch 1).
The file format is protocol buffers; the few messages that are needed are encoded by hand, field numbers as in onnx.proto3.
"""

import struct
import sys
from pathlib import Path

import workloads

FLOAT = 1  # TensorProto.DataType.FLOAT
ATTRIBUTE_INT = 2  # AttributeProto.AttributeType.INT


def varint(value):
    encoded = bytearray()
    while value > 0x7F:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    encoded.append(value)
    return bytes(encoded)


def number(field, value):
    return varint(field << 3) + varint(value)


def block(field, content):
    content = content.encode() if isinstance(content, str) else content
    return varint(field << 3 | 2) + varint(len(content)) + content


def tensor(name, values):
    """TensorProto: dims 1, data_type 2, name 8, raw_data 9."""
    dims = b"".join(number(1, dim) for dim in values.shape)
    return dims + number(2, FLOAT) + block(8, name) + block(9, values.astype("<f4").tobytes())


def value(name, dims):
    """ValueInfoProto: name 1, type 2 (tensor_type 1: elem_type 1, shape 2 (dim 1: dim_value 1))."""
    shape = b"".join(block(1, number(1, dim)) for dim in dims)
    return block(1, name) + block(2, block(1, number(1, FLOAT) + block(2, shape)))


def integer(name, content):
    """AttributeProto: name 1, i 3, type 20."""
    return block(1, name) + number(3, content) + number(20, ATTRIBUTE_INT)


def node(operation, inputs, output, *attributes):
    """NodeProto: input 1, output 2, op_type 4, attribute 5."""
    return (b"".join(block(1, name) for name in inputs) + block(2, output) + block(4, operation)
            + b"".join(block(5, attribute) for attribute in attributes))


def model(widths):
    """ModelProto: ir_version 1, producer_name 2, graph 7 (node 1, name 2, initializer 5, input 11, output 12), opset_import 8."""
    nodes, initializers = [], []
    current = "x"
    layers = workloads.parameters(widths)
    for index, (weight, bias) in enumerate(layers, start=1):
        initializers += [tensor(f"w{index}", weight), tensor(f"b{index}", bias)]
        nodes.append(node("Gemm", [current, f"w{index}", f"b{index}"], f"h{index}", integer("transB", 1)))
        last = index == len(layers)
        current = "y" if last else f"a{index}"
        nodes.append(node("Softmax", [f"h{index}"], "y", integer("axis", 1)) if last else node("Relu", [f"h{index}"], current))
    graph = (b"".join(block(1, each) for each in nodes) + block(2, "mlp") + b"".join(block(5, each) for each in initializers)
             + block(11, value("x", (1, widths[0]))) + block(12, value("y", (1, widths[-1]))))
    return number(1, 8) + block(2, "netgen") + block(7, graph) + block(8, block(1, "") + number(2, 13))


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for name, (widths, _) in workloads.NETWORKS.items():
        (folder / f"{name}.onnx").write_bytes(model(widths))
        (folder / f"{name}.input").write_bytes(workloads.batch(widths, 1)[0].tobytes())
