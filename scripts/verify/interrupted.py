"""analyse, killed at random, on a full disk and in a folder that can only be read.

interrupted.py WORKBOOK…: whenever it is killed, the workbooks that came in are as they were, what
goes back is there whole or not at all, and running again completes. WHATWORKED names the program;
KILLS how often it is killed (200).
"""

import concurrent.futures
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

from tally import Tally

PROGRAM = os.environ.get("WHATWORKED", "whatworked")
TEMPLATES = pathlib.Path(__file__).resolve().parents[2] / "Templates"
# A folder of its own for each size of disk, as an ordinary user may make one.
NAMESPACE = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "-Ur", "--mount"]


def contents(folder: pathlib.Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


def command(output: pathlib.Path | str) -> list[str]:
    return [PROGRAM, "analyse", "in", "-o", str(output), "--quiet", "--templates", str(TEMPLATES)]


def kill_and_look(place: pathlib.Path, after: float) -> tuple[bool, dict[str, bytes]]:
    """Kills one run; whether it was still running then, and what it left."""
    out = place / "out"
    shutil.rmtree(out, ignore_errors=True)
    process = subprocess.Popen(command("out"), cwd=place)
    try:
        process.wait(after)
        was_running = False
    except subprocess.TimeoutExpired:
        was_running = True
    process.kill()
    process.wait()
    return was_running, contents(out) if out.exists() else {}


class OneFile:
    """One workbook in a folder of its own, analysed again and again.

    The folder stays the same, so that what a kill leaves is compared with the same paths.
    """

    def __init__(self, place: pathlib.Path, file: pathlib.Path):
        self.place = place
        (place / "in").mkdir(parents=True)
        shutil.copyfile(file, place / "in" / file.name)
        self.came = contents(place / "in")
        self.codes = [run(place, "out")]
        self.whole = contents(place / "out")
        self.found: list[tuple[float, bool, dict[str, bytes], bool]] = []

    def kill(self, times: int, seed: int):
        # How long one run takes, beside the other.
        start = time.monotonic()
        self.codes.append(run(self.place, "out"))
        takes = time.monotonic() - start
        chance = random.Random(seed)
        for _ in range(times):
            after = chance.uniform(0, takes)
            was_running, left = kill_and_look(self.place, after)
            same = contents(self.place / "in") == self.came
            self.found.append((after, was_running, left, same))
        self.codes.append(run(self.place, "out"))

    def count(self, tally: Tally):
        for after, _, left, same in self.found:
            when = f"killed after {after * 1000:.1f} ms"
            tally.compare("kills that left what came in as it was", same, when)
            for name, content in left.items():
                if not name.endswith(".partial"):
                    tally.compare("files that are there whole after a kill",
                                  self.whole.get(name) == content, f"{when}: {name}")
        for code in self.codes:
            tally.compare("runs that complete", code in (0, 1), str(code))
        again = {name: content for name, content in contents(self.place / "out").items()
                 if not name.endswith(".partial")}
        differing = [name for name in self.whole if again.get(name) != self.whole[name]]
        tally.compare("runs after a kill that give the same bytes", again == self.whole,
                      str(differing))


def kills(place: pathlib.Path, files: list[pathlib.Path], tally: Tally):
    """Kills two runs at a time, each of one workbook."""
    number = int(os.environ.get("KILLS", "200"))
    runs = [OneFile(place / str(turn), file) for turn, file in enumerate(files)]
    shares = [len(range(turn, number, len(runs))) for turn in range(len(runs))]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        # What goes wrong in a thread is raised here.
        list(pool.map(OneFile.kill, runs, shares, range(len(runs))))
    for one in runs:
        one.count(tally)
    running = sum(was_running for one in runs for _, was_running, _, _ in one.found)
    tally.compare("kills most of which came in time", running > number / 2, f"{running} of {number}")


def run(place: pathlib.Path, output: str) -> int:
    return subprocess.run(command(output), cwd=place, stderr=subprocess.DEVNULL).returncode


def small_disk(place: pathlib.Path, options: str, words: str, tally: Tally):
    """analyse onto a disk of its own: a clear message, exit code 3, nothing half written."""
    disk = place / "disk"
    disk.mkdir(exist_ok=True)
    look = (f'"{sys.executable}" -c "import sys, zipfile; '
            'sys.exit(zipfile.ZipFile(sys.argv[1]).testzip() is not None)"')
    script = ('mount -t tmpfs -o "$0" tmpfs disk && "$@"; code=$?; '
              'for file in disk/out/results/*.xlsx; do [ ! -e "$file" ] || '
              f'{look} "$file" || echo "half written: $file" >&2; done; exit $code')
    result = subprocess.run([*NAMESPACE, "sh", "-c", script, options, *command("disk/out")],
                            cwd=place, capture_output=True, text=True)
    if "mount:" in result.stderr or "unshare:" in result.stderr:
        tally.compare("disks that can be made", False, result.stderr.strip())
        return
    tally.compare("disks on which analyse ends with 3", result.returncode == 3,
                  f"{options}: {result.returncode}: {result.stderr}")
    tally.compare("disks of which analyse says what is wrong", words in result.stderr,
                  f"{options}: {result.stderr}")
    tally.compare("disks with no workbook half written", "half written" not in result.stderr,
                  f"{options}: {result.stderr}")


def main(files: list[pathlib.Path]):
    tally = Tally("interrupted")
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        kills(place, files, tally)
        (place / "in").mkdir()
        for file in files:
            shutil.copyfile(file, place / "in" / file.name)
        for kilobytes in (4, 64, 128):
            small_disk(place, f"size={kilobytes}k", "no room is left on the disk", tally)
        small_disk(place, "ro", "can only be read", tally)
    tally.close(expecting=["kills that left what came in as it was",
                           "files that are there whole after a kill",
                           "disks of which analyse says what is wrong"])


if __name__ == "__main__":
    main([pathlib.Path(argument) for argument in sys.argv[1:]])
