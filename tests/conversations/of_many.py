"""Changes of many in conversation: exactly those that are described, some of them left out again, another length, and what was shown before."""
from tests.conversations.dialogues import ANA, BEN, PAULA, Dialogue, Line, one

OF_MANY: tuple[Dialogue, ...] = (
    one(PAULA, "what's left of Jonas goes to Mia", "preview", changes=(("owner", "Mia Fischer"),) * 5,
        shows=("Change 5 tasks", "CORVUS-T-4", "CORVUS-T-6", "CORVUS-T-7", "DIONE-T-6", "DIONE-T-7")),
    one(BEN, "move all my tasks due this week to next Monday", "preview", shows=("APOLLO-T-17",), changes=(("due", "Mon 23 Nov 2026"),)),
    one(PAULA, "make the second milestone of Corvus 10 days later", "preview", shows=("CORVUS-MS-2 First hall live",), changes=(("forecast", "Mon 1 Feb 2027"),)),
    one(PAULA, "push the last milestone of Apollo back by a week", "preview", shows=("APOLLO-MS-4",), changes=(("forecast", "Thu 18 Feb 2027"),)),
    one(PAULA, "push the pilot of Apollo back by a week", "preview", shows=("APOLLO-MS-3",), changes=(("forecast", "Tue 12 Jan 2027"),)),
    one(PAULA, "bring the go-live of Apollo forward by two weeks", "preview", changes=(("finish", "Fri 8 Jan 2027"),)),
    one(PAULA, "pull the kick-off of Dione in by 3 days", asks=True, shows=("Which record",)),
    one(PAULA, "give Ben's first open task to Mia", "preview", shows=("APOLLO-T-5",), changes=(("owner", "Mia Fischer"),)),
    one(PAULA, "when is the second milestone of Corvus?", "card", shows=("CORVUS-MS-2", "Fri 22 Jan 2027")),
    one(PAULA, "APOLLO-T-17 is at 50 % and the invoice download is at 80 %", "preview", shows=("Change 2 tasks",), changes=(
        ("progress", "50 %"), ("progress", "80 %"))),
    one(PAULA, "the login page is done and the API test starts on Monday", asks=True, shows=("no task “login page”", "no task “API test”")),
    Dialogue(PAULA, (
        Line("set the priority of all overdue Apollo tasks to high", ("preview",), shows=("Change 3 tasks",), changes=(("priority", "high"),) * 3),
        Line("leave out the third", ("preview",), shows=("APOLLO-T-6", "APOLLO-T-7"), hides=("APOLLO-T-9",), changes=(("priority", "high"),) * 2),
        Line("make it critical", ("preview",), shows=("APOLLO-T-6", "APOLLO-T-7"), hides=("APOLLO-T-9",), changes=(("priority", "critical"),) * 2),
        Line("without T-7", ("preview",), shows=("APOLLO-T-6",), hides=("APOLLO-T-7",), changes=(("priority", "critical"),)),
        Line("[confirm]", ("receipt",), keys=("APOLLO-T-6",)))),
    Dialogue(PAULA, (
        Line("push back all open Corvus tasks of Jonas by a week", ("preview",), changes=(
            ("due", "Mon 23 Nov 2026"), ("due", "Fri 4 Dec 2026"), ("due", "Mon 4 Jan 2027"))),
        Line("make it two weeks instead", ("preview",), changes=(("due", "Mon 30 Nov 2026"), ("due", "Fri 11 Dec 2026"), ("due", "Mon 11 Jan 2027"))),
        Line("not the blocked ones", ("preview",), hides=("CORVUS-T-6",), changes=(("due", "Mon 30 Nov 2026"), ("due", "Mon 11 Jan 2027"))))),
    Dialogue(PAULA, (
        Line("set the priority of all overdue Apollo tasks to high", ("preview",), changes=(("priority", "high"),) * 3),
        Line("leave out Ana's", ("preview",), hides=("APOLLO-T-9 Agree",), changes=(("priority", "high"),) * 2),
        Line("without the ones that wait for legal", asks=True, shows=("I cannot tell which of them to leave out",)))),
    Dialogue(PAULA, (
        Line("which open tasks does Ben have?", ("table",), shows=("6 tasks",)),
        Line("add a task check the invoice layout to Apollo", ("preview",), changes=(("title", "Check the invoice layout"), ("project", "Apollo"))),
        Line("give the second one to Dev", ("preview",), shows=("APOLLO-T-6",), changes=(("owner", "Dev Patel"),)))),
    Dialogue(PAULA, (
        Line("which open tasks does Ben have?", ("table",)),
        Line("give the first two to Dev", ("preview",), shows=("APOLLO-T-5", "APOLLO-T-6"), changes=(("owner", "Dev Patel"),) * 2))),
    Dialogue(PAULA, (
        Line("show the overdue tasks of Apollo", ("table",), shows=("4 tasks",)),
        Line("no, only the ones Ana has", ("table",), keys=("APOLLO-T-9",), hides=("APOLLO-T-5",)),
        Line("and the others?", ("table",), keys=("APOLLO-T-5", "APOLLO-T-6", "APOLLO-T-7"), hides=("APOLLO-T-9",)),
        Line("same for Corvus", ("table",), keys=("CORVUS-T-4",)))),
    Dialogue(PAULA, (
        Line("list the open risks of Apollo", ("table",)),
        Line("and the others?", asks=True, shows=("I cannot tell which other risks you mean",)))),
    Dialogue(ANA, (
        Line("how is Apollo doing?", ("card",)),
        Line("which vacations are coming up?", ("table",), keys=("AB-1",)),
        Line("and the CPI?", ("fact",), shows=("you still mean Apollo", "0.85")),
        Line("which risks have no owner?", ("table",), keys=("APOLLO-R-3", "FORTUNA-R-1"), hides=("you still mean",)))),
)
