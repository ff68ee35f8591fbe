"""`python -m benchmarks.planner FILE`: what the planner makes of each line of {"id", "text", "thread"?, "as"?}, without any model.

Writes {"id", "tools": up to three, best first, "slots": of the first one, "proposal": null or as in --json, "asks": whether it asks back or declines}.
Lines of one thread follow each other; each thread has a fresh sample company. `--score` compares with what the lines themselves want; see `scoring`.
"""
import argparse
import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
import json
from pathlib import Path
import shutil
import sys
from tempfile import TemporaryDirectory
from time import thread_time
from typing import Any

from assistant import bootstrap, keeping
from assistant.assistant import NAMED, Assistant
from assistant.messages import Answer, Question, as_json
from assistant.operating.memory import settle
from assistant.own_projects import OwnProjects
from assistant.planner.heard.following import told_of
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.offline import heard_as, ready
from assistant.planner.planning import Planner
from assistant.settings import Settings
from assistant.spoken_of import Holding, Titles
from assistant.standing import sends
from benchmarks import scoring
from benchmarks.measuring import spread_of
from benchmarks.resolving import resolved
from records import credentials
from records.database import Database
from records.reading import Reader
from tools import TOOLS
from tools.base import offered
from tools.desk import Desk

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
MOST, MANY = 3, 1000
BY_NAME = {t.name: t for t in TOOLS}


@dataclass(frozen=True)
class Office:
    """One copy of the sample company."""
    settings: Settings
    assistant: Assistant
    database: Database

    @classmethod
    def of(cls, home: Path) -> "Office":
        settings = Settings(_env_file=None, home=home, now=NOW)  # type: ignore[call-arg]
        return cls(settings, bootstrap.assistant(settings), Database(settings.url))

    def person(self, said: str) -> str:
        return said if "@" in said else bootstrap.upkeep(self.settings).person(said)


def run(rows: Sequence[Mapping[str, Any]], took: list[float]) -> Iterator[dict[str, Any]]:
    """Answer the lines thread by thread; lines without a thread are each their own."""
    planner = Planner(TOOLS)
    ready()
    settle()                                             # as in a server
    with TemporaryDirectory(prefix="pmo-planner-") as made:
        folder = Path(made)
        fresh = template(folder / "sample")
        shared = Office.of(fresh)                       # one line alone can confirm nothing, so that its company stays fresh
        for thread, lines in _threads(rows).items():
            home = Path(shutil.copytree(fresh, folder / "home")) if len(lines) > 1 else None
            office = Office.of(home) if home else shared
            for line in lines:
                yield _answered(office, planner, thread, line, took)
            if home:
                shutil.rmtree(home)


def template(home: Path) -> Path:
    settings = Settings(_env_file=None, home=home, now=NOW)  # type: ignore[call-arg]
    upkeep = bootstrap.upkeep(settings)
    upkeep.start()
    upkeep.sample()
    list(upkeep.handbook())
    return home


def _threads(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    found: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        found.setdefault(str(row.get("thread") or f"alone-{row['id']}"), []).append(row)
    return found


def _answered(office: Office, planner: Planner, thread: str, row: Mapping[str, Any], took: list[float]) -> dict[str, Any]:
    who, text = office.person(str(row.get("as") or "")), str(row["text"])
    with office.database.reading() as session:
        asker = credentials.asker(session, who)
        desk = Desk(asker, Reader(session, asker), NOW)
        names = {str(k.__tablename__): desk.names(k) for k in NAMED}
        past = keeping.past(session, asker, thread)
        titles = Titles(office.database, asker, text, NOW, told_of(past[-1]) if past else "")
        asked = Asked(names, NOW.date(), past, asker.name, dict(titles), tuple(OwnProjects(office.database, asker)), Holding(office.database, asker))
        may = [t.name for t in TOOLS if offered(t, asker)]
        begun = thread_time()
        plan = planner.plan(said := heard_as(text, desk.reader.own_words, NOW.date()), asked, may)
        took.append(thread_time() - begun)
        plan = _standing(text) or plan
        answer = asyncio.run(office.assistant.answer(Question(str(row["id"]), who, thread, text)))
        if answer.proposal and not any(BY_NAME[name].proposes for name, _ in plan.calls):
            plan = _ordered(planner, said, asked, may) or plan
        tools = list(dict.fromkeys((*_chosen(plan, planner, asked, may), *planner.likely(said, asked, may))))[:MOST]
        slots = resolved(BY_NAME[plan.calls[0][0]], plan.calls[0][1], desk) if plan.calls else {}
    return {"id": row["id"], "tools": tools, "slots": slots, "proposal": as_json(answer)["proposal"], "asks": _asks(plan, answer)}


def _standing(text: str) -> Plan | None:
    """What comes again of itself, which is read before any planner: a schedule."""
    values = sends(text.strip().rstrip(" .!?"), NOW.date())
    return Plan((("create_record", {"kind": "schedule", "values": values}),)) if values else None


def _ordered(planner: Planner, said: str, asked: Asked, may: Sequence[str]) -> Plan | None:
    """What is proposed once a condition is found to be so, which is only looked up before."""
    return next((then for count in (0, 1, MANY) if (then := planner.then(said, asked, may, count)) and then.calls), None)


def _chosen(plan: Plan, planner: Planner, asked: Asked, may: Sequence[str]) -> Iterator[str]:
    """The tools that are called, or those that the offered readings would call."""
    yield from (name for name, _ in plan.calls)
    for choice in plan.choices if not plan.calls else ():
        yield from (name for name, _ in planner.plan(choice, asked, may).calls)


def _asks(plan: Plan, answer: Answer) -> bool:
    """Whether nothing was done or shown but a question back, a refusal or a sentence."""
    return answer.proposal is None and (not plan.calls or answer.error is not None)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.planner", description="What the planner makes of each line.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--score", action="store_true", help="tell how many are right instead, by what each line wants")
    parser.add_argument("--show", action="store_true", help="with --score: the lines that went wrong, too")
    asked = parser.parse_args(arguments)
    rows = [json.loads(line) for line in asked.file.read_text("utf-8").splitlines() if line.strip()]
    took: list[float] = []
    made = []
    for answer in run(rows, took):
        made.append(answer)
        if not asked.score:
            print(json.dumps(answer, ensure_ascii=False), flush=True)
    if asked.score:
        print(scoring.report(rows, made, show=asked.show))
    speed = spread_of(took)
    print(f"{len(took)} messages planned: p50 {speed.p50:.2f} ms, p99 {speed.p99:.2f} ms", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
