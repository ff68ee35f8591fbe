"""Conversations about the office's time: its holidays, its fiscal year, leave, and dates counted in its working days."""
from tests.conversations.dialogues import ANA, PAULA, Dialogue, Line, one

OFF = "2026-12-25, 2027-01-01, 2027-12-25"
THURSDAY_OFF = "2026-11-19, 2026-12-25, 2027-01-01, 2027-12-25"
YES = Line("yes", ("receipt",))
APRIL = (Line("our fiscal year starts in April", ("preview",), changes=(("fiscal month", "4"),)), YES)
FREE = (Line("19 November is a company holiday", ("preview",), changes=(("days off", THURSDAY_OFF),)), YES)


def due(says: str, day: str, *shows: str) -> Line:
    return Line(f"move APOLLO-T-5 to {says}", ("preview",), shows=shows, changes=(("due", day),))


OFFICE_TIME: tuple[Dialogue, ...] = (
    one(PAULA, "25 December is a holiday", asks=True, shows=("it is so already",)),
    one(PAULA, "add a company holiday on 2 January", "preview", changes=(("days off", "2026-12-25, 2027-01-01, 2027-01-02, 2027-12-25"),)),
    one(PAULA, "24 December is a day off", "preview", changes=(("days off", f"2026-12-24, {OFF}"),)),
    one(ANA, "24 December is a company holiday", asks=True),
    one(PAULA, "Ana is on leave from Monday to Friday", "preview", changes=(("person", "Ana Ruiz"), ("start", "Mon 23 Nov 2026"), ("end", "Fri 27 Nov 2026"))),
    Dialogue(PAULA, (due("in 3 working days", "Mon 23 Nov 2026"),)),
    Dialogue(PAULA, (*FREE, due("in 3 working days", "Tue 24 Nov 2026"))),
    Dialogue(PAULA, (*FREE, due("the next working day", "Fri 20 Nov 2026"))),
    Dialogue(PAULA, (*FREE, due("tomorrow", "Thu 19 Nov 2026", "Thu 19 Nov is not a working day"))),
    Dialogue(PAULA, (due("the end of the week", "Fri 20 Nov 2026"),)),
    Dialogue(PAULA, (due("Saturday 28 November", "Sat 28 Nov 2026", "Sat 28 Nov is not a working day"), YES)),
    Dialogue(PAULA, (due("25 December", "Fri 25 Dec 2026", "Fri 25 Dec is not a working day"),)),
    one(PAULA, "move APOLLO-T-5 to 30 November", "preview", changes=(("due", "Mon 30 Nov 2026"),), hides=("not a working day",)),
    one(PAULA, "what changed this quarter?", "table", shows=("since Thu 1 Oct 2026",)),
    Dialogue(PAULA, (*APRIL, Line("what changed last quarter?", shows=("from Wed 1 Jul to Wed 30 Sep 2026",)))),
    Dialogue(PAULA, (*APRIL, Line("what changed this fiscal year?", ("table",), shows=("since Wed 1 Apr 2026",)))),
    Dialogue(PAULA, (*APRIL, Line("what changed in Q2?", shows=("from Wed 1 Jul to Wed 30 Sep 2026",)))),
    Dialogue(PAULA, (*APRIL, due("the end of the fiscal year", "Wed 31 Mar 2027"))),
    Dialogue(PAULA, (*APRIL, due("the end of FY27", "Wed 31 Mar 2027"))),
    one(PAULA, "what changed this fiscal year?", "table", shows=("since Thu 1 Jan 2026",)),
)
