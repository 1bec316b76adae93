"""A sheet grafted into workbooks of every kind, opened by other programs.

grafts.py WORK PACKS…: real workbooks from the folder of shared files where there is one, and
packs saved again by LibreOffice, Gnumeric, openpyxl and XlsxWriter. The test of grafting does the
grafting; `package.py` then looks at each pair as at a school's.
"""

import os
import pathlib
import shutil
import subprocess
import sys

import openpyxl
import xlsxwriter

import outside
import package
from tally import Tally
from workbooks import values

PROJECT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("WHATWORKED_SHARED", PROJECT.parent / "shared"))


def through_openpyxl(file: pathlib.Path, to: pathlib.Path):
    openpyxl.load_workbook(file).save(to)


def through_xlsxwriter(file: pathlib.Path, to: pathlib.Path):
    """The same values, written anew by XlsxWriter with formats, notes and a picture of its own."""
    with xlsxwriter.Workbook(to) as book:
        bold = book.add_format({"bold": True, "num_format": "0.0"})
        sheets = {}
        for (name, cell), value in values(file).items():
            sheet = sheets.setdefault(name, None) or book.add_worksheet(name)
            sheets[name] = sheet
            sheet.write(cell, value if isinstance(value, (int, float, bool)) else str(value), bold)
        first = next(iter(sheets.values()))
        first.write_comment("A1", "a note")
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": [first.get_name(), 0, 0, 3, 0]})
        first.insert_chart("H2", chart)


def gather(folder: pathlib.Path, packs: list[pathlib.Path], tally: Tally):
    """Copies and re-saves into one folder everything that a sheet is to be grafted into."""
    if not (SHARED / "workbooks").is_dir():
        print(f"  {SHARED} is not there: no real workbooks are compared")
    for file in sorted((SHARED / "workbooks").glob("*.xls[xm]")):
        shutil.copyfile(file, folder / file.name)
    for program, convert in (("libreoffice", outside.libreoffice), ("gnumeric", outside.gnumeric)):
        for file, saved in convert(packs, "xlsx", folder.parent / program).items():
            shutil.copyfile(saved, folder / f"{program}-{packs.index(file)}.xlsx")
    for number, file in enumerate(packs):
        through_openpyxl(file, folder / f"openpyxl-{number}.xlsx")
        through_xlsxwriter(file, folder / f"xlsxwriter-{number}.xlsx")
    for program in ("libreoffice", "gnumeric", "openpyxl", "xlsxwriter"):
        made = len(list(folder.glob(f"{program}-*.xlsx")))
        tally.compare(f"packs saved by {program}", made == len(packs), f"{made} of {len(packs)}")


def main(work: pathlib.Path, packs: list[pathlib.Path]):
    tally = Tally("grafts")
    shutil.rmtree(work, ignore_errors=True)
    before, after = work / "before", work / "after"
    for folder in (before, after):
        folder.mkdir(parents=True)
    gather(before, packs, tally)
    swift = os.environ.get("SWIFT", "swift")
    result = subprocess.run(
        [swift, "test", *os.environ.get("FLAGS", "").split(), "--filter", "GraftForOthersTests"],
        cwd=PROJECT, env=os.environ | {"GRAFT_FROM": str(before.resolve()),
                                       "GRAFT_TO": str(after.resolve())},
        capture_output=True, text=True)
    if not tally.compare("runs of the grafting", result.returncode == 0, result.stdout[-2000:]):
        tally.close(expecting=[])
    pairs = []
    for file in sorted(before.iterdir()):
        reason = after / f"{file.name}.reason.txt"
        if reason.exists():
            refused = any(word in reason.read_text() for word in ("signed", "encrypt", "password",
                                                                  "shared", "not an ordinary"))
            tally.compare("workbooks refused for a reason that we know", refused,
                          f"{file.name}: {reason.read_text()}")
        elif tally.compare("workbooks with a sheet of ours", (after / file.name).exists(),
                           file.name):
            pairs.append((file, after / file.name))
    package.compare_all(pairs, work / "package", tally)
    tally.close(expecting=["workbooks with a sheet of ours", "runs of the grafting",
                           "new cells that calamine reads as openpyxl does",
                           "new sheets that LibreOffice reads as we wrote them"])


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), [pathlib.Path(argument) for argument in sys.argv[2:]])
