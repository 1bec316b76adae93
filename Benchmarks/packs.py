#!/usr/bin/env python3
"""Benchmarks/packs.py [SCHOOLS [ROUNDS]]: making data workbooks, beside the C library alone.

The floor is a C program that makes the same calls of libxlsxwriter, with the same cells, styles
and rules, for every school; what the calls are is asked of the product itself. All take turns,
ROUNDS times (5), so that a busy machine is as busy for each; the least of each is printed, as the
rows of docs/performance-packs.md.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
BUILT = HERE / ".build" / "release"
PROGRAMME = HERE.parent / "Templates" / "peer-tutoring-reading"


def measured(command):
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {name: float(value) for name, value in re.findall(r"(\w+)=([\d.e-]+)", output)}


def main():
    schools = sys.argv[1] if len(sys.argv) > 1 else "1000"
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    build = ["swift", "build", "-c", "release", "--quiet", "--product"]
    for product in ("Packs", "PacksFloor"):
        subprocess.run([*build, product], cwd=HERE, check=True)
    with tempfile.TemporaryDirectory() as folder:
        script = pathlib.Path(folder) / "script.txt"
        with script.open("w") as file:
            subprocess.run([BUILT / "Packs", "script", PROGRAMME], stdout=file, check=True)
        commands = {
            "libxlsxwriter alone": [BUILT / "PacksFloor", schools, script, folder],
            "whatworked": [BUILT / "Packs", "write", "1", schools, PROGRAMME, folder],
            "whatworked, 2 cores": [BUILT / "Packs", "write", "2", schools, PROGRAMME, folder],
        }
        runs = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                runs[name].append(measured(command))
    least = {
        name: {field: min(run[field] for run in found) for field in found[0]}
        for name, found in runs.items()
    }
    floor = least["libxlsxwriter alone"]
    print(f"{schools} workbooks of 60 pupils, the least of {rounds} rounds\n")
    print("| maker | processor s | × floor | wall s | × floor | MB |")
    print("|---|---|---|---|---|---|")
    for name, one in least.items():
        print(
            f"| {name} | {one['cpu']:.2f} | {one['cpu'] / floor['cpu']:.2f} "
            f"| {one['wall']:.2f} | {one['wall'] / floor['wall']:.2f} | {one['rssKB'] / 1024:.0f} |"
        )
    speed = least["whatworked"]["wall"] / least["whatworked, 2 cores"]["wall"]
    print(f"\nTwo cores are {speed:.2f} times as fast as one.")


if __name__ == "__main__":
    main()
