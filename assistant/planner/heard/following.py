"""What was talked about: what “it”, “them”, “its CPI” and “the first one” refer to, read off the turns of the thread."""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
import re
from typing import Any, Protocol

from assistant.planner.heard.hearing import KEY, Heard
from assistant.planner.heard.topmost import topmost
from assistant.planner.words.lexicon import CODES
from language.names import find_names
from records.kinds import KINDS, Project
from records.kinds.base import fields

A_TIME = r"(?! (?:week|month|quarter|year|morning|afternoon|evening|sprint|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday|weekend)\b)"
IT = re.compile(rf"\b(?:it|its|that{A_TIME}|this{A_TIME}|them|those|these|that one|this one|the same|both|all of them|they)\b")
DESCRIBED = re.compile(r"\b(?:the|that|this|our)\s+(?:(?!of\b|the\b|for\b|on\b|in\b|to\b)[\w'’-]+\s+){1,5}$", re.I)
OF_SAME = re.compile(r"^(?:(?:please|pls|can you|could you|ok|so|now|also)\s+)*"
                     r"(?:move|push|put|set|give|hand|assign|close|reopen|start|finish|cancel|mark|shift|postpone|reschedule|bring|take) "
                     r"the (?!other\b|first\b|last\b|second\b)[\w' -]{4,60}? (?:to|by|for|until|as|on|from|back|forward)\b.* "
                     r"and (?:then |also |please )*\w+ (?:it|that)\b")
MANY = re.compile(r"\b(?:them|those|these|both|all of them|all|they)\b")
RECORD = re.compile(rf"^(?P<project>[A-Z][A-Z0-9-]*?)-(?:{CODES})-\d+$")
INSIDE = re.compile(rf"^(?:{'|'.join(k.kind.code for k in KINDS if k.kind.within not in (None, 'id') and k.kind.code)})-\d+$")
KEYED_THERE = re.compile(rf"(?P<key>{KEY.pattern}) (?:on|of|in|from|at) (?:the )?(?:project )?(?P<home>[\w-]+)", re.I)
FEW = 10                                        # turns of a conversation in which a project that was named once is still the one talked of


class Earlier(Protocol):
    """An earlier turn, as the assistant keeps it."""

    @property
    def question(self) -> str: ...
    @property
    def answer(self) -> str: ...
    @property
    def calls(self) -> Sequence[Any]: ...
    @property
    def keys(self) -> Sequence[str]: ...
    @property
    def state(self) -> str: ...
    @property
    def failed(self) -> bool: ...
    @property
    def named(self) -> Sequence[tuple[str, str]]: ...
    @property
    def wish(self) -> str: ...


