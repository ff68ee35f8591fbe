"""Conversations of somebody who has never seen the assistant: long wishes, words of their own, questions that look like others."""
from tests.conversations.dialogues import ANA, PAULA, Dialogue, Line, one
from tests.conversations.wider import CARLA

LINKED = (("project", "Apollo"), ("predecessor", "Connect the order history"), ("successor", "Build the customer account pages"))
SPRINT = (("title", "Sprint 7"), ("project", "Borealis"), ("start", "Mon 7 Dec 2026"), ("end", "Fri 18 Dec 2026"))

STRANGER: tuple[Dialogue, ...] = (
    # --- half of a sentence never passes for the whole ---
    one(ANA, "set the owner of APOLLO-R-3 to Ben and its response to mitigate", "preview", changes=(("owner", "Ben Okafor"), ("response", "mitigate"))),
    one(PAULA, "create a project called Hermes, manager Ana, start 1 Jan, budget 50000", "preview", shows=("Left out", "budget 50000"),
        changes=(("name", "Hermes"), ("manager", "Ana Ruiz"), ("start", "Fri 1 Jan 2027"))),
    one(PAULA, "create a project called Hermes, manager Ana, sponsor Elena, team of 5", "preview", shows=("Left out", "team of 5"),
        changes=(("name", "Hermes"), ("manager", "Ana Ruiz"), ("sponsor", "Elena Marsh"))),
    one(ANA, "add a milestone Pilot end to Apollo on 15 December, colour blue", "preview", shows=("Left out", "colour blue"),
        changes=(("title", "Pilot end"), ("project", "Apollo"), ("planned", "Tue 15 Dec 2026"))),
    one(ANA, "log a risk on Apollo: supplier may deliver late, likely, high impact, owner Ben", "preview", hides=("Left out",),
        changes=(("title", "Supplier may deliver late"), ("project", "Apollo"), ("probability", "4"), ("impact", "4"), ("owner", "Ben Okafor"))),
    one(ANA, "book 5h on APOLLO-T-8 for Dev on Monday", "preview",
        changes=(("person", "Dev Patel"), ("project", "Apollo"), ("task", "Migrate the customer accounts"), ("on", "Mon 16 Nov 2026"), ("hours", "5 h"))),
    # --- the record that is meant ---
    one(ANA, "add a dependency: APOLLO-T-8 waits for APOLLO-T-7", "preview",
        changes=(("project", "Apollo"), ("predecessor", "Rework the password reset"), ("successor", "Migrate the customer accounts"))),
    one(ANA, "add a dependency: APOLLO-T-8 waits for CORVUS-T-2", shows=("another project",), asks=True),
    one(ANA, "make APOLLO-T-5 depend on APOLLO-T-6 with 2 days lag", "preview", changes=(*LINKED, ("lag", "2 days"))),
    one(ANA, "add stakeholder Works council to Apollo, power 4, interest 3, currently resistant, should be supportive", "preview",
        changes=(("name", "Works council"), ("project", "Apollo"), ("power", "4"), ("current", "resistant"))),       # the rest is so anyway
    Dialogue(CARLA, (
        Line("plan a sprint for Borealis from 7 to 18 December", shows=("What should it be called?",), asks=True),
        Line("Sprint 7", ("preview",), changes=SPRINT))),
    one(ANA, "every Friday at 10 create a task for Ana in Apollo to send the weekly report", "preview", shows=("at 10",),
        changes=(("title", "Send the weekly report"), ("project", "Apollo"), ("owner", "Ana Ruiz"), ("due", "Fri 20 Nov 2026"),
                 ("recurrence", "every Friday"))),
    one(ANA, "block APOLLO-T-8 because data is missing", "preview", changes=(("status", "blocked"), ("blocked by", "data is missing"))),
    one(ANA, "add label urgent to APOLLO-T-8", shows=("no field for “label urgent”",), asks=True),
    one(ANA, "remove the owner of APOLLO-R-2", "preview", changes=(("owner", "nothing"),)),
    one(ANA, "remove APOLLO-R-2", shows=("I never delete records",), asks=True),
    one(ANA, "allocate Ben 50% to Apollo in December", shows=("50%",), asks=True),
    # --- a question is answered as it was asked ---
    one(ANA, "which requirements of Apollo are not agreed?", "table", keys=("APOLLO-RQ-2",), hides=("APOLLO-RQ-1",)),
    one(ANA, "which tasks slipped since the baseline?", shows=("I could not read “since the baseline”",), hides=("APOLLO-T-5",), asks=True),
    one(ANA, "what changed on APOLLO-MS-2?", "card", shows=("Mon 30 Nov 2026 → Mon 7 Dec 2026",), hides=("all projects",)),
    one(ANA, "who moved the gate 2 milestone?", "table", shows=("APOLLO-MS-2 Gate 2: build approved was changed twice, last by Ana Ruiz",), hides=("CORVUS",)),
    one(PAULA, "what's the SPI of each project", "table", shows=("SPI", "0.62"), keys=("APOLLO", "BOREALIS")),
    one(PAULA, "what is our total exposure?", "table", shows=("risk exposure", "280,000 EUR"), keys=("ZEPHYR",)),
    one(ANA, "what is waiting for legal?", "table", keys=("APOLLO-T-9",), hides=("CORVUS-T-6",)),
    one(ANA, "who owns the benefits of Apollo?", "table", shows=("Nora Keller",), keys=("APOLLO-BN-1", "APOLLO-BN-2")),
    one(PAULA, "which projects finish in 2026?", "table", keys=("ELARA",), hides=("APOLLO",)),
    one(PAULA, "what was the finish of Apollo on 1 September?", "card", shows=("As of Tue 1 Sep 2026", "Apollo: finish")),
    one(PAULA, "how many open risks did we have on 15 October?", "table", shows=("As of Thu 15 Oct 2026", "12 risks")),
    # --- a past day holds for what leans on it, and no further ---
    Dialogue(PAULA, (
        Line("how many risks were open on 15 October?", ("table",), shows=("12 risks",)),
        Line("show all issues", ("table",), hides=("As of",), keys=("APOLLO-I-1",)))),
    Dialogue(PAULA, (
        Line("how many risks were open on 15 October?", ("table",), shows=("12 risks",)),
        Line("and issues?", shows=("As of Thu 15 Oct 2026",)))),
    # --- words to look for, and slips of the finger ---
    one(PAULA, "find legal", "table", keys=("APOLLO-T-9",)),
    one(PAULA, 'find "legal"', "table", keys=("APOLLO-T-9",)),
    one(ANA, "finish APOLLO-T-9 by tommorow", "preview", changes=(("due", "Thu 19 Nov 2026"),)),
)
