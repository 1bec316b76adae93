"""analyse, killed at random, on a full disk and in a folder that can only be read.

interrupted.py WORKBOOK…: whenever it is killed, the workbooks that came in are as they were, what
goes back is there whole or not at all, and running again completes. WHATWORKED names the program;
KILLS how often it is killed (200).
"""

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


def kill_and_look(place: pathlib.Path, after: float, whole: dict[str, bytes],
                  came: dict[str, bytes], tally: Tally) -> bool:
    """Kills one run; whether it was still running then."""
    out = place / "out"
    shutil.rmtree(out, ignore_errors=True)
    process = subprocess.Popen(command("out"), cwd=place)
    time.sleep(after)
    was_running = process.poll() is None
    process.kill()
    process.wait()
    when = f"killed after {after * 1000:.1f} ms"
    tally.compare("kills that left what came in as it was", contents(place / "in") == came, when)
    for name, content in contents(out).items() if out.exists() else ():
        if not name.endswith(".partial"):
            tally.compare("files that are there whole after a kill", whole.get(name) == content,
                          f"{when}: {name}")
    return was_running


def kills(place: pathlib.Path, files: list[pathlib.Path], tally: Tally):
    (place / "in").mkdir()
    for file in files:
        shutil.copyfile(file, place / "in" / file.name)
    came = contents(place / "in")
    start = time.monotonic()
    tally.compare("runs that complete", run(place, "out") in (0, 1), "the first run")
    takes = time.monotonic() - start
    whole = contents(place / "out")
    # The same place each time, so that what a kill leaves is compared with the same paths.
    chance = random.Random(1)
    number = int(os.environ.get("KILLS", "200"))
    running = sum(kill_and_look(place, chance.uniform(0, takes), whole, came, tally)
                  for _ in range(number))
    tally.compare("kills most of which came in time", running > number / 2, f"{running} of {number}")
    tally.compare("runs that complete", run(place, "out") in (0, 1), "the run after the kills")
    again = {name: content for name, content in contents(place / "out").items()
             if not name.endswith(".partial")}
    tally.compare("runs after a kill that give the same bytes", again == whole,
                  str([name for name in whole if again.get(name) != whole[name]]))


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
        for kilobytes in (4, 64, 128):
            small_disk(place, f"size={kilobytes}k", "no room is left on the disk", tally)
        small_disk(place, "ro", "can only be read", tally)
    tally.close(expecting=["kills that left what came in as it was",
                           "files that are there whole after a kill",
                           "disks of which analyse says what is wrong"])


if __name__ == "__main__":
    main([pathlib.Path(argument) for argument in sys.argv[1:]])
