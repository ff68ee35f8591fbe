"""Words of trouble: quoted when something goes wrong now, silent when it is denied, over, or only ordinary."""
import pytest

from language.trouble import trouble

SAYS = {
    "Met legal today. We won't make Friday. Will call them.": "We won't make Friday.",
    "The supplier is insolvent.": "The supplier is insolvent.",
    "No answer from legal yet, I asked twice": "No answer from legal yet, I asked twice",
    "Safari: it does not work there": "Safari: it does not work there",
    "We are running out of time, help": "We are running out of time, help",
    "He said it’s delayed again, sigh": "He said it's delayed again, sigh",
    "The import keeps failing on Mondays": "The import keeps failing on Mondays",
}
SILENT = ("No delay so far, all good", "This is no longer stuck", "Was stuck, now fixed", "Nobody is unhappy", "Not over budget any more",
          "The test passes again", "I wasn't worried", "We are still blocked? No, that was solved on Monday.",
          "Legal answers in their weekly round, always on a Tuesday.", "")


@pytest.mark.parametrize("text", SAYS)
def test_a_sentence_of_trouble_is_quoted(text: str) -> None:
    assert trouble(text) == SAYS[text]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_denied_over_or_ordinary_is_no_trouble(text: str) -> None:
    assert trouble(text) == ""


def test_a_quote_is_never_longer_than_a_card_can_show() -> None:
    assert len(trouble("We are worried about " + "x" * 3000)) == 240
