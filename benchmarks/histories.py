"""Projects that were lived through: week by week, with what goes wrong in them known, so that it can be told what the watch saw of it.

Each project has a pace, a price, a supplier and a manager that nobody reads anywhere. Its records are what people write of it until today; what becomes
of it after today is the truth: a milestone that is missed, money that runs out, a supplier who is late, a person who cannot finish.
"""
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from records import changing, planning, sample
from records.database import Database
from records.proposals import Change, Create, Proposal, Wish

BEGAN, TASKS, TEAM = 20, 24, 3                 # weeks ago, tasks and people of each project
WEEK = timedelta(weeks=1)
RATE = 80
MILESTONES = (5, 11, 17, 23)                    # the tasks that end with one
LATE = timedelta(days=5)                        # what every milestone tolerates
SOON = 8                                        # weeks ahead in which a sign must come true
BAD = (
    "We won't make the date for the interface.", "The vendor does not answer, we are still waiting for the contract.", "Two developers have resigned.",
    "The import keeps failing with real data.", "I am worried about the cutover weekend.", "The supplier is insolvent.",
    "No reply from the works council so far.", "We have seriously underestimated the migration.", "The test environment is down again and nobody cares.",
    "This will cost us another month, I am afraid.", "We are running out of money for the training.", "The key user is unhappy with the whole concept.",
    "It is delayed again, by three weeks this time.", "Our best tester is leaving at the end of the month.",
    "The interface does not work with the old system.", "I had to escalate this to the board.")
GOOD = (
    "No delay here, we are fine.", "Test passed on the first try.", "Minutes are in the folder.", "The blocker was solved on Monday.",
    "Ben shows it on Thursday.", "Not over budget any more after the refund.", "The supplier delivered a day early.",
    "Asked legal, they have no concerns.", "Nobody is unhappy with the draft.", "This is no longer stuck.", "Reviewed, two typos.", "Works now.",
    "I will be on holiday next week, Mia stands in.", "The risk did not happen.", "We moved the meeting to Tuesday.", "The late invoice was paid.")


