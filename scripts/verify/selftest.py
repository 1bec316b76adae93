"""Proves that every check bites: what is sound passes, and each planted fault is found."""

import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import standin_documents
import standins
from standins import changed
from tally import Tally

HERE = pathlib.Path(__file__).parent
SHEET = "xl/worksheets/sheet3.xml"
END = "</main>"
CUT = '<p style="height:1em;width:5em;overflow:hidden">these words are cut off here</p>'


class Bench:
    """Runs the checks on stand-ins in a folder that goes away."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.tally = Tally("selftest")

    def run(self, script: str, *arguments) -> tuple[int, list[str]]:
        program = ["Rscript"] if script.endswith(".R") else [sys.executable]
        result = subprocess.run([*program, str(HERE / script), *map(str, arguments)],
                                capture_output=True, text=True, timeout=300)
        return result.returncode, (result.stdout + result.stderr).splitlines()

    def passes(self, script: str, *arguments):
        code, said = self.run(script, *arguments)
        self.tally.compare("sound stand-ins that pass", code == 0, f"{script}: {said[-8:]}")

    def finds(self, faults: list[tuple[str, str]], script: str, *arguments):
        """The check fails, and says each fault of the stand-in of each name."""
        code, said = self.run(script, *arguments)
        for fault, name in faults:
            found = any(line.startswith("FAILED ") and fault in line and name in line
                        for line in said)
            self.tally.compare("planted faults that are found", code == 1 and found,
                               f"{script} did not say {fault!r} of {name}: {said[-8:]}")

    def workbook(self, name: str, content: dict[str, str]) -> pathlib.Path:
        return standins.save(self.folder / f"{name}.xlsx", content)

    def file(self, name: str, content) -> pathlib.Path:
        path = self.folder / name
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        return path


def test_workbooks(bench: Bench):
    book, work = standins.results(), bench.folder / "w"
    bench.passes("workbooks.py", work, bench.workbook("sound", book))
    start = "xl/worksheets/sheet1.xml"
    stale = changed(book, start, "<v>READY<", "<v>NOT READY<")
    wrong = changed(book, "xl/worksheets/sheet2.xml", "<v>3.5<", "<v>3.5000001<")
    audit = changed(book, SHEET, "<v>1.5<", "<v>1.500001<")
    bench.finds(
        [("show-your-working cells as LibreOffice", "audit"),
         ("show-your-working cells as Gnumeric", "audit"),
         ("Start!A4 holds 'NOT READY', LibreOffice says 'READY'", "stale"),
         ("Start!A4 holds 'NOT READY', Gnumeric says 'READY'", "stale"),
         ("formula cells as LibreOffice", "wrong"), ("formula cells as Gnumeric", "wrong")],
        "workbooks.py", work, bench.workbook("stale", stale), bench.workbook("wrong", wrong),
        bench.workbook("audit", audit))
    nothing = changed(changed(book, start, "<f>", "<x>"), start, "</f>", "</x>")
    bench.finds([("ready-to-return cells as LibreOffice calculates them: nothing was", "")],
                "workbooks.py", work, bench.workbook("nothing", nothing))


def test_package(bench: Bench):
    old, new = bench.workbook("returned", standins.returned()), standins.results()
    work = bench.folder / "p"
    bench.passes("package.py", work, old, bench.workbook("sound", new))
    faults = [
        ("only no longer the open one", "xl/worksheets/sheet2.xml", "<v>2.5<", "<v>2.50<"),
        ("lost <sheet name=", "xl/workbook.xml", '"Pupils"', '"Pupil"'),
        ("unique sheet ids", "xl/workbook.xml", 'sheetId="3"', 'sheetId="1"'),
        ("unique sheet names", "xl/workbook.xml", '"Results"', '"PUPILS"'),
        ("names that Excel takes", "xl/workbook.xml", '"Results"', '"Results?"'),
        ("one content type", "[Content_Types].xml", "sheet3.xml", "sheet4.xml"),
        ("relationships that resolve", "xl/_rels/workbook.xml.rels", "sheet3", "sheet7"),
        ("well-formed", SHEET, "</worksheet>", ""),
        ("order of the standard", SHEET, "<sheetData>", "<pageMargins/><sheetData>"),
        ("with their result", SHEET, "<v>1.5</v>", ""),
        ("style indexes", SHEET, 'r="B1"', 'r="B1" s="9"'),
        ("cells that Excel takes", SHEET, "<v>1.5", "<v>NaN"),
        ("rows that ascend", SHEET, "</sheetData>", '<row r="1"/></sheetData>'),
        ("open on the new sheet", SHEET, 'tabSelected="1"', 'tabSelected="0"'),
        ("open on the new sheet", "xl/workbook.xml", 'activeTab="2"', 'activeTab="1"'),
        ("open on the new sheet", "xl/worksheets/sheet2.xml", 'Selected="0"', 'Selected="1"'),
        ("open on the new sheet", "xl/workbook.xml", 'sheetId="3"', 'sheetId="3" state="hidden"'),
        ("old cells openpyxl reads", "xl/worksheets/sheet2.xml", "<v>2.5<", "<v>2.6<"),
        ("calamine reads", "xl/worksheets/sheet2.xml", "<v>2.5<", "<v>2.6<"),
    ]
    pairs, expected = [], []
    for number, (fault, *change) in enumerate(faults):
        pairs += [old, bench.workbook(f"fault-{number}", changed(new, *change))]
        expected.append((fault, f"fault-{number}.xlsx"))
    bench.finds(expected, "package.py", work, *pairs)


def test_pages(bench: Bench):
    page, work = standins.PAGE, bench.folder / "pages"
    sound = bench.file("sound.html", page)
    bench.passes("printed.py", work, sound)
    bench.passes("screen.py", sound)

    def planted(faults: list[tuple[str, str, str]], *command):
        files, expected = [], []
        for number, (fault, old, new) in enumerate(faults):
            assert old in page, old
            files.append(bench.file(f"fault-{number}.html", page.replace(old, new + old)
                                    if old == END else page.replace(old, new)))
            expected.append((fault, f"fault-{number}"))
        bench.finds(expected, *command, *files)

    planted([
        ("every word of the page", END, CUT),
        ("words on top of words", END, '<p style="position:absolute;left:4em;top:2em">over</p>'),
        ("words within the margins", END,
         '<p style="position:absolute;left:-50px;top:300px;width:40em">over the edge</p>'),
        ("pages with something on them", END, '<div style="break-before:page">x</div>'),
        ("pages of A4", "size:A4", "size:Letter"),
        ("title of the page", "A sound page</title>", "</title>"),
    ], "printed.py", work)
    planted([
        ("pages that cut nothing off", END, CUT),
        ("the page is", END, '<p style="width:2000px">a line that is far too wide</p>'),
        ("fetch nothing", END, '<img alt="" src="http://localhost:1/picture.png">'),
        ("'left' and 'right' overlap", 'x="100"', 'x="20"'),
        ("'right' is cut off", 'x="100"', 'x="190"'),
        ("html-has-lang", ' lang="en"', ""),
        ("color-contrast", END, '<p style="color:#ccc">pale words</p>'),
        ("Stray end tag", END, "</section>"),
    ], "screen.py")


def leaves(value, path=()):
    """The path of each number in a document."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in pairs:
        if isinstance(inner, (dict, list)):
            yield from leaves(inner, (*path, key))
        elif isinstance(inner, float):
            yield (*path, key)


