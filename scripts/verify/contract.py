"""The documents that other programs read, against what was promised to them.

contract.py analysis|merge FILE.json [OUT]: every promised name is there with a value of its kind;
more names are allowed. With OUT, the files that the document and the promise name are there.
"""

import json
import math
import pathlib
import re
import sys

from tally import Tally


class Optional:
    """A value of a kind, or null."""

    def __init__(self, kind):
        self.kind = kind


class OneOf:
    """One of several kinds."""

    def __init__(self, *kinds):
        self.kinds = kinds


def number(value) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def count(value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def text(value) -> bool:
    return isinstance(value, str) and value != ""


def share(value) -> bool:
    return number(value) and 0 <= value <= 1


def interval(value) -> bool:
    return (isinstance(value, list) and len(value) == 2 and all(map(number, value))
            and value[0] <= value[1])


def anything(value) -> bool:
    return True


def date(value) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", value))


def among(*choices):
    def is_among(value) -> bool:
        return value in choices
    is_among.__name__ = "one of " + ", ".join(choices)
    return is_among


EFFECT = {
    "outcome": text, "role": Optional(among("tutor", "tutee")), "estimator": Optional(text),
    "design": among("randomised", "pairs", "matched", "cluster", "partially-nested", "single"),
    "n": {"intervention": count, "comparison": count},
    **dict.fromkeys(("b", "sd", "g", "se", "df"), Optional(number)), "p": Optional(share),
    "ci": Optional(interval), "level": Optional(share),
    "months": Optional({"estimate": number, "low": number, "high": number, "table": text}),
    "baseline": Optional({"g": Optional(number), "category": among(
        "satisfied", "adjust", "not satisfied")}),
    "attrition": Optional({"overall": share, "differential": number, "category": among(
        "low", "low if optimistic", "high")}),
    "certainty": among("high", "moderate", "low", "very low"), "headline": text,
    "robustness": [{"name": text, "estimate": Optional(number), "se": Optional(number),
                    "ci": Optional(interval), "p": Optional(share)}],
}
ANALYSIS = {
    "format": among("whatworked/1"),
    "counts": dict.fromkeys(("files", "ready", "fix", "stopped", "skipped"), count),
    "files": [{
        "path": text, "status": among("ready", "fix", "stopped", "skipped"),
        "reason": Optional(text), "workbook": Optional(text), "study": Optional(text),
        "findings": [{"code": text, "severity": among("error", "query", "note"),
                      "sheet": Optional(text), "cell": Optional(text), "message": text,
                      "help": text}],
        "repairs": [{"sheet": text, "cell": text, "before": anything, "after": anything,
                     "rule": text}],
        "effects": [EFFECT],
        "outputs": {"results": Optional(text), "report": Optional(text), "reply": Optional(text)},
    }],
}
INFLUENCE = dict.fromkeys(("rstudent", "dffits", "cookD", "covRatio", "tau2Deleted", "hat"),
                          Optional(number))
SMALL_STUDIES = ("egger", "precision", "rankTest", "trimAndFill", "petPeese", "failSafe")
MERGE = {
    "format": among("whatworked/1"), "k": count, "pupils": Optional(count),
    "model": {"tau2Estimator": text, "test": among("knha", "z"),
              "variance": among("pooled", "own")},
    "pooled": {"estimate": number, "se": number, "statistic": number, "df": Optional(number),
               "p": share, "ci": interval, "pi": Optional(interval)},
    "heterogeneity": {"tau2": number, "seTau2": Optional(number), "tau2CI": Optional(interval),
                      "i2": number, "h2": number, "q": number, "qDf": count, "qP": share},
    "studies": [{"id": text, "date": Optional(date), "estimate": number, "variance": number,
                 "weight": number, "blup": Optional(number), "influence": Optional(INFLUENCE)}],
    "cumulative": [{"k": count, "id": text, "estimate": number, "ci": Optional(interval),
                    "anytime": Optional(interval), "tau2": Optional(number)}],
    "leaveOneOut": [{"without": text, "estimate": number, "ci": Optional(interval),
                     "tau2": Optional(number)}],
    "smallStudies": OneOf({"reason": text}, {name: anything for name in SMALL_STUDIES}),
    "moderators": [{"formula": text, "coefficients": [{
        "name": text, "estimate": number, "se": number, "p": share, "ci": interval}],
        **dict.fromkeys(("qm", "qmP", "qe", "r2", "tau2"), Optional(number))}],
    "subgroups": [{"by": text, "groups": [{
        "level": text, "k": count, "estimate": number, "ci": Optional(interval),
        "tau2": Optional(number)}],
        "qBetween": Optional(number), "df": Optional(count), "p": Optional(share)}],
    "multilevel": Optional({"sigma2": {"study": number, "effect": number}, "estimate": number,
                            "se": number, "ci": interval,
                            "cr2": {"se": number, "df": number, "ci": interval}}),
    "areas": [anything], "pathways": [anything],
    "flow": dict.fromkeys(("issued", "returned", "readable", "complete", "pooled"),
                          Optional(count)),
    "outputs": dict.fromkeys(("report", "workbook", "csv", "script"), Optional(text)),
}
FILES = {"analysis": ["summary.csv", "summary.json", "index.html"],
         "merge": ["cumulative-report.html", "cumulative.xlsx", "effects.csv", "reproduce.R"]}
# What `outputs` of merge names, by its promised name.
NAMED = {"report": "cumulative-report.html", "workbook": "cumulative.xlsx", "csv": "effects.csv",
         "script": "reproduce.R"}


def compare(value, kind, place: str, tally: Tally):
    if isinstance(kind, Optional):
        if value is not None:
            compare(value, kind.kind, place, tally)
    elif isinstance(kind, OneOf):
        def holds(each) -> bool:
            trial = Tally("")
            compare(value, each, place, trial)
            return not trial.failures
        tally.compare("values of the promised kind", any(map(holds, kind.kinds)),
                      f"{place} is {str(value)[:60]}")
    elif isinstance(kind, list):
        if tally.compare("values of the promised kind", isinstance(value, list),
                         f"{place} is not a list"):
            for number_, item in enumerate(value):
                compare(item, kind[0], f"{place}[{number_}]", tally)
    elif isinstance(kind, dict):
        if tally.compare("values of the promised kind", isinstance(value, dict),
                         f"{place} is not an object but {str(value)[:60]}"):
            for name, inner in kind.items():
                if tally.compare("promised names", name in value, f"{place}.{name} is missing"):
                    compare(value[name], inner, f"{place}.{name}", tally)
    else:
        tally.compare("values of the promised kind", kind(value),
                      f"{place} is {str(value)[:60]!r}, not {kind.__name__}")


def agree(document: dict, tally: Tally):
    """What one part of the document says of another."""
    kind = "parts that agree"
    if "files" in document:
        counts = document["counts"]
        for status in ("ready", "fix", "stopped", "skipped"):
            found = sum(file["status"] == status for file in document["files"])
            tally.compare(kind, counts[status] == found, f"counts.{status} is not {found}")
        tally.compare(kind, counts["files"] == len(document["files"]), "counts.files")
        for file in document["files"]:
            says_why = (file["reason"] is not None) == (file["status"] in ("stopped", "skipped"))
            tally.compare(kind, says_why, f"{file['path']}: a reason goes with not being read")
            errors = any(f["severity"] == "error" for f in file["findings"])
            tally.compare(kind, not (errors and file["status"] == "ready"),
                          f"{file['path']} is ready with an error")
    else:
        tally.compare(kind, document["k"] == len(document["studies"]), "k and studies")
        weights = sum(study["weight"] for study in document["studies"])
        tally.compare(kind, min(abs(weights - 100), abs(weights - 1)) < 1e-6,
                      f"weights add up to {weights}")
        last = document["cumulative"][-1]["estimate"] if document["cumulative"] else math.nan
        tally.compare(kind, abs(last - document["pooled"]["estimate"]) < 1e-9,
                      f"the last cumulative estimate is {last}")


def read(path: pathlib.Path, tally: Tally) -> dict:
    def refuse(constant: str):
        tally.compare("numbers that are numbers", False, f"{path} holds {constant}")

    def once(pairs):
        names = [name for name, _ in pairs]
        tally.compare("objects that name each thing once", len(set(names)) == len(names),
                      f"{path}: {names}")
        return dict(pairs)

    document = json.loads(path.read_text(), parse_constant=refuse, object_pairs_hook=once)
    tally.compare("documents that start with their format", next(iter(document)) == "format",
                  str(path))
    return document


def check_outputs(document: dict, out: pathlib.Path, tally: Tally):
    """The files that the document names are there; those of merge have their promised names."""
    for item in document.get("files", [document]):
        for key, path in item["outputs"].items():
            if path is None:
                continue
            there = any(place.is_file() for place in (pathlib.Path(path), out / path))
            tally.compare("named files", there, f"{path} is missing")
            if "files" not in document:
                tally.compare("names of files", NAMED[key] == pathlib.Path(path).name,
                              f"{key} is {path}")


def main(promise: str, path: pathlib.Path, out: pathlib.Path | None):
    tally = Tally(f"contract of {promise}")
    document = read(path, tally)
    compare(document, {"analysis": ANALYSIS, "merge": MERGE}[promise], "document", tally)
    # With several programmes, an analysis of each follows that of all together.
    inner = {name: kind for name, kind in MERGE.items() if name not in ("format", "outputs")}
    for place, analysis in enumerate(document.get("analyses", [])):
        compare(analysis, inner, f"analyses[{place}]", tally)
    if not tally.failures:
        agree(document, tally)
    if out is not None:
        for name in FILES[promise]:
            tally.compare("promised files", (out / name).is_file(), f"{out / name} is missing")
        check_outputs(document, out, tally)
    tally.close(expecting=["promised names", "values of the promised kind"])


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]),
         pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None)
