"""Each report as Chromium prints it.

printed.py WORK PAGE…: A4, nothing lost, nothing cut, nothing on top of something else, no page
left empty, fonts inside the file.
"""

import collections
import pathlib
import re
import subprocess
import sys
from html import unescape

from lxml import etree

import browser
from tally import Tally

POINTS = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72, "pt": 1, "px": 0.75}
A4 = (595.3, 841.9)
# Most printers cannot print nearer to the edge of the paper.
UNPRINTABLE = 5 * POINTS["mm"]


def words(text: str) -> collections.Counter:
    """Runs of letters and digits: a line may break at anything else."""
    return collections.Counter(re.findall(r"[^\W_]+", text))


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def margins(html: str) -> float:
    """The left and right margin that the page asks for, in points; 5 mm where it asks for none."""
    rule = re.search(r"@page\s*\{(.*?)(@|\})", html, re.DOTALL)
    declared = re.search(r"margin:\s*([^;}]+)", rule.group(1)) if rule else None
    if declared is None:
        return UNPRINTABLE
    sides = [float(n) * POINTS[u] for n, u in
             re.findall(r"([\d.]+)(mm|cm|in|pt|px)", declared.group(1))]
    return sides[3 if len(sides) == 4 else 1 if len(sides) > 1 else 0]


def boxes(pdf: pathlib.Path) -> list[tuple[float, float, list[tuple]]]:
    """Width, height and the words of each page: (left, top, right, bottom, text) in points."""
    place = pdf.with_suffix(".bbox.html")
    run("pdftotext", "-bbox", str(pdf), str(place))
    tree = etree.parse(str(place), etree.HTMLParser(encoding="utf-8"))
    pages = []
    for page in tree.iter("page"):
        found = [tuple(float(word.get(side)) for side in ("xmin", "ymin", "xmax", "ymax"))
                 + (word.text or "",) for word in page.iter("word")]
        pages.append((float(page.get("width")), float(page.get("height")), found))
    return pages


def overlaps(found: list[tuple]) -> list[str]:
    """Pairs of words that a reader would see on top of one another.

    The boxes are as high as the font, so lines set close may touch; a third of the height may not.
    """
    pairs = []
    found = sorted(found)
    for number, one in enumerate(found):
        for other in found[number + 1:]:
            if other[0] > one[2] - 1:
                break
            # One word drawn twice, as a white outline and its body, which are fonts of their own.
            away = [abs(a - b) for a, b in zip(one[:4], other[:4])]
            if (one[4] == other[4] and max(away[0], away[2]) < 0.6
                    and max(away) < 0.4 * (one[3] - one[1])):
                continue
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            lower = min(one[3] - one[1], other[3] - other[1])
            if across > 1 and down > 0.34 * lower:
                pairs.append(f"{one[4]!r} and {other[4]!r} at {one[0]:.0f},{one[1]:.0f}")
    return pairs


def check_pdf(html: str, pdf: pathlib.Path, tally: Tally):
    pages = boxes(pdf)
    tally.compare("prints with pages", bool(pages), str(pdf))
    margin = margins(html)
    for number, (width, height, found) in enumerate(pages, start=1):
        where = f"{pdf.name} page {number}"
        size = sorted((width, height))
        tally.compare("pages of A4", abs(size[0] - A4[0]) < 1 and abs(size[1] - A4[1]) < 1,
                      f"{where}: {width} × {height} points")
        tally.compare("pages with something on them", len(found) >= 8,
                      f"{where}: {' '.join(word[4] for word in found)!r}")
        outside = [
            f"{text!r} at {left:.0f},{top:.0f} to {right:.0f},{bottom:.0f}"
            for left, top, right, bottom, text in found
            if left < margin - 1 or right > width - margin + 1 or top < UNPRINTABLE
            or bottom > height - UNPRINTABLE]
        tally.compare_each("words within the margins", len(found), outside, where)
        pairs = overlaps(found)
        tally.compare("pages without words on top of words", not pairs, f"{where}: {pairs[:6]}")
    fonts = run("pdffonts", str(pdf)).splitlines()[2:]
    for font in fonts:
        # … name, type, encoding, emb, sub, uni, object, generation
        tally.compare("fonts inside the file", font.split()[-5] == "yes", f"{pdf.name}: {font}")
    information = dict(line.split(":", 1) for line in run("pdfinfo", str(pdf)).splitlines())
    title = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
    wanted = " ".join(unescape(title.group(1)).split()) if title else ""
    printed = " ".join(information.get("Title", "").split())
    tally.compare("prints with the title of the page", bool(wanted) and printed == wanted,
                  f"{pdf.name}: {printed!r}, not {wanted!r}")
    tally.compare("prints with tags for screen readers",
                  information.get("Tagged", "").strip() == "yes", pdf.name)


def main(work: pathlib.Path, pages: list[pathlib.Path]):
    tally = Tally("printed")
    work.mkdir(parents=True, exist_ok=True)
    with browser.chromium() as driver:
        for number, page in enumerate(pages):
            pdf = work / f"{number:04}-{page.stem}.pdf"
            browser.print_to_pdf(driver, page, pdf)
            browser.show(driver, page, media="print", width=673, opened=False)
            shown = words(driver.execute_script("return document.body.innerText"))
            # Not pdftotext's running text, which joins what a line break divided at a hyphen.
            printed = " ".join(word[4] for _, _, found in boxes(pdf) for word in found)
            lost = shown - words(printed)
            tally.compare("prints that hold every word of the page", not lost,
                          f"{page}: {dict(lost.most_common(8))}")
            check_pdf(page.read_text(), pdf, tally)
    tally.close(expecting=["prints that hold every word of the page", "words within the margins",
                           "fonts inside the file"])


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), [pathlib.Path(argument) for argument in sys.argv[2:]])
