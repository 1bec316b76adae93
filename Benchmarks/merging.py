#!/usr/bin/env python3
"""Benchmarks/merging.py [PROGRAM [STUDIES…]]: merging a table of effects, from end to end.

The table has countries, phases, programmes and a number to regress on; its effects are drawn from
a seed, so that every run merges the same bytes. The program is the built product (by default that
of `swift build -c release --product whatworked --scratch-path .build-release`); it writes all it
can: the report, the workbook, effects.csv, reproduce.R and the JSON document. Time and memory are
those that wait4 gives for the process; the rows are those of docs/performance-pooling.md.
"""

import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILT = ROOT / ".build-release" / "release" / "whatworked"
COUNTRIES = ("GB", "RW", "KE", "MA", "NP", "PK")
PHASES = ("primary", "secondary", "early-years")
PROGRAMMES = ("peer-tutoring-reading", "ta-small-group-number", "metacognition")


def write_effects(path, count):
    """Schools of 24 to 84 pupils with a mean effect of 0.2 and a tau of 0.15, on days of a year."""
    draws = random.Random(count)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write("study,estimate,variance,date,pupils,country,phase,programme,weeks\n")
        for index in range(count):
            pupils = draws.randint(24, 84)
            variance = 2.1 / pupils
            weeks = draws.randint(6, 20)
            estimate = draws.gauss(0.14 + 0.005 * weeks, (variance + 0.0225) ** 0.5)
            date = f"2026-{1 + index * 12 // count:02d}-{draws.randint(1, 28):02d}"
            file.write(
                f"S-{index + 1:06d},{estimate:.6f},{variance:.6f},{date},{pupils},"
                f"{draws.choice(COUNTRIES)},{draws.choice(PHASES)},{draws.choice(PROGRAMMES)},"
                f"{weeks}\n"
            )


def merged(program, count, folder):
    effects = folder / f"effects-{count}.csv"
    write_effects(effects, count)
    command = [
        program, "merge", "--effects", effects, "-o", folder / f"out-{count}", "--json", "--quiet",
        "--by", "country", "--by", "phase", "--by", "programme", "--moderator", "weeks",
        "--moderator", "weeks + country",
    ]
    with open(folder / "document.json", "wb") as document:
        start = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], stdout=document)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"merging {count} studies ended with {status}")
    sizes = {file.name: file.stat().st_size / 1e6 for file in (folder / f"out-{count}").iterdir()}
    sizes["JSON"] = (folder / "document.json").stat().st_size / 1e6
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, sizes


def main():
    program = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else BUILT
    counts = [int(count) for count in sys.argv[2:]] or [25_000, 50_000, 100_000]
    print("| studies | wall s | processor s | peak MB | report MB | workbook MB | JSON MB |")
    print("|--:|--:|--:|--:|--:|--:|--:|")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            wall, cpu, peak, sizes = merged(program, count, pathlib.Path(folder))
        print(
            f"| {count:,} | {wall:.1f} | {cpu:.1f} | {peak:,.0f} "
            f"| {sizes['cumulative-report.html']:.1f} | {sizes['cumulative.xlsx']:.1f} "
            f"| {sizes['JSON']:.1f} |", flush=True,
        )


if __name__ == "__main__":
    main()