@dataclass
class Life:
    """One project: what is true of it, and what is written of it week by week. `truth` names what goes wrong, by the sign that should be seen."""
    number: int
    chance: Random
    today: date
    truth: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        chance = self.chance
        self.begin, self.weeks = self.today - BEGAN * WEEK, BEGAN + chance.randrange(6, 16)
        self.hours = [float(chance.randrange(16, 60)) for _ in range(TASKS)]
        self.pace = sum(self.hours) / self.weeks
        self.truly = chance.uniform(0.5, 0.78) if self.happens(0.35) else chance.gauss(1.02, 0.06)
        self.price = chance.uniform(1.25, 1.7) if self.happens(0.25) else chance.gauss(0.98, 0.04)
        self.silent = chance.randrange(16, 40) if self.happens(0.12) else 0              # days without a word
        ends = [sum(self.hours[:n + 1]) / sum(self.hours) for n in range(TASKS)]
        self.dues = [self.begin + timedelta(days=round(7 * self.weeks * end)) for end in ends]
        self.done = self._lived()
        self.finish = self.dues[-1]
        self.stopped, self.booked = self.happens(0.15), self.happens(0.1)                # the one long task: nobody works on it; hours tell that somebody does
        self._judge()

    def happens(self, share: float) -> bool:
        return self.chance.random() < share

    def key(self, kind: str, number: int) -> str:
        return f"LIFE{self.number}-{kind}-{number}"

    def _lived(self) -> list[date]:
        """The day on which each task is truly done, far beyond today."""
        days: list[date] = []
        left, week = list(self.hours), 0
        while len(days) < TASKS:
            can = self.pace * self.truly * self.chance.uniform(0.85, 1.15)
            week += 1
            while can > 0 and len(days) < TASKS:
                used = min(can, left[len(days)])
                left[len(days)] -= used
                can -= used
                if left[len(days)] <= 0:
                    days.append(self.begin + week * WEEK - timedelta(days=3))
        return days

    def _judge(self) -> None:
        """What goes wrong after today with the pace and the price it has."""
        last = self.today + SOON * WEEK
        if any(self.today < self.dues[n] <= last and self.done[n] > self.dues[n] + LATE for n in MILESTONES):
            self.truth.add("slowing")
        spent = self.pace * RATE * self.price * ((self.done[-1] - self.begin) / WEEK)
        if spent > 1.05 * sum(self.hours) * RATE:
            self.truth.add("burning")
        near = [n for n in range(TASKS) if self.done[n] > self.today and self.dues[n] <= self.today + 4 * WEEK]
        late = sum(self.hours[n] for n in near if self.done[n] > max(self.dues[n], self.today) + 2 * WEEK)
        if near and late > 0.3 * sum(self.hours[n] for n in near):
            self.truth.add("straining")
        if self.silent:
            self.truth.add("falling silent")
        if self.stopped:
            self.truth.add("going stale")

    def born(self, first_person: int) -> Iterator[Wish]:
        """The project with its plan, on the day it began; people are known by the numbers they will have."""
        home = -1
        team = [first_person + n for n in range(TEAM)]
        yield Create("project", {"name": f"Life{self.number}", "phase": "in delivery", "manager_id": team[0], "start": self.begin, "finish": self.finish}, home)
        yield Create("budgetline", {"title": "Labour", "project_id": home, "amount": Decimal(round(sum(self.hours) * RATE))})
        for n in range(TASKS):
            yield Create("task", {"title": f"Work {n}", "project_id": home, "owner_id": team[n % TEAM], "hours": self.hours[n], "due": self.dues[n],
                                  "start": self.dues[n - 1] if n else self.begin})
        yield Create("task", {"title": "Long work", "project_id": home, "owner_id": team[1], "hours": 20.0, "due": self.finish, "start": self.begin})
        for n in MILESTONES:
            yield Create("milestone", {"title": f"After {n}", "project_id": home, "planned": self.dues[n], "tolerance_days": LATE.days})
        yield from self._promised(home)

    def _promised(self, home: int) -> Iterator[Wish]:
        """What others give and what it is to bring."""
        needed = self.today + timedelta(days=self.chance.randrange(8, 56))
        values: dict[str, Any] = {"title": "Data", "project_id": home, "direction": "get", "party": "Others", "needed_by": needed}
        if self.happens(0.35):
            if self.happens(0.9):
                self.truth.add("depending")
            more: dict[str, Any] = {"promised_for": needed + timedelta(days=self.chance.randrange(3, 30))} if self.happens(0.7) else {"confidence": "low"}
        else:
            if self.happens(0.05):
                self.truth.add("depending")
            more = {"promised_for": needed - timedelta(days=self.chance.randrange(0, 10)), "confidence": "high"}
        yield Create("dependency", {**values, **more})
        self.fallen = self.chance.uniform(0.18, 0.5) if self.happens(0.25) else self.chance.uniform(0, 0.12)
        if self.fallen > 0.15 or self.happens(0.05):  # noqa: PLR2004 - lost, or lost and nobody knows
            self.truth.add("losing benefit")
        yield Create("benefit", {"title": "Less work", "project_id": home, "expected": Decimal(100_000)})

    def week(self, number: int, ids: dict[str, int]) -> Iterator[Wish]:
        """What is written of one week, unless nobody writes: progress, cost, and late in its life what else happens."""
        day = self.begin + number * WEEK
        if self.silent and day > self.today - timedelta(days=self.silent):
            return
        for n in range(TASKS):
            before = self.done[n - 1] if n else self.begin
            if day - WEEK < self.done[n] <= day:
                yield Change("task", (self.key("T", n + 1),), {"status": "done", "done_on": self.done[n]})
            elif before < day < self.done[n]:
                share = 10 * round(9 * (day - before) / (self.done[n] - before))
                yield Change("task", (self.key("T", n + 1),), {"status": "in progress", "progress": min(max(share, 10) + number % 2, 99)})
        yield from self._long(number, day, ids)
        if number % 2 == 0 and day <= self.done[-1]:
            yield Create("costentry", {"title": f"Weeks to {number}", "project_id": ids["project"], "type": "actual", "on": day,
                                       "amount": Decimal(round(2 * self.pace * RATE * self.price))})
        if number == BEGAN - 3:
            yield from self._grown(ids)
        if number in (BEGAN - 2, BEGAN - 1):
            yield from self._said(number, ids)

    def _long(self, number: int, day: date, ids: dict[str, int]) -> Iterator[Wish]:
        """The long task that goes beside the others: written of each week, or only by its hours, or no more."""
        quiet = day > self.today - 4 * WEEK
        if number >= BEGAN // 2 and not (quiet and (self.stopped or self.booked)):
            yield Change("task", (self.key("T", TASKS + 1),), {"status": "in progress", "progress": 2 * number})
        elif quiet and self.booked and not self.stopped:
            yield Create("timeentry", {"person_id": ids["manager"], "project_id": ids["project"], "task_id": ids["last task"], "on": day, "hours": 4})

    def _grown(self, ids: dict[str, int]) -> Iterator[Wish]:
        new = {"project_id": ids["project"], "owner_id": ids["manager"], "due": self.finish}
        yield Change("benefit", (self.key("BN", 1),), {"forecast": Decimal(round(100_000 * (1 - self.fallen)))})
        draw = self.chance.random()
        if draw < 0.2:  # noqa: PLR2004 - creeps
            self.truth.add("swelling")
            yield from (Create("task", {**new, "title": f"More {n}", "hours": 40.0}) for n in range(self.chance.randrange(4, 9)))
        elif draw < 0.35:  # noqa: PLR2004 - a little
            yield Create("task", {**new, "title": "One more", "hours": 8.0})
        elif draw < 0.5:  # noqa: PLR2004 - parts of what was planned
            yield from (Create("task", {**new, "title": f"Part {n}", "hours": 12.0, "parent_id": ids["last task"]}) for n in range(4))

    def _said(self, number: int, ids: dict[str, int]) -> Iterator[Wish]:
        said = [self.chance.choice(GOOD) for _ in range(2)]
        if number == BEGAN - 1 and self.happens(0.3):
            self.truth.add("hearing trouble")
            said.append(self.chance.choice(BAD))
        about = self.key("T", TASKS)
        yield from (Create("comment", {"text": text, "about": about, "author_id": ids["manager"], "project_id": ids["project"]}) for text in said)


