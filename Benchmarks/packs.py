#!/usr/bin/env python3
"""Benchmarks/packs.py [SCHOOLS [ROUNDS]]: making data workbooks, beside the C library alone.

The floor is a C program that makes the same calls of libxlsxwriter, with the same cells, styles
and rules, for every school; what the calls are is asked of the product itself. All take turns,
ROUNDS times (5), so that a busy machine is as busy for each; the least of each is printed, as the
rows of docs/performance-packs.md.
"""

import concurrent.futures
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


def both(command, schools, folder):
    """The same by two processes that share the schools: what two cores of this machine can do."""
    shares = [command[:1] + [str(int(schools) // 2)] + command[2:-1] + [f"{folder}/{half}"]
              for half in (1, 2)]
    for share in shares:
        pathlib.Path(share[-1]).mkdir(exist_ok=True)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        parts = list(pool.map(measured, shares))
    return {"wall": max(part["wall"] for part in parts), "cpu": sum(part["cpu"] for part in parts),
            "rssKB": sum(part["rssKB"] for part in parts)}


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
        alone = "libxlsxwriter alone"
        runs[f"{alone}, 2 processes"] = []
        for _ in range(rounds):
            for name, command in commands.items():
                runs[name].append(measured(command))
            runs[f"{alone}, 2 processes"].append(both(commands[alone], schools, folder))
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
    ceiling = floor["wall"] / least["libxlsxwriter alone, 2 processes"]["wall"]
    print(f"\nTwo cores are {speed:.2f} times as fast as one; for the floor, {ceiling:.2f} times.")


if __name__ == "__main__":
    main()
