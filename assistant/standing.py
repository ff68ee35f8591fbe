"""What is asked for once and comes again: “send me the Apollo report every Monday 8:00”, “save this question as Monday numbers”, “run my Monday numbers”.

Read by strict code, with or without a model; what it does not read whole goes on as it was said.
"""
import asyncio
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from datetime import date
import re

from assistant.calling import Call, Caller, Past, Planned, Speaker, Told, Turn, tool_named
from assistant.messages import Say, unheard
from assistant.reporting.attaching import Attaching
from assistant.reporting.rewording import Rewording
from assistant.schedules.planned import PlannedSchedules
from language.cleaning import folded
from language.hours import read_hour
from language.recurrence import Repetition, find_recurrences
from records import planning
from records.database import Database
from records.kinds import Person, Project, SavedQuestion, Schedule
from records.proposals import Change, Proposal
from records.query import Query, Where
from records.reading import Reader
from reports.blocks import Text
from tools.base import Result

POLITE = re.compile(r"(?:(?:please|can you|could you|would you|i want you to|i would like you to)\W+)+", re.I)
SENDS = re.compile(r"(?:(?P<verb>send|e-?mail|mail|post|deliver|give|show|tell|get|schedule|ask|run|repeat)\s+)?(?P<me>(?:me|us)\s+)?(?P<what>.+?)"
                   r"(?:\s+as\s+(?:an?\s+)?(?P<format>pdf|powerpoint|pptx|word|docx|excel|xlsx|html|markdown))?", re.I)
TO = re.compile(r"\s+(?:(?:to|in|into|on)\s+(?:the\s+)?(?:(?P<channel>#[\w-]+)|(?P<named>[\w-]+)\s+channel|(?:channel|slack channel)\s+(?P<called>[\w-]+)|"
                r"(?P<email>[^\s@]+@[^\s@]+\.[^\s@]+)|(?P<me>me|us)|(?P<person>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*))|"
                r"(?P<mail>(?:by|via|to my)\s+(?:e-?mail|mail|inbox)))$")
FOR = re.compile(r"\s+for\s+(?P<person>[\w’'-]+(?:\s+[\w’'-]+)?)$")
ASKS, STANDS_FOR = ("ask", "run", "repeat"), "zqz"
SCHEDULE = re.compile(r"SE-\d+")
WHO = re.compile(r"(?P<person>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?)\s+(?=the |a |an |our |my )")
WHOLE = re.compile(r"(?:the |a |our |my )?(?:whole )?portfolio(?:['’]s)?(?: summary| report| overview| status)?", re.I)
OF_ONE = re.compile(r"(?:the |a |an |our |my )?(?:(?P<before>.+?)(?:['’]s)?\s+(?:status\s+)?(?:report|status)|"
                    r"(?:status\s+)?(?:report|status)\s+(?:of|on|for|about)\s+(?P<behind>.+))", re.I)
ASKING = re.compile(r"(?:what|which|who|how|when|where|whether|list)\b.+", re.I)
SAVE = r"(?:save|keep|remember|store)\s+"
SHARED = r"(?:\s+(?:and\s+share\s+it\s+)?(?:with|for)\s+(?:the\s+)?(?:project\s+)?(?P<project>[\w-]+)(?:\s+project)?)?\W*"
SAYING = re.compile(rf"{SAVE}(?:(?:this|that|the|my|a)\s+)?question\s*"
                    rf"(?:[“\"'](?P<q>[^“”\"]+)[”\"']|:\s*(?P<r>.+?)|\s(?P<t>(?:what|which|who|how|when|"
                    rf"where|show|list|top)\b.+?))\s+(?:as|under|called|named)\s+"
                    rf"[“\"']?(?P<name>.+?)[”\"']?{SHARED}", re.I)
NAMING = re.compile(rf"{SAVE}(?:(?:this|that|the|my|a)\s+)?question\s+(?:as|under|called|named)\s+[“\"']?(?P<name>[^:“”\"]{{1,100}}?)[”\"']?"
                    rf"(?:\s+(?:and\s+share\s+it\s+)?(?:with|for)\s+(?P<project>[\w-]+))?\s*:\s*[“\"']?(?P<q>[^\n]+?)[”\"']?\W*", re.I)
