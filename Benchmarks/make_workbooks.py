"""make_workbooks.py FOLDER: the workbooks that reading is measured on, the same bytes each time.

FOLDER/large.xlsx: one sheet of 100,000 rows and 20 columns, mixed kinds, shared texts.
FOLDER/many/: 1,000 returns of some 60 rows and 15 columns, with a hidden sheet of lists.
"""

import datetime
import pathlib
import random
import sys

import xlsxwriter

NAMES = ["O'Neill", "Müller", "Łukasz", "李", "Patel", "Nguyễn", "Khan & Sons", "Brown"]
CREATED = datetime.datetime(2026, 7, 10)


def workbook(path):
    book = xlsxwriter.Workbook(path)
    book.set_properties({"created": CREATED})
    return book


def large(path, rows=100_000):
    chance = random.Random(1)
    book = workbook(path)
    sheet = book.add_worksheet("Pupils")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    share = book.add_format({"num_format": "0.0%"})
    first = datetime.date(2012, 9, 1)
    sheet.write_row(0, 0, [f"column {number}" for number in range(1, 21)])
    for row in range(1, rows):
        score = chance.random() * 100
        sheet.write_string(row, 0, f"P{row * 7919:012d}")
        sheet.write_string(row, 1, NAMES[row % len(NAMES)])
        sheet.write_string(row, 2, f"class {row % 400}")
        sheet.write_datetime(row, 3, first + datetime.timedelta(days=row % 4000), day)
        sheet.write_datetime(row, 4, first + datetime.timedelta(days=row % 300), day)
        sheet.write_string(row, 5, "MFX"[row % 3])
        sheet.write_number(row, 6, row % 14)
        sheet.write_number(row, 7, score)
        sheet.write_number(row, 8, round(chance.random(), 4), share)
        sheet.write_boolean(row, 9, row % 3 == 0)
        if row % 4 == 0:
            sheet.write_string(row, 10, f"a note about pupil {row}")
        sheet.write_formula(row, 11, f"=H{row + 1}*2", None, score * 2)
        sheet.write_formula(row, 12, f'=IF(H{row + 1}>50,"yes","no")', None, "no")
        sheet.write_string(row, 13, f"school {row % 90}")
        sheet.write_number(row, 14, row)
        sheet.write_number(row, 15, -row / 3)
        sheet.write_number(row, 16, chance.randrange(10**6))
        if row % 10:
            sheet.write_number(row, 17, chance.randrange(100))
        sheet.write_number(row, 18, row / 8)
        sheet.write_string(row, 19, f"an answer in words, number {row % 20000}")
    book.close()


def small(path, number):
    chance = random.Random(number)
    book = workbook(path)
    sheet = book.add_worksheet("Pupils")
    lists = book.add_worksheet("Lists")
    lists.hide()
    lists.write_column(0, 0, ["tutor", "tutee", "neither"])
    bold = book.add_format({"bold": True, "bg_color": "#DDEBF7", "border": 1})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    share = book.add_format({"num_format": "0%"})
    sheet.merge_range("A1:F1", f"School {number}", bold)
    for column in range(15):
        sheet.write_string(2, column, f"question {column + 1}", bold)
    for row in range(3, 58 + chance.randrange(10)):
        sheet.write_string(row, 0, f"P{row:03d}")
        sheet.write_string(row, 1, NAMES[chance.randrange(len(NAMES))])
        sheet.write_string(row, 2, f"class {chance.randrange(4)}")
        birth = datetime.date(2014, 9, 1) + datetime.timedelta(days=chance.randrange(365))
        sheet.write_datetime(row, 3, birth, day)
        sheet.write_string(row, 4, ["tutor", "tutee"][row % 2])
        sheet.write_number(row, 5, 5 + row % 5)
        sheet.write_number(row, 6, round(chance.random() * 100, 1))
        if chance.random() > 0.1:
            sheet.write_number(row, 7, chance.randrange(60))
        sheet.write_number(row, 8, round(chance.random(), 2), share)
        sheet.write_boolean(row, 9, chance.random() > 0.8)
        sheet.write_string(row, 10, "yes" if row % 2 else "no")
        if chance.random() > 0.7:
            sheet.write_string(row, 11, f"was absent on {chance.randrange(60)} days")
        sheet.write_formula(row, 12, f"=G{row + 1}+H{row + 1}", None, 50)
        sheet.write_formula(row, 13, f'=IF(M{row + 1}>50,"yes","no")', None, "yes")
        sheet.write_string(row, 14, f"C{chance.randrange(30):02d}")
    sheet.data_validation("E4:E70", {"validate": "list", "source": "=Lists!$A$1:$A$3"})
    sheet.freeze_panes(3, 0)
    sheet.protect()
    book.close()


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    (folder / "many").mkdir(parents=True, exist_ok=True)
    large(folder / "large.xlsx")
    for number in range(1_000):
        small(folder / "many" / f"{number:04d}.xlsx", number)
