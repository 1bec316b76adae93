"""Fills in sample workbooks as schools would; see make-samples."""
import csv
import pathlib
import random
import subprocess
import sys
import tempfile

import openpyxl

PROJECT = pathlib.Path(sys.argv[1])
READING, NUMBER = "peer-tutoring-reading", "ta-small-group-number"
MATHS = "peer-tutoring-maths"
TESTS = {READING: "WhatWorked Reading", NUMBER: "WhatWorked Number",
         MATHS: "WhatWorked Number and Algebra"}

# school, country, programme, design, how chosen, pupils an arm, true effect, program that saves it,
# day of the second test, what is special about it
SCHOOLS = [
    ("S-001", "GB", READING, "randomised", "random", 24, 0.35, "libreoffice", "2026-03-20", ""),
    ("S-002", "GB", READING, "randomised", "random", 28, 0.10, "gnumeric", "2026-03-27", ""),
    ("S-003", "GB", READING, "randomised", "random", 22, 0.50, "libreoffice", "2026-03-27", "absent"),
    ("S-004", "GB", READING, "matched", "teacher-choice", 20, 0.30, "libreoffice", "2026-04-02", ""),
    ("S-005", "RW", READING, "randomised", "random", 40, 0.25, "gnumeric", "2026-06-12", ""),
    ("S-006", "RW", READING, "randomised", "random", 36, 0.45, "libreoffice", "2026-06-12", "typed"),
    ("S-007", "RW", READING, "randomised", "random", 30, -0.05, "libreoffice", "2026-06-19", ""),
    ("S-008", "RW", READING, "single", "no-comparison", 26, 0.30, "gnumeric", "2026-06-26", ""),
    ("S-009", "GB", READING, "randomised", "random", 20, 0.20, "libreoffice", "2026-06-26", "mistakes"),
    ("S-011", "GB", NUMBER, "partially-nested", "random", 16, 0.40, "libreoffice", "2026-03-27", ""),
    ("S-012", "GB", NUMBER, "partially-nested", "random", 20, 0.20, "gnumeric", "2026-04-02", ""),
    ("S-013", "GB", NUMBER, "partially-nested", "matched", 24, 0.30, "libreoffice", "2026-05-15", ""),
    ("S-014", "RW", NUMBER, "partially-nested", "random", 28, 0.15, "libreoffice", "2026-06-05", ""),
    ("S-015", "RW", NUMBER, "partially-nested", "random", 32, 0.35, "gnumeric", "2026-06-19", ""),
    ("S-016", "RW", NUMBER, "partially-nested", "volunteers", 18, 0.25, "libreoffice", "2026-06-26",
     "wrong"),
    ("S-021", "GB", MATHS, "pairs", "random", 40, 0.35, "libreoffice", "2026-05-22", "pairs"),
    ("S-022", "GB", MATHS, "cluster", "random", 96, 0.30, "gnumeric", "2026-05-22", "classes"),
    ("S-023", "RW", MATHS, "randomised", "random", 32, 0.30, "libreoffice", "2026-06-26", "left"),
]

ANSWERS = {
    "Year groups taking part": "Year 5 with Year 3",
    "Year group taking part": "Year 4",
    "Name of the test": None,
    "Date of the first test": "2026-01-12",
    "Date of the second test": None,
    "Sessions planned for each pair": 30,
    "Sessions planned for each group": 30,
    "How many weeks did it run?": 10,
    "How many sessions were there in a normal week?": 3,
    "How many minutes was a normal session?": 25,
    "How many minutes of training did tutors get?": 60,
    "How many hours of training did the adults get?": 4,
    "How many hours of training did the assistant get?": 6,
    "How many staff hours did it take in all?": 38,
    "How much money was spent on it?": 120,
    "How many years has the assistant worked in schools?": 5,
    "What nearly stopped it?": "The hall was taken for a show in week 4; we used the library.",
    "What would you tell the next school?": "Start with the pairs that need it least, to show how.",
}


# Asked since version 1.1 of the programmes: drawn apart, so that the marks stay as they were.
LATER = {"tests-given-by", "tutor-school", "tutee-attainment", "incentives", "training-by", "run-before",
         "room", "digital", "parents", "responsiveness", "disruptions", "contamination",
         "group-attainment", "assistant-type"}


def choices(workbook):
    """The labels of each list, by the code beside them."""
    sheet, lists = workbook["Lists"], {}
    for column in range(1, sheet.max_column, 2):
        name = sheet.cell(1, column + 1).value
        if not name or not str(name).startswith("lst"):
            continue
        rows = range(2, sheet.max_row + 1)
        lists[name] = {
            str(sheet.cell(row, column).value): sheet.cell(row, column + 1).value
            for row in rows if sheet.cell(row, column).value is not None}
    return lists


def answers(workbook, chance, day, chosen, test, study):
    """The entries of the two sheets of questions."""
    lists = choices(workbook)
    for name in ("About", "Implementation"):
        sheet = workbook[name]
        validations = {
            str(rule.sqref): rule.formula1.lstrip("=") for rule in
            sheet.data_validations.dataValidation if rule.type == "list"}
        for row in range(5, sheet.max_row + 1):
            question, cell = sheet.cell(row, 1).value, f"B{row}"
            if not question:
                continue
            list_name = validations.get(cell, "")
            options = lists.get(list_name)
            if options and "chosen" in question:
                yield name, cell, options[chosen]
            elif options:
                is_later = list_name.removeprefix("lst_").replace("_", "-") in LATER
                unlikely = ("none", "not-known") if is_later else ("none", "not-known", "no")
                likely = [code for code in options if code not in unlikely]
                drawn = random.Random(f"{study} {list_name}") \
                    if is_later else chance
                code = drawn.choices(likely, [4, 2] + [1] * (len(likely) - 2))[0] \
                    if len(likely) > 1 else likely[0]
                yield name, cell, options[code]
            elif question == "Name of the test":
                yield name, cell, test
            elif question == "Date of the second test":
                yield name, cell, day
            elif ANSWERS.get(question) is not None:
                yield name, cell, ANSWERS[question]


