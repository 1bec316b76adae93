"""cumulative.py MERGE.json OUT WORK: the cumulative workbook, as others open it.

openpyxl finds every sheet, its charts and the numbers of the document; LibreOffice and Gnumeric
open it, and what they save again holds the same numbers.
"""

import json
import pathlib
import sys

import openpyxl

import outside
from tally import Tally

SHEETS = ["Summary", "Effects", "Cumulative", "Kinds of studies", "Moderators", "Influence",
          "Small studies", "Areas and ways", "Data notes"]


def table(sheet) -> list[dict]:
    """The rows under the headings, which stand after the title, the notes and an empty row."""
    rows = list(sheet.iter_rows(values_only=True))
    head = next(place for place, row in enumerate(rows[1:], 1)
                if sum(cell is not None for cell in row) > 1)
    names = [name for name in rows[head] if name is not None]
    return [dict(zip(names, row)) for row in rows[head + 1:] if any(c is not None for c in row)]


def close(one, other) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 1e-12 * max(1, abs(other))


def compare_numbers(book, document: dict, program: str, tally: Tally):
    analyses = [document, *document.get("analyses", [])]
    summary = table(book["Summary"])
    tally.compare("analyses", len(summary) == len(analyses), f"{program}: {len(summary)}")
    for row, analysis in zip(summary, analyses):
        pooled = analysis["pooled"]
        if pooled is None:
            continue
        wanted = {"Studies": analysis["k"], "Average": pooled["estimate"],
                  "Low": pooled["ci"][0], "High": pooled["ci"][1],
                  "Standard error": pooled["se"], "tau²": analysis["heterogeneity"]["tau2"]}
        for name, value in wanted.items():
            tally.compare(f"numbers of the summary, {program}", close(row[name], value),
                          f"{analysis['title']}: {name} is {row[name]}, not {value}")
    effects = table(book["Effects"])
    wanted = [study for analysis in analyses for study in analysis["studies"]]
    tally.compare("effects", len(effects) == len(wanted), f"{program}: {len(effects)}")
    for row, study in zip(effects, wanted):
        holds = (row["Study"] == study["id"] and close(row["Effect"], study["estimate"])
                 and close(row["Variance"], study["variance"]))
        tally.compare(f"effects, {program}", holds, f"{row['Study']} beside {study['id']}")


def main(path: pathlib.Path, out: pathlib.Path, work: pathlib.Path):
    tally = Tally("cumulative workbook")
    document = json.loads(path.read_text())
    file = out / "cumulative.xlsx"
    book = openpyxl.load_workbook(file)
    for name in SHEETS:
        tally.compare("sheets", name in book.sheetnames, f"{name} is missing")
    forests = [sheet for sheet in book if sheet.title.startswith("Forest")]
    for sheet in [*forests, book["Cumulative"]]:
        tally.compare("sheets with a chart", len(sheet._charts) == 1, sheet.title)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type in ("f", "e"):
                    tally.compare("cells without formulas", False,
                                  f"{sheet.title}!{cell.coordinate}")
        tally.compare("titles", bool(sheet["A1"].value), sheet.title)
    compare_numbers(book, document, "openpyxl", tally)
    for program in (outside.libreoffice, outside.gnumeric):
        saved = program([file], "xlsx", work / program.__name__)
        if tally.compare("programs that open it", file in saved, program.__name__):
            compare_numbers(openpyxl.load_workbook(saved[file]), document, program.__name__, tally)
    tally.close(expecting=["sheets with a chart", "numbers of the summary, libreoffice",
                           "effects, gnumeric"])


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:4]))
