"""Files that are handed in over HTTP: by whom, how large, and what is said of them."""
from collections.abc import AsyncIterator
import io
import zipfile

import httpx
import pytest

from assistant import bootstrap
from assistant.settings import Settings
from bots.web import web
from bots.web.edge import LARGEST_FILE

HERE = "http://127.0.0.1"


@pytest.fixture
async def client(settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    upkeep = bootstrap.upkeep(settings)
    app = web(bootstrap.hands(settings), upkeep, settings, intake=bootstrap.intake(settings, upkeep))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=HERE) as client:
        yield client


async def handed_in(client: httpx.AsyncClient, name: str, content: bytes, door: str = "documents", **more: str) -> httpx.Response:
    """Without a name, the first admin does."""
    who = {"X-PMO-Person": more.pop("who", "")}
    return await client.post(f"/api/v1/{door}", params={"name": name, **more}, content=content, headers=who)


async def test_a_document_is_read_in_and_its_next_version_after_it(client: httpx.AsyncClient) -> None:
    first = await handed_in(client, "parking.md", b"# Parking\n\n## 1 Bicycles\n\nIn the cellar.")
    key = first.json()["blocks"][0]["text"].partition("parking.md: ")[2].partition(",")[0]
    assert (first.status_code, first.json()["error"], key[:4]) == (200, None, "DOC-")
    second = await handed_in(client, "parking.md", b"# Parking\n\n## 1 Bicycles\n\nIn the yard.")
    assert second.json()["blocks"][0]["text"] == f"parking.md: {key}, 1 section"


@pytest.mark.parametrize(("who", "space", "code", "says"), [
    ("Ben", "", 403, "you may not change documents"), ("", "Nowhere", 404, "There is no space “Nowhere”."), ("Nobody", "", 422, "Nobody")])
async def test_who_may_not_write_there_is_refused(client: httpx.AsyncClient, who: str, space: str, code: int, says: str) -> None:
    got = await handed_in(client, "parking.md", b"# Parking\n\nIn the cellar.", who=who, space=space)
    assert (got.status_code, says in got.json()["error"]) == (code, True), got.text


async def test_what_cannot_be_read_is_one_sentence(client: httpx.AsyncClient) -> None:
    for name, content, says in (("plan.png", b"\x89PNG", "plan.png is a picture, and I read text only."), ("empty.md", b"", "There is nothing in that file."),
                                ("../../rules.docx", bomb(), "rules.docx is too deeply packed to be read")):
        got = await handed_in(client, name, content)
        assert (got.status_code, got.json()["error"].startswith(says)) == (422, True), got.text


async def test_a_file_has_a_size(client: httpx.AsyncClient) -> None:
    got = await handed_in(client, "large.md", b"x" * (LARGEST_FILE + 1))
    assert (got.status_code, got.json()["error"]) == (413, "That file is too large: 30 MB are the most. Split it.")


async def test_records_are_shown_before_they_are_written(client: httpx.AsyncClient) -> None:
    got = await handed_in(client, "tasks.csv", b"kind,title,project\ntask,Sweep the yard,Apollo\n", "imports")
    assert got.json()["proposal"], got.text
    assert "Sweep the yard" in got.text


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", b" " * (150 << 20))
    return packed.getvalue()


async def test_the_project_of_a_file_that_names_none_is_said_beside_it(client: httpx.AsyncClient) -> None:
    rows = b"Title,Due\nSweep the yard,2026-12-01\n"
    assert "--project" in (await handed_in(client, "yard.csv", rows, "imports", kind="task")).json()["error"]
    got = await handed_in(client, "yard.csv", rows, "imports", project="Apollo")
    assert ("project", "Apollo") in {(c["field"], c["after"]) for c in got.json()["proposal"]["changes"]}
