"""Every formula of our workbooks against LibreOffice's and Gnumeric's own recalculation.

workbooks.py WORK FILE…: a school sees the values that are in the file until its program
recalculates, so the two must agree in every cell.
"""

import datetime
import pathlib
import sys
import warnings

import openpyxl
from openpyxl.utils.datetime import to_excel

import outside
from tally import Tally

warnings.filterwarnings("ignore")
READY_CELL = ("Start", "A4")
# The sheet on which the figures are worked out again, in a workbook that was analysed.
WORKING_SHEET = "Results"


def values(path: pathlib.Path) -> dict[tuple[str, str], object]:
    """The value of each cell that is not empty, as it is in the file, by sheet and address."""
    # Read-only, because openpyxl otherwise stumbles over the comments that Gnumeric writes.
    book = openpyxl.load_workbook(path, data_only=True, read_only=True)
    found = {}
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        for row in sheet.iter_rows():
            found |= {(sheet.title, c.coordinate): c.value for c in row if c.value is not None}
    return found


def formulas(path: pathlib.Path) -> dict[tuple[str, str], str]:
    """The formula of each cell that has one."""
    book = openpyxl.load_workbook(path)
    return {
        (sheet.title, cell.coordinate): str(cell.value)
        for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
        if cell.data_type == "f"
    }


def same(ours: object, theirs: object) -> bool:
    """Whether two cell values say the same: numbers to 1e-9, empty text as an empty cell."""
    ours, theirs = plain(ours), plain(theirs)
    if isinstance(ours, float) and isinstance(theirs, float):
        return abs(ours - theirs) <= 1e-9 * max(1, abs(ours))
    return ours == theirs


def plain(value: object) -> object:
    if value is None or value == "":
        return None
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return float(to_excel(value))
    if isinstance(value, (bool, int, float)):
        return float(value)
    return value


def compare(program: str, file: pathlib.Path, recalculated: pathlib.Path | None, tally: Tally):
    if not tally.compare(f"workbooks that {program} opens", recalculated is not None, str(file)):
        return
    ours, theirs = values(file), values(recalculated)
    calculated = formulas(file)
    for place, formula in calculated.items():
        kind = ("ready-to-return cells" if place == READY_CELL else "show-your-working cells"
                if place[0] == WORKING_SHEET else "formula cells")
        tally.compare(
            f"{kind} as {program} calculates them", same(ours.get(place), theirs.get(place)),
            f"{file}: {place[0]}!{place[1]} holds {ours.get(place)!r}, {program} says "
            f"{theirs.get(place)!r} for {formula}")
    typed = [place for place in ours if place not in calculated]
    unequal = [place for place in typed if not same(ours[place], theirs.get(place))]
    tally.compare(
        f"workbooks whose other cells {program} keeps", not unequal,
        f"{file}: {[(p, ours[p], theirs.get(p)) for p in unequal[:3]]}")


def main(work: pathlib.Path, files: list[pathlib.Path]):
    tally = Tally("workbooks")
    programs = {"LibreOffice": outside.libreoffice, "Gnumeric": outside.gnumeric}
    for program, convert in programs.items():
        saved = convert(files, "xlsx", work / program.lower())
        for file in files:
            compare(program, file, saved.get(file), tally)
    tally.close(expecting=[f"ready-to-return cells as {p} calculates them" for p in programs]
                + [f"formula cells as {p} calculates them" for p in programs]
                + [f"show-your-working cells as {p} calculates them" for p in programs])


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), [pathlib.Path(argument) for argument in sys.argv[2:]])
