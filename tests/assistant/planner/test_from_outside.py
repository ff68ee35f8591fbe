"""A day that somebody outside tells goes to the field that keeps such a promise, or is asked about."""
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from assistant.planner.heard.plan import Asked, Plan
from records.kinds import Contract, Dependency, Milestone, Risk
from tests.assistant.planner.asking import ALL, NAMES, TODAY, planner
from tools.desk.holding import Holder

LOGIN = ("APOLLO-DP-1", "Login service from the identity supplier", Dependency, "Keyward")
LATE = ("APOLLO-R-1", "The identity supplier may deliver late", Risk, "")
DESIGN = ("APOLLO-CT-1", "Portal design", Contract, "Studio Halbig")
PILOT = ("APOLLO-MS-3", "Pilot with ten customers", Milestone, "")


def holding(said: str) -> Sequence[Holder]:
    low = said.lower()
    return [Holder(kind, key, title, low in title.lower(), True, False, True) for key, title, kind, other in (LOGIN, LATE, DESIGN, PILOT)
            if low in title.lower() or low in other.lower()]


def planned(text: str, **titled: str) -> Plan:
    return planner().plan(text, Asked(NAMES, TODAY, (), "Ana Ruiz", {said.replace("_", " "): key for said, key in titled.items()}, (), holding), ALL)


def changed(plan: Plan) -> Mapping[str, Any]:
    (_, args), = plan.calls
    return {**args["where"], **args["values"]}


@pytest.mark.parametrize("text", ["the identity supplier now promises the fixed login for 7 December", "the identity supplier needs until 7 December",
                                  "the identity supplier expects to be done on 7 December"])
def test_a_promise_is_of_what_keeps_it_and_no_review_of_the_risk_that_is_named_like_it(text: str) -> None:
    assert changed(planned(text, the_identity_supplier="APOLLO-R-1")) == {"key": "APOLLO-DP-1", "promised for": "7 December"}


@pytest.mark.parametrize("text", ["Keyward now says 18 December", "Keyward has confirmed 18 December"])
def test_who_promises_is_found_by_a_name_in_the_record(text: str) -> None:
    assert changed(planned(text)) == {"key": "APOLLO-DP-1", "promised for": "18 December"}


def test_what_no_record_keeps_is_asked_about() -> None:
    plan = planned("Studio Halbig will deliver the drawings on 4 December", Studio_Halbig="APOLLO-CT-1")
    assert not plan.calls
    assert plan.choices[0] == "new dependency on Apollo: the drawings from Studio Halbig, promised for 4 December"


def test_what_will_come_is_expected_then_and_has_not_come() -> None:
    assert changed(planned("the pilot will come on 12 January 2027", the_pilot="APOLLO-MS-3")) == {"key": "APOLLO-MS-3", "forecast": "12 January 2027"}


def test_what_is_promised_for_a_day_is_not_delivered() -> None:
    assert "status" not in changed(planned("the login service delivers on 7 December", the_login_service="APOLLO-DP-1"))


def test_what_one_of_us_tells_of_their_work_stays_as_it_is() -> None:
    assert planned("Ana will deliver the privacy notice on 4 December").calls[0][0] == "create_record"
