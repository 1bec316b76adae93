#!/usr/bin/env python3
"""Two hundred made-up schools, analysed by the product and by R, one after the other on one core.

schools.py: builds for release, makes the pupils, runs both, and writes results/schools.md.
"""
import pathlib
import random
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def make(folder: pathlib.Path, count: int = 200):
    """Schools of 24 to 80 pupils, half of them drawn for the programme."""
    chance = random.Random(200)
    for number in range(count):
        pupils = chance.choice([24, 32, 40, 60, 80])
        arms = [1, 0] * (pupils // 2)
        chance.shuffle(arms)
        rows = ["arm,before,after"]
        for arm in arms:
            ability = chance.gauss(0, 1)
            before = min(40, max(0, round(18 + 6 * ability + chance.gauss(0, 3))))
            after = min(40, max(0, round(20 + 6 * ability + 2 * arm + chance.gauss(0, 3))))
            rows.append(f"{arm},{before},{after}")
        (folder / f"school-{number:03}.csv").write_text("\n".join(rows) + "\n")


def figures(*command) -> dict[str, float]:
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    return {name: float(value) for name, value in map(str.split, run.stdout.strip().splitlines())}


def main():
    build = ["swift", "build", "--package-path", str(HERE), "-c", "release"]
    subprocess.run([*build, "--product", "Schools"], check=True)
    program = pathlib.Path(subprocess.run(
        [*build, "--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip())
    with tempfile.TemporaryDirectory() as folder:
        make(pathlib.Path(folder))
        ours = figures(program / "Schools", folder)
        theirs = figures("Rscript", HERE / "schools.R", folder)
    if abs(ours["sum"] - theirs["sum"]) > 1e-7:
        raise SystemExit(f"error: the sums of effects differ: {ours['sum']} and {theirs['sum']}")
    text = f"""## How long a school's analysis takes

Seconds of processor time on one core, both in one run on one machine (`schools.py`); reading and
checking the files is left out of both. Both found the sum of effects {ours['sum']:.9f}.

| Processor time on one core | whatworked | R | Times |
|---|--:|--:|--:|
| The table of {int(ours['schools'])} schools (R: draws as one matrix product) | {ours['table']:.2f} s | \
{theirs['table']:.2f} s | {theirs['table'] / ours['table']:.0f} |
| {int(ours['allocations']):,} allocations of 24 pupils, all; R: 20,000 by `lm` | {ours['exact']:.2f} s \
| {theirs['lm20000']:.2f} s | {theirs['lm20000'] / ours['exact']:.0f} |
| The same; R: 20,000 as one matrix product | {ours['exact']:.2f} s | {theirs['matrix20000']:.2f} s \
| {theirs['matrix20000'] / ours['exact']:.1f} |
"""
    (HERE / "results/schools.md").write_text(text)
    print(text)


main()
