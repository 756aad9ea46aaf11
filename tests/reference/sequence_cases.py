"""What is compared of the layers on sequences. A case has the same name as its network in tests/NetGen.Sequences.Tests/Networks, in kebab case there."""

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch.nn.utils import rnn


@dataclass
class Case:
    """
    A network over tokens that answers classes: the shapes of its parameters by name, in the order of the file, and the logits as a function of both.
    """

    name: str
    length: int
    vocabulary: int
    classes: int
    parameters: dict
    forward: object
    batch: int = 3
    per_position: bool = False
    ignored: tuple = ()
    weighted: bool = False
    optimizers: tuple = ()
    lengths: tuple = ()


def linear(p, name, x):
    return F.linear(x, p[f"{name}.weight"], p.get(f"{name}.bias"))


def dense(name, inputs, outputs):
    return {f"{name}.weight": (outputs, inputs), f"{name}.bias": (outputs,)}


def embedding(name, length, vocabulary, width, batch=3, padding=None, **named):
    """Vectors, flattened, in front of three classes."""
    return Case(
        name, length, vocabulary, 3, {"embedding1.weight": (vocabulary, width)} | dense("dense1", length * width, 3),
        lambda p, x: linear(p, "dense1", F.embedding(x, p["embedding1.weight"], padding_idx=padding).flatten(1)), batch, **named)


def tied(name, length, vocabulary, width):
    """One table at both ends."""
    def forward(p, x):
        return F.linear(linear(p, "body.dense1", F.embedding(x, p["table"])).tanh(), p["table"])
    return Case(name, length, vocabulary, vocabulary, {"table": (vocabulary, width)} | dense("body.dense1", width, width), forward, per_position=True, optimizers=("adam",))


def sequence(name, length, vocabulary, width, classes, parameters, function, **named):
    """Vectors, what is tested, and classes for each position."""
    return Case(
        name, length, vocabulary, classes, {"embedding1.weight": (vocabulary, width)} | parameters | dense("dense1", width, classes),
        lambda p, x: linear(p, "dense1", function(p, F.embedding(x, p["embedding1.weight"]))), per_position=True, **named)


