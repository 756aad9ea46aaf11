"""
The network of samples/Cifar in PyTorch: the same layers, initial distribution, data, changes of pictures, schedule and penalties, so that the
accuracies can be compared. Prints a line per epoch as CSV, in the columns of the sample's curves.csv, and the accuracy on the test set at the end.

  cifar_resnet.py FOLDER [--epochs 30] [--batch 64] [--rate 0.1] [--seed 42] [--deep] [--threads 1]
"""

import argparse
import glob
import os
import time

import numpy
import torch
from torch import nn
from torch.nn import functional

HELD_BACK = 0.05
FRAME = 4


def conv(fan_in, fan_out, kernel, stride=1):
    """A convolution without bias; weights from N(0, 2 / fan-in) (He et al. 2015)."""
    layer = nn.Conv2d(fan_in, fan_out, kernel, stride, padding=kernel // 2, bias=False)
    nn.init.kaiming_normal_(layer.weight, mode="fan_in", nonlinearity="relu")
    return layer


class Block(nn.Module):
    """Two convolutions beside a shortcut, which has a convolution of its own where the shape changes."""

    def __init__(self, fan_in, fan_out):
        super().__init__()
        stride = 1 if fan_in == fan_out else 2
        self.body = nn.Sequential(
            conv(fan_in, fan_out, 3, stride), nn.BatchNorm2d(fan_out), nn.ReLU(), conv(fan_out, fan_out, 3), nn.BatchNorm2d(fan_out))
        self.shortcut = nn.Identity() if stride == 1 else nn.Sequential(conv(fan_in, fan_out, 1, stride), nn.BatchNorm2d(fan_out))

    def forward(self, x):
        return functional.relu(self.shortcut(x) + self.body(x))


def network(repeat):
    """6 n + 2 layers: He et al. 2016, section 4.2."""
    widths = [16] + [16] * repeat + [32] * repeat + [64] * repeat
    blocks = [Block(fan_in, fan_out) for fan_in, fan_out in zip(widths, widths[1:])]
    head = nn.Linear(64, 10)
    nn.init.xavier_uniform_(head.weight)
    nn.init.zeros_(head.bias)
    return nn.Sequential(conv(3, 16, 3), nn.BatchNorm2d(16), nn.ReLU(), *blocks, nn.AdaptiveAvgPool2d(1), nn.Flatten(), head)


def read(folder, pattern):
    """Pictures 0 to 1 and labels of CIFAR-10's binary files."""
    files = sorted(glob.glob(os.path.join(folder, pattern)))
    if not files:
        raise SystemExit(f"There is no file {pattern} in '{folder}': the binary version of CIFAR-10 is expected.")
    records = numpy.concatenate([numpy.fromfile(file, numpy.uint8).reshape(-1, 3073) for file in files])
    return torch.from_numpy(records[:, 1:].reshape(-1, 3, 32, 32).astype(numpy.float32) / 255), torch.from_numpy(records[:, 0].astype(numpy.int64))


def load(folder, seed):
    """Normalised by channel with the training part's statistics; a twentieth of each class is held back from training."""
    (train, labels), (test, test_labels) = read(folder, "data_batch*.bin"), read(folder, "test_batch*.bin")
    mean, deviation = train.mean((0, 2, 3), keepdim=True), train.std((0, 2, 3), unbiased=False, keepdim=True)
    order = numpy.random.default_rng(seed).permutation(len(labels))
    held = numpy.concatenate([(members := order[labels.numpy()[order] == label])[:round(len(members) * HELD_BACK)] for label in range(10)])
    learn = numpy.setdiff1d(order, held)
    train = (train - mean) / deviation
    black = -mean / deviation
    return (train[learn], labels[learn]), (train[held], labels[held]), ((test - mean) / deviation, test_labels), black


def changed(pictures, black, generator):
    """Each picture shifted by up to four pixels, black where it came from outside, and mirrored or not."""
    count, channels, side, _ = pictures.shape
    padded = black.expand(count, channels, side + 2 * FRAME, side + 2 * FRAME).clone()
    padded[:, :, FRAME:-FRAME, FRAME:-FRAME] = pictures
    result = torch.empty_like(pictures)
    places = torch.randint(0, 2 * FRAME + 1, (count, 2), generator=generator).tolist()
    mirrored = (torch.rand(count, generator=generator) < 0.5).tolist()
    for i, (top, left) in enumerate(places):
        crop = padded[i, :, top:top + side, left:left + side]
        result[i] = crop.flip(2) if mirrored[i] else crop
    return result


def measure(model, pictures, labels):
    """Mean loss and accuracy in evaluation mode."""
    model.eval()
    with torch.no_grad():
        outputs = torch.cat([model(part) for part in pictures.split(250)])
    model.train()
    return functional.cross_entropy(outputs, labels).item(), (outputs.argmax(1) == labels).float().mean().item()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--rate", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--deep", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    generator = torch.Generator().manual_seed(options.seed)

    (pictures, labels), held, test, black = load(options.folder, options.seed)
    model = network(3 if options.deep else 1)
    optimizer = torch.optim.SGD(model.parameters(), options.rate, momentum=0.9, nesterov=True, weight_decay=5e-4)
    steps = options.epochs * -(-len(labels) // options.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, options.rate, total_steps=steps, cycle_momentum=False)
    print("epoch,loss,accuracy,validation_loss,validation_accuracy,learning_rate,seconds")
    for epoch in range(1, options.epochs + 1):
        start, total = time.time(), 0.0
        for part in torch.randperm(len(labels), generator=generator).split(options.batch):
            optimizer.zero_grad()
            loss = functional.cross_entropy(model(changed(pictures[part], black, generator)), labels[part])
            loss.backward()
            optimizer.step()
            rate = schedule.get_last_lr()[0]
            schedule.step()
            total += loss.item() * len(part)
        some = len(held[1])
        _, accuracy = measure(model, pictures[:some], labels[:some])
        validation = measure(model, *held)
        print(f"{epoch},{total / len(labels):.5f},{accuracy:.5f},{validation[0]:.5f},{validation[1]:.5f},{rate:.6g},{time.time() - start:.2f}", flush=True)

    loss, accuracy = measure(model, *test)
    print(f"# test: loss {loss:.4f}, accuracy {100 * accuracy:.2f} % of {len(test[1])} pictures")


if __name__ == "__main__":
    main()
