"""A results workbook against the workbook that the school returned.

package.py WORK RETURNED RESULTS [RETURNED RESULTS]…: every part is the school's, byte for byte,
but for those that must name the new sheet, the attribute of the sheet that was open before, and
marks on what is to be put right; what was added is a package as Excel wants it, which opens on the
new sheet; and openpyxl, calamine and LibreOffice find every old cell, and the new sheet.
"""

import pathlib
import re
import sys
import warnings

import python_calamine
from lxml import etree
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

import outside
from opc import CONTENT_TYPES, Package
from tally import Tally
from workbooks import same, values

warnings.filterwarnings("ignore")
WORKSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
FORBIDDEN_IN_NAME = re.compile(r"[\x00\x03:\\*?/\[\]]|^'|'$")
# What may differ in an old sheet: that it was the open one, and our marks on its cells.
SELECTED = re.compile(r'tabSelected="(1|true)"')
MARKS = re.compile(r'<(\w+:)?conditionalFormatting sqref="[A-Z0-9 ]*"><(\w+:)?cfRule [^>]*>'
                   r'<(\w+:)?formula>("|&quot;)whatworked[^/]*</(\w+:)?formula></(\w+:)?cfRule>'
                   r'</(\w+:)?conditionalFormatting>')
# The order of a worksheet's children that Excel insists on (ISO 29500-1, 18.3.1.99).
ORDER = (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection "
    "protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells "
    "phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins "
    "pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors "
    "smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls "
    "webPublishItems tableParts extLst").split()


def compare_parts(old: Package, new: Package, tally: Tally):
    """Every part of the returned file is there, in its place, unchanged but for the four."""
    workbook = old.workbook
    folder, _, name = workbook.rpartition("/")
    naming = {p.lower() for p in (workbook, f"{folder}/_rels/{name}.rels".lstrip("/"),
                                  "[Content_Types].xml", old.styles) if p}
    tally.compare("packages without a repeated entry", not new.repeated, str(new.path))
    order = [entry for entry in new.entries if entry in old.entries]
    tally.compare("packages with the parts in the school's order", order == list(old.entries),
                  str(new.path))
    sheets = {sheet["part"].lower() for sheet in old.sheets()}
    unselected = []
    for entry, content in old.parts.items():
        name = entry.replace("\\", "/").lower()
        if name in sheets and new.parts.get(entry, content) != content:
            before, after = as_text(content), as_text(new.parts[entry])
            plain = SELECTED.sub('tabSelected="0"', before)
            unselected += [entry] if plain != before else []
            tally.compare("old sheets that are only no longer the open one, or marked",
                          plain == MARKS.sub("", after), f"{new.path}: {entry}")
        elif name in naming:
            lost = first_lost_token(content, new.parts.get(entry, b""))
            tally.compare("naming parts that only gained", lost is None,
                          f"{new.path}: {entry} lost {lost}")
        else:
            tally.compare("parts that are the school's byte for byte",
                          new.parts.get(entry) == content, f"{new.path}: {entry}")
    tally.compare("packages in which at most one sheet is no longer the open one",
                  len(unselected) <= 1, f"{new.path}: {unselected}")
    for entry in set(new.parts) - set(old.parts):
        ours = r"(worksheets|drawings|charts)/(_rels/)?[^/]+\.xml(\.rels)?$"
        tally.compare("added parts that are a sheet, its picture or their relationships",
                      bool(re.search(ours, entry)), f"{new.path}: {entry}")


