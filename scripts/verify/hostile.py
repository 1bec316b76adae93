"""Every hostile, broken or disguised file of the shared folder, given to the program one by one.

hostile.py PROGRAM WORK [large]: each must end as its manifest says, with the rule code of
hostile.json, within two seconds of processor time and 256 MiB. The files that only a file system can
hold (links, pipes, odd names) are made here, each in a folder of its own beside a sound one; with
`large`, so are those of large_cases, which are not in the shared folder.
"""

import json
import os
import pathlib
import resource
import shutil
import signal
import sys
import tarfile
import tempfile
import time

from large_cases import large_cases
from tally import Tally

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
SHARED = pathlib.Path(os.environ.get("WHATWORKED_SHARED", PROJECT.parent / "shared"))
SECONDS, MEGABYTES, WALL = 2, 256, 60
SOUND = "zz-sound.xlsx"


def measured(program: str, path: bytes, out: pathlib.Path) -> tuple[int, float, float]:
    """Checks one path; the exit code, and the seconds and megabytes that it took."""
    child = os.fork()
    if child == 0:
        try:
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 1)
            os.execv(program, [program, "check", "--json", "--quiet", "--templates",
                               str(PROJECT / "Templates"), os.fsdecode(path)])
        finally:
            os._exit(127)
    until = time.monotonic() + WALL
    while True:
        ended, status, used = os.wait4(child, os.WNOHANG)
        if ended:
            break
        if time.monotonic() > until:
            os.kill(child, signal.SIGKILL)
        time.sleep(0.01)
    return os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def fs_cases(folder: pathlib.Path, sound: bytes):
    """Makes the cases of the file system; each as its name in the manifest and its folder."""
    def make(name: str, number: int) -> pathlib.Path:
        place = folder / f"{number:02}"
        place.mkdir(parents=True)
        (place / SOUND).write_bytes(sound)
        return place

    links = {"loop1.xlsx": "loop1.xlsx", "dangling.xlsx": "nowhere.xlsx",
             "devzero.xlsx": "/dev/zero", "dirloop": ".", "outside.xlsx": "/etc/passwd"}
    number = 0
    for name, target in links.items():
        place = make(name, number := number + 1)
        os.symlink(target, place / name)
        yield f"fs/{name}", place
    place = make("fifo", number := number + 1)
    os.mkfifo(place / "fifo.xlsx")
    yield "fs/fifo.xlsx", place
    place = make("folder", number := number + 1)
    (place / "a.xlsx").mkdir()
    yield "fs/a.xlsx", place
    names = [
        b"new\nline.xlsx", b"tab\tand\x1b[31mred.xlsx", b"-rf.xlsx", b"n" * 250 + b".xlsx",
        "École Nº1 – Ωμέγα 学校 😇.xlsx".encode(), "E\u0301cole.xlsx".encode(),
        "École.xlsx".encode(), "\u202egnp.xlsx".encode(), b"latin1_\xe9cole.xlsx", b"CON.xlsx",
        b"a%2Fb;$(id)`x`.xlsx", b" lead.xlsx", b"UPPER.XLSX", b"two..dots.xlsx.xlsx",
    ]
    for name in names:
        place = make("name", number := number + 1)
        with open(os.path.join(os.fsencode(place), name), "wb") as file:
            file.write(sound)
        yield "fs/" + name.decode("utf-8", "backslashreplace"), place
    place = make("deep", number := number + 1)
    os.makedirs(place / "/".join(["d" * 200] * 15))
    (place / "/".join(["d" * 200] * 15) / "deep.xlsx").write_bytes(sound)
    yield "fs/ddd…/deep.xlsx", place


