"""Fills a data workbook in as a school would, by what its own rules allow in each cell."""

import datetime
import pathlib

import openpyxl
from openpyxl.utils import range_boundaries

FIRST_ROW = 5
FILLED_PUPILS = 24
# By position in the list, which is the same in every language.
ASSIGNMENT = {"randomised": 0, "pairs": 0, "cluster": 0, "partially-nested": 0, "matched": 1,
              "single": 4}


def choices(book, rule) -> list[str]:
    """The entries of a list, looked up as a spreadsheet does."""
    name = rule.formula1.lstrip("=")
    sheet, cells = book.defined_names[name].attr_text.split("!")
    first, top, last, bottom = range_boundaries(cells.replace("$", ""))
    return [book[sheet.strip("'")].cell(row, first).value for row in range(top, bottom + 1)]


def rules(sheet) -> dict[tuple[int, int], object]:
    """The rule of each cell that has one, by row and column."""
    found = {}
    for rule in sheet.data_validations.dataValidation:
        for cells in rule.sqref.ranges:
            for row in range(cells.min_row, cells.max_row + 1):
                for column in range(cells.min_col, cells.max_col + 1):
                    found[row, column] = rule
    return found


def within(rule, wanted: float) -> float:
    return min(max(wanted, float(rule.formula1)), float(rule.formula2))


def fill_questions(book, sheet, design: str):
    days = iter([datetime.date(2026, 9, 14), datetime.date(2027, 3, 12)])
    for (row, column), rule in rules(sheet).items():
        cell = sheet.cell(row, column)
        if rule.type == "list":
            entries = choices(book, rule)
            is_assignment = rule.formula1.endswith("lst_assignment")
            cell.value = entries[ASSIGNMENT[design] if is_assignment else row % len(entries)]
        elif rule.type == "date":
            cell.value = next(days)
        elif rule.type in ("whole", "decimal"):
            cell.value = within(rule, 30)
        else:
            cell.value = "Year 5"


def short_code(kind: str, place: int, is_taught: bool, design: str) -> str | None:
    """The class, the small group or the pair of a pupil; whole classes are in one group."""
    if kind == "class":
        return f"5{'ABCDEFGH'[place % 8]}" if design == "cluster" else "5B"
    if kind == "pair":
        return f"A{place // 2}"
    return f"G{place % 4}" if is_taught else None


def fill_pupils(book, sheet, design: str):
    """Half of the pupils in each group, with marks before and after and the sessions they had."""
    # In the order of their columns; no programme that ships asks for all three.
    belonging = ["class", "pair" if design == "pairs" else "teaching group"]
    columns = {column: rule for (row, column), rule in rules(sheet).items() if row == FIRST_ROW}
    for place in range(FILLED_PUPILS):
        scores = iter([8 + place * 7 % 23, 11 + place * 7 % 23 + place % 4])
        kinds = iter(belonging)
        is_taught = True
        for column, rule in sorted(columns.items()):
            value = None
            if rule.type == "list" and rule.formula1.endswith("lstReason"):
                pass
            elif rule.type == "list":
                entries = choices(book, rule)
                is_group = rule.formula1.endswith("lstGroup")
                chosen = (place if is_group else place // 2) % len(entries)
                if is_group:
                    is_taught = chosen == 0
                value = entries[chosen]
            elif rule.type == "decimal":
                value = next(scores)
            elif rule.type == "whole":
                value = 26 if is_taught else 0
            elif float(rule.formula1) <= 12:
                value = short_code(next(kinds), place, is_taught, design)
            sheet.cell(FIRST_ROW + place, column).value = value


def fill_items(sheet):
    for (row, column) in rules(sheet):
        if row < FIRST_ROW + FILLED_PUPILS:
            sheet.cell(row, column).value = (row * column) % 2


def inputs(book) -> dict[str, list]:
    """The sheets to fill in: About, Pupils, Implementation and those for items, by kind."""
    kinds = {"questions": [], "pupils": [], "items": []}
    for sheet in book.worksheets:
        found = rules(sheet)
        if not found or sheet.sheet_state != "visible":
            continue
        width = len({column for _, column in found})
        kind = "questions" if width == 1 else "items" if len(set(map(id, found.values()))) == 1 \
            else "pupils"
        kinds[kind].append(sheet)
    return kinds


def complete(source: pathlib.Path, target: pathlib.Path, design: str):
    """The workbook with everything filled in rightly."""
    book = openpyxl.load_workbook(source)
    kinds = inputs(book)
    for sheet in kinds["questions"]:
        fill_questions(book, sheet, design)
    for sheet in kinds["pupils"]:
        fill_pupils(book, sheet, design)
    for sheet in kinds["items"]:
        fill_items(sheet)
    book.save(target)


def faulty(source: pathlib.Path, target: pathlib.Path) -> int:
    """The complete workbook with three things wrong; returns how many."""
    book = openpyxl.load_workbook(source)
    kinds = inputs(book)
    questions, pupils = kinds["questions"][0], kinds["pupils"][0]
    questions.cell(FIRST_ROW, 2).value = None
    found = rules(pupils)
    group = min(column for (_, column), rule in found.items() if rule.type == "list")
    score = min(column for (_, column), rule in found.items() if rule.type == "decimal")
    pupils.cell(FIRST_ROW + 2, group).value = "xyz"
    pupils.cell(FIRST_ROW + 3, score).value = "12,5"
    book.save(target)
    return 3


def changed_mark(source: pathlib.Path, target: pathlib.Path):
    """The complete workbook with one other mark."""
    book = openpyxl.load_workbook(source)
    pupils = inputs(book)["pupils"][0]
    score = min(column for (_, column), rule in rules(pupils).items() if rule.type == "decimal")
    pupils.cell(FIRST_ROW, score).value += 1
    book.save(target)


