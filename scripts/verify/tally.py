"""Counting what was compared, so that a check that compared nothing cannot pass."""

import sys

SHOWN = 100


class Tally:
    """The comparisons of one check: how many of each kind, and which failed."""

    def __init__(self, check: str):
        self.check = check
        self.counts: dict[str, int] = {}
        self.failures: list[str] = []

    def compare(self, kind: str, holds: bool, otherwise: str) -> bool:
        """Counts one comparison of `kind`; when it does not hold, `otherwise` says why."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        if not holds:
            self.failures.append(f"{kind}: {otherwise}")
        return holds

    def compare_each(self, kind: str, number: int, failing: list[str], where: str):
        """Counts `number` comparisons of `kind`, of which those in `failing` do not hold."""
        self.counts[kind] = self.counts.get(kind, 0) + number
        if failing:
            more = f" and {len(failing) - 4} more" if len(failing) > 4 else ""
            self.failures.append(f"{kind}: {where}: {'; '.join(failing[:4])}{more}")

    def close(self, *, expecting: list[str]) -> None:
        """Prints the counts and ends the program: 0 when all held and each kind was compared."""
        for kind in expecting:
            if not self.counts.get(kind):
                self.failures.append(f"{kind}: nothing was compared")
        for kind, count in self.counts.items():
            print(f"  {count:>7} {kind}")
        for failure in self.failures[:SHOWN]:
            print(f"FAILED {failure}", file=sys.stderr)
        if len(self.failures) > SHOWN:
            print(f"… and {len(self.failures) - SHOWN} more", file=sys.stderr)
        verdict = f"{len(self.failures)} FAILED" if self.failures else "all held"
        print(f"{self.check}: {sum(self.counts.values())} comparisons, {verdict}")
        sys.exit(1 if self.failures else 0)
