"""Whatever the description of the API allows, and what it forbids: schemathesis asks every operation, as somebody who is signed in by a token.

A part of the examples here; all hundred of each operation with PMO_EXAMPLES=100, as before a release."""
from collections.abc import Iterator
import logging
import os
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given
from hypothesis import settings as examples
import pytest
import schemathesis
from schemathesis import Case
from schemathesis.core.result import Err

from assistant import bootstrap
from bots.web import web
from tests.conftest import copied, settings_in

pytestmark = pytest.mark.slow
PARTS = 4                                    # for as many workers
EXAMPLES = int(os.environ.get("PMO_EXAMPLES", "8"))
ADMIN = "paula@northlight.example"
SOUND = {"checks": {
    # What has the right shape may still be no sense: “due before gibberish”, a record that is not sound, a version that nobody saw.
    "positive_data_acceptance": {"expected-statuses": ["2xx", "304", "401", "403", "404", "409", "412", "422", "428"]},
    "negative_data_rejection": {"expected-statuses": ["400", "401", "403", "404", "405", "409", "412", "413", "422", "428"]},
}}


@pytest.fixture(scope="module")
def token_and_app(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Any]]:
    """The whole sample company behind its sign-in, and the token of its admin."""
    where = settings_in(copied(sample_home, tmp_path_factory.mktemp("fuzzing") / "pmo"), rate_limit=1_000_000)
    office, upkeep = bootstrap.office(where), bootstrap.upkeep(where)
    logging.disable(logging.CRITICAL)
    yield office.entering.token(ADMIN, ADMIN, ("read", "write")), web(bootstrap.hands(where), upkeep, where, bootstrap.reporting(where),
                                                                       bootstrap.intake(where, upkeep), office)
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("part", range(PARTS))
def test_no_operation_breaks_nor_answers_otherwise_than_described(token_and_app: tuple[str, Any], part: int) -> None:
    token, app = token_and_app
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, config=schemathesis.Config.from_dict(SOUND))
    found = [each.ok() for each in schema.get_all_operations() if not isinstance(each, Err)]
    for operation in found[part::PARTS]:
        @examples(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def is_as_described(case: Case[Any]) -> None:
            case.call_and_validate(headers={"Authorization": f"Bearer {token}"})

        is_as_described()
