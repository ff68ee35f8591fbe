"""Conversations about figures, value, rules and early signs, in the words of project managers, teams, executives, the value office and controllers."""
from tests.conversations.dialogues import ANA, BEN, ELENA, NORA, PAULA, VICTOR, Dialogue, Line, one

CARLA = "carla@northlight.example"

EARNED: tuple[Dialogue, ...] = (
    Dialogue(ANA, (
        Line("what will Apollo cost in the end?", ("fact",), shows=("EAC", "493,735 EUR", "budget 420,000 / CPI 0.851 (typical variance)"), keys=("APOLLO-C-1",)),
        Line("how was this computed?", ("fact", "sources"), shows=("493,735 EUR", "EV 196,928 / AC 231,500")),
        Line("by which method?", ("fact",), shows=("typical variance", "EAC by cost and schedule")),
        Line("and if the rest goes as planned?", ("fact",), shows=("454,573 EUR", "AC 231,500 + budget 420,000 − EV 196,928")))),
    one(ELENA, "EAC by cost and schedule of Apollo", "fact", shows=("EAC by cost and schedule",), keys=("APOLLO-C-1",)),
    one(ANA, "TCPI of Apollo", "fact", shows=("1.18", "work left 223,073 / money left 188,500")),
    one(ANA, "planned value of Apollo", "fact", shows=("318,552 EUR", "planned progress 75.8 % × budget 420,000")),
    one(ANA, "what is the burn rate of Apollo?", "fact", shows=("16,125 EUR", "193,500 spent in the 12 weeks")),
    one(ANA, "how many weeks of budget are left on Apollo?", "fact", shows=("11.7 weeks", "budget left 188,500 / 16,125 a week")),
    Dialogue(ANA, (
        Line("earned schedule of Apollo", ("fact", "table"), shows=("11.3 weeks",)),
        Line("and the SPI(t)?", ("fact",), shows=("0.71", "ES 11.3 / AT 15.9 weeks")),
        Line("and of Zephyr?", asks=True, hides=("0.80",)))),
    one(ANA, "CPI of Apollo as of 1 November", "fact", shows=("As of Sun 1 Nov 2026", "0.97", "EV 176,715 / AC 182,500")),
    one(ELENA, "cost of approved changes of Apollo", "fact", shows=("8,000 EUR", "45,000 more is undecided"), keys=("APOLLO-CR-1",)),
    one(CARLA, "hybrid SPI of Corvus", "fact", shows=("1.00", "hybrid EV 222,874 / hybrid PV 223,444")),
)
SCHEDULE: tuple[Dialogue, ...] = (
    one(ANA, "what is on the critical path of Apollo?", "fact", "table", shows=("critical path", "25 days", "Train the service desk"), keys=("APOLLO-T-11",)),
    one(ANA, "how much float has APOLLO-T-10?", "fact", "table", shows=("least float", "total float", "Load test the portal"), keys=("APOLLO-T-10",)),
    Dialogue(ANA, (
        Line("when will Apollo really be done?", ("fact",), shows=("expected finish", "Mon 22 Feb 2027", "by its pace so far", "31 days after the wanted finish"),
             hides=("18 Jan",)),
        Line("how sure is that date?", ("fact",), shows=("chance in time", "0 %", "wanted finish 22 Jan 2027", "only 4 of 12 open tasks vary")))),
    *(one(PAULA, asked, "text", "fact", shows=("Apollo is expected to finish on Mon 22 Feb 2027, 4 weeks after the wanted Fri 22 Jan 2027",
                                               "80 % sure by Wed 17 Mar 2027"), hides=("100 %",))
      for asked in ("when will Apollo really finish", "when will Apollo be done?", "when can we expect Apollo to be done?")),
    one(ANA, "P50 of Apollo", "fact", shows=("finish P50", "Fri 12 Mar 2027")),
    one(ELENA, "cost P80 of Apollo", "fact", shows=("592,416 EUR", "EAC 493,735 + 98,681")),
    one(ELENA, "what is the chance that Apollo finishes in time?", "fact", shows=("chance in time", "0 of 10,000 courses"), hides=("100 %",)),
    one(PAULA, "levelled finish of Apollo", "fact", "table", shows=("Tue 16 Feb 2027", "7 tasks of 12 to move", "by the links alone 22 Dec 2026")),
)
DELIVERY: tuple[Dialogue, ...] = (
    Dialogue(CARLA, (
        Line("what is the velocity of Borealis?", ("fact", "table"), shows=("26 points", "the last 3 closed sprints", "Sprint 5"), keys=("BOREALIS-SR-3",)),
        Line("how many more sprints does Borealis need?", ("fact",), shows=("sprints to go", "16 points left / velocity 26.3")),
        Line("commitment reliability of Borealis", ("fact",), shows=("94 %", "79 of 84 points")))),
    one(CARLA, "throughput of Borealis", "fact", shows=("0.63", "5 tasks done in the last 8 weeks")),
    one(CARLA, "cycle time on Borealis", "fact", shows=("14 days", "the median of 7 tasks")),
    one(CARLA, "agile SPI of Borealis", "fact", shows=("0.95", "agile EV 128,571 / agile PV 135,000")),
    one(PAULA, "has the scope of Apollo grown?", "fact", shows=("scope growth", "1 task added and 1 removed of 16 tasks")),
    one(PAULA, "staffing gap of Apollo", "fact", "table", shows=("153 h", "role: developer")),
    one(PAULA, "in which weeks is Ben over-allocated?", "fact", "table", shows=("3 of the next 8 weeks", "176.6 h of 24 h")),
    one(PAULA, "how many hours is Mia available?", "fact", shows=("218 h", "at 32 h a week")),
    one(PAULA, "hours by person on Apollo", "fact", "table", shows=("9 h", "Ben Okafor"), keys=("APOLLO-H-1", "APOLLO-H-2")),
    one(PAULA, "metrics on target of Apollo", "fact", shows=("0 %", "2.8 s on 11 Nov 2026 against 2 s ± 0.5: missed")),
    one(PAULA, "engagement gap on Apollo", "fact", "table", shows=("2 of 2 stakeholders", "Legal department")),
    one(PAULA, "how exposed are we on Apollo?", "fact", "table", shows=("risk exposure", "79,500 EUR", "1 without a cost left out")),
    one(PAULA, "are the risk responses of Apollo worth their cost?", "fact", shows=("22,000 EUR", "saves 28,000 for 6,000")),
    one(ANA, "days at risk on Apollo", "fact", shows=("11 days",), keys=("APOLLO-R-1",)),
)
VALUE: tuple[Dialogue, ...] = (
    one(ELENA, "NPV of Borealis", "fact", shows=("363,176 EUR", "at 9 %")),
    Dialogue(ELENA, (Line("internal rate of return of Apollo", ("fact",), shows=("Apollo (APOLLO): IRR", "8.7 %", "the rate at which the NPV is 0")),
                     Line("and the payback?", ("fact",), shows=("3.3 years",)), Line("and of Borealis?", ("fact",), shows=("1.2 years",)))),
    one(ELENA, "what is Apollo's NPV most sensitive to?", "fact", "table", shows=("switching value", "benefits −1.7 %")),
    one(ELENA, "compare the options of Apollo", "fact", "table", shows=("Keep the call centre as it is", "8,963 EUR")),
    one(ELENA, "what is Apollo worth without sunk costs?", "fact", shows=("NPV ahead", "257,667 EUR")),
    one(ELENA, "what is the benefit cost ratio of Corvus?", "fact", shows=("value for money",)),
    one(VICTOR, "NPS of Elara", "fact", "table", shows=("43", "57 % promoters − 14 % detractors of 7 answers")),
    one(VICTOR, "benefits at risk on Apollo", "fact", shows=("60,000 EUR", "adjusted for confidence 260,000")),
    one(VICTOR, "cost to realise of Apollo", "fact", shows=("12,000 EUR", "1 of 2 benefits")),
    one(VICTOR, "strategic chain of Apollo", "fact", "table", shows=("75 %", "6 of 8 joints hold")),
    one(ELENA, "WSJF of Borealis", "fact", shows=("2.80", "job size 5")),
    one(ELENA, "board score of Apollo", "fact", shows=("6.37", "business value 8.0 × 30 %")),
    one(ELENA, "why is Apollo third?", "text", shows=("Apollo is fifth of 7 by value for money", "fourth of 6 by score")),
    Dialogue(ELENA, (Line("which projects fit in 2 million?", ("table",), shows=("674,314 EUR", "proven to be the best choice")),
                     Line("with 200,000 EUR next year", ("table",), shows=("189,050 EUR",)))),
    one(ELENA, "compare the scenarios", "text", shows=("no two scenarios",)),
)
SUPPOSED: tuple[Dialogue, ...] = (
    one(VICTOR, "what if strategic fit was 50?", "text", "table", shows=("“strategic fit” weighs 50 instead of 25 of 100", "Zephyr rises from 3 to 2")),
    one(VICTOR, "what if the weight of strategic fit counted twice as much?", "table", shows=("weighs 50 instead of 25", "Corvus falls from 2 to 3")),
    one(ELENA, "what if the test phase of Apollo costs 50k more?", "table", shows=("Apollo against its budget: EAC 543,735 EUR instead of 493,735 EUR",
                                                                              "Apollo in its business case: NPV -41,037 EUR instead of 8,963 EUR")),
    one(ELENA, "what if the rate was 12 percent?", "table", shows=("the discount rate is 12 %", "NPV -37,247 EUR instead of 8,963 EUR")),
    one(ELENA, "what if the benefits of Apollo slip six months?", "table", shows=("NPV -10,814 EUR instead of 8,963 EUR", "Nothing is changed")),
    one(ELENA, "Apollo's NPV at 12 %", "table", shows=("NPV -37,247 EUR instead of 8,963 EUR",)),
    one(ANA, "what if T-12 takes two weeks longer?", "table", shows=("Mon 4 Jan 2027 instead of Tue 22 Dec 2026",)),
    one(ANA, "what if Ben is away in December?", "table", shows=("expected finish Fri 5 Mar 2027 instead of Mon 22 Feb 2027", "229 h")),
    one(ANA, "what if APOLLO-R-1 happens?", "table", shows=("costs 60,000", "NPV -51,037 EUR instead of 8,963 EUR")),
)
TRUST: tuple[Dialogue, ...] = (
    Dialogue(PAULA, (Line("can I trust the figures of Dione?", ("fact", "table"), shows=("Dione (DIONE)", "87 %", "grade B", "Agree a baseline (+9 points)")),
                     Line("what would raise it most?", ("fact", "table"), shows=("What would raise the data confidence most", "Agree a baseline (+9 points)")))),
    one(PAULA, "what rules does Apollo break?", "table", shows=("Apollo breaks 5 of 23 rules", "risk review is mandatory")),
    Dialogue(PAULA, (Line("switch off the clause missed communication", ("preview",), changes=(("enforced", "no"),)),
                     Line("yes", ("receipt",)),
                     Line("what rules does Apollo break?", ("table",), shows=("Apollo breaks 4 of 22 rules",)))),
    one(ANA, "switch off the clause missed communication", shows=("may not change clauses",), asks=True),
    one(PAULA, "what should I watch out for?", "table", shows=("Early signs: 7", "45 % of the promised benefits are no longer expected")),
    one(ANA, "why is Apollo red?", "table", shows=("because of 14 findings", "Each dimension; declared: green")),
    one(PAULA, "cost of quality on Apollo", "fact", shows=("not computable: no quality check has a cost",)),
    one(PAULA, "escaped defects of Apollo", "fact", shows=("not computable",)),
    one(NORA, "NPV of Apollo", "fact", shows=("not computable", "which you may not see"), hides=("8,963",)),
    one(BEN, "what will Apollo cost in the end?", "fact", shows=("which you may not see",), hides=("493,735",)),
    one(BEN, "NPV of Zephyr", shows=("I know no project “Zephyr”",), hides=("636,902",), asks=True),
    one(PAULA, "projects with SPI(t) below 0.9", "table", shows=("0.71", "Not computable for FORTUNA"), keys=("APOLLO", "ZEPHYR"), hides=("BOREALIS",)),
    one(PAULA, "projects with data confidence below 80", "table", keys=("ELARA",), hides=("DIONE",)),
    one(ELENA, "projects with an IRR below 10 %", "table", keys=("APOLLO", "FORTUNA", "DIONE"), hides=("BOREALIS",)),
    one(PAULA, "which projects have a TCPI above 1.1?", "table", shows=("1.18",), keys=("APOLLO",), hides=("CORVUS",)),
    one(PAULA, "which projects have a CPI between 0.8 and 1?", "table", shows=("0.85",), keys=("APOLLO",), hides=("BOREALIS", "CORVUS")),
    one(PAULA, "risks with a score between 8 and 15", "table", keys=("APOLLO-R-3",), hides=("APOLLO-R-1",)),
    one(PAULA, "projects with an IRR between 5 % and 10 %", "table", keys=("APOLLO",), hides=("FORTUNA",)),
    one(ELENA, "does Borealis earn its money back, and when?", "fact", shows=("payback", "1.2 years")),
    one(ANA, "which efficiency do we need to hit the budget of Apollo?", "fact", shows=("TCPI", "1.18")),
    one(PAULA, "are the stakeholders of Apollo on board?", "fact", shows=("stakeholder support", "50 %")),
    one(PAULA, "tasks between 3 and 5", shows=("I could not read “between 3 and 5”",), hides=("APOLLO-T-5",), asks=True),
    one(PAULA, "who has hours available?", shows=("I could not read “hours available”",), hides=("Ben Okafor",), asks=True),
)
CHANGED = (
    one(VICTOR, "what changed on Apollo in the last three weeks?", "text", "table", shows=("APOLLO-MS-2 Gate 2: build approved by 14 days",)),
)
FIGURES: tuple[Dialogue, ...] = (*CHANGED, *EARNED, *SCHEDULE, *DELIVERY, *VALUE, *SUPPOSED, *TRUST)