def lived(database: Database, now: datetime, projects: int, seed: int = 11) -> list[Life]:
    """Fill a migrated, empty database with so many lives, each week one change of all; returns them with their truth."""
    lives = [Life(n + 1, Random(seed * 10_000 + n), now.date()) for n in range(projects)]  # noqa: S311 - believable, not secret
    began = now - BEGAN * WEEK
    people = [Create("person", {"name": f"Person {n}", "email": f"p{n}@office.example", "role": "project manager" if n % TEAM == 0 else "member",
                                "weekly_hours": round(lives[n // TEAM].pace / TEAM / 0.85, 1)}) for n in range(projects * TEAM)]
    _write(database, people, began)
    for n, life in enumerate(lives):
        _write(database, list(life.born(1 + n * TEAM)), began)
    for life in lives:
        _write(database, [Create("baseline", {"project_id": life.number})], began + timedelta(hours=1))
    for week in range(1, BEGAN + 1):
        moment = began + week * WEEK - timedelta(hours=1)
        wishes = [wish for life in lives for wish in life.week(week, {"project": life.number, "manager": 1 + (life.number - 1) * TEAM,
                                                                     "last task": life.number * (TASKS + 1)})]
        _write(database, wishes, moment)
    return lives


def _write(database: Database, wishes: Sequence[Wish], moment: datetime) -> None:
    with database.writing() as tx:
        proposal = Proposal(tuple(wishes), imports="histories")
        changing.apply(tx, sample.OFFICE, planning.plan(tx, sample.OFFICE, proposal, moment.date()), moment)
