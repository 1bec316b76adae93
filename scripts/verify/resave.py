"""resave.py libreoffice|gnumeric IN.xlsx OUT.xlsx [ENTRIES.csv]: see scripts/resave."""

import csv
import datetime
import pathlib
import re
import shutil
import sys
import tempfile
import warnings

import openpyxl

import outside

warnings.filterwarnings("ignore")
PROGRAMS = {"libreoffice": outside.libreoffice, "gnumeric": outside.gnumeric}


def typed(text: str) -> object:
    """What a spreadsheet makes of what is typed: a number, a date, or text.

    A leading apostrophe keeps it text, as in every spreadsheet.
    """
    if text.startswith("'"):
        return text[1:]
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    if re.fullmatch(r"-?\d*\.\d+", text):
        return float(text)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return datetime.date.fromisoformat(text)
    return text


def main(program: str, source: pathlib.Path, target: pathlib.Path, entries: pathlib.Path | None):
    with tempfile.TemporaryDirectory() as place:
        filled = pathlib.Path(place, "filled.xlsx")
        shutil.copyfile(source, filled)
        if entries is not None:
            book = openpyxl.load_workbook(source)
            with open(entries, newline="") as stream:
                for sheet, cell, value in csv.reader(stream):
                    book[sheet][cell] = typed(value)
            book.save(filled)
        saved = PROGRAMS[program]([filled], "xlsx", pathlib.Path(place, "saved"))
        if filled not in saved:
            raise SystemExit(f"error: {program} could not open {source}")
        shutil.move(saved[filled], target)


if __name__ == "__main__":
    arguments = [pathlib.Path(argument) for argument in sys.argv[2:]]
    main(sys.argv[1], arguments[0], arguments[1], arguments[2] if len(arguments) > 2 else None)
