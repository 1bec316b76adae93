"""Small stand-ins for what the program makes: one sound, and each fault that a check must find."""

import pathlib
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

START = ('<row r="4"><c r="A4" t="str"><f>IF(Pupils!B3&gt;2,"READY","NOT READY")</f>'
         '<v>READY</v></c></row>')
PUPILS = ('<row r="1"><c r="B1"><v>1</v></c></row><row r="2"><c r="B2"><v>2.5</v></c></row>'
          '<row r="3"><c r="B3"><f>B1+B2</f><v>3.5</v></c></row>')
RESULTS = ('<row r="1"><c r="A1" t="inlineStr"><is><t>Results</t></is></c>'
           '<c r="B1"><f>Pupils!B1+0.5</f><v>1.5</v></c></row>')


def worksheet(rows: str, selected: int) -> str:
    return (f'<worksheet xmlns="{MAIN}"><sheetViews><sheetView tabSelected="{selected}" '
            f'workbookViewId="0"/></sheetViews><sheetData>{rows}</sheetData></worksheet>')


def parts(sheets: dict[str, str], open_on: int) -> dict[str, str]:
    """The parts of a workbook with these sheets, each with the XML of its rows."""
    numbered = list(enumerate(sheets, start=1))
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{BOOK_TYPE}"/>' + "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{SHEET_TYPE}"/>'
            for n, _ in numbered) + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><bookViews>'
        f'<workbookView activeTab="{open_on}"/></bookViews><sheets>' + "".join(
            f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in numbered)
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">' + "".join(
            f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" '
            f'Target="worksheets/sheet{n}.xml"/>' for n, _ in numbered) + "</Relationships>",
    } | {f"xl/worksheets/sheet{n}.xml": worksheet(sheets[name], int(n == open_on + 1))
         for n, name in numbered}


def save(path: pathlib.Path, content: dict[str, str]) -> pathlib.Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return path


def returned() -> dict[str, str]:
    return parts({"Start": START, "Pupils": PUPILS}, 0)


def results() -> dict[str, str]:
    return parts({"Start": START, "Pupils": PUPILS, "Results": RESULTS}, 2)


def changed(content: dict[str, str], part: str, old: str, new: str) -> dict[str, str]:
    assert old in content[part], f"{part} does not hold {old}"
    return content | {part: content[part].replace(old, new)}


PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>A sound page</title>
<style>@page{size:A4;margin:18mm 16mm} body{font:12pt/1.5 "Liberation Sans",Arial,sans-serif}
svg{width:100%;height:auto}</style></head>
<body><main><h1>A sound page</h1><p>Some words that print well, one after another.</p>
<svg viewBox="0 0 200 40" role="img" aria-labelledby="t"><title id="t">Two words</title>
<text x="10" y="20">left</text><text x="100" y="20">right</text></svg></main></body></html>
"""

PUPIL_ROWS = """pupil,group,role,class,teaching_group,pair,block,before,after,sessions
P1,intervention,,,,,,10,14,
P2,intervention,,,,,,12,15,
P3,intervention,,,,,,15,21,
P4,intervention,,,,,,20,22,
P5,comparison,,,,,,11,12,
P6,comparison,,,,,,13,13,
P7,comparison,,,,,,16,19,
P8,comparison,,,,,,19,18,
P9,comparison,,,,,,18,,
"""
