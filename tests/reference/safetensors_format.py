"""Reads and writes safetensors files by the published format, with nothing but the standard library.

An independent second implementation for the tests: https://github.com/huggingface/safetensors#format

    python3 tests/reference/safetensors_format.py make FOLDER   write the assets of the tests
    python3 tests/reference/safetensors_format.py show FILE     check a file and print its tensors
"""

import json
import struct
import sys

CODES = {"F16": "e", "F32": "f", "F64": "d", "I64": "q"}
SIZES = {"BF16": 2, **{dtype: struct.calcsize("<" + code) for dtype, code in CODES.items()}}


def count(shape):
    product = 1
    for extent in shape:
        product *= extent
    return product


def pack(dtype, values):
    if dtype == "BF16":  # the upper half of a float32
        return b"".join(struct.pack("<f", value)[2:] for value in values)
    return struct.pack(f"<{len(values)}{CODES[dtype]}", *values)


def unpack(dtype, data):
    if dtype == "BF16":
        return [struct.unpack("<f", b"\0\0" + data[i:i + 2])[0] for i in range(0, len(data), 2)]
    return list(struct.unpack(f"<{len(data) // SIZES[dtype]}{CODES[dtype]}", data))


def write(path, tensors, metadata=None):
    """tensors: name -> (dtype, shape, flat values)."""
    header, data = {}, b""
    if metadata is not None:
        header["__metadata__"] = metadata
    for name, (dtype, shape, values) in tensors.items():
        assert len(values) == count(shape), name
        packed = pack(dtype, values)
        header[name] = {"dtype": dtype, "shape": list(shape), "data_offsets": [len(data), len(data) + len(packed)]}
        data += packed
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def read(path):
    with open(path, "rb") as file:
        content = file.read()
    (length,) = struct.unpack_from("<Q", content)
    assert length % 8 == 0, "header is not padded to 8 bytes"
    assert content[8:9] == b"{", "header does not start with {"
    header = json.loads(content[8:8 + length].decode("utf-8"))
    data = content[8 + length:]
    metadata = header.pop("__metadata__", None)
    tensors, end = {}, 0
    for name, entry in sorted(header.items(), key=lambda item: item[1]["data_offsets"]):
        first, last = entry["data_offsets"]
        assert first == end, f"{name}: gap or overlap"
        assert last - first == count(entry["shape"]) * SIZES[entry["dtype"]], f"{name}: size"
        tensors[name] = (entry["dtype"], entry["shape"], unpack(entry["dtype"], data[first:last]))
        end = last
    assert end == len(data), "bytes after the last tensor"
    return tensors, metadata


def mixed():
    """A file of all types that a parameter is read from; every value is exact in its type."""
    return {
        "dense1.weight": ("F32", [3, 4], [(k - 6) / 8 for k in range(12)]),
        "dense1.bias": ("F64", [3], [0.5, -0.25, 8.0]),
        "dense2.weight": ("F16", [2, 3], [k / 4 for k in range(6)]),
        "dense2.bias": ("BF16", [2], [1.5, -2.0]),
    }


def plain():
    """What NetGen writes for a float network of these shapes, byte for byte."""
    return {
        "dense1.weight": ("F32", [3, 4], [(k - 6) / 8 for k in range(12)]),
        "dense1.bias": ("F32", [3], [0.5, -0.25, 8.0]),
    }


if __name__ == "__main__":
    command, place = sys.argv[1:]
    if command == "make":
        write(f"{place}/mixed.safetensors", mixed(), {"format": "pt"})
        write(f"{place}/plain.safetensors", plain(), {"format": "pt", "netgen.network": "DigitNet"})
    else:
        found, about = read(place)
        print(json.dumps({"metadata": about, "tensors": found}))