def pupils(workbook, chance, size, effect, design, special):
    """The entries of the sheet of pupils."""
    sheet = workbook["Pupils"]
    columns = {sheet.cell(4, column).value: openpyxl.utils.get_column_letter(column)
               for column in range(1, sheet.max_column + 1)}
    lists = choices(workbook)
    arms = list(lists["lstGroup"].values())
    roles = list(lists.get("lstRole", {}).values())
    treated = ["t"] * size if design == "single" else ["t", "c"] * size
    for index, arm in enumerate(treated):
        row = 5 + index
        tutor = index % 4 < 2
        put = lambda heading, value: ("Pupils", f"{columns[heading]}{row}", value)
        ability = chance.gauss(0, 1)
        class_name = "5A" if tutor else "3B"
        if special == "classes":
            # Four classes of tutors and four of tutees in each group, each with a level of its own.
            number = index // 4 % 4 * 2 + (arm == "t")
            class_name = f"{9 if tutor else 7}{'ABCDEFGH'[number]}"
            ability += 0.3 * random.Random(f"{workbook.properties.title} {class_name}").gauss(0, 1)
        before = min(38, max(2, round(19 + 5.5 * ability + chance.gauss(0, 2.2))))
        gain = 3 + (effect * 6.5 if arm == "t" else 0)
        after = min(40, max(2, round(19 + gain + 5.5 * ability + chance.gauss(0, 2.6))))
        yield put("Group", arms[0] if arm == "t" else arms[1])
        if roles:
            yield put("Role", roles[0] if tutor else roles[1])
        yield put("Class or set", class_name)
        if "Pair" in columns:
            yield put("Pair", f"M{index // 2 + 1}")
        if "Teaching group" in columns and arm == "t":
            yield put("Teaching group", f"G{index // 8 + 1}")
        low = 8 if special == "left" else 22
        yield put("Sessions attended", chance.randint(low, 30) if arm == "t" else 0)
        yield put("Score before", before)
        if special == "absent" and index in (3, 10, 18):
            yield put("If no score, why?", lists["lstReason"]["absent" if index != 18 else "left"])
        elif special == "left" and index % 9 == 4:
            yield put(
                "If no score, why?", lists["lstReason"]["left" if index % 2 else "withdrawn"])
        elif special == "pairs" and index == 6:
            yield put("If no score, why?", lists["lstReason"]["absent"])
        elif special == "typed" and index == 4:
            yield put("Score after", f"{after},5")
        elif special == "typed" and index == 9:
            yield put("Score after", f" {after} ")
        else:
            yield put("Score after", after)


def mistakes(workbook, special):
    """What a school gets wrong."""
    sheet = workbook["Pupils"]
    columns = {sheet.cell(4, column).value: openpyxl.utils.get_column_letter(column)
               for column in range(1, sheet.max_column + 1)}
    if special == "mistakes":
        yield "Pupils", f"{columns['Score after']}8", 44
        yield "Pupils", f"{columns['Score before']}11", "twelve"
        yield "Pupils", f"{columns['Group']}14", ""
        yield "Pupils", f"{columns['Score after']}17", ""
    if special == "wrong":
        yield "About", "B8", "2025-12-01"
        yield "Pupils", f"{columns['Score before']}9", -3
        yield "Pupils", f"{columns['Sessions attended']}12", "all"


def make(school, country, programme, design, chosen, size, effect, saver, day, special, tool, out):
    chance = random.Random(f"{school} {programme}")
    with tempfile.TemporaryDirectory() as folder:
        rows = size if design == "single" else 2 * size
        subprocess.run(
            [tool, "template", programme, "--school", school, "--country", country, "--design",
             design, "--pupils", str(rows + 4), "-o", folder, "--quiet", "--return-by",
             "2026-07-10", "--contact", "returns@hub.example"], check=True)
        issued = next(pathlib.Path(folder).rglob(f"{school}_*.xlsx"))
        workbook = openpyxl.load_workbook(issued)
        test = TESTS[programme]
        entries = list(answers(workbook, chance, day, chosen, test, f"{school} {programme}"))
        entries += pupils(workbook, chance, size, effect, design, special)
        typed = {(sheet, cell): value for sheet, cell, value in entries}
        typed.update({(sheet, cell): value for sheet, cell, value in mistakes(workbook, special)})
        listing = pathlib.Path(folder) / "entries.csv"
        with listing.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(
                (sheet, cell, value) for (sheet, cell), value in typed.items() if value != "")
        subprocess.run(
            [PROJECT / "scripts/resave", saver, issued,
             out / f"{school}_{programme}.xlsx", listing], check=True)
    print(f"{school}_{programme}.xlsx  saved by {saver}")


def main():
    tool = subprocess.run(
        ["swift", "build", "--show-bin-path"], cwd=PROJECT, check=True, capture_output=True,
        text=True).stdout.strip() + "/whatworked"
    out = PROJECT / "SampleWorkbooks"
    only = set(sys.argv[2:])
    for school in SCHOOLS:
        if not only or school[0] in only:
            make(*school, tool=tool, out=out)


main()