def leaf(document, path):
    for key in path:
        document = document[key]
    return document


def with_leaf(document, path, value):
    document = copy.deepcopy(document)
    leaf(document, path[:-1])[path[-1]] = value
    return document


def test_numbers(bench: Bench):
    pupils = bench.folder / "pupils"
    pupils.mkdir()
    (pupils / "0001-reading.csv").write_text(standins.PUPIL_ROWS)
    analysis, merge = standin_documents.ANALYSIS, standin_documents.MERGE
    bench.passes("schools.R", bench.file("a.json", analysis), pupils)
    bench.passes("pooled.R", bench.file("m.json", merge))

    school, files, expected = analysis["files"][0], [], []
    for number, path in enumerate(leaves(school["effects"][0])):
        if path[0] == "level":
            continue
        place = ("effects", 0, *path)
        study = f"S-wrong-{number}"
        files.append(with_leaf(school, place, leaf(school, place) + 1e-7) | {"study": study})
        (pupils / f"{len(files):04}-reading.csv").write_text(standins.PUPIL_ROWS)
        expected.append(("whatworked", study))
    bench.finds(expected, "schools.R", bench.file("a.json", analysis | {"files": files}), pupils)

    documents, expected = [], []
    for number, path in enumerate(leaves(merge)):
        if path[0] == "studies" and path[-1] != "weight":
            continue
        wrong = with_leaf(merge, path, leaf(merge, path) * 1.001 + 1e-4)
        documents.append(bench.file(f"wrong-{number}.json", wrong))
        expected.append(("whatworked", f"wrong-{number}.json"))
    bench.finds(expected, "pooled.R", *documents)


