#!/usr/bin/env python3
"""issuing.py FOLDER: packs, allocations and definitions, as the outside world sees them.

- Every method of allocation is drawn again by another program; a changed arm is found by both.
- Python's mail library reads each draft: its addresses, its words, and its attachments byte by
  byte as they lie in the folder.
- A programme exported as a workbook, saved again by LibreOffice, gives the same packs.
- A run of many packs that is killed and started again gives the bytes of one that was not.
"""

import csv
import email
import email.policy
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
WHATWORKED = os.environ["WHATWORKED"]
TEMPLATES = ROOT / "Templates"
REFERENCE = ROOT / "Tests/ProgrammesTests/Allocation/Reference/draw.py"
PROGRAMMES = sorted(path.parent.name for path in TEMPLATES.glob("*/programme.yaml"))
failures = []


def expect(truth, message):
    if not truth:
        failures.append(message)
        print(f"  FAILED: {message}")


def run(*arguments, code=0):
    done = subprocess.run(
        [WHATWORKED, *map(str, arguments), "--templates", str(TEMPLATES)],
        capture_output=True, text=True, check=False)
    expect(done.returncode == code, f"{arguments}: {done.returncode}, {done.stderr[-300:]}")
    return done.stdout


def contents(folder):
    return {
        path.relative_to(folder): path.read_bytes()
        for path in sorted(folder.rglob("*")) if path.is_file()
    }


def allocations(folder):
    chance = random.Random(5)
    with_roles, without = folder / "roles.csv", folder / "marks.csv"
    pupils = [
        [f"P{number:03}", chance.randint(0, 36) + chance.choice([0, 0.5]),
         chance.choice(["3A", "3B", "3C"]), chance.choice(["intervention", "comparison"]),
         chance.choice(["tutor", "tutee"])]
        for number in range(1, 48)
    ]
    for path, width in ((with_roles, 5), (without, 4)):
        with path.open("w", newline="") as file:
            table = csv.writer(file)
            table.writerow(["code", "before", "class", "arm", "role"][:width])
            table.writerows(pupil[:width] for pupil in pupils)
    records = []
    blocks = [["blocks"], ["blocks", "--blocks-on", "class"], ["blocks", "--block-size", "6"]]
    calls = [
        (programme, marks, method)
        for programme, marks, methods in (
            ("peer-tutoring-reading", with_roles, [["pairs"], ["clusters"]]),
            ("ta-small-group-number", without, []))
        for method in [["simple"], ["waitlist"], ["given"], *blocks, *methods]
    ]
    for number, (programme, marks, method) in enumerate(calls):
        for seed in (1, 987654321, 2**64 - 1):
            out = folder / f"{number}-{seed}"
            run("allocate", marks, "--programme", programme, "--school", "S-1", "--design",
                *method, "--seed", seed, "-o", out, "--quiet")
            records += out.rglob("allocation.txt")
    expect(len(records) == 3 * len(calls), f"{len(records)} records")
    expect(subprocess.run([REFERENCE, *records], check=False).returncode == 0,
           "the reference draws otherwise")
    text = records[0].read_text()
    changed = folder / "changed.txt"
    swap = {"intervention": "comparison", "comparison": "intervention"}
    arm = text.split("P007,")[1].split(",")[0]
    changed.write_text(text.replace(f"P007,{arm}", f"P007,{swap[arm]}"))
    expect("P007" in run("allocate", "--verify", changed, code=1), "no word of the changed arm")
    expect(subprocess.run([REFERENCE, changed], check=False, capture_output=True).returncode == 1,
           "the reference does not see the changed arm")


def mails(folder):
    schools = folder / "schools.csv"
    schools.write_text("school,country,email\nS-1,GB,head@school.example\nS-2,PK,a@b.example;c@d.example\n")
    for programme in PROGRAMMES:
        run("template", programme, "--schools", schools, "-o", folder / "packs", "--contact",
            "hub@example.org", "--quiet")
    drafts = sorted((folder / "packs").rglob("*.eml"))
    expect(len(drafts) == 2 * len(PROGRAMMES), f"{len(drafts)} drafts")
    for draft in drafts:
        data = draft.read_bytes()
        expect(all(len(line) <= 78 for line in data.split(b"\r\n")), f"{draft}: a long line")
        expect(b"\n" not in data.replace(b"\r\n", b""), f"{draft}: a bare line feed")
        message = email.message_from_bytes(data, policy=email.policy.default)
        expect(not message.defects and all(not part.defects for part in message.walk()),
               f"{draft}: {message.defects}")
        expect(message["X-Unsent"] == "1" and "@" in message["To"], f"{draft}: its header")
        expect(message["From"].addresses[0].addr_spec == "hub@example.org", f"{draft}: From")
        expect(message["Date"].datetime is not None, f"{draft}: Date")
        body = message.get_body(("plain",)).get_content()
        expect("sheet called Start" in body, f"{draft}: its words")
        attached = {part.get_filename(): part.get_content() for part in message.iter_attachments()}
        workbooks = {path.name: path.read_bytes() for path in draft.parent.glob("*.xlsx")}
        expect(attached == workbooks, f"{draft}: attachments {sorted(attached)}")


def definitions(folder):
    for programme in PROGRAMMES:
        exported = folder / f"{programme}.xlsx"
        run("programmes", "export", programme, "-o", exported)
        saved = folder / "saved"
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{(folder / 'profile').resolve()}",
             "--convert-to", "xlsx", "--outdir", saved, exported], check=True, capture_output=True)
        packs = []
        for place, source in enumerate([programme, exported, saved / exported.name]):
            out = folder / f"{programme}-{place}"
            run("template", source, "--school", "S-1", "-o", out, "--quiet")
            packs.append(contents(out))
        expect(packs[0] == packs[1], f"{programme}: other packs from the workbook")
        expect(packs[0] == packs[2], f"{programme}: other packs after LibreOffice")


def resumed(folder):
    schools = folder / "many.csv"
    schools.write_text("school\n" + "".join(f"S-{number}\n" for number in range(1000)))
    call = [
        WHATWORKED, "template", PROGRAMMES[0], "--schools", schools, "--templates", TEMPLATES,
        "--quiet", "-o"]
    whole, broken = folder / "whole", folder / "broken"
    subprocess.run([*call, whole], check=True)
    kills = 0
    while kills < 3:
        process = subprocess.Popen([*call, broken])
        time.sleep(1.5)
        if process.poll() is not None:
            break
        process.send_signal(signal.SIGKILL)
        process.wait()
        kills += 1
    expect(kills > 0, "the run was over before it could be killed")
    made = len(list(broken.rglob("*.eml")))
    subprocess.run([*call, broken], check=True)
    for leftover in broken.rglob("*.partial"):
        leftover.unlink()
    same = contents(whole) == contents(broken)
    expect(same, "a run that was killed gives other bytes")
    print(f"  killed {kills} times, {made} packs were there, 1000 in the end")


def main():
    folder = pathlib.Path(sys.argv[1])
    shutil.rmtree(folder, ignore_errors=True)
    for part in (allocations, mails, definitions, resumed):
        place = folder / part.__name__
        place.mkdir(parents=True)
        print(f"  {part.__name__}")
        part(place)
    print(f"issuing: {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
