"""Whether a run of the incident went as the kit tells it: `prove.py FOLDER`, the folder being one that run.py filled.

Says each claim with what was measured, and ends with 1 where one does not hold. Claims are relations within one run, since
machines differ; each figure is the median over the lines of its phase but the first, which still holds requests of the phase before.
"""

import json
import sys
from pathlib import Path
from statistics import median

RAW = Path(sys.argv[1])
PHASES = ["1-before", "2-incident", "3-pool-doubled", "4-pool-doubled-mail-slower", "5-mended"]


def lines(phase, kind):
    return [json.loads(line) for line in (RAW / f"{phase}.{kind}").read_text(encoding="utf-8").splitlines()]


def figure(phase, name, column):
    values = [line[name][column] for line in lines(phase, "metrics")[1:]]
    return median(value for value in values if value is not None)


def longest_span(phase):
    """What the trace at the 95th percentile of a phase spends longest on."""
    traces = sorted(lines(phase, "traces"), key=lambda trace: trace["ms"])
    return max(traces[int(0.95 * len(traces))]["spans"], key=lambda span: span[2])[0]


def sessions_of(phase):
    """How many sessions the database showed idle in a transaction, and how many in all, over the moments of a phase."""
    rows = [row for moment in lines(phase, "activity") for row in moment["rows"]]
    return sum(row[3] for row in rows if row[0] == "idle in transaction"), sum(row[3] for row in rows)


def claims():
    """Each claim: its text, whether it holds, what was measured."""
    before, incident, doubled, slower, mended = PHASES
    middle, health = figure(incident, "/checkout", 1), figure(incident, "/health", 1)
    slow, slow_wait = figure(incident, "/checkout", 2), figure(incident, "pool", 4)
    products = [figure(phase, "/products", 1) for phase in (before, incident)]
    wait = {phase: figure(phase, "pool", 3) for phase in PHASES}
    in_use = {phase: figure(phase, "pool", 1) for phase in PHASES}
    statement, span, (idle, sessions) = figure(incident, "statements", 1), longest_span(incident), sessions_of(incident)
    return [
        ("before, connections are free and nobody waits", in_use[before] < 10 and wait[before] * 4 < wait[incident], (in_use[before], wait[before])),
        ("in the incident all ten are in use", in_use[incident] == 10, in_use[incident]),
        ("at the 95th percentile, waiting for one is more than half of a checkout", 2 * slow_wait > slow, (slow_wait, slow)),
        ("and the longest span of such a one", span.startswith("pool: wait"), span),
        ("a checkout takes at least ten times as long as a statement", middle >= 10 * max(1, statement), (middle, statement)),
        ("most sessions of the database are idle in transaction", 2 * idle > sessions, (idle, sessions)),
        ("products wait too, though they send no mail", products[1] >= 5 * max(1, products[0]), products),
        ("the page for health does not", health * 10 < middle, health),
        ("the pool doubled helps as long as the mail is no slower", 2 * wait[doubled] < wait[incident], (wait[doubled], wait[incident])),
        ("and no longer once it is", wait[slower] > 2 * wait[doubled] and in_use[slower] == 20, (wait[slower], in_use[slower])),
        ("with the mail out of the transaction ten are enough", wait[mended] * 4 < wait[incident] and in_use[mended] < 10, (wait[mended], in_use[mended])),
    ]


def main():
    found = claims()
    for text, holds, measured in found:
        print("holds:" if holds else "DOES NOT HOLD:", text, measured)
    if not all(holds for _, holds, _ in found):
        sys.exit(1)
    print("the incident goes as it is told")


main()
