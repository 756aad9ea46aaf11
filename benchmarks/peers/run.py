#!/usr/bin/env python3
"""
Ours beside PyTorch (training steps) and ONNX Runtime (batch-1 prediction), in one run: every side is a process that stays warm, and the
sides take turns, so that a slow moment of a shared machine meets both. Prints a Markdown table of medians.

    benchmarks/peers/setup.sh
    /usr/bin/python3 benchmarks/peers/run.py [--rounds 9] [--only TEXT,TEXT] [--quick] [--peers-only] [--no-build] [--settings FILE] [--patience SECONDS]

--settings names the file that keeps the best settings of PyTorch, so that the sweep that finds them (minutes) runs once per machine and workload.
--quick is for looking while one works: 3 short rounds that wait for nobody, and of each the fastest group of steps, which other processes disturb least;
for one thread its time of processors rather than of the clock.
"""

import argparse
import json
import statistics
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import servers
import sweep
import table
import workloads

REPOSITORY = Path(__file__).resolve().parents[2]
PROJECT = REPOSITORY / "benchmarks/NetGen.Benchmarks/NetGen.Benchmarks.csproj"
LIBRARY = REPOSITORY / "benchmarks/NetGen.Benchmarks/bin/Release/net10.0/NetGen.Benchmarks.dll"
SECONDS = 0.25  # of one measurement of one side
QUICK_SECONDS = 0.1
SETTINGS = servers.DOWNLOADS / "settings.json"
TOLERANCE = 1e-4


def log(text):
    print(text, file=sys.stderr, flush=True)


def build(project=PROJECT):
    subprocess.run(["dotnet", "build", project, "-c", "Release", "-m:1", "-nodeReuse:false", "-v:q", "-nologo"], check=True, stdout=sys.stderr)


def settings(names, thread_counts, file):
    """{(workload, threads): Setting}: from the file what it has, the rest by a sweep, which the file then remembers."""
    known = {(entry["workload"], entry["threads"]): servers.Setting(**entry["setting"]) for entry in json.loads(file.read_text())} if file.exists() else {}
    for threads in thread_counts:
        missing = [name for name in names if (name, threads) not in known]
        if missing:
            log("looking for PyTorch's best settings")
            known |= {(name, threads): setting for name, (setting, _) in sweep.best(missing, threads, log).items()}
            entries = [{"workload": name, "threads": threads, "setting": asdict(setting)} for (name, threads), setting in known.items()]
            file.write_text(json.dumps(entries, indent=1) + "\n")
    return known


class Fleet:
    """Servers by what they are, each started once."""

    def __init__(self, chosen):
        self.chosen, self.running = chosen, {}

    def get(self, key, start):
        if key not in self.running:
            self.running[key] = start()
        return self.running[key]

    def peer(self, workload, threads):
        if workload.startswith("predict/"):
            return self.get(("onnxruntime", threads), lambda: servers.onnxruntime(threads))
        setting = self.chosen[workload, threads]
        return self.get((setting, threads), lambda: setting.start(threads))

    def ours(self, threads):
        return self.get(("ours", threads), lambda: servers.ours(LIBRARY, threads))

    def close(self):
        for server in self.running.values():
            server.close()


def count_for(server, workload, quick):
    """As many steps as fill the time of a measurement, a multiple of the 15 groups in which a server counts; of slow steps fewer when it has to be quick."""
    seconds = QUICK_SECONDS if quick else SECONDS
    first = server.run(workload, 3)[0]
    if first * 15 > seconds * 1e6:
        return 5 if quick else 15
    return max(1, round(seconds * 1e6 / server.run(workload, 45)[0] / 15)) * 15


def compare_numbers(workload, actual, expected):
    worst = max(abs(a - b) for a, b in zip(actual, expected, strict=True)) / max(map(abs, expected))
    if not worst <= TOLERANCE:
        raise SystemExit(f"{workload}: the sides disagree: ours {actual}, the peer's {expected}")
    log(f"  {workload}: same numbers (error {worst:.1g})")


