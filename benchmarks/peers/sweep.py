"""Finds the best setting of PyTorch for each workload and number of threads: first the libraries, then how Python drives them."""

from dataclasses import replace

import workloads
from servers import DOWNLOADS, Setting

ENVIRONMENTS = [
    Setting(blas=blas, core=core, capability=capability)
    for blas in ("openblas-openmp", "openblas-pthread")
    for core in (None, "SkylakeX", "Haswell")
    for capability in ("avx2", "avx512")
]
if (DOWNLOADS / "mkl").exists():
    ENVIRONMENTS += [Setting(blas="mkl", capability=capability) for capability in ("avx2", "avx512")]

# Convolutions are oneDNN's, so that the BLAS matters little; it matters where PyTorch computes them itself.
IMAGE_ENVIRONMENTS = [
    Setting(blas=blas, capability=capability, mkldnn=mkldnn)
    for blas, capability, mkldnn in (
        ("openblas-openmp", "avx2", True), ("openblas-openmp", "avx512", True), ("openblas-pthread", "avx512", True), ("openblas-openmp", "avx512", False))
]

# Sequences are products of matrices of the BLAS, one after the other where they recur.
SEQUENCE_ENVIRONMENTS = [
    Setting(blas=blas, core=core, capability=capability)
    for blas, core, capability in (
        ("openblas-openmp", None, "avx2"), ("openblas-openmp", None, "avx512"), ("openblas-openmp", "SkylakeX", "avx512"), ("openblas-pthread", "SkylakeX", "avx512"))
]

# Enough steps for about a tenth of a second.
STEPS = {"784-128-10": 300, "784-512-512-10": 45, "4-16-16-2": 900, "lenet-5": 30, "resnet-8": 15, "lstm-128": 15, "gru-128": 15, "transformer-128": 15, "transformer-256": 15}


def measure(setting, threads, names):
    """{workload: microseconds}, the fastest of 30 groups of steps, of one thread by time of processors: what choosing needs, even on a machine that is not idle."""
    server = setting.start(threads)
    try:
        return {name: min(server.run(name, STEPS[name.split("/")[0]])[-1 if threads == 1 else 1] for _ in range(2)) for name in names}
    finally:
        server.close()


def drivings(setting):
    """The same libraries, driven in every way."""
    for l2 in (None, "512") if setting.blas != "mkl" else (None,):
        for mode in ("eager", "script", "trace"):
            for foreach in (False, True):
                yield replace(setting, l2=l2, mode=mode, foreach=foreach)


def image_drivings(setting):
    """Likewise for convolutions."""
    for mode in ("eager", "script", "trace"):
        for channels_last in (False, True):
            yield replace(setting, mode=mode, channels_last=channels_last, foreach=True)


def sequence_drivings(setting):
    """Likewise for sequences."""
    for mode in ("eager", "script", "trace"):
        yield replace(setting, mode=mode, foreach=True)


def best(names, threads, log):
    """{workload: (setting, microseconds)}"""
    found = {}

    def keep(setting, names):
        for name, time in measure(setting, threads, names).items():
            if name not in found or time < found[name][1]:
                found[name] = (setting, time)

    images = [name for name in names if name.split("/")[0] in workloads.IMAGE_NETWORKS]
    sequences = [name for name in names if name.split("/")[0] in workloads.SEQUENCE_NETWORKS]
    others = [name for name in names if name not in images + sequences]
    for group, environments, driven in (
            (others, ENVIRONMENTS, drivings), (images, IMAGE_ENVIRONMENTS, image_drivings), (sequences, SEQUENCE_ENVIRONMENTS, sequence_drivings)):
        if not group:
            continue
        for setting in environments:
            keep(setting, group)
        # How it is driven matters most to small networks, so each workload's best libraries are tried.
        for setting in {found[name][0] for name in group}:
            for variant in driven(setting):
                keep(variant, group)
    for name, (setting, time) in found.items():
        log(f"  {name}, {threads} threads: {time:.1f} us with {setting}")
    return found