@dataclass(frozen=True)
class Context:
    """The thread so far, oldest first."""
    past: Sequence[Earlier]
    projects: Mapping[str, str]

    @cached_property
    def project(self) -> str | None:
        """The project talked about last: named in a call, or whose records were shown."""
        for turn in reversed(self.past):
            for call in reversed(turn.calls):
                named = call.said.get("project") or _inner(call.said, "project") or self._home(call.said)
                if isinstance(named, str) and (named.upper() in self.projects.values() or named.startswith("the ")):
                    return named
            shown = {m["project"] if (m := RECORD.match(key)) else key for key in turn.keys} & set(self.projects.values())
            if shown:
                return shown.pop() if len(shown) == 1 else next((key for key in (topmost(turn),) if key in shown), None)
        return None

    def _home(self, said: Mapping[str, Any]) -> str | None:
        """The one project whose records a call names by their keys."""
        keys = str(said.get("record") or _inner(said, "key") or "").upper().split(",")
        homes = {m["project"] if (m := RECORD.match(key.strip())) else key.partition("@")[2].strip() for key in keys}
        return homes.pop() if len(homes) == 1 else None

    @cached_property
    def it(self) -> str | None:
        """The one record, or else project, that the last turn was about; None when it showed several."""
        turn = next((t for t in reversed(self.past) if t.state or t.keys or told_of(t)), None)
        if turn is None:
            return None
        if turn.failed and not turn.keys:
            return self.called(told_of(turn))
        keys = [k for k in turn.keys if RECORD.match(k)]
        said = turn.calls[-1].said if turn.calls else {}
        single = said.get("record") or _inner(said, "key")
        if isinstance(single, str) and "," not in single:
            single = single.partition("@")[0]
            return next((k for k in keys if k.endswith(single.upper())), single)
        if isinstance(said.get("project"), str) and not turn.state:
            return str(said["project"])
        shown = keys or (list(turn.keys) if isinstance(said.get("where"), Mapping) else [])
        return shown[0] if len(shown) == 1 else topmost(turn) or None

    def called(self, title: str) -> str:
        """The key of what was shown before with this title, or else the title itself."""
        low = title.lower()
        return next((key for t in reversed(self.past) for key, name in t.named if low and low == name.lower()), title)

    @cached_property
    def is_guess(self) -> bool:
        """Whether the last message led to nothing and named no record, so that “it” is what was shown before that."""
        last = self.past[-1] if self.past else None
        return last is not None and bool(last.question) and not (last.state or last.keys or told_of(last)) and (last.failed or not last.calls)

    @cached_property
    def them(self) -> tuple[str, ...]:
        """The keys of the records that the last answer listed."""
        turn = next((t for t in reversed(self.past) if any(RECORD.match(k) for k in t.keys)), None)
        if turn is None or _tells(turn):
            return ()
        return tuple(k for k in turn.keys if RECORD.match(k))

    @cached_property
    def listed(self) -> tuple[str, ...]:
        """The keys of the last list of several records, whatever single one was looked at since."""
        turn = next((t for t in reversed(self.past) if len([k for k in t.keys if RECORD.match(k)]) > 1 and not _tells(t)), None)
        return tuple(k for k in turn.keys if RECORD.match(k)) if turn else self.them

    def rows(self, noun: str = "") -> tuple[str, ...]:
        """The keys of the last list of several records, or else projects, that one may be counted out of; of one kind where its name is said."""
        def of(turn: Earlier) -> list[str]:
            shown = list(turn.keys) if not _tells(turn) else [k for k, _ in turn.named] if len(turn.calls) > 1 else []
            return [k for k in shown if RECORD.match(k)] or [k for k in shown if k in self.projects.values()]
        rows = next((keys for t in reversed(self.past) if t.question and len(keys := of(t)) > 1), []) or list(self.listed)
        codes = {k.kind.code for k in KINDS if noun == k.kind.one}
        return tuple(key for key in rows if not noun or (code_of(key) if RECORD.match(key) else Project.kind.code) in codes)

    @cached_property
    def pending(self) -> Any | None:
        """The call whose preview still waits for a yes, if the last turn left one; what was refused or only talked about since does not count."""
        last = next((t for t in reversed(self.past) if t.state or t.keys or any(not _changes(c.said) for c in t.calls)), None)
        return last.calls[-1] if last and last.state == "pending" and last.calls else None

    @cached_property
    def wish(self) -> str:
        """The title of the change that was proposed last and has no answer yet."""
        return next((turn.wish for turn in reversed(self.past) if turn.state == "pending"), "")

    @cached_property
    def waiting(self) -> tuple[Any, ...]:
        """All calls whose preview still waits for a yes; several are one preview together."""
        turn = next((t for t in reversed(self.past) if t.state == "pending"), None) if self.pending else None
        return tuple(c for c in turn.calls if _changes(c.said)) if turn else ()

    @property
    def figure(self) -> str | None:
        """The figure that the last turn was about."""
        call = self.last_call
        said = call.said.get("figure") if call else None
        return said if isinstance(said, str) else None

    @cached_property
    def last_call(self) -> Any | None:
        """The call that was made last; one that failed changes nothing of what is talked about, unless it asked for what it lacked."""
        return next((c for n, t in enumerate(reversed(self.past)) if not t.failed or (n == 0 and _asks(t)) for c in reversed(t.calls)), None)

    @cached_property
    def sole(self) -> str | None:
        """The one project that the person named in this conversation, in several messages or in the last one; None where they named none, or others too."""
        named = [{str(s.value) for s in find_names(t.question, self.projects)} |
                 {m["project"] for k in KEY.finditer(t.question) if (m := RECORD.match(k[0].upper()))} for t in self.past]
        every = set[str]().union(*named) & set(self.projects.values())
        return every.pop() if len(every) == 1 and (len([n for n in named if n]) > 1 or any(named[-FEW:])) else None

    @cached_property
    def last_calls(self) -> tuple[Any, ...]:
        """All calls of the turn whose last one is the last call."""
        return next((tuple(t.calls) for t in reversed(self.past) if self.last_call is not None and self.last_call in t.calls), ())

    def meant(self, heard: Heard) -> tuple[str, ...]:
        """The records that “it” or “them” stands for in what is said."""
        if not IT.search(heard.plain) or _is_of_one_before(heard):
            return ()
        if MANY.search(heard.plain) and self.them:
            return _of_one_kind(self.them)
        return (self.it,) if self.it else ()