def interleave(jobs, rounds, patience, quick):
    """{key: [median of each round]} of {key: (server, workload)}; quickly, {key: [fastest group of each round]}."""
    counts = {key: count_for(*job, quick) for key, job in jobs.items()}
    results = {key: [] for key in jobs}
    disturbed = 0
    for number in range(rounds):
        log(f"round {number + 1} of {rounds}")
        for key in jobs if number % 2 == 0 else reversed(jobs):
            if not quick and not servers.await_idle(patience):
                disturbed += 1
            server, workload = jobs[key]
            times = server.run(workload, counts[key])
            # Time of processors is what other processes cannot take away; for several threads it says nothing of when they are done.
            results[key].append(times[0] if not quick else times[-1] if server.threads == 1 else times[1])
    if not quick:
        log(f"{disturbed} of {rounds * len(jobs)} measurements began while other processes worked")
    return results


def measure(fleet, pairs, rounds, patience, with_ours, quick):
    """{(side, workload, threads): times}"""
    jobs = {}
    for workload, threads in pairs:
        jobs["peer", workload, threads] = fleet.peer(workload, threads), workload
        if with_ours:
            jobs["ours", workload, threads] = fleet.ours(threads), workload
    return interleave(jobs, rounds, patience, quick)


def report(results, pairs, fleet, chosen, ceiling, what, quick):
    versions = sorted({server.version() for server in fleet.running.values()})
    processor = next(line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name"))
    lines = [f"{processor}; {ceiling:.0f} GFLOP/s of fused multiply-adds per core. {'; '.join(versions)}. {what}.",
             "The peers are what Debian and npm offer; PyTorch 1.13 and its OpenBLAS are old builds.", "", table.HEADER]
    for workload, threads in pairs:
        # Ours on many threads has to beat the peer on as many or on fewer, whichever is faster; quick runs measure other times on one thread.
        rivals = {n: results["peer", workload, n] for name, n in pairs if name == workload and (n == threads if quick else n <= threads)}
        best = min(rivals, key=lambda n: statistics.median(rivals[n]))
        lines.append(table.row(workload, threads, results.get(("ours", workload, threads)), rivals[best], best, ceiling))
    lines += ["", "PyTorch's best settings:", ""]
    lines += [f"- {workload}, {threads} thread{'s' * (threads > 1)}: {chosen[workload, threads]}" for workload, threads in pairs if (workload, threads) in chosen]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--only", default="", help="workloads whose name contains one of these, separated by commas")
    parser.add_argument("--quick", action="store_true", help="3 rounds, waiting for nobody")
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--peers-only", action="store_true", help="do not build and run ours")
    parser.add_argument("--no-build", action="store_true", help="ours as it was built last")
    parser.add_argument("--settings", type=Path, default=SETTINGS)
    parser.add_argument("--patience", type=float, help="seconds to wait for an idle machine before each measurement")
    options = parser.parse_args()
    rounds = options.rounds or (3 if options.quick else 9)
    patience = options.patience if options.patience is not None else 0 if options.quick else 5

    wanted = options.only.split(",")
    trainings = [name for name in workloads.trainings() if any(text in name for text in wanted)]
    predictions = [f"predict/{name}" for name in workloads.NETWORKS if any(text in f"predict/{name}" for text in wanted)]
    pairs = [(name, threads) for name in trainings for threads in options.threads] + [(name, 1) for name in predictions]
    if not options.peers_only and not options.no_build:
        build()
    ceiling = float(subprocess.run([servers.DOWNLOADS / "ceiling"], capture_output=True, text=True, check=True).stdout)
    chosen = settings(trainings, options.threads, options.settings) if trainings else {}
    fleet = Fleet(chosen)
    try:
        if not options.peers_only:
            for name in trainings + predictions:
                compare_numbers(name, fleet.ours(1).check(name), fleet.peer(name, 1).check(name))
        results = measure(fleet, pairs, rounds, patience, with_ours=not options.peers_only, quick=options.quick)
        what = f"{'Fastest groups' if options.quick else 'Medians'} of {rounds} interleaved runs"
        print(report(results, pairs, fleet, chosen, ceiling, what, options.quick))
    finally:
        fleet.close()


if __name__ == "__main__":
    main()
