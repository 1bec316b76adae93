#!/usr/bin/env python3
"""Benchmarks/grafting.py [ROUNDS]: adding a sheet to a workbook of 5 MB, as ratios.

Beside it the same file copied entry by entry by libzip, nothing inflated, and loaded and saved by
openpyxl with a sheet added. All take turns, ROUNDS times (5), so that a busy machine is as busy
for each; openpyxl once. The medians are the table of docs/performance-writing.md. Two workbooks:
one that opens on a small sheet, as ours do, and one that opens on its largest, whose part has to be
deflated anew because it no longer is the open one.
"""

import datetime
import pathlib
import random
import re
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
PEERS = HERE / ".build-peers"
PYTHON = PEERS / "python" / "bin" / "python"
BUILT = HERE / ".build" / "release"
TURNS = 20


def make(path, opens_on_the_largest):
    import xlsxwriter

    chance = random.Random(1)
    book = xlsxwriter.Workbook(path)
    book.set_properties({"created": datetime.datetime(2026, 7, 10)})
    start = book.add_worksheet("Start")
    start.write("A1", "A workbook of a school")
    pupils = book.add_worksheet("Pupils")
    for row in range(37_000):
        pupils.write_string(row, 0, f"P{row:06d}")
        pupils.write_string(row, 1, f"class {row % 400}")
        for column in range(2, 12):
            pupils.write_number(row, column, chance.random() * 100)
    (pupils if opens_on_the_largest else start).activate()
    book.close()


def openpyxl_seconds(path, to):
    import openpyxl

    wall, used = time.perf_counter(), time.process_time()
    book = openpyxl.load_workbook(path)
    sheet = book.create_sheet("Results")
    sheet["A1"] = "Your results"
    book.save(to)
    print(f"wall={time.perf_counter() - wall} cpu={time.process_time() - used}")


def prepare():
    subprocess.run(["swift", "build", "-c", "release", "--quiet"], cwd=HERE, check=True)
    if not PYTHON.exists():
        import venv

        venv.create(PEERS / "python", with_pip=True)
        packages = ["xlsxwriter", "openpyxl"]
        subprocess.run([PYTHON, "-m", "pip", "install", "-q", *packages], check=True)


def measured(command):
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {name: float(value) for name, value in re.findall(r"(\w+)=([\d.e-]+)", output)}


def compare(title, kind, rounds):
    file, to = PEERS / f"graft-{kind}.xlsx", PEERS / "graft-out.xlsx"
    if not file.exists():
        subprocess.run([PYTHON, __file__, "make", file, kind], check=True)
    commands = {
        "libzip, raw copy": [BUILT / "RawCopy", file, to, str(TURNS)],
        "whatworked, a sheet grafted": [BUILT / "Graft", file, to, str(TURNS)],
        "openpyxl, loaded and saved": [PYTHON, __file__, "openpyxl", file, to],
    }
    found = {name: [] for name in commands}
    for turn in range(rounds):
        for name, command in commands.items():
            if turn == 0 or not name.startswith("openpyxl"):
                found[name].append(measured(command))
    print(f"\n{title}: {file.stat().st_size / 1e6:.1f} MB\n")
    print("| | processor ms | × copy | wall ms | × copy |")
    print("|---|---|---|---|---|")
    middle = {name: {field: statistics.median(run[field] for run in runs) for field in runs[0]}
              for name, runs in found.items()}
    floor = middle["libzip, raw copy"]
    for name, one in middle.items():
        print(f"| {name} | {one['cpu'] * 1000:.1f} | {one['cpu'] / floor['cpu']:.2f} "
              f"| {one['wall'] * 1000:.1f} | {one['wall'] / floor['wall']:.2f} |")


if __name__ == "__main__":
    if sys.argv[1:2] == ["make"]:
        make(sys.argv[2], sys.argv[3] == "largest")
    elif sys.argv[1:2] == ["openpyxl"]:
        openpyxl_seconds(sys.argv[2], sys.argv[3])
    else:
        rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
        prepare()
        compare("(a) a workbook that opens on a small sheet", "small", rounds)
        compare("(b) a workbook that opens on its largest sheet", "largest", rounds)