SAVES = re.compile(rf"{SAVE}(?:this|that|the|my)(?:\s+last)?\s+question(?:\s+(?:as|under|called|named))?\s*[“\"']?(?P<name>[^“”\":]*?)[”\"']?{SHARED}", re.I)
RUNS = re.compile(r"(?:run|ask|do|repeat|show|give|get|tell)\s+(?:me\s+)?(?:again\s+)?(?:my |our |the )?(?:saved question\s+)?"
                  r"[“\"']?(?P<name>.+?)[”\"']?(?:\s+again)?\W*", re.I)
HALTS = re.compile(r"(?:stop|pause|suspend|quit|end|cancel|turn off|switch off)\s+(?:(?:that|this|the|my|our)\s+)?(?:schedule|subscription|"
                   r"scheduled report)(?:\s+(?P<key>SE-\d+))?|(?:stop|end|cancel|turn off|switch off)\s+(?P<bare>SE-\d+)", re.I)
HOUR = re.compile(r"(?:change|set|move|put)\s+(?:the\s+)?(?:hour|time)\s+(?:of|for)\s+(?:(?:the|my)\s+)?(?:schedule\s+)?(?P<key>SE-\d+)\s+"
                  r"to\s+(?P<at>.+)", re.I)
STOPS = re.compile(r"(?:stop|pause|suspend|quit)\s+(?:sending|mailing|e-?mailing|posting|giving|telling|showing)\s+(?:me\s+|us\s+)?(?P<what>.+)", re.I)
WHICH_SCHEDULE = "Which schedule do you mean? Say its key, such as “pause SE-1”; “show my schedules” lists them."
BACK = "“{title}” asks: {question}"
NONE = "There is no question here yet that I could save. Ask it first, then say “save this question as …”."
LONGEST = 60


