"""
The network of samples/TinyGpt in PyTorch: the same layers, initial distributions, text, batches of windows, optimizer, schedule and clipping, so that the losses and the tokens per
second can be compared. Prints a line per interval, in the columns of the sample.

  tinygpt.py FILE [--steps 9765] [--interval 651] [--batch 16] [--rate 3e-3] [--seed 42] [--threads 1]
"""

import argparse
import math
import time

import numpy
import torch
from torch import nn
from torch.nn import functional

CONTEXT, VOCABULARY, WIDTH, HEADS, BLOCKS = 128, 128, 128, 4, 4
LEARN = 0.9
WARM_UP, LOWEST = 0.05, 0.1


def dense(fan_in, fan_out, he=False):
    """Weights from N(0, 2 / fan-in) before an activation of the ReLU family, otherwise U(±sqrt(6 / (fan-in + fan-out))); biases zero."""
    layer = nn.Linear(fan_in, fan_out)
    nn.init.kaiming_normal_(layer.weight, nonlinearity="relu") if he else nn.init.xavier_uniform_(layer.weight)
    nn.init.zeros_(layer.bias)
    return layer


class Attention(nn.Module):
    """Written out: PyTorch 1.13 has no attention in tiles for processors."""

    def __init__(self):
        super().__init__()
        self.project, self.out = dense(WIDTH, 3 * WIDTH), dense(WIDTH, WIDTH)
        self.register_buffer("mask", torch.full((CONTEXT, CONTEXT), float("-inf")).triu(1))

    def forward(self, x):
        rows, length, width = x.shape
        q, k, v = self.project(x).view(rows, length, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4).reshape(3, rows * HEADS, length, width // HEADS).unbind(0)
        weights = functional.softmax(torch.baddbmm(self.mask, q, k.transpose(1, 2), alpha=(width // HEADS) ** -0.5), -1)
        return self.out(torch.bmm(weights, v).view(rows, HEADS, length, width // HEADS).transpose(1, 2).reshape(rows, length, width))


class Block(nn.Module):
    """The norms stand before what they are for."""

    def __init__(self):
        super().__init__()
        self.attention = nn.Sequential(nn.LayerNorm(WIDTH), Attention())
        self.mixing = nn.Sequential(nn.LayerNorm(WIDTH), dense(WIDTH, 4 * WIDTH, he=True), nn.GELU(), dense(4 * WIDTH, WIDTH))

    def forward(self, x):
        x = x + self.attention(x)
        return x + self.mixing(x)


class Gpt(nn.Module):
    """The table of characters stands at both ends."""

    def __init__(self):
        super().__init__()
        self.table, self.positions = nn.Parameter(torch.randn(VOCABULARY, WIDTH) * 0.02), nn.Parameter(torch.randn(CONTEXT, WIDTH) * 0.02)
        self.body = nn.Sequential(*[Block() for _ in range(BLOCKS)], nn.LayerNorm(WIDTH))

    def forward(self, tokens):
        return self.body(self.table[tokens] + self.positions) @ self.table.T


def optimizer_of(net, rate):
    """Decay for all but biases and norms, as in the sample."""
    spared = [p for name, module in net.named_modules() for key, p in module.named_parameters(recurse=False) if isinstance(module, nn.LayerNorm) or key == "bias"]
    others = [p for p in net.parameters() if not any(p is other for other in spared)]
    return torch.optim.AdamW([{"params": others}, {"params": spared, "weight_decay": 0}], lr=rate, betas=(0.9, 0.99), weight_decay=0.1, foreach=True)


def rate_at(step, steps, rate):
    """A warm-up and half a cosine."""
    warm = WARM_UP * steps
    if step < warm:
        return rate * (step + 1) / warm
    return rate * (LOWEST + (1 - LOWEST) * 0.5 * (1 + math.cos(math.pi * (step - warm) / (steps - warm))))


def windows(tokens, starts):
    rows = torch.stack([tokens[start:start + CONTEXT + 1] for start in starts])
    return rows[:, :-1], rows[:, 1:]


def loss_of(net, tokens, starts):
    inputs, labels = windows(tokens, starts)
    return functional.cross_entropy(net(inputs).flatten(0, 1), labels.flatten())


def validate(net, tokens, batch):
    """The mean over windows side by side."""
    starts = list(range(0, len(tokens) - CONTEXT, CONTEXT))
    with torch.no_grad():
        return sum(loss_of(net, tokens, part).item() * len(part) for part in (starts[i:i + batch] for i in range(0, len(starts), batch))) / len(starts)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file")
    for name, value in {"steps": 9765, "interval": 651, "batch": 16, "rate": 3e-3, "seed": 42, "threads": 1}.items():
        parser.add_argument("--" + name, type=type(value), default=value)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    with open(options.file, encoding="utf-8") as file:
        text = file.read()
    numbers = {character: number for number, character in enumerate(sorted(set(text)))}
    tokens = torch.tensor([numbers[character] for character in text])
    learn, held = tokens[:int(len(tokens) * LEARN)], tokens[int(len(tokens) * LEARN):]
    net, generator = Gpt(), numpy.random.default_rng(options.seed)
    optimizer = optimizer_of(net, options.rate)
    print("  step   million tokens   loss    validation   tokens/s", flush=True)
    for first in range(0, options.steps, options.interval):
        total, start = 0.0, time.perf_counter()
        last = min(options.steps, first + options.interval)
        for step in range(first, last):
            for group in optimizer.param_groups:
                group["lr"] = rate_at(step, options.steps, options.rate)
            loss = loss_of(net, learn, generator.integers(0, len(learn) - CONTEXT, options.batch).tolist())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            total += loss.item()
        seconds = time.perf_counter() - start
        print(f"{last:6}   {last * options.batch * CONTEXT / 1e6:14.3f}   {total / (last - first):<7.4f} {validate(net, held, 32):<12.4f} {(last - first) * options.batch * CONTEXT / seconds:8,.0f}", flush=True)


if __name__ == "__main__":
    main()
