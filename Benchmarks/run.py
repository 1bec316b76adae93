#!/usr/bin/env python3
"""Benchmarks/run.py [ROUNDS]: reading, beside the floor and beside other readers, as ratios.

The floor is the same files through libzip and expat with handlers that do nothing. All readers
take turns, ROUNDS times (5), so that a busy machine is as busy for each; the medians are printed
as the table of docs/performance.md. The first run makes the workbooks and installs the peers.
"""

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
SLOW = {"openpyxl": 1}


def prepare():
    subprocess.run(["swift", "build", "-c", "release", "--quiet"], cwd=HERE, check=True)
    if not PYTHON.exists():
        venv.create(PEERS / "python", with_pip=True)
        packages = ["xlsxwriter", "openpyxl", "python-calamine", "fastexcel", "pyarrow"]
        subprocess.run([PYTHON, "-m", "pip", "install", "-q", *packages], check=True)
    if not (WORKBOOKS / "many" / "0999.xlsx").exists():
        subprocess.run([PYTHON, HERE / "make_workbooks.py", WORKBOOKS], check=True)


def measured(command):
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {name: float(value) for name, value in re.findall(r"(\w+)=([\d.e-]+)", output)}


def medians(commands, rounds):
    found = {name: [] for name in commands}
    for turn in range(rounds):
        for name, command in commands.items():
            if turn < SLOW.get(name, rounds):
                found[name].append(measured(command))
    return {
        name: {field: statistics.median(one[field] for one in runs) for field in runs[0]}
        for name, runs in found.items()
    }


def commands(files):
    built = HERE / ".build" / "release"
    peers = {
        name: [PYTHON, HERE / "peer.py", name, *files]
        for name in ("fastexcel", "python-calamine", "openpyxl")
    }
    return {
        "floor": [built / "Floor", *files],
        "whatworked": [built / "Measure", "1", *files],
        "whatworked, 2 cores": [built / "Measure", "2", *files],
        **peers,
    }


def table(title, found):
    print(f"\n{title}\n")
    print("| reader | processor s | × floor | wall s | × floor | MB |")
    print("|---|---|---|---|---|---|")
    floor = found["floor"]
    for name, one in found.items():
        print(
            f"| {name} | {one['cpu']:.3f} | {one['cpu'] / floor['cpu']:.2f} "
            f"| {one['wall']:.3f} | {one['wall'] / floor['wall']:.2f} | {one['rssKB'] / 1024:.0f} |"
        )


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    prepare()
    one = [WORKBOOKS / "large.xlsx"]
    many = sorted((WORKBOOKS / "many").glob("*.xlsx"))
    table("(a) one sheet of 100,000 rows and 20 columns", medians(commands(one), rounds))
    table("(b) 1,000 workbooks of 60 rows and 15 columns", medians(commands(many), rounds))
