"""Data workbooks of every programme, design and language, as a school's program treats them.

packs.py WORK: makes them, empty, complete and faulty; each must say in LibreOffice and in Gnumeric
what is true of it. Complete ones that these programs saved are read to the same data as before, in
whichever language. No text is cut, in a language of longer words that nobody speaks either. On paper
of both sizes every row of 300 pupils is there, large enough to be read.
"""

import collections
import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import zipfile

import openpyxl

import filling
import outside
import printed
import workbooks
from tally import Tally

TEMPLATES = pathlib.Path("Templates")
PSEUDO = "label::Pseudo (qps)"
LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
                        "áƀćďéƒǵĥíĵķĺḿńóṕɋŕśťúṽŵẋýźÁƁĆĎÉƑǴĤÍĴĶĹḾŃÓṔɊŔŚŤÚṼŴẊÝŹ")


def strings() -> list[dict[str, str]]:
    with open(TEMPLATES / "strings.csv", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def languages() -> dict[str, str]:
    """The heading of each language on offer, by its code."""
    headings = [heading for heading in strings()[0] if heading != "name"]
    return {re.search(r"\((.+)\)", heading)[1]: heading for heading in headings}


def pseudo(text: str, fix: str) -> str:
    """Longer by 40 %; what is counted by its first word keeps that word at the beginning."""
    if text.startswith(fix + ":"):
        return pseudo(fix, "\n") + ":" + pseudo(text[len(fix) + 1:], "\n")
    padding = "".join(" " if place % 6 == 0 else "ó" for place in range(max(1, len(text) * 2 // 5)))
    return text.translate(LETTERS) + padding


def pseudo_templates(folder: pathlib.Path) -> pathlib.Path:
    """The programmes with one language more."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(TEMPLATES, folder)
    for table in folder.rglob("strings.csv"):
        with open(table, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        with open(table, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [*rows[0], PSEUDO])
            writer.writeheader()
            for row in rows:
                english = row["label::English (en)"]
                writer.writerow(row | {PSEUDO: pseudo(english, "Fix")})
    return folder


def designs(programme: str) -> list[str]:
    text = (TEMPLATES / programme / "programme.yaml").read_text()
    return re.search(r"^designs: *\[(.*)\]", text, re.M)[1].replace(" ", "").split(",")


def make(programme: str, design: str, language: str, folder: pathlib.Path, *options) -> pathlib.Path:
    subprocess.run(
        [os.environ["WHATWORKED"], "template", programme, "--school", "S-014", "--design", design,
         "--language", language, "--pupils", "30", "--return-by", "2026-07-10", "--contact",
         "hub@example.org", "-o", str(folder), "--quiet", *options], check=True)
    return next(folder.glob(f"S-014/{programme}/S-014_*.xlsx"))


def expected(code: str, heading: str, state: str, faults: int) -> str:
    texts = {row["name"]: row[heading] for row in strings()}
    if state == "complete":
        return texts["startStatusReady"]
    return texts["startStatusMany"].replace("{1}", str(faults)).replace("{2}", texts["checkSheet"])


def status(path: pathlib.Path) -> object:
    """What the first sheet says in its fourth row."""
    found = workbooks.values(path)
    first = next(iter(found))[0]
    return found.get((first, "A4"))


def check_states(made: list[dict], work: pathlib.Path, tally: Tally) -> dict:
    """Each state of each workbook in both programs; returns what each program saved."""
    saved = {}
    files = [file for pack in made for file in pack["states"].values()]
    for program, convert in (("LibreOffice", outside.libreoffice), ("Gnumeric", outside.gnumeric)):
        saved[program] = convert(files, "xlsx", work / program.lower())
        for pack in made:
            for state, file in pack["states"].items():
                opened = saved[program].get(file)
                if not tally.compare(f"workbooks that {program} opens", opened is not None, file):
                    continue
                said = status(opened)
                wanted = pack["says"].get(state)
                if wanted is None:
                    wanted = status(file)
                tally.compare(f"{state} workbooks of which {program} says what is true",
                              said == wanted, f"{file}: {said!r}, not {wanted!r}")
        for pack in made:
            if pack["states"]["empty"] in saved[program]:
                file = pack["states"]["empty"]
                workbooks.compare(program, file, saved[program][file], tally)
    return saved


def fingerprints(files: list[pathlib.Path], folder: pathlib.Path) -> dict[str, str]:
    """The fingerprint of the data of each file that is ready, by its path."""
    shutil.rmtree(folder, ignore_errors=True)
    result = subprocess.run(
        [os.environ["WHATWORKED"], "analyse", *map(str, files), "-o", str(folder), "--json",
         "--quiet"], capture_output=True, text=True)
    found = {}
    for file in json.loads(result.stdout)["files"]:
        report = file["outputs"]["report"]
        if file["status"] == "ready" and not file["repairs"] and report:
            text = pathlib.Path(report).read_text()
            found[file["path"]] = re.search(r"SHA-256\): ([0-9a-f]{64})", text)[1]
    return found


def check_data(made: list[dict], saved: dict, work: pathlib.Path, tally: Tally):
    """Data do not depend on the language, nor on the program that saved them."""
    first = [pack for pack in made if pack["design"] == designs(pack["programme"])[0]]
    documents = outside.libreoffice([p["states"]["complete"] for p in first], "ods", work / "ods")
    for programme in sorted({pack["programme"] for pack in first}):
        packs = [pack for pack in first if pack["programme"] == programme]
        copies = {}
        for pack in packs:
            file = pack["states"]["complete"]
            kinds = {"as filled in": file, "saved as .ods": documents.get(file)}
            kinds |= {f"saved by {program}": saved[program].get(file) for program in saved}
            copies |= {path: f"workbooks {kind}" for kind, path in kinds.items() if path}
        other = work / f"{programme}-other.xlsx"
        filling.changed_mark(packs[0]["states"]["complete"], other)
        found = fingerprints([*copies, other], work / "analysis" / programme)
        right = found.get(str(packs[0]["states"]["complete"]))
        for path, kind in copies.items():
            tally.compare(f"{kind} whose data are the same in every language",
                          right is not None and found.get(str(path)) == right,
                          f"{path}: {found.get(str(path))}, not {right}")
        tally.compare("changed marks that are seen", found.get(str(other)) != right, str(other))


def check_keys(packs: dict[str, pathlib.Path], work: pathlib.Path, tally: Tally):
    """A pupil key sees by itself that a code is there twice."""
    headings, twice = languages(), {}
    for code, folder in packs.items():
        book = openpyxl.load_workbook(next(folder.rglob("KEEP IN SCHOOL*.xlsx")))
        book.worksheets[0]["A6"] = book.worksheets[0]["A5"].value
        twice[code] = work / f"key-{code}.xlsx"
        book.save(twice[code])
    for program, convert in (("LibreOffice", outside.libreoffice), ("Gnumeric", outside.gnumeric)):
        saved = convert(list(twice.values()), "xlsx", work / "keys" / program)
        for code, file in twice.items():
            said = openpyxl.load_workbook(saved[file], data_only=True).worksheets[0]
            texts = {row["name"]: row[headings[code]] for row in strings()}
            tally.compare(
                f"pupil keys in which {program} sees a code that is there twice",
                [said[f"E{row}"].value or "" for row in (5, 6, 7)]
                == [texts["keyCodeTwice"], texts["keyCodeTwice"], ""],
                f"{file}: {[said[f'E{row}'].value for row in (5, 6, 7)]}")


def without_heights(source: pathlib.Path, target: pathlib.Path, factor: float | None = None):
    """The workbook as if nobody had chosen the heights of its rows, or with lower rows."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name):
                text = part.decode()
                if factor is None:
                    text = re.sub(r' (ht|customHeight)="[^"]*"', "", text)
                else:
                    text = re.sub(r' ht="([^"]*)"',
                                  lambda m: f' ht="{float(m[1]) * factor}"', text)
                part = text.encode()
            new.writestr(name, part)


def heights(path: pathlib.Path) -> dict[tuple[str, int], float]:
    book = openpyxl.load_workbook(path)
    return {(sheet.title, row): dimension.height for sheet in book.worksheets
            if sheet.sheet_state == "visible" for row, dimension in sheet.row_dimensions.items()
            if dimension.height}


def check_room(files: list[pathlib.Path], work: pathlib.Path, tally: Tally):
    """Each row is as high as LibreOffice would make it, or higher."""
    folder = work / "room"
    folder.mkdir(parents=True, exist_ok=True)
    free = {}
    for number, file in enumerate(files):
        free[file] = folder / f"{number:03}.xlsx"
        without_heights(file, free[file])
    saved = outside.libreoffice(list(free.values()), "xlsx", folder / "saved")
    for file in files:
        ours, needed = heights(file), heights(saved[free[file]])
        low = [(place, ours[place], needed[place]) for place in ours
               if needed.get(place, 0) > ours[place] + 0.5]
        tally.compare("workbooks whose rows cut no text", not low, f"{file}: {low[:4]}")
    lower = folder / "lower.xlsx"
    without_heights(files[0], lower, factor=0.6)
    found = heights(lower)
    needed = heights(saved[free[files[0]]])
    tally.compare("rows planted too low that are seen",
                  any(needed.get(place, 0) > found[place] + 0.5 for place in found), str(lower))


PAPERS = {"a4": (841.9, 595.3), "letter": (792, 612)}
# In points: the height of a line of the smallest print.
SMALLEST = 7
# Each code is on the sheet of pupils and on both halves of both sheets of item marks.
PRINTINGS = 5


def check_paper(programmes: list[str], work: pathlib.Path, tally: Tally):
    """300 rows with item marks, as LibreOffice prints them."""
    made = {}
    for number, code in enumerate(languages()):
        for paper in PAPERS if number == 0 else ["letter"]:
            programme = programmes[number % len(programmes)]
            folder = work / "paper" / f"{code}-{paper}"
            made[make(programme, designs(programme)[0], code, folder, "--pupils", "300",
                      "--item-marks", "--paper", paper)] = paper
    # The words about codes name the first two.
    codes = {f"P{number:03}" for number in range(3, 301)}
    pages = outside.libreoffice(list(made), "pdf", work / "paper" / "printed")
    for file, paper in made.items():
        found = printed.boxes(pages[file])
        sizes = {tuple(sorted((round(width), round(height)))) for width, height, _ in found}
        tally.compare("printed workbooks of 300 rows on the paper that was asked for",
                      sizes == {tuple(sorted(map(round, PAPERS[paper])))}, f"{file}: {sizes}")
        counts = collections.Counter(
            word[4] for _, _, words in found for word in words if word[4] in codes)
        odd = [f"{code} {counts[code]} times" for code in sorted(codes)
               if counts[code] != PRINTINGS]
        tally.compare("printed workbooks with every row of 300", not odd, f"{file}: {odd[:4]}")
        low = min(word[3] - word[1] for _, _, words in found for word in words)
        tally.compare("printed workbooks of 300 rows that can be read", low >= SMALLEST,
                      f"{file}: {low:.1f} points")
        outside_page = [word for width, height, words in found for word in words
                        if word[0] < 0 or word[1] < 0 or word[2] > width or word[3] > height]
        tally.compare("printed workbooks of 300 rows with nothing beside the paper",
                      not outside_page and all(words for _, _, words in found),
                      f"{file}: {outside_page[:4]}")


def main(work: pathlib.Path):
    tally = Tally("packs")
    shutil.rmtree(work, ignore_errors=True)
    (work / "filled").mkdir(parents=True)
    programmes = sorted(path.parent.name for path in TEMPLATES.glob("*/programme.yaml"))
    made, room = [], []
    for programme in programmes:
        for design in designs(programme):
            for code, heading in languages().items():
                name = f"{programme}-{design}-{code}"
                is_first = design == designs(programme)[0]
                empty = make(programme, design, code, work / "packs" / name,
                             *(["--item-marks"] if is_first else ["--paper", "letter"]))
                done, wrong = (work / "filled" / f"{name}-{s}.xlsx" for s in ("full", "faulty"))
                filling.complete(empty, done, design)
                faults = filling.faulty(done, wrong)
                made.append({
                    "programme": programme, "design": design,
                    "states": {"empty": empty, "complete": done, "faulty": wrong},
                    "says": {"complete": expected(code, heading, "complete", 0),
                             "faulty": expected(code, heading, "faulty", faults)}})
                if is_first:
                    room.append(empty)
    templates = pseudo_templates(work / "templates")
    for programme in programmes:
        room.append(make(programme, designs(programme)[0], "qps", work / "packs" / f"{programme}-qps",
                         "--templates", str(templates), "--item-marks"))
    saved = check_states(made, work, tally)
    check_data(made, saved, work, tally)
    check_keys({code: work / "packs" / f"{programmes[0]}-{designs(programmes[0])[0]}-{code}"
                for code in languages()}, work, tally)
    check_room(room, work, tally)
    check_paper(programmes, work, tally)
    tally.close(expecting=[
        *(f"{state} workbooks of which {program} says what is true"
          for state in ("empty", "complete", "faulty") for program in saved),
        *(f"workbooks {how} whose data are the same in every language"
          for how in ("as filled in", "saved as .ods", "saved by LibreOffice", "saved by Gnumeric")),
        *(f"pupil keys in which {program} sees a code that is there twice" for program in saved),
        "printed workbooks of 300 rows on the paper that was asked for",
        "printed workbooks with every row of 300",
        "printed workbooks of 300 rows that can be read",
        "printed workbooks of 300 rows with nothing beside the paper",
        "changed marks that are seen", "workbooks whose rows cut no text",
        "rows planted too low that are seen"])


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
