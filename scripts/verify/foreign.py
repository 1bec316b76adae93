"""Workbooks that LibreOffice, Gnumeric, openpyxl and XlsxWriter write, as our reader sees them.

foreign.py PROGRAM WORK: writes the same cells with each program and compares every sheet, the
number of its cells, and every value with what was written. The same for workbooks that LibreOffice
(as Excel 2007 does) and msoffcrypto-tool (as Excel 2013 does) lock with passwords of many letters.
"""

import datetime
import json
import pathlib
import random
import shutil
import subprocess
import sys

import msoffcrypto.format.ooxml
import openpyxl
import xlsxwriter

import outside
from tally import Tally

FIRST_DAY = datetime.datetime(1899, 12, 30)
TEXTS = ["Łukasz O'Neill", "李 小龙", " two  blanks ", "line\nbreak", "<b> & \"quoted\"", "=not(1)",
         "_x000D_", "😇", "0012", "TRUE", "x" * 32_000, "1e5", "-"]
NUMBERS = [0, -1, 0.1, 1 / 3, 123456789012345, 1e-300, -9.87654321e200, 41.5, 2**53]
DAYS = [datetime.datetime(2026, 7, 10), datetime.datetime(1900, 3, 1),
        datetime.datetime(2024, 2, 29, 18, 30), datetime.datetime(9999, 12, 31)]
# One letter, other scripts, beyond the first 65,536 characters, and as long as Excel takes.
PASSWORDS = ["1", "Łukasz пароль درسگاہ", "😇 <&>\"'", "long " * 51]


def written() -> dict[str, dict[tuple[int, int], object]]:
    """Sheets of cells, by row and column from 0."""
    chance = random.Random(20260710)
    kinds = {(row, column): value
             for column, values in enumerate([TEXTS, NUMBERS, [True, False], DAYS])
             for row, value in enumerate(values)}
    table = {}
    for row in range(400):
        table[row, 0] = f"P{row:04}"
        table[row, 1] = TEXTS[row % 9]
        table[row, 2] = chance.random() * 100
        table[row, 3] = chance.randrange(60)
        if row % 3:
            table[row, 4] = DAYS[row % 3]
        table[row, 5] = row % 2 == 0
    far = {(0, 0): "first", (4_999, 200): "far", (9_999, 0): 1.5}
    return {"Kinds": kinds, "Pupils": table, "Far away": far, "Hidden words": {(1, 1): "hidden"}}


def by_xlsxwriter(sheets, path: pathlib.Path):
    # Texts that look like formulas or numbers are texts here.
    book = xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False})
    day = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    for name, cells in sheets.items():
        sheet = book.add_worksheet(name)
        for (row, column), value in cells.items():
            if isinstance(value, datetime.datetime):
                sheet.write_datetime(row, column, value, day)
            elif isinstance(value, bool):
                sheet.write_boolean(row, column, value)
            elif isinstance(value, str):
                sheet.write_string(row, column, value)
            else:
                sheet.write_number(row, column, value)
        if name == "Hidden words":
            sheet.hide()
    book.close()


