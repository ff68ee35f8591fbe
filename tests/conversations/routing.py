"""What a stranger asked and was once answered otherwise: suppositions, figures, verdicts, weights, choices, days, and what leans on them."""
from tests.conversations.dialogues import ANA, ELENA, PAULA, Dialogue, Line, one

NEVER = ("Nothing is changed yet",)              # no preview

ROUTING: tuple[Dialogue, ...] = (
    # --- what is only supposed is never proposed ---
    one(ELENA, "what if APOLLO-CR-2 is approved", hides=NEVER, asks=True),
    one(PAULA, "what if we close APOLLO-R-1?", hides=NEVER, asks=True),
    one(ANA, "what if APOLLO-T-12 is cancelled?", hides=NEVER, asks=True),
    one(ELENA, "what if we cancel Dione", shows=("I can suppose",), hides=NEVER, asks=True),
    one(ELENA, "what if we add 2 developers to Apollo", shows=("I can suppose",), hides=NEVER, asks=True),
    one(ELENA, "what if the discount rate is 20% for all projects", "table", shows=("the discount rate is 20 %",)),
    one(ELENA, "suppose the benefits of Apollo come 10 % lower", "table", shows=("-44,433 EUR",)),
    one(ELENA, "rank by board score with strategic fit 50 % and business value 50 %", "table", shows=("“strategic fit” weighs 50", "“business value” weighs 50")),
    one(ELENA, "weight 60 strategic fit, 40 value for money", "table", shows=("“strategic fit” weighs 60", "“value for money” weighs 40")),
    one(ELENA, "if delivery risk weighed 30 %", "table", shows=("“delivery risk” weighs 30",)),
    # --- a figure and a name, and nothing else ---
    one(ELENA, "residual exposure apollo", "fact", shows=("residual exposure", "51,500 EUR")),
    one(ELENA, "break even of Dione", "fact", shows=("payback",)),
    one(ELENA, "% complete corvus", "fact", shows=("progress", "54 %")),
    one(ELENA, "monte carlo apolo", "fact", shows=("finish P80",)),
    one(ELENA, "slack of Apollo", "fact", shows=("least float",)),
    one(ELENA, "near-critical tasks of Apollo", "fact", shows=("least float",)),
    one(ELENA, "engagement of stakeholders on Apollo", "fact", shows=("stakeholder support", "50 %")),
    one(ELENA, "how is quality at Apollo?", "fact", shows=("metrics on target",)),
    one(ELENA, "which task is the bottleneck on Apollo", "fact", shows=("critical path",)),
    one(ELENA, "which tasks are critical on Corvus?", "fact", shows=("not computable: no task waits for another",)),
    one(ELENA, "how much of the budget of Apollo is left?", "fact", shows=("188,500 EUR",)),
    one(ELENA, "realised benefits of Dione", "fact", shows=("20,000 EUR",)),
    one(ELENA, "how far is OBJ-1", "fact", shows=("attainment", "25 %")),
    one(ELENA, "how many hours are booked on Apollo?", "fact", shows=("hours booked", "9 h")),
    one(ELENA, "how can I fix the data of Dione?", "fact", shows=("87 %", "Agree a baseline")),
    one(ELENA, "which fields are missing on Fortuna", "fact", shows=("data confidence",)),
    one(ELENA, "when does Apollo's first benefit start?", "fact", shows=("2027",)),
    # --- what nobody computes is said, with what is near ---
    one(ELENA, "defect density of Apollo", "choices", shows=("I compute no defect density", "open defects of Apollo")),
    one(ELENA, "flow efficiency of Borealis", "choices", shows=("I compute no flow efficiency", "cycle time of Borealis")),
    one(ELENA, "cumulative flow of Borealis", "choices", shows=("I compute no cumulative flow",)),
    one(ELENA, "estimate accuracy of Apollo", "choices", shows=("I compute no accuracy of estimates",)),
    one(ELENA, "capex vs opex of Apollo", "choices", shows=("I compute no split into capex and opex",)),
    one(ELENA, "baseline vs current of Apollo", "choices", shows=("I compute no comparison of all with the baseline",)),
    one(ELENA, "p90 apollo finish", "choices", shows=("only P50 and P80",)),
    one(ELENA, "schedule compression options for Apollo", "choices", shows=("I compute no options for a shorter schedule",), hides=NEVER, asks=True),
    one(ELENA, "how much money goes to each objective?", "choices", shows=("I compute no money by objective",)),
    # --- computed colours and verdicts ---
    one(ELENA, "which projects are red?", "table", keys=("APOLLO", "ZEPHYR"), shows=("2 projects", "Red in value, not in delivery: DIONE"), hides=("CORVUS",)),
    one(ELENA, "which projects are at risk", "table", shows=("1 project", "Red in delivery: "), keys=("CORVUS",)),
    one(ELENA, "which projects are off track?", "table", shows=("2 projects",), keys=("APOLLO", "ZEPHYR")),
    one(ELENA, "show me the green projects", "table", keys=("BOREALIS", "DIONE"), hides=("APOLLO",)),
    one(ELENA, "which projects are no longer worth it?", "table", keys=("DIONE",), hides=("BOREALIS",)),
    one(ELENA, "any watermelons?", "table", keys=("APOLLO",), hides=("BOREALIS",)),
    one(ELENA, "which project is the worst?", "table", shows=("2 off track",), hides=("Borealis comes first",)),
    one(ELENA, "which projects would you stop?", "table", shows=("value for money",)),
    # --- against the plan ---
    one(ELENA, "which milestones are late?", "table", keys=("APOLLO-MS-2", "APOLLO-MS-3", "APOLLO-MS-4", "CORVUS-MS-2"), hides=("APOLLO-MS-1",)),
    one(ELENA, "milestones late by more than a week", "table", shows=("3 milestones", "15 days late"), hides=("CORVUS-MS-2",)),
    one(ELENA, "which milestones slipped on Apollo", "table", shows=("14 days late",), keys=("APOLLO-MS-2",), hides=("CORVUS-MS-2",)),
    one(ELENA, "which tasks finished later than planned on Dione?", hides=("DIONE-T-1",)),
    one(ELENA, "benefit owner missing", "table", shows=("3 benefits",), keys=("APOLLO-BN-2",)),
    # --- figures as conditions and as an order ---
    one(ELENA, "projects with negative NPV", "table", shows=("2 projects",), keys=("DIONE", "FORTUNA")),
    one(ELENA, "NPV below zero", "table", shows=("2 projects",), keys=("DIONE", "FORTUNA")),
    one(ELENA, "highest irr", "table", shows=("IRR",), keys=("BOREALIS",), hides=("APOLLO-R-1",)),
    one(ELENA, "top 3 by ROI", "table", shows=("The first 3 of 7", "271 %")),
    one(ELENA, "rank by benefit drift", "table", shows=("benefit drift", "45 %")),
    one(ELENA, "which benefits drift most?", "table", shows=("benefit drift", "45 %")),
    one(ELENA, "rank by SPI worst first", "table", shows=("0.62",)),
    one(ELENA, "which risks on Apollo cost most?", "table", keys=("APOLLO-R-1",)),
    one(ELENA, "top 3 risks by cost impact", "table", shows=("The first 3",), keys=("ZEPHYR-R-1",)),
    one(ELENA, "biggest budget line", "table", keys=("FORTUNA-B-1",), shows=("900,000",)),
    one(ELENA, "sort costs by amount", "table", keys=("ELARA-C-1",)),
    one(ELENA, "longest task of Apollo", "table", keys=("APOLLO-T-5",)),
    one(ELENA, "which costs are over 40000", "table", hides=("could not read",), keys=("APOLLO-C-9",)),
    # --- over all projects ---
    one(ELENA, "total NPV of the portfolio", "table", shows=("NPV of 7: 815,062 EUR in all",)),
    one(ELENA, "total risk exposure", "table", shows=("680,000 EUR in all",)),
    one(ELENA, "portfolio CPI", "table", shows=("over the sum of their actual cost", "no mean of the CPI")),
    one(ELENA, "average CPI", "table", shows=("over the sum of their actual cost",)),
    # --- days and rates in every wording ---
    one(ELENA, "npv apollo @ 5 pct", "table", shows=("48,355 EUR",)),
    one(ELENA, "EV of apollo at end of september", "fact", shows=("As of Wed 30 Sep 2026", "157,500 EUR")),
    one(ELENA, "What did the EAC of Apollo look like on 1 Nov?", "fact", shows=("As of Sun 1 Nov 2026", "433,749 EUR")),
    one(ELENA, "NPV of Apollo on 1 October", "fact", shows=("As of Thu 1 Oct 2026", "126,354 EUR")),
    one(ELENA, "how much did we spend on Apollo in October?", "table", shows=("77,500 EUR in all",)),
    one(ELENA, "AC of Apollo up to 15 October", "table", shows=("173,000 EUR in all",)),
    one(ELENA, "CPI trend of Apollo", "fact", shows=("As of Wed 23 Sep 2026", "1.07", "0.94", "0.85")),
    one(ELENA, "CPI of Apollo over the last 4 weeks", "fact", shows=("As of Wed 21 Oct 2026", "0.94", "0.85")),
    one(ELENA, "what is the chance that apollo ends before march 2027", "fact", shows=("I left out “march 2027”", "chance in time")),
    one(ELENA, "capacity of Ben in december", "fact", shows=("I left out “december”",)),
    one(ELENA, "who is free in december?", "table", shows=("“december”",)),
    # --- a choice among projects ---
    one(ELENA, "best portfolio under 1m with Apollo as must do", "table", shows=("With 1,000,000", "Apollo")),
    one(ELENA, "fund projects with 800k next year, Dione is a must", "table", shows=("With 800,000 in 2027",)),
    one(ELENA, "which projects with 1 million next year without Fortuna", "table", shows=("With 1,000,000 in 2027", "Fortuna (you leave it out)")),
    one(ELENA, "pick projects under 500k excluding Corvus", "table", shows=("With 500,000",), hides=("CORVUS",)),
    one(ELENA, "5 million in 2027, Zephyr must be in, not Fortuna", "table", shows=("With 5,000,000 in 2027", "Zephyr"), hides=("FORTUNA",)),
    # --- what leans on what was said last ---
    Dialogue(ELENA, (
        Line("NPV of Dione", ("fact",), shows=("-146,423 EUR",)),
        Line("at 12 %", ("table",), shows=("-224,238 EUR",), hides=("Apollo",)),
        Line("at 15", ("table",), shows=("-275,637 EUR",)))),
    Dialogue(ELENA, (
        Line("what if Apollo's benefits come 10 % lower?", ("table",), shows=("-44,433 EUR",)),
        Line("and 20 %?", ("table",), shows=("the benefits are 20 % lower", "-97,830 EUR")),
        Line("and by two years?", ("table",), shows=("the benefits come 2 years later",)),
        Line("why?", ("table",), shows=("the benefits come 2 years later",)))),
    Dialogue(ELENA, (
        Line("which projects should we fund with 2 million next year?", ("table",), shows=("With 2,000,000 in 2027",)),
        Line("with 3 million?", ("table",), shows=("With 3,000,000 in 2027",)),
        Line("without Zephyr", ("table",), shows=("With 3,000,000 in 2027", "Zephyr (you leave it out)")),
        Line("with Fortuna as a must", ("table",), shows=("With 3,000,000 in 2027", "Zephyr (you leave it out)", "Fortuna")))),
    Dialogue(ELENA, (
        Line("CPI of Apollo", ("fact",), shows=("0.85",)),
        Line("why", ("fact", "table"), shows=("0.85", "because of 14 findings"), hides=("Borealis",)))),
    Dialogue(ELENA, (
        Line("NPV of Dione", ("fact",)),
        Line("why so low?", ("fact", "table"), shows=("-146,423 EUR", "no longer worth it"), hides=("Borealis",)))),
    Dialogue(ELENA, (
        Line("EAC of Apollo", ("fact",), shows=("493,735 EUR",)),
        Line("the bottom-up one?", ("fact",), shows=("bottom-up EAC", "258,695 EUR")))),
    Dialogue(ELENA, (
        Line("NPV of Dione", ("fact",)),
        Line("which is better?", ("choices",), shows=("Better than which?",), hides=("Borealis comes first",)))),
    Dialogue(ELENA, (
        Line("NPV after tax Apollo", ("fact",), shows=("-136,525 EUR",)),
        Line("how computed?", ("fact",), shows=("30 % tax",)))),
    Dialogue(PAULA, (
        Line("save this as scenario Lean", asks=True),
        Line("compare scenarios", shows=("no two scenarios",), hides=("Lean compare",), asks=True))),
    one(ELENA, "why is the CPI of Apollo below 1?", "fact", "table", shows=("0.85", "because of 14 findings")),
    one(ELENA, "why did the NPV of Apollo fall?", "fact", "table", shows=("126,354 EUR", "8,963 EUR")),
)
