"""Weights of PyTorch in safetensors files, for every layer of NetGen that has weights, and back.

    python3 tests/reference/round_trip.py make          write tests/NetGen.Shipping.Tests/PyTorch/Files, one file per layer
    python3 tests/reference/round_trip.py check FOLDER  load what NetGen saved of them into the same modules, strictly, and compare bit for bit

The tests load each file into a network and save it into a folder of their own (NETGEN_ROUND_TRIP names one that stays).
"""

import json
import pathlib
import struct
import sys

import numpy as np
import torch
from torch import nn

FILES = pathlib.Path(__file__).parent.parent / "NetGen.Shipping.Tests" / "PyTorch" / "Files"
TYPES = {"F32": np.float32, "I64": np.int64}


class RMSNorm(nn.Module):
    """torch.nn.RMSNorm, which PyTorch has from 2.4 on; one tensor of the same name."""

    def __init__(self, size):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(size))


class Raw(nn.Module):
    """A parameter of a module itself."""

    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.zeros(3, 4))


def modules():
    one = lambda name, layer: nn.ModuleDict({name: layer})
    return {
        "dense": one("dense1", nn.Linear(5, 3)),
        "conv1d": one("conv1d1", nn.Conv1d(4, 6, 3, groups=2)),
        "conv2d": one("conv2d1", nn.Conv2d(4, 6, (3, 2), groups=2)),
        "convtranspose2d": one("convtranspose2d1", nn.ConvTranspose2d(4, 6, (3, 2), groups=2)),
        "batchnorm": one("batchnorm1", nn.BatchNorm2d(4)),
        "layernorm": one("layernorm1", nn.LayerNorm(6)),
        "groupnorm": one("groupnorm1", nn.GroupNorm(2, 4)),
        "rmsnorm": one("rmsnorm1", RMSNorm(6)),
        "prelu": one("prelu1", nn.PReLU()),
        "embedding": nn.ModuleDict({"embedding1": nn.Embedding(11, 7), "positionalembedding1": nn.Embedding(5, 7)}),
        "rnn": one("rnn1", nn.RNN(4, 3, num_layers=2, bidirectional=True, batch_first=True)),
        "lstm": one("lstm1", nn.LSTM(4, 3, num_layers=2, bidirectional=True, batch_first=True)),
        "gru": one("gru1", nn.GRU(4, 3, num_layers=2, bidirectional=True, batch_first=True)),
        "selfattention": one("selfattention1", nn.MultiheadAttention(8, 2, batch_first=True)),
        "parameter": Raw(),
    }


def fill(module):
    """Values of every size, and those that a conversion would lose: minus zero, the smallest and the largest number."""
    with torch.no_grad():
        for name, tensor in module.state_dict().items():
            if tensor.dtype == torch.int64:
                tensor.fill_(2 ** 40 + 1)
            else:
                tensor.copy_(torch.randn(tensor.shape) * torch.exp(4 * torch.randn(tensor.shape)))
                flat = tensor.view(-1)
                flat[0] = 1e-45
                flat[-1] = 3.4028234e38
                if name.endswith("running_var"):
                    tensor.abs_()
                elif flat.numel() > 2:
                    flat[1] = -0.0


def write(path, state):
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for name, tensor in state.items():
        packed = tensor.detach().contiguous().numpy().tobytes()
        header[name] = {
            "dtype": "I64" if tensor.dtype == torch.int64 else "F32",
            "shape": list(tensor.shape),
            "data_offsets": [len(data), len(data) + len(packed)],
        }
        data += packed
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def read(path):
    content = path.read_bytes()
    (length,) = struct.unpack_from("<Q", content)
    header = json.loads(content[8:8 + length])
    header.pop("__metadata__", None)
    state = {}
    for name, entry in header.items():
        first, last = (8 + length + offset for offset in entry["data_offsets"])
        values = np.frombuffer(content[first:last], TYPES[entry["dtype"]]).reshape(entry["shape"])
        state[name] = torch.from_numpy(values.copy())
    return state


def bits(state):
    return {name: (tuple(tensor.shape), tensor.detach().contiguous().numpy().tobytes()) for name, tensor in state.items()}


if __name__ == "__main__":
    if sys.argv[1] == "make":
        torch.manual_seed(1)
        FILES.mkdir(parents=True, exist_ok=True)
        for name, module in modules().items():
            fill(module)
            write(FILES / f"{name}.safetensors", module.state_dict())
    else:
        for name, module in modules().items():
            module.load_state_dict(read(pathlib.Path(sys.argv[2]) / f"{name}.safetensors"), strict=True)
            assert bits(module.state_dict()) == bits(read(FILES / f"{name}.safetensors")), name
            print(f"{name}: {sum(tensor.numel() for tensor in module.state_dict().values())} values, the same bits")
