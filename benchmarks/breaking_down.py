"""Descriptions broken down without a model: how much of what a person would list is covered, and what every plan is held to.

`python -m benchmarks.breaking_down [NAME ...]`; of those that are named every task is told. A deliverable is covered when a title holds all its words.
Half of the descriptions were kept unseen while the first half was tuned.
"""
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
import sys
from time import perf_counter
import tomllib

from language.cleaning import folded
from language.describing.asking import asked
from language.describing.parting import Around
from language.describing.reading import read
from language.working import WorkingDays
from records.breakdown.alike import stem
from records.breakdown.base import Activity, Plan
from records.breakdown.merging import Wanted, reaches
from records.breakdown.methods import built_in, method_for
from records.breakdown.planning import House, planned
from records.breakdown.reconciling import There, source_of
from records.figures.schedule.axis import Axis
from records.figures.schedule.calendars import Worked
from tools.desk.breaking_down.proposing import NOTES

TODAY = datetime(2026, 11, 18, tzinfo=UTC).date()
PEOPLE = {"Ana Ruiz": "P-2", "Ben Okafor": "P-3", "Carla Winter": "P-4", "Dev Patel": "P-9", "Jonas Keller": "P-11", "Elena Marsh": "P-6"}
DAYS = WorkingDays()
WORKED = Worked(0, Axis(DAYS.weekdays, DAYS.off), 8.0, "Monday to Friday")
GOAL = 0.8


@dataclass(frozen=True)
class Description:
    """A description with what a person listed by hand."""
    name: str
    type: str
    form: str
    kept_unseen: bool
    deliverables: Sequence[str]
    text: str


@dataclass(frozen=True)
class Outcome:
    """What became of one description."""
    covered: Sequence[str]
    missed: Sequence[str]
    plan: Plan
    again: int                           # records that a second run would make
    circles: int
    foreign: int                         # reasons that do not stand in the description
    seconds: float


def descriptions() -> list[Description]:
    """All descriptions, by name."""
    found = [d for d in files("benchmarks").joinpath("descriptions").iterdir() if d.name.endswith(".toml")]
    return [Description(d.name.removesuffix(".toml"), **tomllib.loads(d.read_text("utf-8"))) for d in sorted(found, key=lambda d: d.name)]


def broken_down(text: str, form: str, there: Sequence[There] = (), milestones: Sequence[There] = ()) -> Plan:
    """The plan of a description, as the tool draws it."""
    body = asked(text).body
    said = read(body, Around(PEOPLE, TODAY))
    method = NOTES if form == "notes" else method_for(body, built_in(), body.partition("\n")[0])[0]
    return planned(body, method, said, Wanted(), House(WORKED, TODAY, tasks=there, milestones=milestones))


def tried(d: Description) -> Outcome:
    """Break one description down, and once more against what that made."""
    began = perf_counter()
    plan = broken_down(d.text, d.form)
    took = perf_counter() - began
    made = {form: [There(n, f"X-{n}", a.title, source_of(a)) for n, a in enumerate(plan.activities, 1) if (a.form == "milestone") == (form == "milestone")]
            for form in ("task", "milestone")}
    again = broken_down(d.text, d.form, made["task"], made["milestone"])
    titles = [a.title for a in plan.activities if a.form != "milestone"]
    covered = [x for x in d.deliverables if any(covers(title, x) for title in titles)]
    return Outcome(covered, [x for x in d.deliverables if x not in covered], plan, sum(not a.known for a in again.activities), circles(plan.activities),
                   sum(bool(a.quote) and a.quote not in d.text for a in plan.activities), took)


def covers(title: str, deliverable: str) -> bool:
    """Whether a title holds all words of one of the ways in which a deliverable is said."""
    plain = folded(title)
    spoken = {stem(word.strip(",.;:()“”")) for word in (*plain.split(), *plain.replace("-", " ").replace("/", " ").split())}
    return any(all(any(stem(w) == s or (len(w) > 4 and s.startswith(stem(w))) for s in spoken) for w in folded(way).replace("-", " ").split())  # noqa: PLR2004
               for way in deliverable.split("|"))


def circles(activities: Sequence[Activity]) -> int:
    after = {a.number: a.after for a in activities}
    return sum(any(reaches(after, before, a.number) for before in a.after) for a in activities)


def main(names: Sequence[str]) -> int:
    """Print a line for each description and the sums; 1 when a goal is missed."""
    every = [(d, tried(d)) for d in descriptions() if not names or d.name in names]
    for d, o in every:
        share = f"{len(o.covered)}/{len(d.deliverables)}"
        missed = f"  missed: {', '.join(o.missed)}" if o.missed else ""
        method = "" if o.plan.method.name == d.type else f"  read as {o.plan.method.name}, not {d.type}"
        print(f"{d.name:20} {share:>6} {sum(a.form == 'task' for a in o.plan.activities):3} tasks {o.seconds * 1000:5.0f} ms{missed}{method}")
        if names:
            print("\n".join(f"    {a.wbs:8}{a.title}  [{a.role}]" + (f"  “{' '.join(a.quote.split())[:70]}”" if a.quote else "") for a in o.plan.activities))
            print("\n".join(f"    left out: {why}: {' '.join(quote.split())[:90]}" for quote, why in o.plan.left_out), *o.plan.dropped, sep="\n    ")
    sums = {which: [(d, o) for d, o in every if d.kept_unseen is unseen] for which, unseen in (("seen", False), ("unseen", True))}
    for which, some in sums.items():
        listed, found = sum(len(d.deliverables) for d, _ in some), sum(len(o.covered) for _, o in some)
        right = sum(o.plan.method.name == d.type for d, o in some)
        print(f"{which}: {found} of {listed} deliverables ({100 * found / max(listed, 1):.0f} %), type right {right} of {len(some)}")
    circled, foreign, again = (sum(getattr(o, name) for _, o in every) for name in ("circles", "foreign", "again"))
    print(f"circles {circled}, quotes not in the text {foreign}, made by a second run {again}, slowest {max(o.seconds for _, o in every):.2f} s")
    total = sum(len(o.covered) for _, o in every) / sum(len(d.deliverables) for d, _ in every)
    return int(circled + foreign + again > 0 or total < GOAL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
