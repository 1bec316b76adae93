#!/usr/bin/env python3
"""draw.py RECORD...: draws again what allocation records say was drawn, in another language.

Written from docs/allocation.md and not from the program, so that the two check each other. Ends
with 1 and says which pupil where a record is not what its seed draws.
"""

import pathlib
import sys

MASK = 2**64 - 1


class Generator:
    """SplitMix64."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return mixed ^ (mixed >> 31)

    def below(self, limit):
        if limit <= 1:
            return 0
        whole = 2**64 - 2**64 % limit
        while (number := self.next()) >= whole:
            pass
        return number % limit

    def coin(self):
        return self.below(2) == 0

    def shuffled(self, items):
        items = list(items)
        for place in range(len(items) - 1, 0, -1):
            other = self.below(place + 1)
            items[place], items[other] = items[other], items[place]
        return items


def blocks(pupils, method, generator):
    if method == "simple":
        return [pupils]
    if method == "within-classes":
        names = sorted({pupil["class"] for pupil in pupils})
        return [[pupil for pupil in pupils if pupil["class"] == name] for name in names]
    size = 2 if method == "pairs-on-score" else int(method.rsplit("-", 1)[1])
    ranked = sorted(generator.shuffled(pupils), key=lambda pupil: -float(pupil["before"]))
    return [ranked[start : start + size] for start in range(0, len(ranked), size)]


def draw(pupils, method, seed):
    generator = Generator(seed)
    pupils = sorted(pupils, key=lambda pupil: pupil["pupil"])
    drawn = {}
    if method == "given-by-school":
        return {pupil["pupil"]: (pupil["arm"], "") for pupil in pupils}
    if method == "whole-classes":
        classes = generator.shuffled(sorted({pupil["class"] for pupil in pupils}))
        half = len(classes) // 2
        if len(classes) % 2 and generator.coin():
            half += 1
        for pupil in pupils:
            arm = "intervention" if pupil["class"] in classes[:half] else "comparison"
            drawn[pupil["pupil"]] = (arm, pupil["class"])
        return drawn
    surplus = 0
    for role in sorted({pupil["role"] for pupil in pupils}):
        members = [pupil for pupil in pupils if pupil["role"] == role]
        for number, block in enumerate(blocks(members, method, generator), 1):
            name = ("P" if method == "pairs-on-score" else "B") + str(number)
            half = len(block) // 2
            if len(block) % 2:
                extra = generator.coin() if surplus == 0 else surplus < 0
                half += extra
                surplus += 1 if extra else -1
            for place, pupil in enumerate(generator.shuffled(block)):
                arm = "intervention" if place < half else "comparison"
                drawn[pupil["pupil"]] = (arm, f"{role}-{name}" if role else name)
    return drawn


def fingerprint(lines):
    """FNV-1a with 64 bits, its bits mixed as SplitMix64 mixes them."""
    hashed = 0xCBF29CE484222325
    for byte in "\n".join(lines).encode():
        hashed = ((hashed ^ byte) * 0x100000001B3) & MASK
    hashed = ((hashed ^ (hashed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    hashed = ((hashed ^ (hashed >> 27)) * 0x94D049BB133111EB) & MASK
    return f"{hashed ^ (hashed >> 31):016x}"


def differences(path):
    lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    split = lines.index("pupil,arm,block,before,class,role")
    head = dict(line.split(": ", 1) for line in lines[1:split] if ": " in line)
    names = lines[split].split(",")
    pupils = [dict(zip(names, line.split(","))) for line in lines[split + 1 :] if line]
    drawn = draw(pupils, head["method"], int(head["seed"]))
    for pupil in pupils:
        recorded = (pupil["arm"], pupil["block"])
        if drawn[pupil["pupil"]] != recorded:
            yield f"pupil {pupil['pupil']}: drawn {drawn[pupil['pupil']]}, recorded {recorded}"
    waitlist = "true" if head["waitlist"] == "yes" else "false"
    rows = [f"{pupil['pupil']}\t{pupil['arm']}\t{pupil['block']}" for pupil in pupils]
    stated = fingerprint([f"{head['method']} {head['seed']} {waitlist}", *rows])
    if stated != head["hash"]:
        yield f"the hash is {stated}, recorded {head['hash']}"
    if len(pupils) != int(head["pupils"]):
        yield f"{len(pupils)} pupils, recorded {head['pupils']}"


def main():
    wrong = 0
    for path in sys.argv[1:]:
        found = list(differences(path))
        wrong += bool(found)
        for difference in found:
            print(f"{path}: {difference}")
    print(f"{len(sys.argv) - 1} allocation records drawn again, {wrong} of them otherwise")
    return 1 if wrong or len(sys.argv) < 2 else 0


if __name__ == "__main__":
    sys.exit(main())
