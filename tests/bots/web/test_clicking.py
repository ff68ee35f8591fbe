"""Clicks by HTTP: a proposal is confirmed, discarded or undone by its asker, and every click gets an answer."""
import httpx
import pytest

from tests.fakes.assistant import StandIn

ANA = "ana@sample.example"


async def proposed(client: httpx.AsyncClient) -> str:
    answer = await client.post("/api/v1/ask", json={"text": "create a task Sweep"})
    return str(answer.json()["proposal"]["id"])


async def test_a_confirmed_proposal_comes_back_as_a_receipt(client: httpx.AsyncClient) -> None:
    answer = await client.post(f"/api/v1/proposals/{await proposed(client)}/confirm")
    assert [b["type"] for b in answer.json()["blocks"]] == ["receipt"]


@pytest.mark.parametrize("click", ["confirm", "discard", "undo"])
async def test_each_click_reaches_the_assistant_as_its_asker(client: httpx.AsyncClient, stand_in: StandIn, click: str) -> None:
    number = await proposed(client)
    await client.post(f"/api/v1/proposals/{number}/{click}")
    assert stand_in.clicks == [(ANA, number, click)]


async def test_a_change_is_undone_by_its_number(client: httpx.AsyncClient, stand_in: StandIn) -> None:
    await client.post("/api/v1/proposals/%2312/undo")
    assert stand_in.clicks == [(ANA, "#12", "undo")]


async def test_a_proposal_of_somebody_else_is_not_there(client: httpx.AsyncClient) -> None:
    answer = await client.post(f"/api/v1/proposals/{await proposed(client)}/confirm", headers={"X-PMO-Person": "Ben"})
    assert answer.json()["error"] == "There is no such proposal of yours."


async def test_there_is_no_other_click(client: httpx.AsyncClient, stand_in: StandIn) -> None:
    assert (await client.post("/api/v1/proposals/P-1/approve")).status_code == 404
    assert (await client.get("/api/v1/proposals/P-1/confirm")).status_code == 405
    assert not stand_in.clicks
