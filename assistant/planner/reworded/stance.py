"""How somebody outside stands to the work, in the words of the records: “the works council is now against it”, “legal is on our side”."""
import re

PLAN = r"(?:it|us|this|that|the (?:project|idea|plan|change))"
STANCES = (
    (rf"(?:(?:against|opposed to|hostile to|critical of|sceptical about|skeptical about|blocking) {PLAN}|opposed|hostile)", "resistant"),
    (rf"(?:in favou?r(?: of {PLAN})?|on (?:our side|board|side)|behind (?:it|us)|(?:an? |our )?supporters?|convinced|won over|for it)", "supportive"),
    (r"(?:undecided|on the fence|neither for nor against(?: it| us)?)", "neutral"))
WHO = r"(?P<who>\W*(?:(?:so|and|update|fyi|ok)\b[\s,:]*)*(?!(?:what|who|which|it|this|that)\b)[^,;:?]{3,60}?)"
IS = (r"(?:(?:is|are|has become|have become|became|has turned|have turned|turned|has come out|came out|is standing|stands)"
      r"(?: (?:now|suddenly|finally|clearly|strongly|all|again))*)")
FORMS = tuple((re.compile(rf"^{WHO} {IS} {said}(?: now)?[\s.!]*$", re.I), plain) for said, plain in STANCES)


def stance(text: str) -> str:
    """The message with that word: “the works council is now resistant”."""
    for form, plain in FORMS:
        if m := form.match(text):
            return f"{m['who']} is now {plain}"
    return text
