"""A preview that waits is amended in words: rows by project, person, title or kind are left or left out, one gets another value, and what is not read so is
said instead of the same preview once more."""
import pytest

from assistant.amending.waiting import UNREAD
from assistant.assistant import Assistant
from assistant.messages import Answer, Question
from reports.blocks import Preview, Receipt, Text

GIVEN = ("which benefits have no owner", "give them all to Elena")
MOVED = "move APOLLO-T-9 and APOLLO-T-14 to 25 November"
MINUTES = """Minutes steering committee Apollo, 17 November
1. Ana will send a recovery plan by Friday.
2. Decision: the pilot runs with eight customers instead of ten (Elena).
3. Nora to name two people for the service desk training until 30 Nov.
4. Risk: legal may not answer before Christmas."""


async def _over(assistant: Assistant, who: str, *said: str) -> list[Answer]:
    return [await assistant.answer(Question(f"{n} {text}", f"{who}@northlight.example", "t", text)) for n, text in enumerate(said)]


def _told(answer: Answer) -> dict[str, str]:
    """What each record would get, in the last preview."""
    (preview,) = [b for b in answer.blocks if isinstance(b, Preview)]
    return {c.record: c.after for c in preview.changes}


@pytest.mark.parametrize(("said", "left"), [
    ("only the Apollo one", ["APOLLO-BN-2"]), ("not Fortuna", ["APOLLO-BN-2", "CORVUS-BN-2"]), ("just Apollo and Corvus", ["APOLLO-BN-2", "CORVUS-BN-2"]),
    ("leave Fortuna out", ["APOLLO-BN-2", "CORVUS-BN-2"]), ("all but the overtime", ["APOLLO-BN-2", "FORTUNA-BN-1"]),
    ("no, only the first one", ["APOLLO-BN-2"]), ("don't touch Apollo", ["CORVUS-BN-2", "FORTUNA-BN-1"]),
    ("the Corvus one not", ["APOLLO-BN-2", "FORTUNA-BN-1"]), ("not Fortuna and not Corvus", ["APOLLO-BN-2"])])
async def test_rows_are_left_or_left_out_by_their_project_or_title(assistant: Assistant, said: str, left: list[str]) -> None:
    *_, last = await _over(assistant, "victor", *GIVEN, said)
    assert sorted(_told(last)) == left


@pytest.mark.parametrize(("said", "left"), [
    ("T-9 yes, T-14 no", ["APOLLO-T-9"]), ("yes to the first, but no to the second", ["APOLLO-T-9"]),
    ("the privacy notice is fine, the other one not", ["APOLLO-T-9"]),
    ("T-9 no, the other one yes", ["APOLLO-T-14"]), ("no, T-9 is not done yet", ["APOLLO-T-14"]), ("T-14 ok, T-9 not yet", ["APOLLO-T-14"])])
async def test_each_has_a_yes_or_a_no_of_its_own(assistant: Assistant, said: str, left: list[str]) -> None:
    *_, last = await _over(assistant, "ana", "close APOLLO-T-9 and APOLLO-T-14", said)
    assert set(_told(last)) == set(left)


async def test_one_more_beside_what_waits_takes_its_place_so_that_nothing_is_made_twice(assistant: Assistant) -> None:
    new = "task on Apollo: Review the privacy notice, for Ana, due in 5 working days"
    *_, done = await _over(assistant, "paula", new, "same for Dev, but in 10 working days", "yes")
    assert isinstance(done.blocks[0], Receipt)
    assert len(done.blocks[0].keys) == 2
    assert "Still waiting" not in str(done.blocks)


async def test_a_yes_then_does_what_is_left_and_nothing_else_waits(assistant: Assistant) -> None:
    *_, done = await _over(assistant, "victor", *GIVEN, "only the Apollo one", "yes")
    assert isinstance(done.blocks[0], Receipt)
    assert done.blocks[0].keys == ("APOLLO-BN-2",)
    assert "Still waiting" not in str(done.blocks)


@pytest.mark.parametrize(("said", "due"), [
    ("not the privacy notice, that one to 1 December", "Tue 1 Dec 2026"), ("T-9 to 1 December instead", "Tue 1 Dec 2026"),
    ("the privacy notice a week later", "Fri 20 Nov 2026"), ("make the privacy notice due on 2 December", "Wed 2 Dec 2026"),
    ("the first one to 3 December", "Thu 3 Dec 2026"), ("actually do T-9 on the 26th", "Thu 26 Nov 2026")])
async def test_a_row_that_gets_another_value_changes_and_the_others_stay(assistant: Assistant, said: str, due: str) -> None:
    *_, last = await _over(assistant, "ana", MOVED, said)
    assert _told(last) == {"APOLLO-T-9": due, "APOLLO-T-14": "Wed 25 Nov 2026"}


@pytest.mark.parametrize("said", ["only the Zephyr one", "not Zephyr", "only those with a forecast"])
async def test_what_is_of_no_row_is_said_not_to_be_read_and_what_waits_is_as_it_was(assistant: Assistant, said: str) -> None:
    *_, last = await _over(assistant, "victor", *GIVEN, said)
    assert last.blocks[0] == Text(UNREAD)
    assert sorted(_told(last)) == ["APOLLO-BN-2", "CORVUS-BN-2", "FORTUNA-BN-1"]


