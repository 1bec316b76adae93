"""pairs.py ANALYSIS.json OUT: each returned workbook and its results workbook, NUL-separated."""

import json
import pathlib
import sys

document, out = map(pathlib.Path, sys.argv[1:])
for file in json.loads(document.read_text())["files"]:
    results = file["outputs"]["results"]
    if results:
        place = pathlib.Path(results)
        print(file["path"], place if place.exists() else out / place, sep="\0", end="\0")