def _is_of_one_before(heard: Heard) -> bool:
    """Whether what is described before “it” is what that stands for: “close the label issue, new firmware fixed it”, “move the training and give it to Dev”."""
    if OF_SAME.match(heard.plain):
        return True
    described = [s for s in heard.of("KIND") if not heard.said(s).lower().endswith("s") and DESCRIBED.search(heard.text[:s.start])]
    return bool(described) and re.search(r"\bit\b", heard.text[:described[0].start]) is None


def in_project(text: str, projects: Mapping[str, str]) -> str:
    """A short key beside the one project that is named is of that project: “T-17 is done on Apollo”."""
    text = KEYED_THERE.sub(lambda m: _homed(m, projects), text)
    keys = [m[0] for m in KEY.finditer(text)]
    named = {str(s.value) for s in find_names(text, projects)}
    if len(named) != 1 or not keys or ":" in text or any(not INSIDE.match(k.upper()) for k in keys):
        return text
    return KEY.sub(lambda m: f"{next(iter(named))}-{m[0].upper()}", text)


def _homed(m: re.Match[str], projects: Mapping[str, str]) -> str:
    """ "T-6 on Apollo" as APOLLO-T-6; what is no short key, or no one project, stays."""
    found = list(find_names(m["home"], projects))
    return f"{found[0].value}-{m['key'].upper()}" if len(found) == 1 and INSIDE.match(m["key"].upper()) else m[0]


def at_home(text: str) -> str:
    """Short keys beside the full key of one project are of that project: “APOLLO-T-9 waits for T-6”."""
    full = {m["project"] for key in KEY.finditer(text) if (m := RECORD.match(key[0].upper()))}
    if len(full) != 1:
        return text
    home = next(iter(full))
    return KEY.sub(lambda m: m[0] if RECORD.match(m[0].upper()) or not INSIDE.match(m[0].upper()) else f"{home}-{m[0].upper()}", text)


def lodged(said: Mapping[str, Any], project: str | None) -> Mapping[str, Any]:
    """A call's short keys with the project that is talked about, which settles whose they are when several have one: T-9 becomes T-9@CORVUS."""
    if project is None or project.startswith("the "):
        return said
    return {n: _lodged(v, project) for n, v in said.items()}


def _lodged(said: Any, project: str) -> Any:
    if isinstance(said, Mapping):
        return {n: _lodged(v, project) for n, v in said.items()}
    if not isinstance(said, str) or not all(INSIDE.match(p.strip().upper()) for p in said.split(",")):
        return said
    return ", ".join(f"{p.strip()}@{project}" for p in said.split(","))


def code_of(key: str) -> str:
    """The code of the kind of a record, out of its key."""
    return key.rsplit("-", 2)[-2]


def _of_one_kind(keys: Sequence[str]) -> tuple[str, ...]:
    """The records that are of the same kind as the first, where several kinds were shown."""
    return tuple(key for key in keys if code_of(key) == code_of(keys[0]))


def told_of(turn: Earlier) -> str:
    """The record that a message named whose tool could not do what was asked, by its key or title; "" where it named none."""
    said = turn.calls[-1].said if turn.failed and turn.calls else {}
    values = said.get("values")
    one = said.get("record") or _inner({n: v for n, v in said.items() if n != "values"}, "key") or ""
    if not one and isinstance(values, Mapping):
        kind = next((k for k in KINDS if k.kind.one == said.get("kind")), None)
        refers = {f.label for f in fields(kind) if f.refers and f.refers not in ("project", "person")} if kind else set()
        one = next((str(v) for n, v in values.items() if n in refers), "")
    return one if isinstance(one, str) and "," not in one else ""


def _asks(turn: Earlier) -> bool:
    """Whether an answer asks for what is lacking, so that the next message may say it."""
    told = re.sub(r"“[^”]*”", "", turn.answer.replace("\\", ""))
    return "?" in told or re.match(r"\W*Say\b", told) is not None


def _tells(turn: Earlier) -> bool:
    """Whether a turn told of a figure, a document or a project, and what it showed is no list to count in."""
    return bool(turn.calls) and any(name in turn.calls[-1].said for name in ("figure", "question", "project"))


def _changes(said: Mapping[str, Any]) -> bool:
    return isinstance(said.get("values"), Mapping)


def _inner(said: Mapping[str, Any], name: str) -> str | None:
    return next((str(part[name]) for part in _parts(said) if isinstance(part.get(name), str)), None)


def _parts(said: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    return (part for part in said.values() if isinstance(part, Mapping))