@pytest.mark.parametrize("said", ["only if Elena agrees", "not before Friday", "just do it", "not if legal says no"])
async def test_a_condition_names_no_row(assistant: Assistant, said: str) -> None:
    *_, last = await _over(assistant, "ana", MOVED, said)
    assert last.blocks[0] == Text(UNREAD)


async def test_of_notes_only_the_tasks_and_the_risk_are_left_and_no_estimates(assistant: Assistant) -> None:
    *_, last = await _over(assistant, "paula", MINUTES, "only the tasks and the risk please, and no estimates")
    (preview,) = [b for b in last.blocks if isinstance(b, Preview)]
    assert not [c for c in preview.changes if c.record == "new decision" or c.field in ("hours", "optimistic", "pessimistic")]
    assert [c for c in preview.changes if c.record == "new risk"]


@pytest.mark.parametrize(("said", "owner"), [("the recovery plan is for Dev", "Dev Patel"), ("Dev does the recovery plan", "Dev Patel"),
                                             ("give Mia the recovery plan", "Mia Santos"), ("I'll take the recovery plan", "Paula Berg")])
async def test_a_new_row_is_given_to_somebody_else_by_its_title(assistant: Assistant, said: str, owner: str) -> None:
    *_, last = await _over(assistant, "paula", MINUTES, said)
    (preview,) = [b for b in last.blocks if isinstance(b, Preview)]
    at = next(c.record for c in preview.changes if c.field == "title" and "recovery" in c.after)
    assert next(c.after for c in preview.changes if c.record == at and c.field == "owner").startswith(owner.partition(" ")[0])


@pytest.mark.parametrize("said", ["change the 5h to 8", "make the 5h 8h", "8h instead of 5h", "not 5h but 8"])
async def test_a_value_that_is_shown_is_changed_by_what_it_is(assistant: Assistant, said: str) -> None:
    *_, last = await _over(assistant, "carla", "add a task to Corvus: clean up the old labels, 5h, for Jonas", said)
    (preview,) = [b for b in last.blocks if isinstance(b, Preview)]
    assert next(c.after for c in preview.changes if c.field == "hours") == "8 h"


@pytest.mark.parametrize(("said", "grades"), [("make that 5/4 and mine", ("5", "4", "Sofia Rossi")), ("5/4, mine", ("5", "4", "Sofia Rossi"))])
async def test_a_new_risk_is_graded_anew_in_short_and_taken_on(assistant: Assistant, said: str, grades: tuple[str, str, str]) -> None:
    *_, last, later = await _over(assistant, "sofia", "risk on Zephyr: owners want a higher price", said, "no, for Carla")
    (preview,) = [b for b in last.blocks if isinstance(b, Preview)]
    assert tuple(next(c.after for c in preview.changes if c.field == name) for name in ("probability", "impact", "owner")) == grades
    assert "Carla" in str(later.proposal)
    assert "probability', before='', after='5'" in str(later.proposal)


async def test_a_question_over_what_waits_is_answered(assistant: Assistant) -> None:
    *_, last = await _over(assistant, "victor", *GIVEN, "what is overdue?")
    assert UNREAD not in str(last.blocks)


async def test_an_undo_where_nothing_was_done_says_so_and_names_the_last_change_with_its_day(assistant: Assistant) -> None:
    first, = await _over(assistant, "paula", "undo that")
    assert str(first.blocks[0]).startswith("Text(text='You have changed nothing in this conversation. Your last change is #")
    assert "Nov 2026" in str(first.blocks[0])


async def test_an_undo_of_what_was_done_here_names_when_it_was_made(assistant: Assistant) -> None:
    *_, undo = await _over(assistant, "paula", "set the owner of APOLLO-T-9 to Dev", "yes", "undo that")
    assert "That would take back change #" in str(undo.blocks[0])
    assert "change APOLLO-T-9" in str(undo.blocks[0])


DONE = "Please add these to Corvus:\n- Print new labels for hall A; Jonas; 27 Nov; 6h\n- Book the forklift for the move; Jonas\n- Order 4 spare batteries"


@pytest.mark.parametrize(("said", "told"), [
    ("the second is for Carla", ("Book the forklift", "owner", "Carla Winter")),
    ("assign the ones without owner to me", ("spare batteries", "owner", "Paula Adler")),
    ("the labels need 8h", ("Print new labels", "hours", "8 h")), ("change the 6h to 8", ("Print new labels", "hours", "8 h"))])
async def test_what_was_just_done_gets_another_value_in_a_change_of_its_own(assistant: Assistant, said: str, told: tuple[str, str, str]) -> None:
    *_, last = await _over(assistant, "paula", DONE, "yes", said)
    (preview,) = [b for b in last.blocks if isinstance(b, Preview)]
    assert told[0] in preview.title
    assert [(c.field, c.after) for c in preview.changes] == [told[1:]]


async def test_an_absence_that_was_just_entered_lasts_longer(assistant: Assistant) -> None:
    *_, last = await _over(assistant, "jonas", "I am off from 3 to 4 December", "yes", "make it till the 7th")
    assert [(c.field, c.after) for b in last.blocks if isinstance(b, Preview) for c in b.changes] == [("end", "Mon 7 Dec 2026")]