class Standing:
    """Wraps a speaker."""

    def __init__(self, speaker: Speaker, caller: Caller) -> None:
        self._speaker, self._caller = Rewording(PlannedSchedules(Attaching(speaker, caller), caller), caller.database), caller

    async def turn(self, asked: str, turn: Turn, say: Say = unheard) -> Told:
        said = POLITE.sub("", asked.strip(), count=1).rstrip(" .!?") if POLITE.match(asked.strip()) else asked.strip().rstrip(" .!?")
        told = await self._of_questions(said, turn, say) or await self._of_schedules(said, turn, say)
        return told or await self._speaker.turn(asked, turn, say)

    async def _of_questions(self, said: str, turn: Turn, say: Say) -> Told | None:
        """A question that is saved, or asked again by its name."""
        if m := NAMING.fullmatch(said) or SAYING.fullmatch(said):
            return await self._kept(m["name"].strip(), next(q for n in ("q", "r", "t") if (q := m.groupdict().get(n))).strip(), m["project"], turn)
        if m := SAVES.fullmatch(said):
            return await self._saved(m, turn)
        if (m := RUNS.fullmatch(said)) and (kept := await asyncio.to_thread(named, self._caller.database, turn, m["name"])):
            told = await self._speaker.turn(kept.question, turn, say)
            return replace(told, blocks=(*told.blocks, Text(BACK.format(title=kept.title, question=kept.question))))
        return None

    async def _of_schedules(self, said: str, turn: Turn, say: Say) -> Told | None:
        """A schedule that is made, stopped, or gets another hour."""
        if m := HALTS.fullmatch(said):
            key = m["key"] or m["bare"] or await asyncio.to_thread(self._meant, turn)
            return await self._speaker.turn(f"pause {key}", turn, say) if key else Told(WHICH_SCHEDULE, error=WHICH_SCHEDULE)
        if (m := HOUR.fullmatch(said)) and (hour := read_hour(m["at"])):
            return await self._set("schedule", m["key"], {"at": f"{hour[0]:02}:{hour[1]:02}"}, turn)
        if (m := STOPS.fullmatch(said)) and (stopping := await asyncio.to_thread(self._stopping, m["what"], turn)):
            return Told("", (), stopping)
        return await self._sent(said, turn)

    async def _sent(self, said: str, turn: Turn) -> Told | None:
        people = {folded(n) for name in turn.names.get("person", {}) for n in (name, name.split()[0])}
        values = sends(said, turn.now.date(), await asyncio.to_thread(self._titles, turn), people)
        kept = await asyncio.to_thread(named, self._caller.database, turn, values.get("question", ""))
        if not values or (values["what"] == "question" and not kept and not ASKING.fullmatch(values["question"])):
            return None
        more = {"question": kept.title} if kept else {}
        if "email" in values and not await asyncio.to_thread(self._is_known, turn, values["email"]):
            more["mode"] = "draft first"
        return await self._made("schedule", {**values, **more}, turn)

    def _is_known(self, turn: Turn, email: str) -> bool:
        with self._caller.database.reading() as session:
            return bool(Reader(session, turn.asker).count(Query(Person, (Where("email", "is", email.lower()),))))

    def _stopping(self, what: str, turn: Turn) -> Planned | None:
        """The asker's own schedules of this content, paused; None where there is none."""
        wanted = _content(TO.sub("", what))
        with self._caller.database.reading() as session:
            reader = Reader(session, turn.asker)
            mine = reader.find(Query(Schedule, (Where("owner_id", "is", turn.asker.person), Where("status", "is", "on")), limit=None))
            names = {p.id: {folded(p.key), folded(p.name)} for p in reader.find(Query(Project, limit=None))} if mine else {}
            keys = tuple(s.key for s in mine if s.what == wanted["what"] and (
                s.what == "portfolio" or folded(wanted.get("project", "")) in names.get(s.project_id, ()) or (
                    s.what == "question" and folded(s.question) == folded(wanted["question"].removeprefix("my ")))))
            if not keys:
                return None
            wish = Proposal((Change("schedule", keys, {"status": "paused"}),))
            return Planned(wish, planning.plan(session, turn.asker, wish, turn.now.date()))

    def _meant(self, turn: Turn) -> str:
        """The schedule that was spoken of last, else the only one of the asker's that is on."""
        past = turn.past if turn.whole_past is None else turn.whole_past
        if (shown := next((ks for p in reversed(past) if (ks := [k for k in p.keys if SCHEDULE.fullmatch(k)])), None)) is not None:
            return shown[0] if len(shown) == 1 else ""
        with self._caller.database.reading() as session:
            mine = Reader(session, turn.asker).find(Query(Schedule, (Where("owner_id", "is", turn.asker.person), Where("status", "is", "on")), limit=2))
        return mine[0].key if len(mine) == 1 else ""

    def _titles(self, turn: Turn) -> tuple[str, ...]:
        """What the saved questions are called that the asker may see, the longest first."""
        with self._caller.database.reading() as session:
            return tuple(sorted((q.title for q in Reader(session, turn.asker).find(Query(SavedQuestion, limit=None))), key=len, reverse=True))

    async def _saved(self, m: "re.Match[str]", turn: Turn) -> Told:
        past = turn.past if turn.whole_past is None else turn.whole_past
        last = next((p.question for p in reversed(past) if _asks(p)), "")
        if not last:
            return Told(NONE, error=NONE)
        return await self._kept(m["name"].strip() or (last if len(last) <= LONGEST else f"{last[:LONGEST - 1].rstrip()}…"), last, m["project"], turn)

    async def _kept(self, name: str, question: str, project: str | None, turn: Turn) -> Told:
        return await self._made("saved question", {"title": name, "question": question, **({"project": project} if project else {})}, turn)

    async def _made(self, kind: str, values: Mapping[str, str], turn: Turn) -> Told:
        return await self._called("create_record", {"kind": kind, "values": dict(values)}, turn)

    async def _set(self, kind: str, key: str, values: Mapping[str, str], turn: Turn) -> Told:
        return await self._called("change_records", {"kind": kind, "where": {"key": key.upper()}, "values": dict(values)}, turn)

    async def _called(self, tool: str, said: Mapping[str, object], turn: Turn) -> Told:
        made = await asyncio.to_thread(self._caller.call, tool_named(tool), said, turn)
        if isinstance(made, Result):
            return Told("", made.blocks)
        assert isinstance(made, Planned)  # noqa: S101 - a tool makes one or the other
        return Told("", (), made, (Call(tool, dict(said)),))              # kept, so that what waits can be corrected: “make it Thursdays”


