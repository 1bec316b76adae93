"""Files that ask for far more work than they say: each once took a program minutes, or a gigabyte."""

import pathlib
import struct
import zipfile
from collections.abc import Iterable
from itertools import chain

COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16)
END, FREE, NOBODY = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFF
HEAD = (b"From: a@example.org\r\nTo: b@example.org\r\nDate: Fri, 10 Jul 2026 09:00:00 +0000\r\n"
        b"MIME-Version: 1.0\r\n")


def crowded(entries: int) -> bytes:
    """A compound file of sectors of 4,096 bytes that is nothing but its directory."""
    names = [b"".join([
        name.encode("utf-16-le").ljust(64, b"\0"), struct.pack("<HBB", 2 * len(name) + 2, kind, 1),
        struct.pack("<III", NOBODY, NOBODY, within), bytes(36), struct.pack("<III", END, 0, 0)])
        for name, kind, within in [("Root Entry", 5, 1), ("__properties_version1.0", 2, NOBODY)]]
    directory = names[0] + names[1] * (entries - 1)
    sectors = -(-len(directory) // 4096)
    tables = -(-sectors // 1023)
    chain = [0xFFFFFFFD] * tables + [tables + n + 1 for n in range(sectors - 1)] + [END]
    chain += [FREE] * (1024 * tables - len(chain))
    header = COMPOUND + struct.pack("<HHHHH", 0x3E, 4, 0xFFFE, 12, 6) + bytes(6)
    header += struct.pack("<IIIIIIIIII", sectors, tables, tables, 0, 4096, END, 0, END, 0, 0)
    header += struct.pack("<108I", *(range(1, tables)), *[FREE] * (109 - tables))
    return (header.ljust(4096, b"\0") + struct.pack(f"<{len(chain)}I", *chain)
            + directory.ljust(4096 * sectors, b"\0"))


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def packed(path: pathlib.Path, parts: dict[str, Iterable[str]]):
    """A package of parts, each written in pieces."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, pieces in parts.items():
            with package.open(name, "w") as part:
                for piece in pieces:
                    part.write(piece.encode())


def workbook(sheets: list[list[str]], listed: int = 0,
             **parts: Iterable[str]) -> dict[str, Iterable[str]]:
    """The parts of a workbook; `listed` sheets lead to the first one, each by a link of its own."""
    listed = listed or len(sheets)
    names = {f"xl/worksheets/s{n}.xml": sheet for n, sheet in enumerate(sheets)}
    links = "".join(f'<Relationship Id="r{n}" Type="{OFFICE}/worksheet" '
                    f'Target="worksheets/s{n if n < len(sheets) else 0}.xml"/>'
                    for n in range(listed))
    strings = f'<Relationship Id="t" Type="{OFFICE}/sharedStrings" Target="strings.xml"/>'
    list_ = "".join(f'<sheet name="{n}" sheetId="{n + 1}" r:id="r{n}"/>' for n in range(listed))
    return {
        "[Content_Types].xml": [
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="'
            f'application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{TYPE}"/></Types>'],
        "_rels/.rels": [
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" '
            f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'],
        "xl/_rels/workbook.xml.rels": [
            f'<Relationships xmlns="{PACKAGE}/relationships">{links}{strings}</Relationships>'],
        "xl/workbook.xml": [f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{list_}</sheets>',
                            *parts.get("names", []), "</workbook>"],
        "xl/strings.xml": chain([f'<sst xmlns="{MAIN}">'], parts.get("strings", []), ["</sst>"]),
        **names,
    }


def sheet(pieces: list[str]) -> list[str]:
    return [f'<worksheet xmlns="{MAIN}"><sheetData>', *pieces, "</sheetData></worksheet>"]


def document(pieces: list[str]) -> dict[str, list[str]]:
    """The parts of an OpenDocument spreadsheet of one table."""
    names = " ".join(f'xmlns:{short}="{ODF}:{short}:1.0"' for short in ("office", "table", "text"))
    return {
        "mimetype": ["application/vnd.oasis.opendocument.spreadsheet"],
        "content.xml": [
            f"<office:document-content {names}><office:body><office:spreadsheet>"
            '<table:table table:name="S">', *pieces,
            "</table:table></office:spreadsheet></office:body></office:document-content>"],
    }


def crowds() -> dict[tuple[str, str], dict[str, Iterable[str]]]:
    """Packages of a great many small things, by their name and rule code."""
    one = sheet(['<row><c><v>1</v></c></row>'])
    many = 2_000_000
    cell = '<table:table-cell office:value-type="float" office:value="1" '
    prefixes = "".join(
        "<mc:Fallback " + " ".join(f'xmlns:p{n}x{m}="u"' for m in range(250)) + ">"
        for n in range(50))
    return {
        ("large/flood.xlsx", "W155"): workbook(
            [sheet(["<row>", *["<c/>" * 16_000 + "</row><row>"] * 600, "</row>"])] * 15),
        ("large/names.xlsx", "W161"): workbook(
            [one], names=["<definedNames><definedName name=\"a\">", *["ABCDEFGH" * 10_000] * 100,
                          "</definedName></definedNames>"]),
        ("large/empty.xlsx", "W155"): workbook([one], strings=["<si/>" * 10_000] * 1_000),
        ("large/strings.xlsx", "W162"): workbook(
            [one], strings=(f"<si><t>{n:099}</t></si>" for n in range(500_000))),
        ("large/sheets.xlsx", "W159"): workbook([one], listed=150_000),
        ("large/prefixes.xlsx", "W168"): workbook([
            [f'<worksheet xmlns="{MAIN}" xmlns:mc="{COMPATIBILITY}"><mc:AlternateContent>',
             prefixes, *["<q:a/>" * 1_000] * (many // 1_000), "</mc:Fallback>" * 50,
             "</mc:AlternateContent></worksheet>"]]),
        ("large/blanks.ods", "W161"): document([
            '<table:table-row><table:table-cell office:value-type="string"><text:p>',
            *['<text:s text:c="1000"/>' * 1_000] * 300,
            "</text:p></table:table-cell></table:table-row>"]),
        ("large/repeats.ods", "W160"): document([
            f'<table:table-row table:number-rows-repeated="1200">{cell}'
            'table:number-columns-repeated="16384"/></table:table-row>']),
    }


def large_cases(folder: pathlib.Path):
    """Makes the files; each with its name, how it must end, and its rule code."""
    folder.mkdir(parents=True)
    sought = "DRMEncryptedX".encode("utf-16-le")
    contents = {
        ("large/names.xls", "W110"): COMPOUND + sought * (60_000_000 // len(sought)),
        ("large/directory.msg", "W131"): crowded(200_000),
        ("large/zeros.xlsx", "W102"): bytes(60_000_000),
        ("large/subject.eml", "W134"): HEAD + b"Subject: " + b"=?" * 10_000_000 + b"\r\n\r\nhi\r\n",
        ("large/folded.eml", "W134"): HEAD + b"Subject: x\r\n" + b" y\r\n" * 5_000_000 + b"\r\nhi\r\n",
        ("large/header.eml", "W134"): HEAD + b"X: y\r\n" * 3_000_000 + b"\r\nhi\r\n",
    }
    for (name, code), content in contents.items():
        path = folder / pathlib.Path(name).name
        path.write_bytes(content)
        yield {"file": name, "outcome": "refuse", "code": code}, path
    for (name, code), parts in crowds().items():
        path = folder / pathlib.Path(name).name
        packed(path, parts)
        yield {"file": name, "outcome": "refuse", "code": code}, path
