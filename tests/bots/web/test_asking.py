"""Asking by HTTP: one shape for every answer, one answer for every message, and clear words for what cannot be read."""
import json
from typing import Any

import httpx
import pytest

from tests.fakes.assistant import StandIn

ASK, STREAM = "/api/v1/ask", "/api/v1/ask/stream"
SHAPE = {"thread", "blocks", "sources", "proposal", "error"}


def events(body: str) -> list[tuple[str, Any]]:
    """The events of a stream, in order."""
    found = []
    for part in body.strip().split("\n\n"):
        said = dict(line.split(": ", 1) for line in part.splitlines() if not line.startswith(":"))
        found.append((said["event"], json.loads(said["data"])))
    return found


async def test_an_answer_has_the_shape_that_every_door_has(client: httpx.AsyncClient) -> None:
    answer = await client.post(ASK, json={"text": "how is Apollo doing?"})
    assert answer.status_code == 200
    assert set(answer.json()) == SHAPE
    assert [b["type"] for b in answer.json()["blocks"]][:3] == ["text", "card", "card"]
    assert answer.json()["sources"][0]["key"] == "DOC-1/4.2"


async def test_a_question_without_a_thread_opens_one_and_the_next_goes_on_in_it(client: httpx.AsyncClient, stand_in: StandIn) -> None:
    first = (await client.post(ASK, json={"text": "how is Apollo doing?"})).json()["thread"]
    await client.post(ASK, json={"text": "what is overdue?", "thread": first})
    other = (await client.post(ASK, json={"text": "what is overdue?"})).json()["thread"]
    assert first
    assert [q.thread for q in stand_in.asked] == [first, first, other]
    assert other != first


async def test_a_message_sent_twice_is_one_question(client: httpx.AsyncClient, stand_in: StandIn) -> None:
    for _ in range(2):
        await client.post(ASK, json={"text": "create a task Sweep"}, headers={"Idempotency-Key": "abc"})
    assert len({q.id for q in stand_in.asked}) == 1
    assert len(stand_in.pending) == 1


@pytest.mark.parametrize(("text", "who"), [("create a task Dust", "Ana"), ("create a task Sweep", "Ben")])
async def test_one_key_with_other_words_or_of_another_person_is_another_question(
        client: httpx.AsyncClient, stand_in: StandIn, text: str, who: str) -> None:
    await client.post(ASK, json={"text": "create a task Sweep"}, headers={"Idempotency-Key": "abc"})
    await client.post(ASK, json={"text": text}, headers={"Idempotency-Key": "abc", "X-PMO-Person": who})
    assert len({q.id for q in stand_in.asked}) == 2


async def test_what_the_assistant_cannot_do_is_said_in_a_whole_answer(client: httpx.AsyncClient) -> None:
    answer = await client.post(ASK, json={"text": "bananas"})
    assert answer.status_code == 200
    assert answer.json()["error"].startswith("That is not something I know")


@pytest.mark.parametrize("path", [ASK, STREAM])
@pytest.mark.parametrize(("body", "status", "sentence"), [
    ('{"text": 5}', 422, "“text” should be text."),
    ('{"text": null}', 422, "“text” should be text."),
    ("{}", 422, "“text” is missing."),
    ('{"text": "hi", "tread": "x"}', 422, "“tread” is not known here."),
    ('{"text": "hi", "thread": 7}', 422, "“thread” should be text."),
    ('{"text": "hi", "thread": "\\u0000"}', 422, "“thread”: give a visible name without control characters, or leave it out."),
    ('{"text": "hi", "thread": "' + "x" * 101 + '"}', 422, "“thread” is too long."),
    ('{"text": "hi"', 400, "The body is not JSON."),
    ("[]", 422, 'The body should be a JSON object, such as {"text": "how is Apollo doing?"}, sent as application/json.'),
    ('{"text": ""}', 422, "Say what you want to know or do, such as “how is Apollo doing?”."),
    ('{"text": " \\u0000\\u202e "}', 422, "Say what you want to know or do, such as “how is Apollo doing?”."),
    ('{"text": "\\ud800"}', 422, "Say what you want to know or do, such as “how is Apollo doing?”."),
    ('{"text": "' + "x" * 40_000 + '"}', 422, "That is 40,000 characters; I read 8,000 at most. Say it shorter."),
])
async def test_what_cannot_be_read_is_said_in_one_sentence(
        client: httpx.AsyncClient, stand_in: StandIn, path: str, body: str, status: int, sentence: str) -> None:
    answer = await client.post(path, content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["error"]) == (status, sentence)
    assert answer.json()["blocks"] == [{"type": "text", "text": sentence}]
    assert not stand_in.asked


async def test_another_type_of_content_is_refused(client: httpx.AsyncClient) -> None:
    answer = await client.post(ASK, content='{"text": "hi"}', headers={"Content-Type": "text/plain"})
    assert answer.status_code == 422
    assert "application/json" in answer.json()["error"]


async def test_a_stream_tells_what_is_read_then_answers_and_closes(client: httpx.AsyncClient) -> None:
    answer = await client.post(STREAM, json={"text": "what is overdue?"})
    assert answer.headers["content-type"].startswith("text/event-stream")
    (sign, told), (kind, said), (end, _) = events(answer.text)
    assert (sign, told) == ("sign", {"text": "Reading Apollo’s status"})
    assert kind == "answer"
    assert set(said) == SHAPE
    assert end == "done"


async def test_a_stream_that_fails_says_so_and_still_closes(client: httpx.AsyncClient) -> None:
    answer = await client.post(STREAM, json={"text": "crash"})
    assert [kind for kind, _ in events(answer.text)] == ["sign", "error", "done"]
    assert "nothing was changed" in events(answer.text)[1][1]["error"]
    assert "secret" not in answer.text


async def test_what_is_said_before_the_answer_is_whole_is_what_the_answer_begins_with(client: httpx.AsyncClient) -> None:
    told = events((await client.post(STREAM, json={"text": "say it aloud"})).text)
    assert [kind for kind, _ in told] == ["sign", "said", "said", "said", "said", "answer", "done"]
    said = [block for kind, block in told if kind == "said"]
    blocks = dict(told)["answer"]["blocks"]
    assert said[0]["text"] + said[1]["text"] == blocks[0]["text"] == "Apollo is late. Decide soon."
    assert (said[2], said[3]) == (blocks[1], blocks[2])
