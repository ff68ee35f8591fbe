"""Messages with two thoughts, as people send them: another question, a question about what the first shows, an order about it, a fact and what follows."""
from tests.conversations.dialogues import ANA, BEN, ELENA, PAULA, Dialogue, Line, one

CARLA, VICTOR = "carla@northlight.example", "victor@northlight.example"

TWO_THOUGHTS: tuple[Dialogue, ...] = (
    # --- what leans on the first ---
    one(PAULA, "what are the open risks on Apollo, and which of them have no owner?", "table", shows=("5 risks", "1 risk"), keys=("APOLLO-R-3", "APOLLO-R-1")),
    one(PAULA, "how many tasks does Ana have and how many of those are late?", "table", shows=("3 tasks", "1 task is overdue"), keys=("APOLLO-T-9",)),
    one(PAULA, "How many tasks are overdue per project, and per person?", "table", shows=("by project", "by owner", "Ben Okafor")),
    one(PAULA, "how many open issues are there on Apollo and what is the worst of them?", "table", shows=("by severity, the highest first",)),
    one(BEN, "What is on my plate this week and which of it is already late?", "table", hides=("APOLLO-T-9",), keys=("APOLLO-T-5",)),
    # --- an order about what is shown ---
    Dialogue(ANA, (
        Line("which tasks on Apollo are late? move them to Friday", ("table", "preview"), shows=("4 tasks are overdue", "Change 4 tasks"),
             changes=(("due", "Fri 20 Nov 2026"),) * 4),
        Line("[confirm]", ("receipt",), keys=("APOLLO-T-9",)))),
    one(ANA, "show me Ben's late tasks and push them all by a week", "table", "preview", shows=("Change 3 tasks",),
        changes=(("due", "Thu 5 Nov 2026"), ("due", "Mon 16 Nov 2026"), ("due", "Fri 20 Nov 2026"))),
    # --- two questions, each for itself ---
    one(ELENA, "What is stuck on Corvus and who has to move?", "table", keys=("CORVUS-T-6",), hides=("APOLLO-T-9",)),
    one(PAULA, "I need a status for Elena by noon: which projects are red, why, and what does she have to decide?", "table", keys=("APOLLO", "APOLLO-CR-2")),
    # --- what is told and what follows from it ---
    one(BEN, "The password reset is stuck because Keyward hasn't sent the test keys, so set it to blocked and tell me what hangs on it.", "preview",
        changes=(("status", "blocked"), ("blocked by", "Keyward has not sent the test keys"))),
    one(ANA, "Legal finally agreed to the privacy notice this morning, so unblock it and mark it done.", "preview",
        changes=(("status", "done"), ("blocked by", "nothing"), ("progress", "100 %"), ("done on", "Wed 18 Nov 2026"),
                 ("text", "Legal finally agreed to the privacy notice this morning"), ("project", "Apollo"), ("about", "APOLLO-T-9"), ("author", "Ana Ruiz"))),
    one(ELENA, "Reject the scanner rental for Corvus, it costs too much, and let Carla know why.", "preview",
        shows=("I send no messages to people, so “let Carla know why” is left to you.",),
        changes=(("status", "rejected"), ("decided on", "Wed 18 Nov 2026"), ("rationale", "it costs too much"))),
    # --- what cannot be answered is told ---
    one(PAULA, "when is the next milestone of Borealis and is it in danger?", "table", shows=("I left out “is it in danger”",), keys=("BOREALIS-MS-2",)),
    one(ANA, "Legal finally agreed to the privacy notice this morning", shows=("What should it become?",), asks=True),
)
