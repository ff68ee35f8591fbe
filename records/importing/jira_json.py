"""Jira's JSON: the result of a search, with descriptions as documents (ADF) or text, links, sub-tasks, work logs and comments."""
from collections.abc import Iterator, Mapping
import re
from typing import Any

from records.importing.base import Read
from records.importing.jira import Board, Issue, Said, Sprint
from records.importing.text import plainly
from records.importing.vocabulary import Vocabulary
from records.importing.wanted import Wanted

# The numbers that Jira Cloud gives these fields unless somebody made them anew; a file with `names` tells its own.
USUAL = {"customfield_10014": "epic link", "customfield_10015": "start date", "customfield_10016": "story point estimate",
         "customfield_10026": "story points", "customfield_10020": "sprint"}
WAITS = re.compile(r"blocked by|depends on|preceded by|done after|waits for", re.I)
HOLDS = re.compile(r"\bblocks\b|depended on|dependency for|precedes|done before", re.I)
GREENHOPPER = re.compile(r"(\w+)=([^,\]]*)")
DEEPEST = 60


def is_jira(said: Any) -> bool:
    """Whether JSON is a search result, a list of issues, or one issue."""
    return bool(_issues(said))


def read(said: Any, vocabulary: Vocabulary, wanted: Wanted) -> Read:
    """Read every issue with all it carries."""
    issues = _issues(said)
    names = {**USUAL, **(said.get("names") or {} if isinstance(said, dict) else {})}
    notes = []
    if isinstance(said, dict) and isinstance(total := said.get("total"), int) and total > len(issues):
        notes.append(f"The file holds {len(issues):,} of {total:,} issues: export the other pages too.")
    return Board((_issue(issue, names) for issue in issues), vocabulary, wanted).read(notes)


def _issues(said: Any) -> list[dict[str, Any]]:
    found = said.get("issues", [said]) if isinstance(said, dict) else said
    return [i for i in found if isinstance(i, dict) and isinstance(i.get("fields"), dict) and isinstance(i.get("key"), str)] if isinstance(found, list) else []


def _issue(issue: Mapping[str, Any], names: Mapping[str, str]) -> Issue:
    fields: Mapping[str, Any] = issue["fields"]
    named = {plainly(str(names.get(name, name))): value for name, value in fields.items() if value is not None}
    points = next((named[n] for n in ("story points", "story point estimate") if isinstance(named.get(n), (int, float))), None)
    times = {"estimate": _number(fields.get("timeoriginalestimate")), "remaining": _number(fields.get("timeestimate")), "points": points}
    status = _dict(fields.get("status"))
    return Issue(issue["key"], f"issue {issue['key']}", _text(fields.get("summary")), _name(fields.get("issuetype")), _name(status),
                 _name(status.get("statusCategory")), _name(fields.get("resolution")), _name(fields.get("priority")), _name(fields.get("project")),
                 _text(fields.get("description")), _person(fields.get("assignee")), _person(fields.get("reporter")), _parent(fields, named),
                 [*_list(fields.get("labels")), *(_name(c) for c in _list(fields.get("components")))],
                 [s for s in map(_sprint, _list(named.get("sprint"))) if s], list(_links(fields)),
                 [_comment(c) for c in _list(_dict(fields.get("comment")).get("comments"))],
                 [_work(w) for w in _list(_dict(fields.get("worklog")).get("worklogs"))],
                 {"due": _text(fields.get("duedate")), "start": _text(named.get("start date")), "created": _text(fields.get("created")),
                  "resolved": _text(fields.get("resolutiondate"))}, {n: float(v) for n, v in times.items() if v is not None},
                 {"acceptance": _text(named.get("acceptance criteria"))})


def _parent(fields: Mapping[str, Any], named: Mapping[str, Any]) -> str:
    epic = named.get("epic link")
    return str(_dict(fields.get("parent")).get("key") or (epic if isinstance(epic, str) else "") or "")


def _links(fields: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    for link in map(_dict, _list(fields.get("issuelinks"))):
        for side, words in (("inwardIssue", "inward"), ("outwardIssue", "outward")):
            other, phrase = _dict(link.get(side)).get("key"), _text(_dict(link.get("type")).get(words))
            if isinstance(other, str) and (WAITS.search(phrase) or HOLDS.search(phrase)):
                yield other, WAITS.search(phrase) is not None


def _sprint(said: Any) -> Sprint | None:
    """A sprint as an object, or as the text an older Jira writes."""
    known = said if isinstance(said, dict) else dict(GREENHOPPER.findall(said)) if isinstance(said, str) and "name=" in said else {"name": said}
    values = {k: "" if v in (None, "<null>") else str(v) for k, v in known.items()}
    return Sprint(values["name"], values.get("id", ""), values.get("startDate", ""), values.get("completeDate") or values.get("endDate", ""),
                  values.get("state", ""), values.get("goal", "")) if values.get("name") else None


def _comment(said: Any) -> Said:
    of = _dict(said)
    return Said(_person(of.get("author")), _text(of.get("created")), _text(of.get("body")), id=_text(of.get("id")))


def _work(said: Any) -> Said:
    of = _dict(said)
    return Said(_person(of.get("author")), _text(of.get("started")), _text(of.get("comment")), _number(of.get("timeSpentSeconds")) or 0, _text(of.get("id")))


def _person(said: Any) -> str:
    of = _dict(said)
    return _text(of.get("emailAddress")) or _text(of.get("displayName")) or _text(of.get("name"))


def _name(said: Any) -> str:
    of = _dict(said)
    return _text(of.get("name") or of.get("value") or of.get("key"))


def _dict(said: Any) -> Mapping[str, Any]:
    return said if isinstance(said, dict) else {}


def _list(said: Any) -> list[Any]:
    return said if isinstance(said, list) else []


def _number(said: Any) -> float | None:
    return float(said) if isinstance(said, (int, float)) and not isinstance(said, bool) else None


def _text(said: Any) -> str:
    """Plain text of a string, or of a document in Atlassian's format."""
    if isinstance(said, dict):
        return re.sub(r"\n{3,}", "\n\n", "".join(_document(said, 0))).strip()
    return "" if said is None else str(said)


def _document(node: Any, depth: int) -> Iterator[str]:
    if not isinstance(node, dict) or depth > DEEPEST:
        return
    kind, of = node.get("type"), _dict(node.get("attrs"))
    before = {"listItem": "- ", "hardBreak": "\n", "rule": "---\n", "tableCell": " | ", "tableHeader": " | "}.get(str(kind), "")
    yield before + _text_of(node, of)
    for child in _list(node.get("content")):
        yield from _document(child, depth + 1)
    yield "\n" if kind in ("paragraph", "heading", "codeBlock", "tableRow", "blockquote") else ""


def _text_of(node: Mapping[str, Any], of: Mapping[str, Any]) -> str:
    """The words of one node itself: its text, whom it mentions, where its link leads."""
    link = next((str(_dict(m.get("attrs")).get("href", "")) for m in map(_dict, _list(node.get("marks"))) if m.get("type") == "link"), "")
    words = str(node.get("text") or of.get("text") or of.get("shortName") or of.get("url") or "")
    return f"{words} ({link})" if link and link != words else words
