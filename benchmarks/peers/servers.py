"""The processes that are compared: each answers `run WORKLOAD THREADS N` and `check WORKLOAD` lines (see pytorch_server.py)."""

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
DOWNLOADS = HERE / ".downloads"
OPENBLAS = DOWNLOADS / "openblas/usr/lib/x86_64-linux-gnu"
ONNXRUNTIME = DOWNLOADS / "node_modules/onnxruntime-node/bin/napi-v6/linux/x64/libonnxruntime.so.1"

# Settings of the machine must not decide what a peer reaches: each process gets exactly what its setting says.
FOREIGN = ("OPENBLAS_", "OMP_", "GOMP_", "MKL_", "ATEN_", "DNNL_", "ONEDNN_", "LD_PRELOAD", "NETGEN_", "DOTNET_Tiered", "DOTNET_Enable", "DOTNET_PGO")


class Server:
    """A child process, pinned to as many cores as it may use threads."""

    def __init__(self, command, threads, environment=None):
        kept = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
        cores = "0" if threads == 1 else f"0-{threads - 1}"
        self.threads = threads
        self.process = subprocess.Popen(
            ["taskset", "-c", cores, *map(str, command)], env={**kept, **(environment or {})},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)

    def ask(self, line):
        """The words of the answer, without the first, which says what they are."""
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().split()
        if not answer:
            raise RuntimeError(f"no answer to '{line}' from {' '.join(self.process.args)}")
        return answer[1:]

    def run(self, workload, count):
        """Microseconds per step or prediction: median, minimum and, from most servers, the least time of processors."""
        return tuple(float(word) for word in self.ask(f"run {workload} {self.threads} {count}"))

    def check(self, workload):
        return [float(word) for word in self.ask(f"check {workload}")]

    def version(self):
        return " ".join(self.ask("version"))

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=20)


@dataclass(frozen=True)
class Setting:
    """One way to run PyTorch. None leaves the choice to the library."""

    blas: str = "openblas-openmp"
    core: str = None
    l2: str = None
    capability: str = "avx2"
    mode: str = "eager"
    foreach: bool = False
    channels_last: bool = False
    mkldnn: bool = True

    def __str__(self):
        parts = [self.blas, self.core or "", f"L2 {self.l2}" if self.l2 else "", f"ATen {self.capability}", self.mode]
        parts += ["foreach" * self.foreach, "channels last" * self.channels_last, "without oneDNN" * (not self.mkldnn)]
        return ", ".join(part for part in parts if part)

    def start(self, threads):
        environment = {"ATEN_CPU_CAPABILITY": self.capability, "OMP_NUM_THREADS": str(threads), "OPENBLAS_NUM_THREADS": str(threads)}
        if self.blas == "mkl":
            library = next((DOWNLOADS / "mkl").rglob("libmkl_rt.so"))
            environment |= {
                "LD_PRELOAD": str(library), "LD_LIBRARY_PATH": str(library.parent), "MKL_THREADING_LAYER": "GNU", "MKL_NUM_THREADS": str(threads)}
        else:
            environment["LD_LIBRARY_PATH"] = str(OPENBLAS / self.blas)
        if self.core:
            environment["OPENBLAS_CORETYPE"] = self.core
        if self.l2:
            environment["OPENBLAS_L2_SIZE"] = self.l2
        command = ["/usr/bin/python3", HERE / "pytorch_server.py", "--mode", self.mode, "--threads", threads]
        flags = [("--foreach", self.foreach), ("--channels-last", self.channels_last), ("--no-mkldnn", not self.mkldnn)]
        return Server(command + [flag for flag, on in flags if on], threads, environment)


def onnxruntime(threads):
    return Server([DOWNLOADS / "onnxruntime_server", ONNXRUNTIME, DOWNLOADS / "models"], threads)


def onednn(threads):
    return Server([DOWNLOADS / "onednn_server"], threads, {"OMP_NUM_THREADS": str(threads)})


def ours(library, threads):
    return Server(["dotnet", library, "peers"], threads, {"NETGEN_THREADS": str(threads)})


def busy(seconds=0.2):
    """The share of the machine that other processes take just now."""

    def idle_and_total():
        fields = [int(word) for word in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
        return fields[3] + fields[4], sum(fields)

    idle, total = idle_and_total()
    time.sleep(seconds)
    idle_after, total_after = idle_and_total()
    return 1 - (idle_after - idle) / max(1, total_after - total)


def await_idle(patience, limit=0.15):
    """Waits until nobody else works, but not for ever. Whether it is idle now."""
    end = time.monotonic() + patience
    while busy() > limit:
        if time.monotonic() > end:
            return False
    return True
