"""The description of the API: whole, with examples, and true of what the server itself refuses."""
from typing import Any

import httpx
import pytest

from bots.web.describing import TAGS
from tests.bots.web.whole import Api, refusal

METHODS = {"get", "post", "patch", "delete"}


@pytest.fixture
async def description(api: Api) -> dict[str, Any]:
    told: dict[str, Any] = (await api.get("/openapi.json")).json()
    return told


async def test_every_operation_says_what_it_is_who_may_and_what_can_go_wrong(description: dict[str, Any]) -> None:
    tags = {each["name"] for each in description["tags"]}
    assert tags == set(TAGS)
    for path, methods in description["paths"].items():
        assert set(methods) <= METHODS, path
        for said in methods.values():
            assert said["summary"], path
            assert set(said["tags"]) <= tags, path
            assert said["security"] in ([], [{"token": []}, {"session": []}]), path
            assert said["responses"]["default"]["content"] == {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}, path
    assert set(description["components"]["securitySchemes"]) == {"token", "session"}


async def test_every_body_has_an_example_and_every_parameter_is_explained(description: dict[str, Any]) -> None:
    shapes = description["components"]["schemas"]
    for path, methods in description["paths"].items():
        for said in methods.values():
            for parameter in said.get("parameters", ()):
                assert parameter.get("description") or parameter["schema"].get("description"), (path, parameter["name"])
            for sort, body in said.get("requestBody", {}).get("content", {}).items():
                shape = shapes.get(str(body["schema"].get("$ref", "")).rpartition("/")[2])
                assert sort != "application/json" or shape is None or shape["examples"], path


async def test_it_stands_at_both_addresses(api: Api, description: dict[str, Any]) -> None:
    assert (await api.get("http://127.0.0.1/openapi.json")).json() == description


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nothing", 404), ("PUT", "/records/APOLLO", 405), ("DELETE", "/kinds", 405),
                                                      ("TRACE", "/work", 405)])
async def test_what_the_server_itself_refuses_is_a_problem_too(api: Api, method: str, path: str, status: int) -> None:
    answer = await api.request(method, path)
    assert refusal(answer)[0] == status
    assert answer.json()["type"] == "about:blank"
    assert (status != 405) or answer.headers["allow"]


@pytest.mark.parametrize(("body", "sort", "status"), [(b"{", "application/json", 400), (b"<x/>", "application/xml", 422), (b"[1]", "application/json", 422),
                                                       (b"x" * 1_100_000, "application/json", 413)])
async def test_a_body_that_cannot_be_read_is_a_problem_too(api: Api, body: bytes, sort: str, status: int) -> None:
    assert refusal(await api.post("/records", content=body, headers={"Content-Type": sort}))[0] == status


async def test_a_problem_is_an_answer_too(client: httpx.AsyncClient) -> None:
    problem = (await client.get("/api/v1/records/NONE-1/blocks")).json()
    assert problem == {"type": "urn:project-assistant:problem:not-found", "title": "Not Found", "status": 404, "detail": problem["detail"], "thread": "",
                       "blocks": [{"type": "text", "text": problem["detail"]}], "sources": [], "proposal": None, "error": problem["detail"]}