def as_text(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16")
    # Without a byte-order mark, the zeros beside the first `<` tell.
    widths = {b"\x00<": "utf-16-be", b"<\x00": "utf-16-le"}
    return content.decode(widths.get(content[:2], "utf-8"))


def first_lost_token(old: bytes, new: bytes) -> str | None:
    """The first tag or text of `old` that is not in `new`; counts and the open tab may change."""
    def tokens(content: bytes) -> list[str]:
        found = re.findall(r"<[^>]*>|[^<]+", as_text(content))
        # `<x/>` that gained children is `<x>`…`</x>`.
        change = r'\s(count|uniqueCount|activeTab)="\d+"|\s*/(?=>)'
        return [re.sub(change, "", token) for token in found]

    rest = iter(tokens(new))
    return next((token for token in tokens(old) if token not in rest), None)


def check_structure(old: Package, new: Package, tally: Tally):
    """What Excel repairs or refuses, as far as it can be known without Excel."""
    path = new.path
    for entry in new.parts:
        if entry.lower().endswith((".xml", ".rels")):
            try:
                etree.fromstring(new.parts[entry])
                tally.compare("well-formed parts", True, "")
            except etree.XMLSyntaxError as error:
                tally.compare("well-formed parts", False, f"{path}: {entry}: {error}")
                return
    sheets = new.sheets()
    names = [sheet["name"] for sheet in sheets]
    tally.compare("unique sheet names", len({n.lower() for n in names}) == len(names),
                  f"{path}: {names}")
    ids = [sheet["sheetId"] for sheet in sheets]
    tally.compare("unique sheet ids from 1 to 65535",
                  len(set(ids)) == len(ids) and all(1 <= int(id) <= 65535 for id in ids),
                  f"{path}: {ids}")
    tally.compare("old sheets in their places", sheets[:-1] == old.sheets(), f"{path}: {names}")
    for name in names[len(old.sheets()):]:
        fits = 1 <= len(name.encode("utf-16-le")) // 2 <= 31 and not FORBIDDEN_IN_NAME.search(name)
        tally.compare("new sheet names that Excel takes", fits, f"{path}: {name!r}")
    check_relationships(new, tally)
    selected = [sheet["name"] for sheet in sheets if is_selected(new, sheet["part"])]
    views = [view.get("activeTab", "0") for view in new.xml(new.workbook).iter("{*}workbookView")]
    tally.compare("workbooks that open on the new sheet and no other",
                  selected == names[-1:] and views[:1] == [str(len(names) - 1)]
                  and sheets[-1]["state"] == "visible",
                  f"{path}: {selected} selected, {views} open")
    for sheet in sheets[len(old.sheets()):]:
        if tally.compare("new sheets that are there", new.find(sheet["part"]) is not None,
                         f"{path}: {sheet}"):
            check_new_sheet(new, sheet["part"], tally)


def is_selected(package: Package, part: str) -> bool:
    if package.find(part) is None:
        return False
    views = package.xml(part).iter("{*}sheetView")
    return any(view.get("tabSelected") in ("1", "true") for view in views)


def check_relationships(package: Package, tally: Tally):
    for owner in ["", *package.parts]:
        found = package.relationships(owner.replace("\\", "/"))
        ids = [id for id, _, _ in found]
        if found:
            tally.compare("parts whose relationship ids are unique", len(set(ids)) == len(ids),
                          f"{package.path}: {owner}")
        for id, kind, meant in found:
            # Some programs leave dangling relationships of their own; the sheets must be there.
            if kind in ("worksheet", "styles", "sharedStrings", "officeDocument"):
                tally.compare("relationships that resolve", package.find(meant) is not None,
                              f"{package.path}: {owner} {id} → {meant}")


def check_new_sheet(package: Package, part: str, tally: Tally):
    path = package.path
    types = package.xml("[Content_Types].xml")
    overrides = [element.get("ContentType") for element in types.iter(CONTENT_TYPES + "Override")
                 if element.get("PartName").lower() == "/" + part.lower()]
    tally.compare("new sheets with one content type", overrides == [WORKSHEET],
                  f"{path}: {part}: {overrides}")
    root = package.xml(part)
    children = [etree.QName(child).localname for child in root]
    places = [ORDER.index(name) if name in ORDER else -1 for name in children]
    tally.compare("new sheets in the order of the standard",
                  -1 not in places and places == sorted(places), f"{path}: {children}")
    for cell in root.iter("{*}c"):
        if cell.find("{*}f") is not None:
            value = cell.findtext("{*}v") or ""
            tally.compare("new formulas with their result", value != "", f"{path}: {cell.get('r')}")
    rows = [int(row.get("r", 0)) for row in root.iter("{*}row")]
    tally.compare("new sheets with rows that ascend",
                  bool(rows) and rows == sorted(set(rows)) and rows[0] > 0, f"{path}: {rows[:9]}")
    formats = count_formats(package)
    used = {int(cell.get("s", 0)) for cell in root.iter("{*}c")}
    used |= {int(column.get("style", 0)) for column in root.iter("{*}col")}
    used |= {int(row.get("s", 0)) for row in root.iter("{*}row")}
    tally.compare("new sheets with style indexes in range", max(used) < max(formats, 1),
                  f"{path}: {max(used)} of {formats}")
    check_cells(package, root, tally)


def count_formats(package: Package) -> int:
    if package.styles is None:
        return 0
    formats = package.xml(package.styles).find("{*}cellXfs")
    return 0 if formats is None else len(formats)


def check_cells(package: Package, root: etree._Element, tally: Tally):
    for cell in root.iter("{*}c"):
        reference = cell.get("r", "")
        kind = cell.get("t", "n")
        text = "".join("".join(part.itertext()) for part in cell.iterfind("{*}v"))
        text = text or "".join("".join(part.itertext()) for part in cell.iterfind("{*}is"))
        fits = bool(re.fullmatch(r"[A-Z]{1,3}[1-9]\d{0,6}", reference))
        if kind == "n" and text:
            try:
                fits = fits and abs(float(text)) < float("inf")
            except ValueError:
                fits = False
        fits = fits and len(text.encode("utf-16-le")) // 2 <= 32767
        tally.compare("new cells that Excel takes", fits,
                      f"{package.path}: {reference} {kind} {text[:40]!r}")


def compare_readers(old: pathlib.Path, new: pathlib.Path, tally: Tally) -> bool:
    """openpyxl and calamine read every old cell as before; whether openpyxl reads it at all."""
    before, after = (read_or_fault(values, path) for path in (old, new))
    if isinstance(before, Exception) or not before:
        # Strict workbooks are empty to openpyxl, and some of others' it cannot open at all.
        tally.compare("workbooks that openpyxl cannot read, before or after",
                      isinstance(after, Exception) or isinstance(before, dict), f"{new}: {after}")
    else:
        changed = [p for p in before if not same(before[p], after.get(p))] \
            if isinstance(after, dict) else [str(after)]
        tally.compare("workbooks whose old cells openpyxl reads as before", not changed,
                      f"{new}: {changed[:5]}")
    books = [read_or_fault(python_calamine.CalamineWorkbook.from_path, str(p)) for p in (old, new)]
    if isinstance(books[0], Exception):
        tally.compare("workbooks that calamine cannot read, before or after",
                      isinstance(books[1], Exception), f"{new}: {books[0]}")
    elif tally.compare("workbooks that calamine still reads",
                       not isinstance(books[1], Exception), f"{new}: {books[1]}"):
        for name in books[0].sheet_names:
            rows = [read_or_fault(lambda book=book: book.get_sheet_by_name(name).to_python())
                    for book in books]
            alike = rows[0] == rows[1] or repr(rows[0]) == repr(rows[1])
            tally.compare("old sheets that calamine reads as before", alike, f"{new}: {name}")
        compare_new_cells(after, books[1], new, tally)
    return isinstance(after, dict) and bool(after)


def read_or_fault(read, *arguments):
    """What `read` gives, or the exception it raises: readers have their own, whatever they are."""
    try:
        return read(*arguments)
    except Exception as error:
        return error


def compare_new_cells(ours: object, book, path: pathlib.Path, tally: Tally):
    """calamine finds in the new sheet what openpyxl finds there, cell by cell."""
    if not isinstance(ours, dict) or not ours:
        return
    name = book.sheet_names[-1]
    rows = read_or_fault(
        lambda: book.get_sheet_by_name(name).to_python(skip_empty_area=False))
    if not tally.compare("new sheets that calamine reads", isinstance(rows, list),
                         f"{path}: {name}: {rows}"):
        return
    for (sheet, cell), value in ours.items():
        if sheet != name:
            continue
        column, row = coordinate_from_string(cell)
        row, column = row - 1, column_index_from_string(column) - 1
        found = rows[row][column] if row < len(rows) and column < len(rows[row]) else None
        tally.compare("new cells that calamine reads as openpyxl does", same(value, found),
                      f"{path}: {name}!{cell}: {value!r}, {found!r}")


def compare_libreoffice(pairs: list[tuple[pathlib.Path, pathlib.Path]], work: pathlib.Path,
                        tally: Tally):
    """LibreOffice opens the results workbook and shows the new sheet with our words."""
    saved = outside.libreoffice([new for _, new in pairs], "xlsx", work / "libreoffice")
    for old, new in pairs:
        if new not in saved and outside.libreoffice([old], "xlsx", work / "before") == {}:
            tally.compare("workbooks that LibreOffice cannot open, before or after", True, str(new))
            continue
        if not tally.compare("results workbooks that LibreOffice opens", new in saved, str(new)):
            continue
        added = Package(new).sheets()[len(Package(old).sheets()):]
        shown = {sheet["name"]: sheet["state"] for sheet in Package(saved[new]).sheets()}
        ours, theirs = values(new), values(saved[new])
        for sheet in added:
            name = sheet["name"]
            tally.compare("new sheets that LibreOffice shows", shown.get(name) == "visible",
                          f"{new}: {name} is {shown.get(name)}")
            cells = [place for place in ours if place[0] == name]
            wrong = [place for place in cells if not same(ours[place], theirs.get(place))]
            tally.compare("new sheets that LibreOffice reads as we wrote them",
                          bool(cells) and not wrong, f"{new}: {wrong[:5]}")


def compare_all(pairs: list[tuple[pathlib.Path, pathlib.Path]], work: pathlib.Path, tally: Tally):
    readable = []
    for returned, results in pairs:
        old, new = Package(returned), Package(results)
        added = len(new.sheets()) - len(old.sheets())
        tally.compare("results workbooks with one sheet more", added == 1, f"{results}: {added}")
        compare_parts(old, new, tally)
        check_structure(old, new, tally)
        if compare_readers(returned, results, tally):
            readable.append((returned, results))
    compare_libreoffice(readable, work, tally)


def main(work: pathlib.Path, files: list[pathlib.Path]):
    tally = Tally("package")
    compare_all(list(zip(files[::2], files[1::2], strict=True)), work, tally)
    tally.close(expecting=["parts that are the school's byte for byte",
                           "naming parts that only gained", "new cells that Excel takes",
                           "workbooks that open on the new sheet and no other",
                           "new cells that calamine reads as openpyxl does",
                           "new sheets that LibreOffice reads as we wrote them"])


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), [pathlib.Path(argument) for argument in sys.argv[2:]])
