"""reproduce.py MERGE.json OUT: runs the R script that merge wrote beside its report.

The pooled numbers of the document must be in what it prints.
"""

import json
import pathlib
import re
import subprocess
import sys

from tally import Tally


def main(document: pathlib.Path, out: pathlib.Path):
    tally = Tally("reproduce")
    merge = json.loads(document.read_text())
    if merge["outputs"]["script"] is None:
        print("reproduce: NOT COMPARED: the document names no script")
        return
    result = subprocess.run(["Rscript", pathlib.Path(merge["outputs"]["script"]).name], cwd=out,
                            capture_output=True, text=True, timeout=300)
    tally.compare("scripts that run", result.returncode == 0, result.stderr[-500:])
    printed = re.findall(r"-?\d+\.\d+(?:[eE][-+]?\d+)?", result.stdout)
    pooled = merge["pooled"]
    wanted = {"estimate": pooled["estimate"], "standard error": pooled["se"],
              "lower end": pooled["ci"][0], "upper end": pooled["ci"][1],
              "tau2": merge["heterogeneity"]["tau2"]}
    for name, value in wanted.items():
        # R prints four decimals at least.
        found = any(abs(float(number) - value) <= 5.1e-5 for number in printed)
        tally.compare("numbers that the script gives again", found, f"{name} {value}")
    tally.close(expecting=["numbers that the script gives again"])


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
