"""Who looks after the sample's documents, and which stand on a shelf of their own: what files do not say of themselves. And what was read of them already."""
from collections.abc import Iterator, Mapping
import json

from knowledge.formats.base import Parsed
from knowledge.formats.wire import packed, unpacked
from knowledge.intake import SPACE
from knowledge.sample import HERE
from records.kinds import Document, Person, Project, Space
from records.proposals import Change, Create, Wish
from records.query import Query, Where
from records.reading import Reader

READ = HERE / "read.json"
OFFICE = "Paula Adler"
OWNERS = {"Benefits Guide": "Victor Lang", "Portfolio Board Charter": "Elena Marsh", "Zephyr Partner Talks": "Elena Marsh"}
TYPES = {"Earned Value in Eight Slides": "training", "Reporting calendar": "method", "Risk entry template": "template", "Roles and raci": "method"}
PAPERS, PROJECT, KEPT = "Zephyr papers", "ZEPHYR", "Zephyr Partner Talks"


def read() -> Mapping[str, Parsed]:
    """What the readers made of the sample's files, by the marks of their content: a start need not read them again."""
    return {mark: unpacked(json.dumps(parsed).encode()) for mark, parsed in json.loads(READ.read_text("utf-8")).items()}


def write(files: Mapping[str, Parsed]) -> None:
    READ.write_text(json.dumps({mark: json.loads(packed(parsed)) for mark, parsed in sorted(files.items())}, ensure_ascii=False, indent=0) + "\n", "utf-8")


def arranged(reader: Reader) -> Iterator[Wish]:
    """What is to be written so that each document has its owner, and there is a shelf for what is restricted. Nothing where the sample's people are not."""
    people = {p.name: p.id for p in reader.find(Query(Person, limit=None))}
    projects = {p.key: p.id for p in reader.find(Query(Project, limit=None))}
    if OFFICE not in people or PROJECT not in projects:
        return
    spaces = {s.name: s for s in reader.find(Query(Space, limit=None))}
    if SPACE in spaces and spaces[SPACE].owner_id is None:
        yield Change("space", (spaces[SPACE].key,), {"owner_id": people[OFFICE]})
    if PAPERS not in spaces:
        yield Create("space", {"name": PAPERS, "description": "What is known of the partner, for the project's people only.", "access": "restricted",
                               "project_id": projects[PROJECT], "owner_id": people["Elena Marsh"]})
    for found in reader.find(Query(Document, limit=None)):
        if found.title in OWNERS and found.owner_id is None:
            yield Change("document", (found.key,), {"owner_id": people[OWNERS[found.title]]})
        if TYPES.get(found.title, found.type) != found.type:
            yield Change("document", (found.key,), {"type": TYPES[found.title]})


def set_apart(reader: Reader) -> Iterator[Wish]:
    """What is to be written so that what is restricted stands on its shelf, which is there by now."""
    spaces = {s.name: s.id for s in reader.find(Query(Space, limit=None))}
    for found in reader.find(Query(Document, (Where("title", "is", KEPT),))):
        if PAPERS in spaces and found.space_id != spaces[PAPERS]:
            yield Change("document", (found.key,), {"space_id": spaces[PAPERS]})
