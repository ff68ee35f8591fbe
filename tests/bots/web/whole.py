"""The API over the whole sample company, made once for all tests that ask it: each makes what it changes, and asks for that alone."""
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from assistant import bootstrap
from assistant.office import Office
from assistant.settings import Settings
from bots.web import web
from tests.conftest import copied, settings_in

ADDRESS = "http://127.0.0.1/api/v1"


class Api(httpx.AsyncClient):
    """Speaks for Ana, a project manager, or with `who` for somebody else."""

    def __init__(self, app: Any) -> None:
        super().__init__(transport=httpx.ASGITransport(app), base_url=ADDRESS, headers={"X-PMO-Person": "ana"})

    async def told(self, path: str, who: str = "ana", **asked: Any) -> Any:
        """What a door tells, as JSON; it has to open."""
        answer = await self.get(path, headers={"X-PMO-Person": who}, params=asked)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def refused(self, path: str, who: str = "ana", **asked: Any) -> tuple[int, str]:
        """With which status and sentence a door stays shut."""
        answer = await self.get(path, headers={"X-PMO-Person": who}, params=asked)
        return refusal(answer)

    async def made(self, **values: Any) -> str:
        """The key of a new task of Apollo."""
        answer = await self.post("/records", json={"kind": "task", "values": {"title": "Try the new scanner", "project": "APOLLO", **values}})
        assert answer.status_code == 201, answer.text
        return str(answer.json()["record"]["key"])


def refusal(answer: httpx.Response) -> tuple[int, str]:
    """The status and the sentence of a problem, whose members say the same."""
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["status"] == answer.status_code
    assert problem["detail"] == problem["error"]
    return answer.status_code, problem["detail"]


@pytest.fixture(scope="session")
def whole_settings(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return settings_in(copied(sample_home, tmp_path_factory.mktemp("whole") / "pmo"), sample=True, rate_limit=0)


@pytest.fixture(scope="session")
def whole_office(whole_settings: Settings) -> Office:
    return bootstrap.office(whole_settings)


@pytest.fixture(scope="session")
def whole_app(whole_settings: Settings, whole_office: Office) -> Any:
    return web(bootstrap.hands(whole_settings), bootstrap.upkeep(whole_settings), whole_settings, office=whole_office)


@pytest.fixture
async def api(whole_app: Any) -> AsyncIterator[Api]:
    async with Api(whole_app) as api:
        yield api