def test_contract(bench: Bench):
    analysis, merge = standin_documents.ANALYSIS, standin_documents.MERGE
    bench.passes("contract.py", "analysis", bench.file("a.json", analysis))
    bench.passes("contract.py", "merge", bench.file("m.json", merge))
    effect = ("files", 0, "effects", 0)
    faults = [
        ("g is 'big'", (*effect, "g"), "big"), ("holds NaN", (*effect, "g"), float("nan")),
        ("certainty is 'big'", (*effect, "certainty"), "big"),
        ("n is not an object", (*effect, "n"), "big"),
        ("status is 'big'", ("files", 0, "status"), "big"),
        ("counts.fix is not 0", ("counts", "fix"), 1),
    ]
    for fault, path, value in faults:
        bench.finds([(fault, "")], "contract.py", "analysis",
                    bench.file("a.json", with_leaf(analysis, path, value)))
    for name in set(merge) - {"format"}:
        missing = {key: value for key, value in merge.items() if key != name}
        bench.finds([(f"document.{name} is missing", "")], "contract.py", "merge",
                    bench.file("m.json", missing))


# A program that runs ours and spoils what it says, as `spoil` says.
SPOILER = """#!{python}
import json, subprocess, sys
result = subprocess.run([{program!r}, *sys.argv[1:]], capture_output=True, text=True)
sys.stderr.write(result.stderr)
code, document = result.returncode, json.loads(result.stdout or "{{}}")
{spoil}
print(json.dumps(document))
sys.exit(code)
"""


def spoiled(bench: Bench, name: str, spoil: str) -> pathlib.Path:
    path = bench.file(name, SPOILER.format(
        python=sys.executable, program=os.environ["WHATWORKED"], spoil=spoil))
    path.chmod(0o755)
    return path


def test_foreign(bench: Bench):
    first = "document['sheets'][0]['cells'][0]"
    faults = [
        ("files by XlsxWriter that are read", "code = 3"),
        ("lists of sheets", "document['sheets'].reverse()"),
        ("hidden sheets", "document['sheets'][0]['visibility'] = 'hidden'"),
        ("counts of cells", "document['sheets'][1]['cells'].pop()"),
        ("cells by openpyxl", f"{first}['value'] = 'another'"),
        ("cells by LibreOffice, as .xlsx", f"{first}['value'] = 'another'"),
        ("cells by LibreOffice, as .ods", f"{first}['value'] = 'another'"),
        ("cells by Gnumeric", f"{first}['value'] = 'another'"),
        ("cells by msoffcrypto-tool, locked", f"{first}['value'] = 'another'"),
        ("cells by LibreOffice, locked", f"{first}['value'] = 'another'"),
    ]
    # The fault of each program is in all files, so that one run finds those of one kind.
    for number, spoil in enumerate(dict.fromkeys(spoil for _, spoil in faults)):
        program = spoiled(bench, f"foreign-{number}", spoil)
        bench.finds([(fault, "") for fault, own in faults if own == spoil], "foreign.py", program,
                    bench.folder / "foreign")


def test_hostile(bench: Bench):
    faults = [
        ("cases with their rule code", "stand",
         "for file in document['files']: file['findings'] = []"),
        ("cases that end as their manifest says", "outcome",
         "for file in document['files']: file['findings'] = [{'code': 'W201'}]"),
        ("cases that end by themselves", "ends", "code = 9"),
        ("sound files beside a case", "beside", "document['files'].pop()"),
        ("safe to print", "print", "document['files'][0]['path'] += chr(27)"),
        ("within 256 MiB", "large", "bytearray(b'x' * 300_000_000)"),
        ("within 2 s of processor time", "slow",
         "while __import__('time').process_time() < 2.2: pass"),
    ]
    stand_in = pathlib.Path(__file__).with_name("standin_hostile.py")
    shared = bench.folder / "shared"
    subprocess.run([sys.executable, stand_in, shared], check=True)
    os.environ["WHATWORKED_SHARED"] = str(shared)
    bench.passes("hostile.py", os.environ["WHATWORKED"], bench.folder / "hostile")
    for fault, name, spoil in faults:
        bench.finds([(fault, "")], "hostile.py", spoiled(bench, f"hostile-{name}", spoil),
                    bench.folder / "hostile")


def main():
    with tempfile.TemporaryDirectory() as place:
        bench = Bench(pathlib.Path(place))
        for test in (test_workbooks, test_package, test_pages, test_numbers, test_contract,
                     test_foreign, test_hostile):
            test(bench)
    bench.tally.close(expecting=["sound stand-ins that pass", "planted faults that are found"])


if __name__ == "__main__":
    main()