def sinusoids(length, width):
    """Vaswani et al. 2017, section 3.5."""
    angles = [[position / 10000 ** (feature // 2 * 2 / width) for feature in range(width)] for position in range(length)]
    return torch.tensor([[math.cos(a) if i % 2 else math.sin(a) for i, a in enumerate(row)] for row in angles], dtype=torch.float64)


def rotate(x):
    """Rotary positions as GPT-NeoX and LLaMA have them; x is [..., length, d]."""
    length, width = x.shape[-2:]
    frequencies = 1.0 / 10000 ** (torch.arange(0, width, 2, dtype=torch.float64) / width)
    angles = torch.arange(length, dtype=torch.float64)[:, None] * frequencies
    angles = torch.cat((angles, angles), -1)
    first, second = x[..., : width // 2], x[..., width // 2:]
    return x * angles.cos() + torch.cat((-second, first), -1) * angles.sin()


def projections(name, width, bias=True):
    shapes = {"in_proj_weight": (3 * width, width), "in_proj_bias": (3 * width,), "out_proj.weight": (width, width), "out_proj.bias": (width,)}
    return {f"{name}.{which}": shape for which, shape in shapes.items() if bias or not which.endswith("bias")}


def attend(p, name, heads, x, causal=False, rotary=False, absent=None):
    """torch.nn.MultiheadAttention(width, heads, batch_first=True) of x, x, x, with the key_padding_mask absent; with rotary positions in its parts."""
    batch, length, width = x.shape
    mask = torch.full((length, length), -torch.inf, dtype=x.dtype).triu(1) if causal else None
    weight, bias, out, out_bias = (p.get(f"{name}.{which}") for which in ("in_proj_weight", "in_proj_bias", "out_proj.weight", "out_proj.bias"))
    q, k, v = (part.reshape(batch, length, heads, -1).transpose(1, 2) for part in F.linear(x, weight, bias).chunk(3, -1))
    if rotary:
        q, k = rotate(q), rotate(k)
    scores = q @ k.transpose(-1, -2) / math.sqrt(width // heads)
    scores = scores if mask is None else scores + mask
    scores = scores if absent is None else scores.masked_fill(absent[:, None, None, :], -torch.inf)
    answers = F.softmax(scores, -1) @ v
    result = F.linear(answers.transpose(1, 2).reshape(batch, length, width), out, out_bias)
    if not rotary:
        rows = x.transpose(0, 1)
        theirs, _ = F.multi_head_attention_forward(
            rows, rows, rows, width, heads, weight, bias, None, None, False, 0.0, out, out_bias, training=False, need_weights=False, attn_mask=mask, key_padding_mask=absent)
        torch.testing.assert_close(result, theirs.transpose(0, 1))
    return result


def attention(name, length, vocabulary, width, heads, causal=False, rotary=False, bias=True, **named):
    return sequence(
        name, length, vocabulary, width, 3, projections("selfattention1", width, bias),
        lambda p, x: attend(p, "selfattention1", heads, x, causal, rotary), **named)


def norm(p, name, x):
    return F.layer_norm(x, x.shape[-1:], p[f"{name}.weight"], p[f"{name}.bias"])


def transformer(name, length, vocabulary, width, heads):
    """A small GPT: blocks with the norms before, and the table of tokens at both ends."""
    parameters = {"tokens": (vocabulary, width), "positions.positionalembedding1.weight": (length, width)}
    for block in range(2):
        at = f"blocks.block1.{block}."
        parameters |= {f"{at}attention.layernorm1.{which}": (width,) for which in ("weight", "bias")}
        parameters |= projections(f"{at}attention.selfattention1", width)
        parameters |= {f"{at}mixing.layernorm1.{which}": (width,) for which in ("weight", "bias")}
        parameters |= dense(f"{at}mixing.dense1", width, 2 * width) | dense(f"{at}mixing.dense2", 2 * width, width)
    parameters |= {f"last.layernorm1.{which}": (width,) for which in ("weight", "bias")}

    def forward(p, x):
        x = F.embedding(x, p["tokens"]) + p["positions.positionalembedding1.weight"]
        for block in range(2):
            at = f"blocks.block1.{block}."
            x = x + attend(p, f"{at}attention.selfattention1", heads, norm(p, f"{at}attention.layernorm1", x), causal=True)
            x = x + linear(p, f"{at}mixing.dense2", F.gelu(linear(p, f"{at}mixing.dense1", norm(p, f"{at}mixing.layernorm1", x))))
        return F.linear(norm(p, "last.layernorm1", x), p["tokens"])

    return Case(name, length, vocabulary, vocabulary, parameters, forward, per_position=True, optimizers=("sgd-momentum",))


def recurrent_shapes(name, kind, features, units, layers=1, bidirectional=False, bias=True):
    gates = {"rnn": 1, "lstm": 4, "gru": 3}[kind]
    shapes = {}
    for layer in range(layers):
        for suffix in ("", "_reverse") if bidirectional else ("",):
            inputs = features if layer == 0 else units * (2 if bidirectional else 1)
            shapes[f"{name}.weight_ih_l{layer}{suffix}"] = (gates * units, inputs)
            shapes[f"{name}.weight_hh_l{layer}{suffix}"] = (gates * units, units)
            if bias:
                shapes[f"{name}.bias_ih_l{layer}{suffix}"] = (gates * units,)
                shapes[f"{name}.bias_hh_l{layer}{suffix}"] = (gates * units,)
    return shapes


def recurrent(name, kind, length, features, units, sequences=True, layers=1, bidirectional=False, bias=True, relu=False, batch=3, **named):
    """torch.nn.RNN, LSTM or GRU on vectors of tokens, and classes for each position or of what is left in the end."""
    width = units * (2 if bidirectional else 1)
    vocabulary, classes = 6, 3

    def forward(p, x):
        own = [value for key, value in p.items() if key.startswith(f"{kind}1.")]
        h = torch.zeros(layers * (2 if bidirectional else 1), len(x), units, dtype=torch.float64)
        run = {"rnn": torch._VF.rnn_relu if relu else torch._VF.rnn_tanh, "lstm": torch._VF.lstm, "gru": torch._VF.gru}[kind]
        outputs = run(F.embedding(x, p["embedding1.weight"]), (h, h) if kind == "lstm" else h, own, bias, layers, 0.0, False, bidirectional, True)[0]
        last = torch.cat((outputs[:, -1, :units], outputs[:, 0, units:]), -1)
        return linear(p, "dense1", outputs if sequences else last)

    parameters = {"embedding1.weight": (vocabulary, features)} | recurrent_shapes(f"{kind}1", kind, features, units, layers, bidirectional, bias) | dense("dense1", width, classes)
    return Case(name, length, vocabulary, classes, parameters, forward, batch, per_position=sequences, **named)


def masked_recurrent(name, kind, length, lengths, features, units, sequences=True, layers=1, bidirectional=False, **named):
    """torch.nn.RNN, LSTM or GRU on pack_padded_sequence of vectors of tokens; classes for each position or of the final states."""
    width = units * (2 if bidirectional else 1)
    vocabulary, classes = 6, 3

    def forward(p, x):
        own = [value for key, value in p.items() if key.startswith(f"{kind}1.")]
        h = torch.zeros(layers * (2 if bidirectional else 1), len(x), units, dtype=torch.float64)
        run = {"rnn": torch._VF.rnn_tanh, "lstm": torch._VF.lstm, "gru": torch._VF.gru}[kind]
        packed = rnn.pack_padded_sequence(F.embedding(x, p["embedding1.weight"]), (x != 0).sum(-1), batch_first=True, enforce_sorted=False)
        outputs, states, *_ = run(packed.data, packed.batch_sizes, (h, h) if kind == "lstm" else h, own, True, layers, 0.0, False, bidirectional)
        outputs, _ = rnn.pad_packed_sequence(packed._replace(data=outputs), batch_first=True, total_length=length)
        last = states[:, packed.unsorted_indices]
        return linear(p, "dense1", outputs if sequences else torch.cat((last[-2], last[-1]), -1) if bidirectional else last[-1])

    parameters = {"embedding1.weight": (vocabulary, features)} | recurrent_shapes(f"{kind}1", kind, features, units, layers, bidirectional) | dense("dense1", width, classes)
    return Case(name, length, vocabulary, classes, parameters, forward, len(lengths), per_position=sequences, lengths=lengths, **named)


def masked_attention(name, length, lengths, vocabulary, width, heads, causal=False, **named):
    def forward(p, x):
        return linear(p, "dense1", attend(p, "selfattention1", heads, F.embedding(x, p["embedding1.weight"]), causal, absent=x == 0))
    parameters = {"embedding1.weight": (vocabulary, width)} | projections("selfattention1", width) | dense("dense1", width, 3)
    return Case(name, length, vocabulary, 3, parameters, forward, len(lengths), per_position=True, lengths=lengths, **named)


def masked_blocks(name, length, lengths, vocabulary, width, heads):
    """A block in Forward and a residual, both with attention, in front of a GRU: the mask of the tokens goes through all."""
    parameters = {"embedding1.weight": (vocabulary, width)}
    parameters |= {f"block1.attention.layernorm1.{which}": (width,) for which in ("weight", "bias")} | projections("block1.attention.selfattention1", width)
    parameters |= dense("block1.mixing.dense1", width, width)
    parameters |= projections("residual1.selfattention1", width) | dense("residual1.dense1", width, width)
    parameters |= recurrent_shapes("gru1", "gru", width, 5) | dense("dense1", 5, 3)

    def forward(p, x):
        absent = x == 0
        x = F.embedding(x, p["embedding1.weight"])
        y = x + attend(p, "block1.attention.selfattention1", heads, norm(p, "block1.attention.layernorm1", x), absent=absent)
        x = (linear(p, "block1.mixing.dense1", y) * 0.5 + y).tanh()
        x = x + linear(p, "residual1.dense1", attend(p, "residual1.selfattention1", heads, x, absent=absent))
        packed = rnn.pack_padded_sequence(x, (~absent).sum(-1), batch_first=True, enforce_sorted=False)
        own = [value for key, value in p.items() if key.startswith("gru1.")]
        states = torch._VF.gru(packed.data, packed.batch_sizes, torch.zeros(1, len(x), 5, dtype=torch.float64), own, True, 1, 0.0, False, False)[1]
        return linear(p, "dense1", states[0, packed.unsorted_indices])

    return Case(name, length, vocabulary, 3, parameters, forward, len(lengths), lengths=lengths, optimizers=("sgd-momentum",))  # Adam would divide the gradient by biases of keys, zero but for rounding, by its own size.


GROUPS = {
    "masking": [
        masked_recurrent("masked-rnn-last", "rnn", 6, (6, 2, 4), 4, 3, sequences=False, weighted=True),
        masked_recurrent("masked-lstm", "lstm", 5, (3, 5, 1), 4, 3, optimizers=("adam",)),
        masked_recurrent("masked-lstm-last", "lstm", 7, (2, 7, 5), 5, 17, sequences=False, optimizers=("sgd-momentum",)),
        masked_recurrent("masked-lstm-32", "lstm", 9, (9, 4, 1, 6, 7), 6, 32),
        masked_recurrent("masked-lstm-bidirectional", "lstm", 5, (5, 2, 3), 4, 3, bidirectional=True),
        masked_recurrent("masked-lstm-bidirectional-last", "lstm", 6, (1, 6, 4), 4, 33, sequences=False, bidirectional=True),
        masked_recurrent("masked-lstm-deep", "lstm", 5, (4, 2, 5), 3, 6, sequences=False, layers=3, bidirectional=True),
        masked_recurrent("masked-gru", "gru", 5, (3, 5, 1), 4, 3, weighted=True, optimizers=("adam",)),
        masked_recurrent("masked-gru-last", "gru", 7, (7, 1, 6), 5, 32, sequences=False),
        masked_recurrent("masked-gru-two-layers", "gru", 6, (2, 6, 3), 5, 4, layers=2, bidirectional=True),
        masked_attention("masked-attention", 5, (5, 2, 3), 7, 6, 2, weighted=True, optimizers=("sgd-momentum",)),
        masked_attention("masked-attention-35", 35, (33, 7, 35, 1), 7, 32, 1),
        masked_attention("masked-attention-causal", 39, (39, 12), 7, 33, 3, causal=True),
        masked_blocks("masked-blocks", 7, (4, 7, 2), 9, 8, 2),
    ],
    "recurrent": [
        recurrent("rnn", "rnn", 5, 4, 3, optimizers=("adam",)),
        recurrent("rnn-relu", "rnn", 7, 5, 6, relu=True),
        recurrent("rnn-last", "rnn", 9, 3, 17, sequences=False, weighted=True),
        recurrent("rnn-no-bias", "rnn", 4, 3, 5, bias=False),
        recurrent("rnn-bidirectional", "rnn", 6, 5, 4, bidirectional=True),
        recurrent("lstm", "lstm", 5, 4, 3, weighted=True, optimizers=("sgd-momentum", "adam")),
        recurrent("lstm-last", "lstm", 7, 5, 17, sequences=False, optimizers=("adam",)),
        recurrent("lstm-32", "lstm", 13, 6, 32, batch=5),
        recurrent("lstm-64-last", "lstm", 4, 33, 64, sequences=False, batch=17),
        recurrent("lstm-single-step", "lstm", 1, 4, 5),
        recurrent("lstm-no-bias", "lstm", 3, 4, 7, bias=False),
        recurrent("lstm-bidirectional", "lstm", 5, 4, 3, bidirectional=True),
        recurrent("lstm-bidirectional-last", "lstm", 6, 4, 33, sequences=False, bidirectional=True),
        recurrent("lstm-two-layers", "lstm", 6, 5, 4, layers=2),
        recurrent("lstm-deep", "lstm", 5, 3, 6, sequences=False, layers=3, bidirectional=True),
        recurrent("gru", "gru", 5, 4, 3, weighted=True, optimizers=("adam",)),
        recurrent("gru-last", "gru", 7, 5, 17, sequences=False, optimizers=("sgd-momentum",)),
        recurrent("gru-32", "gru", 11, 6, 32),
        recurrent("gru-no-bias", "gru", 3, 4, 7, bias=False),
        recurrent("gru-bidirectional-last", "gru", 6, 4, 5, sequences=False, bidirectional=True),
        recurrent("gru-two-layers", "gru", 6, 5, 4, layers=2),
    ],
    "positions": [
        sequence("positional-embedding", 7, 11, 5, 4, {"positionalembedding1.weight": (7, 5)}, lambda p, x: x + p["positionalembedding1.weight"], optimizers=("adam",)),
        sequence("positional-embedding-longer", 33, 5, 17, 3, {"positionalembedding1.weight": (40, 17)}, lambda p, x: x + p["positionalembedding1.weight"][:33]),
        sequence("sinusoidal", 9, 5, 6, 3, {}, lambda p, x: torch.tanh(x + sinusoids(9, 6))),
        sequence("sinusoidal-odd", 35, 5, 33, 3, {}, lambda p, x: torch.tanh(x + sinusoids(35, 33))),
        sequence("rotary", 19, 5, 12, 3, {}, lambda p, x: torch.tanh(rotate(x.reshape(-1, 19, 2, 6).transpose(1, 2)).transpose(1, 2).reshape(-1, 19, 12))),
    ],
    "attention": [
        attention("attention", 5, 7, 6, 2, weighted=True, optimizers=("sgd-momentum",)),
        attention("attention-one-head", 3, 4, 17, 1),
        attention("attention-causal", 9, 7, 12, 3, causal=True),
        attention("attention-causal-35", 35, 7, 33, 3, causal=True, batch=2),
        attention("attention-rotary", 9, 7, 12, 3, causal=True, rotary=True, optimizers=("adam",)),
        attention("attention-no-bias", 4, 5, 8, 4, bias=False),
        attention("attention-single-position", 1, 5, 4, 2),
        transformer("transformer", 10, 13, 12, 3),
    ],
    "labels": [
        sequence("labels-per-position", 5, 6, 7, 4, {}, lambda p, x: torch.tanh(x), weighted=True),
        sequence("labels-ignored", 5, 6, 7, 4, {}, lambda p, x: torch.tanh(x), ignored=(0, 3, 4, 11), weighted=True, optimizers=("adam",)),
        embedding("labels-ignored-per-sample", 3, 4, 5, batch=7, ignored=(1, 6)),
    ],
    "embeddings": [
        embedding("embedding", 7, 11, 5, weighted=True, optimizers=("sgd-momentum", "adam", "adamw")),
        embedding("embedding-one-feature", 3, 4, 1, batch=1),
        embedding("embedding-17", 5, 33, 17),
        embedding("embedding-33", 9, 100, 33, batch=5, optimizers=("adam",)),
        embedding("embedding-64", 2, 70, 64, batch=17),
        embedding("embedding-few-tokens", 40, 2, 6),
        embedding("embedding-padding", 6, 5, 4, padding=2, optimizers=("adam",)),
        tied("tied", 5, 7, 6),
        tied("tied-33", 35, 40, 33),
    ],
}