def by_openpyxl(sheets, path: pathlib.Path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, cells in sheets.items():
        sheet = book.create_sheet(name)
        for (row, column), value in cells.items():
            if isinstance(value, str):
                # openpyxl leaves it to its user to write what stands for a character as a text.
                value = value.replace("_x", "_x005F_x")
            cell = sheet.cell(row + 1, column + 1, value)
            if isinstance(value, str):
                cell.data_type = "s"
        if name == "Hidden words":
            sheet.sheet_state = "hidden"
    book.save(path)


def letters(column: int) -> str:
    return xlsxwriter.utility.xl_col_to_name(column)


def same(wanted: object, found: dict) -> bool:
    value = found["value"]
    if isinstance(wanted, datetime.datetime):
        days = (wanted - FIRST_DAY) / datetime.timedelta(days=1)
        return found["isDate"] and isinstance(value, (int, float)) and abs(value - days) < 1e-9
    if isinstance(wanted, (bool, str)):
        return type(value) is type(wanted) and value == wanted
    # Gnumeric and LibreOffice write 15 to 17 digits.
    return (not isinstance(value, bool) and isinstance(value, (int, float))
            and abs(value - wanted) <= 1e-14 * abs(wanted))


def locked_by_msoffcrypto(source: pathlib.Path, password: str, path: pathlib.Path):
    with source.open("rb") as plain, path.open("wb") as made:
        msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt(password, made)


def compare_locked(program: str, source: pathlib.Path, sheets, tally: Tally):
    """Each lock opens with its password, found among others, and with no other."""
    work = source.parent / "locked"
    work.mkdir()
    known = work / "known.txt"
    # As a text editor of Windows saves it.
    known.write_text("\ufeff" + "\r\n".join(PASSWORDS), encoding="utf-8")
    agile = {work / f"agile-{number}.xlsx": one for number, one in enumerate(PASSWORDS)}
    standard = {work / f"standard-{number}.xlsx": one for number, one in enumerate(PASSWORDS)}
    for path, password in agile.items():
        locked_by_msoffcrypto(source, password, path)
    outside.locked_by_libreoffice(source, standard)
    for by, files in [("msoffcrypto-tool, locked", agile), ("LibreOffice, locked", standard)]:
        for path, password in files.items():
            compare(program, by, path, sheets, tally, ["--password-file", str(known)])
            others = path.with_suffix(".txt")
            others.write_text("\n".join(one for one in PASSWORDS if one != password))
            for options, code in [([], "W125"), (["--password-file", str(others)], "W126")]:
                result = subprocess.run([program, "cells", str(path), *options],
                                        capture_output=True, text=True)
                tally.compare("locks that stay closed",
                              result.returncode == 2 and code in result.stderr,
                              f"{path} {options}: {result.returncode} {result.stderr}")


def compare(program: str, by: str, path: pathlib.Path, sheets, tally: Tally, options=()):
    result = subprocess.run([program, "cells", str(path), *options], capture_output=True,
                            text=True)
    if not tally.compare(f"files by {by} that are read", result.returncode == 0,
                         f"{path}: {result.stderr}"):
        return
    found = {sheet["name"]: sheet for sheet in json.loads(result.stdout)["sheets"]}
    tally.compare("lists of sheets", list(found) == list(sheets), f"{path}: {list(found)}")
    hidden = {name for name, sheet in found.items() if sheet["visibility"] != "visible"}
    # Gnumeric shows every sheet that it saves as .xlsx.
    wanted = set() if by == "Gnumeric" else {"Hidden words"}
    tally.compare("hidden sheets", hidden == wanted, f"{path}: {hidden}")
    for name, cells in sheets.items():
        read = {cell["cell"]: cell for cell in found.get(name, {"cells": []})["cells"]}
        tally.compare("counts of cells", len(read) == len(cells),
                      f"{path}: {name} has {len(read)} cells, not {len(cells)}")
        unequal = []
        for (row, column), wanted in cells.items():
            place = f"{letters(column)}{row + 1}"
            if place not in read or not same(wanted, read[place]):
                unequal.append(f"{name}!{place} is {str(read.get(place))[:90]}, "
                               f"not {str(wanted)[:40]!r}")
        tally.compare_each(f"cells by {by}", len(cells), unequal, str(path))


def main(program: str, work: pathlib.Path):
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    tally, sheets = Tally("foreign"), written()
    ours = {"XlsxWriter": work / "xlsxwriter.xlsx", "openpyxl": work / "openpyxl.xlsx"}
    by_xlsxwriter(sheets, ours["XlsxWriter"])
    by_openpyxl(sheets, ours["openpyxl"])
    for by, path in ours.items():
        compare(program, by, path, sheets, tally)
    sources = list(ours.values())
    saved = [
        ("LibreOffice, as .xlsx", outside.libreoffice(sources, "xlsx", work / "libreoffice")),
        ("LibreOffice, as .ods", outside.libreoffice(sources, "ods", work / "opendocument")),
        ("Gnumeric", outside.gnumeric(sources, "xlsx", work / "gnumeric")),
    ]
    for by, files in saved:
        for source in sources:
            if tally.compare(f"files that {by} saved", source in files, str(source)):
                compare(program, by, files[source], sheets, tally)
    compare_locked(program, ours["XlsxWriter"], sheets, tally)
    tally.close(expecting=["counts of cells", "locks that stay closed",
                           "cells by msoffcrypto-tool, locked", "cells by LibreOffice, locked",
                           *(f"cells by {by}" for by in ours),
                           *(f"cells by {by}" for by, _ in saved)])


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]))
