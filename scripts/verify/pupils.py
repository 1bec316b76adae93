"""The pupils of each effect, read from the workbooks by openpyxl, as R wants them.

pupils.py ANALYSIS.json FOLDER: writes one CSV for each effect of the document, with the columns
pupil, group, role, class, teaching_group, pair, block, before, after, sessions; empty is missing.
"""

import csv
import json
import pathlib
import re
import sys
import warnings

import openpyxl

warnings.filterwarnings("ignore")
COLUMNS = ["pupil", "group", "role", "class", "teaching_group", "pair", "block", "before", "after",
           "sessions"]
HEADINGS = {"Pupil code": "pupil", "Group": "group", "Role": "role", "Class or set": "class",
            "Teaching group": "teaching_group", "Pair": "pair", "Sessions attended": "sessions"}


def codes(book: openpyxl.Workbook) -> dict[str, str]:
    """The code of each label on the hidden sheet of lists: codes and labels side by side."""
    rows = list(book["Lists"].iter_rows(min_row=2, values_only=True))
    found = {}
    for column in range(0, len(rows[0]) - 1, 2):
        for row in rows:
            code, label = row[column], row[column + 1]
            if isinstance(code, str) and isinstance(label, str):
                found.setdefault(label.strip().lower(), code)
    return found


def pupils_sheet(book: openpyxl.Workbook):
    for sheet in book.worksheets:
        for row in sheet.iter_rows(max_row=20):
            if any(str(cell.value).strip() == "Pupil code" for cell in row):
                return sheet, row
    raise SystemExit("error: no sheet with the heading Pupil code")


def score_columns(headings: dict[str, int], outcome: str) -> tuple[int, int]:
    """The columns before and after: they name the outcome where there are several."""
    def one(moment: str) -> int:
        plain = f"Score {moment}"
        return headings.get(plain) or headings[f"{outcome.capitalize()} score {moment}"]
    return one("before"), one("after")


def rows(path: pathlib.Path, outcome: str, repairs: list[dict]) -> list[dict]:
    book = openpyxl.load_workbook(path, data_only=True)
    label_codes = codes(book)
    sheet, header = pupils_sheet(book)
    headings = {str(cell.value).strip(): cell.column for cell in header if cell.value}
    columns = {name: headings[h] for h, name in HEADINGS.items() if h in headings}
    columns["before"], columns["after"] = score_columns(headings, outcome)
    repaired = {(repair["sheet"], repair["cell"]): repair["after"] for repair in repairs}
    found = []
    for row in range(header[0].row + 1, sheet.max_row + 1):
        entry = {}
        for name, column in columns.items():
            cell = sheet.cell(row, column)
            entry[name] = repaired.get((sheet.title, cell.coordinate), cell.value)
        for name in ("group", "role"):
            if entry.get(name) is not None:
                label = str(entry[name]).strip()
                entry[name] = label_codes.get(label.lower(), label)
        if entry.get("group"):
            found.append(entry)
    return found


def number(value):
    return value if isinstance(value, (int, float)) else None


def main(document: pathlib.Path, folder: pathlib.Path):
    folder.mkdir(parents=True, exist_ok=True)
    for file in json.loads(document.read_text())["files"]:
        for effect in file["effects"]:
            role = effect["role"]
            chosen = [row for row in rows(pathlib.Path(file["path"]), effect["outcome"],
                                          file["repairs"])
                      if role is None or row.get("role") == role]
            where = " ".join(filter(None, (file["study"], effect["outcome"], role)))
            name = re.sub(r"[^A-Za-z0-9]+", "_", where) + ".csv"
            with open(folder / name, "w", newline="") as stream:
                writer = csv.DictWriter(stream, COLUMNS, extrasaction="ignore")
                writer.writeheader()
                for row in chosen:
                    row["before"], row["after"] = number(row["before"]), number(row["after"])
                    writer.writerow(row)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