class Check:
    def __init__(self, program: str, work: pathlib.Path):
        self.program, self.out = program, work / "out.json"
        self.tally = Tally("hostile")
        expected = json.loads((HERE / "hostile.json").read_text())
        self.code = {name: code for code, names in expected["codes"].items() for name in names}
        self.read_all_the_same = set(expected["readAllTheSame"])
        self.slowest, self.largest = (0.0, ""), (0.0, "")

    def run(self, case: dict, path: bytes):
        """One case of the manifest: how it ends, what it takes, and which code it is given."""
        name = case["file"]
        exit_code, seconds, megabytes = measured(self.program, path, self.out)
        self.slowest = max(self.slowest, (seconds, name))
        self.largest = max(self.largest, (megabytes, name))
        self.tally.compare("cases within 2 s of processor time", seconds <= SECONDS,
                           f"{name!r} took {seconds:.2f} s")
        self.tally.compare("cases within 256 MiB", megabytes <= MEGABYTES,
                           f"{name!r} took {megabytes:.0f} MiB")
        if not self.tally.compare("cases that end by themselves", exit_code in (0, 1, 3),
                                  f"{name!r} ended with {exit_code}"):
            return
        files = json.loads(self.out.read_bytes())["files"]
        if name.startswith("fs/"):
            sound = [file for file in files if file["path"].endswith(SOUND)]
            self.tally.compare("sound files beside a case that are read", len(sound) == 1
                               and is_read(sound[0]), f"{name!r}: {files}")
            files = [file for file in files if not file["path"].endswith(SOUND)]
            escaped = all(character.isprintable() for file in files for character in file["path"])
            self.tally.compare("paths that are safe to print", escaped, f"{name!r}: {files}")
        self.judge(name, case["outcome"], files)

    def judge(self, name: str, outcome: str, files: list[dict]):
        if name == "fs/a.xlsx":
            self.tally.compare("cases that end as their manifest says", not files, f"{files}")
            return
        codes = {finding["code"] for file in files for finding in file["findings"]}
        if outcome == "skip":
            holds = [file["status"] for file in files] == ["skipped"]
        elif outcome == "refuse" and name not in self.read_all_the_same:
            holds = bool(files) and not any(is_read(file) for file in files)
        else:
            holds = bool(files) and all(is_read(file) for file in files)
        self.tally.compare("cases that end as their manifest says", holds,
                           f"{name!r} should be {outcome}: {files}")
        wanted = self.code.get(name)
        given = {code for code in codes if code.startswith("W1")}
        self.tally.compare("cases with their rule code",
                           wanted in given if wanted else not given,
                           f"{name!r}: {given or 'no code'}, not {wanted or 'none'}")


def is_read(file: dict) -> bool:
    """Whether the cells were read: these are not our workbooks, so that is where it ends."""
    return any(finding["code"] == "W201" for finding in file["findings"])


def main(program: str, work: pathlib.Path, with_large: bool):
    archive = SHARED / "hostile" / "files.tar.gz"
    if not archive.exists():
        print(f"hostile: SKIPPED: {archive} is not there", file=sys.stderr)
        sys.exit(0)
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    manifest = json.loads((SHARED / "hostile" / "manifest.json").read_text())["files"]
    check = Check(program, work)
    # Paths of 3,000 bytes leave no room for a long one before them.
    with tempfile.TemporaryDirectory() as place:
        with tarfile.open(archive) as files:
            files.extractall(place, filter="data")
        found = {path.name: path for path in pathlib.Path(place).rglob("*") if path.is_file()}
        made = dict(fs_cases(pathlib.Path(place, "fs-made"), found["control_ok.xlsx"].read_bytes()))
        for case in manifest:
            path = made.get(case["file"]) or found.get(case["file"])
            if check.tally.compare("cases of the manifest that are there", path is not None,
                                   repr(case["file"])):
                check.run(case, os.fsencode(path))
        for case, path in large_cases(pathlib.Path(place, "large-made")) if with_large else ():
            check.code[case["file"]] = case["code"]
            check.run(case, os.fsencode(path))
    print(f"  slowest: {check.slowest[0]:.2f} s, {check.slowest[1]!r}; "
          f"largest: {check.largest[0]:.0f} MiB, {check.largest[1]!r}")
    check.tally.close(expecting=["cases within 2 s of processor time", "cases within 256 MiB",
                                 "cases with their rule code",
                                 "cases that end as their manifest says"])


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3:] == ["large"])
