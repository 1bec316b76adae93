#!/usr/bin/env python3
"""Benchmarks/run.py [ROUNDS]: reading, beside the floor and beside other readers, as ratios.

The floor is the same files through libzip and expat with handlers that do nothing. All readers
take turns, ROUNDS times (5), so that a busy machine is as busy for each; the medians are printed,
of the ratios too, as the tables of docs/performance.md. On all cores, ours reads with as
many threads, and each of the others with as many processes that share the files. The first run
makes the workbooks and installs the peers.
"""

import concurrent.futures
import os
import pathlib
import re
import statistics
import subprocess
import sys
import venv

HERE = pathlib.Path(__file__).resolve().parent
PEERS = HERE / ".build-peers"
WORKBOOKS = PEERS / "workbooks"
PYTHON = PEERS / "python" / "bin" / "python"
BUILT = HERE / ".build" / "release"
CORES = os.cpu_count()
READERS = ["polars", "fastexcel", "python-calamine", "openpyxl"]
SLOW = {"openpyxl": 1}


def prepare():
    subprocess.run(["swift", "build", "-c", "release", "--quiet"], cwd=HERE, check=True)
    if not PYTHON.exists():
        venv.create(PEERS / "python", with_pip=True)
        packages = ["xlsxwriter", "openpyxl", "python-calamine", "fastexcel", "polars", "pyarrow"]
        subprocess.run([PYTHON, "-m", "pip", "install", "-q", *packages], check=True)
    if not (WORKBOOKS / "many" / "0999.xlsx").exists():
        subprocess.run([PYTHON, HERE / "make_workbooks.py", WORKBOOKS], check=True)


def measured(command, files):
    """What one process takes for the files, without the time that it takes to start."""
    # With one thread: what polars reads on all cores would not be what one core can do.
    output = subprocess.run(
        [*command, *files], check=True, capture_output=True, text=True,
        env=os.environ | {"POLARS_MAX_THREADS": "1", "RAYON_NUM_THREADS": "1"},
    ).stdout
    return {name: float(value) for name, value in re.findall(r"(\w+)=([\d.e-]+)", output)}


def shared(command, files):
    """The same by as many processes as there are cores, each with its share of the files."""
    with concurrent.futures.ThreadPoolExecutor(CORES) as pool:
        parts = list(pool.map(lambda core: measured(command, files[core::CORES]), range(CORES)))
    return {
        "wall": max(part["wall"] for part in parts), "cpu": sum(part["cpu"] for part in parts),
        "rssKB": sum(part["rssKB"] for part in parts),
    }


def taken(readers, files, rounds):
    """What each reader takes, round by round."""
    found = {name: [] for name in readers}
    for turn in range(rounds):
        for name, (measure, command) in readers.items():
            if turn < SLOW.get(name.split(",")[0], rounds):
                found[name].append(measure(command, files))
    return found


def on_one_core():
    peers = {name: (measured, [PYTHON, HERE / "peer.py", name]) for name in READERS}
    return {
        "floor": (measured, [BUILT / "Floor"]),
        "whatworked": (measured, [BUILT / "Measure", "1"]), **peers,
    }


def on_all_cores():
    peers = {f"{name}, all": (shared, [PYTHON, HERE / "peer.py", name]) for name in READERS}
    return {
        "floor, all": (shared, [BUILT / "Floor"]),
        "whatworked, all": (measured, [BUILT / "Measure", str(CORES)]), **peers,
    }


def table(title, found):
    print(f"\n{title}\n")
    print("| reader | processor s | × floor | wall s | × floor | MB |")
    print("|---|---|---|---|---|---|")
    for name, runs in found.items():
        def median(field):
            return statistics.median(one[field] for one in runs)

        def ratio(field):
            # Each run beside the floor of its own round: the machine is not as fast in each.
            return statistics.median(
                one[field] / floor[field] for one, floor in zip(runs, found["floor"]))

        print(
            f"| {name} | {median('cpu'):.3f} | {ratio('cpu'):.2f} | {median('wall'):.3f} "
            f"| {ratio('wall'):.2f} | {median('rssKB') / 1024:.0f} |", flush=True,
        )


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    prepare()
    one = [WORKBOOKS / "large.xlsx"]
    many = sorted((WORKBOOKS / "many").glob("*.xlsx"))
    table("(a) one sheet of 100,000 rows and 20 columns", taken(on_one_core(), one, rounds))
    table(
        f"(b) 1,000 workbooks of 60 rows and 15 columns, on one core and on all {CORES}",
        taken(on_one_core() | on_all_cores(), many, rounds),
    )