def named(database: Database, turn: Turn, said: str) -> SavedQuestion | None:
    """The saved question of this name that the asker may see, their own before those shared with them."""
    wanted = folded(re.sub(r"^(?:my|our|the)\s+", "", said.strip(), flags=re.I))
    if not wanted:
        return None
    with database.reading() as session:
        found = [q for q in Reader(session, turn.asker).find(Query(SavedQuestion, limit=None)) if folded(q.title) == wanted]
    return min(found, key=lambda q: (q.owner_id != turn.asker.person, q.id or 0), default=None)


def _asks(past: Past) -> bool:
    """Whether a turn was a question that something was shown for: no order, no click, no answer to what was asked back."""
    return bool(past.question and past.calls and not past.state and not any(tool_named(c.tool).proposes for c in past.calls)
                and not past.question.startswith("("))


def sends(said: str, today: date, titles: Sequence[str] = (), people: Container[str] = ()) -> dict[str, str]:
    """The values of the schedule that a sentence asks for, in its own words; empty when it asks for none, or not plainly.
    `titles` are the names of saved questions, in which nothing repeats; `people` whom something may be for."""
    if (title := next((t for t in titles if re.search(rf"(?<!\w){re.escape(t)}(?!\w)", said, re.I)), None)) is not None:
        found = sends(re.sub(re.escape(title), STANDS_FOR, said, count=1, flags=re.I), today, (), people)
        return {n: v.replace(STANDS_FOR, title) for n, v in found.items()}
    spans = list(find_recurrences(said, today))
    if len(spans) != 1 or not isinstance(spans[0].value, Repetition) or spans[0].value.unless:
        return {}
    often = said[spans[0].start:spans[0].end].strip()
    rest = re.sub(r"\s+", " ", f"{said[:spans[0].start]} {said[spans[0].end:]}").strip(" ,")
    m = SENDS.fullmatch(rest)
    if m is None:
        return {}
    what, place = m["what"], dict[str, str]()
    while led := TO.search(what):
        what, place = what[:led.start()], {**_place(led), **place}
    if (led := FOR.search(what)) and folded(led["person"]) in people:
        what, place = what[:led.start()], {"person": led["person"], **place}
    if not m["me"] and (who := WHO.match(what)):
        what, place = what[who.end():], {"person": who["person"], **place}
    verb = (m["verb"] or "").lower().replace("-", "")
    if verb in ("email", "mail") and not place.keys() & {"email", "channel"}:
        place["by"] = "e-mail"
    content = _content(what) if verb != "ask" else {"what": "question", "question": what.strip()}
    values = {"often": often, **content, **place}
    is_plain = bool(verb and (values["what"] != "question" or m["me"] or place or verb in ASKS)) or (values["what"] != "question" and bool(place))
    return {**values, **({"format": m["format"]} if m["format"] else {})} if is_plain else {}


def _content(what: str) -> dict[str, str]:
    if WHOLE.fullmatch(what.strip()):
        return {"what": "portfolio"}
    if (m := OF_ONE.fullmatch(what.strip())) and not ASKING.fullmatch(what.strip()):
        return {"what": "report", "project": (m["before"] or m["behind"]).strip()}
    return {"what": "question", "question": what.strip()}


def _place(led: "re.Match[str]") -> dict[str, str]:
    """Where it goes, by one of the ways to say so."""
    if channel := led["channel"] or led["named"] or led["called"]:
        return {"channel": f"#{channel.lstrip('#').lower()}"}
    return {"email": led["email"]} if led["email"] else {"by": "e-mail"} if led["mail"] else {"person": led["person"]} if led["person"] else {}
