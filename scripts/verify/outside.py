"""The outside programs, each as one function from files to files."""

import concurrent.futures
import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile

# The one that Debian's bridge to LibreOffice is made for.
SYSTEM_PYTHON = "/usr/bin/python3"

# 0: always. LibreOffice otherwise shows the values that the file brought with it.
RECALCULATE_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
<prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop>
</item></oor:items>
"""


def libreoffice(
    files: list[pathlib.Path], to: str, folder: pathlib.Path
) -> dict[pathlib.Path, pathlib.Path]:
    """Opens each file in LibreOffice, recalculates it and saves it as `to`.

    Returns the saved files by the given ones; those that it could not open are absent.
    """
    folder.mkdir(parents=True, exist_ok=True)
    saved = {}
    with tempfile.TemporaryDirectory() as place:
        profile = pathlib.Path(place, "profile")
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(RECALCULATE_ALWAYS)
        # Files of the same name come from several folders: each gets a number of its own.
        numbered = {}
        for number, file in enumerate(files):
            copy = pathlib.Path(place, f"{number:04}{file.suffix}")
            shutil.copyfile(file, copy)
            numbered[file] = copy
        command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless",
                   "--norestore", "--convert-to", to, "--outdir", f"{place}/out"]

        def made_of(copy: pathlib.Path) -> pathlib.Path:
            return pathlib.Path(place, "out", copy.stem + "." + to.split(":")[0])

        # Twice: a crash of the program on one file takes the others of its call with it.
        for size in (50, 1):
            copies = [copy for copy in numbered.values() if not made_of(copy).exists()]
            for start in range(0, len(copies), size):
                subprocess.run(command + copies[start:start + size], timeout=600,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for file, copy in numbered.items():
            made = made_of(copy)
            if made.exists():
                saved[file] = folder / f"{copy.stem}-{file.stem}{made.suffix}"
                shutil.move(made, saved[file])
    return saved


def locked_by_libreoffice(source: pathlib.Path, passwords: dict[pathlib.Path, str]):
    """Has LibreOffice save `source` as each .xlsx of the keys, locked with its password."""
    with tempfile.TemporaryDirectory() as place:
        pipe = f"whatworked-{os.getpid()}"
        office = subprocess.Popen(
            ["soffice", f"-env:UserInstallation={pathlib.Path(place, 'profile').as_uri()}",
             "--headless", "--norestore", f"--accept=pipe,name={pipe};urp"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        wanted = [word for path, password in passwords.items()
                  for word in (str(path.resolve()), password)]
        try:
            result = subprocess.run(
                [SYSTEM_PYTHON, pathlib.Path(__file__).with_name("lock_in_libreoffice.py"), pipe,
                 str(source.resolve()), *wanted], timeout=180, capture_output=True, text=True)
            # By what it said, not by its exit code: the bridge may crash when all is done.
            if result.stdout != "saved\n":
                raise RuntimeError(f"LibreOffice did not lock {source}: {result.stderr}")
            with contextlib.suppress(subprocess.TimeoutExpired):
                office.wait(timeout=60)
        finally:
            # soffice is a script that starts the program: both are to end.
            if office.poll() is None:
                os.killpg(office.pid, signal.SIGKILL)


def gnumeric(
    files: list[pathlib.Path], to: str, folder: pathlib.Path, recalculate: bool = True
) -> dict[pathlib.Path, pathlib.Path]:
    """Opens each file in Gnumeric, recalculates it and saves it as `to`, as `libreoffice` does."""
    folder.mkdir(parents=True, exist_ok=True)
    options = ["--recalc"] if recalculate else []

    def save(numbered: tuple[int, pathlib.Path]) -> pathlib.Path | None:
        number, file = numbered
        made = folder / f"{number:04}-{file.stem}.{to}"
        result = subprocess.run(["ssconvert", *options, str(file), str(made)], timeout=300,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return made if result.returncode == 0 and made.exists() else None

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        saved = zip(files, pool.map(save, enumerate(files)))
        return {file: made for file, made in saved if made is not None}
