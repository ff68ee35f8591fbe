"""Who and what waits for somebody: one answer, however it is asked, and nothing that only sounds like it."""
import pytest

from tests.assistant.planner.asking import planned

HERS = ("who is waiting for me?", "what waits for my signature?", "is there anything waiting for my approval?", "what needs my acceptance?",
        "is anything stuck because of me?", "what is blocked by me?", "am I holding anyone up?", "whom am I keeping waiting?", "what do I have to sign?",
        "does anybody need anything from me?", "which deliverables are waiting for my acceptance?", "am I blocking anybody?", "who needs an answer from me?",
        "what is held up by me?", "my approvals", "open sign-offs for me")


@pytest.mark.parametrize("said", HERS)
def test_what_waits_for_the_asker_is_asked_in_many_ways(said: str) -> None:
    assert planned(said).calls == (("my_work", {"focus": "waiting"}),)


@pytest.mark.parametrize("said", ["who is waiting for Ben?", "what needs Ben's approval?", "is anything stuck because of Ben?", "is Ben holding anyone up?",
                                  "what does Ben have to sign?"])
def test_what_waits_for_somebody_else_is_asked_by_their_name(said: str) -> None:
    assert planned(said).calls == (("my_work", {"person": "Ben", "focus": "waiting"}),)


@pytest.mark.parametrize("said", ["what is APOLLO-T-10 waiting for?", "who is waiting for Apollo?", "who approves a change request over 50,000?",
                                  "what is blocked?", "can you approve it?", "who can help me?", "what should I do today?"])
def test_what_only_sounds_like_it_is_read_as_before(said: str) -> None:
    assert ("my_work", {"focus": "waiting"}) not in planned(said).calls


@pytest.mark.parametrize(("said", "becomes"), [
    ("approve the change requests that are waiting for me", "approved"), ("approve all change requests waiting for my decision", "approved"),
    ("reject all my pending change requests", "rejected"), ("please approve all the change requests that wait for my approval", "approved")])
def test_what_waits_for_the_asker_is_decided_at_once(said: str, becomes: str) -> None:
    where = {"decider": "me", "status": "submitted, evaluated"}
    assert planned(said).calls == (("change_records", {"kind": "change request", "where": where, "values": {"status": becomes}}),)


@pytest.mark.parametrize("said", ["which acceptances are open?", "which deliverables still have to be accepted?", "show the open acceptances",
                                  "which sign-offs are still missing?", "which deliverables are awaiting acceptance?"])
def test_an_open_acceptance_is_of_what_was_delivered_and_not_accepted_yet(said: str) -> None:
    assert planned(said).calls == (("find_records", {"kind": "deliverable", "where": {"status": "delivered"}}),)


def test_of_two_kinds_the_one_that_is_asked_for_by_name_comes_first() -> None:
    assert [args["kind"] for _, args in planned("which decisions are open?").calls] == ["decision", "change request"]
