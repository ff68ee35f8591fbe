"""Conversations of colleagues who speak as they write in a hurry: signs, nicknames, conditions, words of the house, another language."""
from tests.conversations.dialogues import ANA, PAULA, Dialogue, Line, one

COLLEAGUE: tuple[Dialogue, ...] = (
    one(PAULA, "fix the footer *bug +Apollo !high @ben", "preview",
        changes=(("title", "Fix the footer"), ("project", "Apollo"), ("owner", "Ben Okafor"), ("priority", "high"), ("type", "bug"))),
    one(PAULA, "what do the open change requests add up to", "table", shows=("54,000 EUR in all", "27,000 EUR on average"), keys=("CORVUS-CR-1",)),
    one(PAULA, "rank the projects by SPI", "table", shows=("SPI",), keys=("DIONE", "APOLLO"), hides=("value for money",)),
    one(PAULA, "if Ben has fewer than five open tasks, give him APOLLO-T-13", "table", shows=("is not so: 6. I propose nothing.",), asks=True),
    Dialogue(PAULA, (
        Line("if Ben has fewer than ten open tasks, give him APOLLO-T-13", ("preview",), shows=("is so: 6.",), changes=(("owner", "Ben Okafor"),)),
        Line("yes", ("receipt",)))),
    one(PAULA, "if Carlos has fewer than five open tasks, give him APOLLO-T-13", shows=("I know no person “Carlos”",), asks=True),
    one(PAULA, "mark APOLLO-T-12 blorp done", "preview", shows=("I did not understand “blorp”",),
        changes=(("status", "done"), ("progress", "100 %"), ("done on", "Wed 18 Nov 2026"))),
    Dialogue(PAULA, (
        Line("open tasks of Fortuna", ("table",), keys=("FORTUNA-T-1", "FORTUNA-T-2")),
        Line("push the first one to 15 December", ("preview",), shows=("FORTUNA-T-1",), changes=(("due", "Tue 15 Dec 2026"),)),
        Line("no, the other one", ("preview",), shows=("FORTUNA-T-2",), changes=(("due", "Tue 15 Dec 2026"),)))),
    Dialogue(PAULA, (
        Line("what is Keller working on", shows=("Which one do you mean",), asks=True),
        Line("what is Jonas Keller working on", shows=("Jonas Keller has 5 open tasks",)),
        Line("no, the other one", shows=("Nora Keller has no open tasks",)))),
    Dialogue(PAULA, (
        Line('"parked" means blocked', ("preview",), changes=(("word", "parked"), ("record", "task"), ("choice", "blocked"))),
        Line("yes", ("receipt",)),
        Line("show the parked tasks of Apollo", ("table",), shows=("“parked” means blocked here.",), keys=("APOLLO-T-9",)))),
    Dialogue(PAULA, (
        Line("the pink list means critical tasks of Apollo", ("preview",),
             changes=(("word", "pink list"), ("record", "anything"), ("field", "meaning"), ("choice", "critical tasks of Apollo"))),
        Line("yes", ("receipt",)),
        Line("show the pink list", shows=("“pink list” means critical tasks of Apollo here.",)))),
    one(ANA, "the red book means the risk policy", shows=("you may not change office words",), asks=True),
    one(PAULA, "tasks of ben@northlight.example", "table", keys=("APOLLO-T-12",), hides=("could not read",)),
    one(PAULA, "assign APOLLO-T-13 to Vic", "preview", changes=(("owner", "Victor Lang"),)),
    one(PAULA, "cria uma tarefa para a Ana corrigir a página de login até sexta-feira, 6h", "preview",
        changes=(("title", "Corrigir a página de login"), ("project", "Apollo"), ("owner", "Ana Ruiz"), ("due", "Fri 20 Nov 2026"), ("hours", "6 h"))),
    one(PAULA, "que tarefas estão atrasadas?", "table", shows=("5 tasks",), keys=("APOLLO-T-5",)),
)
