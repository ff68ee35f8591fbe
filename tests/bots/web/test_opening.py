"""Opening what is kept, by HTTP: one's own conversations, records, and cited sections; what is not there is said so."""
import httpx
import pytest


async def test_the_latest_conversation_is_opened(client: httpx.AsyncClient) -> None:
    thread = (await client.post("/api/v1/ask", json={"text": "what is overdue?", "thread": "my / plans"})).json()["thread"]
    latest = (await client.get("/api/v1/threads/latest")).json()
    named = (await client.get("/api/v1/threads/my%20%2F%20plans")).json()
    assert latest == named
    assert latest["thread"] == thread
    assert latest["exchanges"][0]["question"] == "what is overdue?"
    assert latest["exchanges"][0]["answer"]["blocks"][1]["type"] == "table"


async def test_without_a_conversation_the_latest_is_empty(client: httpx.AsyncClient) -> None:
    assert (await client.get("/api/v1/threads/latest")).json() == {"thread": "", "exchanges": []}


async def test_a_conversation_of_somebody_else_is_not_there(client: httpx.AsyncClient) -> None:
    await client.post("/api/v1/ask", json={"text": "what is overdue?", "thread": "mine"})
    answer = await client.get("/api/v1/threads/mine", headers={"X-PMO-Person": "Ben"})
    assert answer.status_code == 404


async def test_a_record_is_opened_as_an_answer(client: httpx.AsyncClient) -> None:
    answer = (await client.get("/api/v1/records/APOLLO-T-1/blocks")).json()
    assert answer["blocks"][0]["title"] == "APOLLO-T-1 Move the login page"


async def test_a_section_is_opened_as_the_passage_it_is(client: httpx.AsyncClient) -> None:
    block = (await client.get("/api/v1/sections/DOC-1/4.2")).json()["blocks"][0]
    assert (block["type"], block["source"]["page"]) == ("passage", 12)


@pytest.mark.parametrize("path", ["records/NONE-1/blocks", "records/%00/blocks", "records/" + "x" * 301 + "/blocks", "sections/DOC-9/1", "threads/nobody%27s",
                                  "nothing"])
async def test_what_is_not_there_is_said_so(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(f"/api/v1/{path}")
    assert answer.status_code in (404, 422)
    assert answer.json()["error"].endswith(".")


async def test_every_operation_is_described(client: httpx.AsyncClient) -> None:
    described = (await client.get("/openapi.json")).json()
    assert {f"{method} {path.removeprefix('/api/v1')}" for path, methods in described["paths"].items() for method in methods} == {
        "post /ask", "post /ask/stream", "post /proposals/{proposal}/confirm", "post /proposals/{proposal}/discard",
        "post /proposals/{proposal}/undo", "get /threads/latest", "get /threads/{thread}", "get /records/{key}/blocks",
        "get /sections/{document}/{section}", "get /proposals/{proposal}", "get /people", "get /health"}
    assert all(said["summary"] for methods in described["paths"].values() for said in methods.values())
    assert set(described["components"]["schemas"]["Answer"]["properties"]) == {"thread", "blocks", "sources", "proposal", "error"}
