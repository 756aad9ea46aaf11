"""The floors, and the table that says which of them are met."""

import statistics

import workloads

# What hand-written code reached on the machine of the design (AVX-512, 153 GFLOP/s per core): how many times as fast as the best setting
# of the peer, by workload and threads. The smallest network stays on one thread.
FLOORS = {
    ("784-128-10/sgd", 1): 3.7, ("784-128-10/sgd", 2): 5.0,
    ("784-128-10/adam", 1): 4.4, ("784-128-10/adam", 2): 5.9,
    ("784-512-512-10/sgd", 1): 1.45, ("784-512-512-10/sgd", 2): 1.54,
    ("784-512-512-10/adam", 1): 2.1, ("784-512-512-10/adam", 2): 2.55,
    ("4-16-16-2/sgd", 1): 130, ("4-16-16-2/adam", 1): 208,
    ("lenet-5/sgd", 1): 5.0, ("lenet-5/sgd", 2): 5.0,
    ("predict/4-16-16-2", 1): 125, ("predict/784-128-10", 1): 2.5, ("predict/784-512-512-10", 1): 1.0,
}

MET_AT = 0.9


def flops(workload):
    """Multiplications and additions of one step (no gradient by the inputs) or of one prediction."""
    first, second = workload.split("/")
    if first in workloads.IMAGE_NETWORKS:
        network = workloads.IMAGE_NETWORKS[first]
        return 2 * workloads.IMAGE_ROWS * (3 * network.all - network.first)
    if first in workloads.SEQUENCE_NETWORKS:
        network = workloads.SEQUENCE_NETWORKS[first]
        return 2 * network.rows * (3 * network.all - network.first)
    widths, rows = workloads.NETWORKS[second if first == "predict" else first]
    products = [fan_in * fan_out for fan_in, fan_out in zip(widths, widths[1:])]
    return 2 * sum(products) if first == "predict" else 2 * rows * (3 * sum(products) - products[0])


def microseconds(value):
    return f"{value:.3g}" if value < 100 else f"{value:.0f}"


def row(workload, threads, ours, peer, peer_threads, ceiling):
    """One line; `ours` is None when only the peers were measured."""
    peer, floor = statistics.median(peer), FLOORS.get((workload, threads))
    possible = peer / (flops(workload) / (ceiling * threads * 1e3))
    if ours is None:
        return f"| {workload} | {threads} | {microseconds(peer)} ({peer_threads}) | - | - | {floor or '-'} | - | - | {possible:.1f}x |"
    ours = statistics.median(ours)
    ratio = peer / ours
    share = flops(workload) / (ours * 1e3) / (ceiling * threads)
    met = "-" if floor is None else "yes" if ratio >= MET_AT * floor else "no"
    if met == "no" and possible < MET_AT * floor:
        met = "no (beyond the ceiling)"
    return (f"| {workload} | {threads} | {microseconds(peer)} ({peer_threads}) | {microseconds(ours)} | {ratio:.2f}x | {floor or '-'} "
            f"| {met} | {share:.0%} | {possible:.1f}x |")


HEADER = """| workload | threads | peer, us (its threads) | ours, us | ratio | floor | met at 0.9 | share of the FMA ceiling | ratio at the ceiling |
|---|---|---|---|---|---|---|---|---|"""
