"""
The files of reference values: one text file per group of cases. A case opens with its name in brackets; each line is a tensor,
`key <tab> dims separated by x <tab> values separated by blanks`, every value the shortest decimal that reads back as the same float32.
"""

import numpy as np


def shortest(value):
    text = str(np.float32(value))
    return text[:-2] if text.endswith(".0") else text


def write(path, cases):
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ["# Written by tests/reference/layers.py; do not edit."]
    for name, entries in cases.items():
        lines.append(f"[{name}]")
        for key, tensor in entries:
            dims = "x".join(str(dim) for dim in tensor.shape) or "1"
            lines.append("\t".join((key, dims, " ".join(shortest(value) for value in tensor.reshape(-1).tolist()))))
    path.write_text("\n".join(lines) + "\n")
