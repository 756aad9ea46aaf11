#!/usr/bin/env python3
"""
Bytes of activations, gradients and workspace of a training step (batch 64, SGD), ours and PyTorch's. Prints a Markdown table.

    /usr/bin/python3 benchmarks/peers/memory.py [--threads 1] [--no-build] [lenet-5 resnet-8 784-128-10]

Ours is all that the first step of a fresh network allocates: the arena of activations, their gradients and workspace, room for the pieces of
parameters' gradients between backward pass and update, weights of rows. PyTorch's is what its tensors hold at the peak (see
pytorch_memory.py). Neither counts parameters, inputs and labels. Of two layouts of images PyTorch's is the smaller one.
"""

import argparse
import subprocess

import run
import servers
import workloads


def pytorch(names, threads):
    """{network: (peak with the gradients of the parameters, peak without them)}, the smaller of two layouts."""
    command = ["/usr/bin/python3", servers.HERE / "pytorch_memory.py", str(threads), *names]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    rows = {words[0]: list(map(int, words[1:])) for words in map(str.split, done.stdout.splitlines())}
    return {name: (min(bytes[0::2]), min(bytes[1::2])) for name, bytes in rows.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("networks", nargs="*", default=list(workloads.IMAGE_NETWORKS))
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--no-build", action="store_true", help="ours as it was built last")
    options = parser.parse_args()
    if not options.no_build:
        run.build()
    theirs = pytorch(options.networks, options.threads)
    ours = servers.ours(run.LIBRARY, options.threads)
    print("| network | ours, KB | PyTorch, KB | of it | PyTorch without gradients of parameters, KB | of it |\n|---|---|---|---|---|---|")
    for name in options.networks:
        mine = int(ours.ask(f"memory {name}/sgd")[0])
        whole, bare = theirs[name]
        print(f"| {name} | {mine / 1e3:.0f} | {whole / 1e3:.0f} | {mine / whole:.0%} | {bare / 1e3:.0f} | {mine / bare:.0%} |")
    ours.close()


if __name__ == "__main__":
    main()
