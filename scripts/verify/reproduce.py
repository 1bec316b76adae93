"""reproduce.py MERGE.json…: runs the R script that each merge wrote beside its report.

It must find every number of the document again to 1e-6, and the pooled ones must be in what it
prints.
"""

import json
import pathlib
import re
import subprocess
import sys

from tally import Tally

LINE = re.compile(r"^  .{44} +(\S+) +(\S+) +(\S+?)(?:  worst of \d+)?$")


def check(document: pathlib.Path, tally: Tally):
    merge = json.loads(document.read_text())
    script = pathlib.Path(merge["outputs"]["script"])
    result = subprocess.run(["Rscript", script.name], cwd=script.parent, capture_output=True,
                            text=True, timeout=1200)
    tally.compare("scripts that find every number again", result.returncode == 0,
                  f"{script}: {result.stdout[-300:]} {result.stderr[-500:]}")
    lines = [match for match in map(LINE.match, result.stdout.splitlines()) if match]
    for line in lines:
        tally.compare("lines that agree to 1e-6", float(line.group(3)) <= 1e-6, line.group(0))
    if merge["pooled"] is None:
        return
    printed = [float(line.group(1)) for line in lines]
    for name, value in (("estimate", merge["pooled"]["estimate"]), ("se", merge["pooled"]["se"]),
                        ("tau2", merge["heterogeneity"]["tau2"])):
        tally.compare("numbers of the document that it gives again",
                      any(abs(number - value) <= 1e-9 for number in printed), f"{name} {value}")


def main(documents: list[pathlib.Path]):
    tally = Tally("reproduce")
    for document in documents:
        check(document, tally)
    tally.close(expecting=["lines that agree to 1e-6",
                           "numbers of the document that it gives again"])


if __name__ == "__main__":
    main([pathlib.Path(argument) for argument in sys.argv[1:]])
