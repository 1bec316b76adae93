"""The pupils of each effect, read from the workbooks by openpyxl, as R wants them.

pupils.py ANALYSIS.json FOLDER: writes one CSV for each effect of the document, named for the
number of its file, the outcome and the role; empty is missing.
"""

import csv
import json
import pathlib
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


def of_role(found: list[dict], role: str | None) -> list[dict]:
    """The pupils of a role and those they are compared with.

    Where no comparison pupil has the role, those without one stand for both roles.
    """
    if role is None:
        return found
    own = [row for row in found if row.get("role") == role]
    if not any(row["group"] == "comparison" for row in own):
        own += [row for row in found if row["group"] == "comparison" and not row.get("role")]
    return own


def number(value):
    return value if isinstance(value, (int, float)) else None


def main(document: pathlib.Path, folder: pathlib.Path):
    folder.mkdir(parents=True, exist_ok=True)
    for number_, file in enumerate(json.loads(document.read_text())["files"], start=1):
        for effect in file["effects"]:
            found = rows(pathlib.Path(file["path"]), effect["outcome"], file["repairs"])
            name = "-".join(filter(None, (f"{number_:04}", effect["outcome"], effect["role"])))
            with open(folder / f"{name}.csv", "w", newline="") as stream:
                writer = csv.DictWriter(stream, COLUMNS, extrasaction="ignore")
                writer.writeheader()
                for row in of_role(found, effect["role"]):
                    row["before"], row["after"] = number(row["before"]), number(row["after"])
                    writer.writerow(row)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
