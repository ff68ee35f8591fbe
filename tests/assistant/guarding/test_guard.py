"""What a language model may say: only what this turn's blocks or the asker cover, in whatever form a fact is put."""
from hypothesis import given
from hypothesis import strategies as st
import pytest

from assistant.guarding.guard import Guard
from reports.blocks import Block, Card, Fact, Passage, Source, Table, Text

PROJECTS = {"Apollo": "APOLLO", "Zephyr": "ZEPHYR", "Corvus": "CORVUS"}
NAMES = (*PROJECTS, "Ben Okafor", "May Lin")
BLOCKS: list[Block] = [
    Fact("apollo.cpi", "CPI", "0.80", "EV 20 / AC 25"),
    Fact("apollo.overdue", "tasks overdue", "4", "4 of 12 open tasks"),
    Fact("apollo.progress", "progress", "46 %", "half"),
    Table("2 tasks", ("task", "title", "due", "hours"),
          (("APOLLO-T-4", "Order steel", "Fri 20 Nov 2026", "17"), ("APOLLO-T-5", "Sell it", "Mon 23 Nov 2026", "9")), ("APOLLO-T-4", "APOLLO-T-5")),
    Card("Delivered well? Off track", "red", ("The gate is 14 days later than planned, 5 tolerated.",), ("APOLLO-MS-1",)),
]
RULES: list[Block] = [
    Text("Handbook, 7.2 says:"),
    Passage("The sponsor approves changes up to 50,000 EUR. A decision is taken within ten working days.",
            Source("section", "DOC-1/7.2", "Handbook, 7.2 Limits")),
]


def passed(sentence: str, blocks: list[Block] | None = None, asked: str = "How was Apollo in the last 14 days?") -> str:
    guard = Guard(asked, NAMES, PROJECTS, "Ana Ruiz")
    guard.read(BLOCKS if blocks is None else blocks)
    return guard.passed(sentence)


@pytest.mark.parametrize(("said", "told"), [
    ("The CPI is [[apollo.cpi]].", "The CPI is 0.80."),
    ("The CPI is [[Apollo.CPI]].", "The CPI is 0.80."),
    ("Progress is [[apollo.progress]], Ana Ruiz.", "Progress is 46 %, Ana Ruiz."),
])
def test_a_figure_is_placed_by_its_slot(said: str, told: str) -> None:
    assert passed(said) == told


@pytest.mark.parametrize("said", [
    "The CPI is 0.80.", "Progress is 46%.", "4 tasks are overdue.", "You asked for 14 days.", "APOLLO-T-4 is due Fri 20 Nov 2026.",
    "Order steel comes first.", "The gate is 14 days later than planned.", "Apollo is off track.", "Apollo is red.", "APOLLO-T-4 takes hours: 17.",
    "It needs your attention.", "What would you like to look at next?", "First, decide who orders it.", "It may be late.", "Which one do you mean?",
])
def test_what_this_turn_shows_or_the_asker_said_gets_through(said: str) -> None:
    assert passed(said) == said


@pytest.mark.parametrize("said", [
    "The CPI is 0.81.", "The CPI is 10.80.", "The CPI is 14.", "It is [[zephyr.cpi]].", "The SPI is [[apollo.cpi]].", "Progress is [[apollo.cpi]].",
    "Zephyr has [[apollo.cpi]].", "Zephyr's CPI is 0.80.", "4 risks are open.", "It took 4 days.", "It takes 17 hours.", "APOLLO-T-5 takes hours: 17.",
    "APOLLO-T-5 is due Fri 20 Nov 2026.", "Sell it is due Fri 20 Nov 2026.", "Apollo is green.", "Apollo is not red.", "Apollo is on track.",
    "Apollo is not off track.",
    "Zephyr is worse.", "Ben Okafor leads it.", "It is due on Tuesday.", "Finish in December.", "I created the task.", "The task has been moved.", "Done!",
    "See https://evil.example/x.", "See [this](x).",
    "Write to a@b.example.", "<img src=x>", "The value is [[apollo.cpi.",
])
def test_anything_else_that_looks_like_a_fact_costs_the_sentence(said: str) -> None:
    assert passed(said) == ""


def test_a_guess_of_the_askers_is_no_fact_where_this_turn_shows_another() -> None:
    assert passed("Yes, the CPI is 0.95.", asked="is the CPI of Apollo 0.95?") == ""
    assert passed("Yes, it is green.", asked="is Apollo green?") == ""


@pytest.mark.parametrize(("said", "told"), [
    ("The sponsor approves changes up to 50,000 EUR [[cite:2]].", "The sponsor approves changes up to 50,000 EUR (Handbook, 7.2 Limits)."),
    ("A decision must come within ten working days [[cite:2]].", "A decision must come within ten working days (Handbook, 7.2 Limits)."),
    ("Would you like me to raise one?", "Would you like me to raise one?"),
    ("The sponsor approves them.", ""), ("It must be decided [[cite:1]].", ""), ("It must be decided [[cite:9]].", ""),
    ("The sponsor approves up to 60,000 EUR [[cite:2]].", ""), ("It takes ten euros [[cite:2]].", ""),
])
def test_what_the_office_demands_needs_a_citation_that_resolves(said: str, told: str) -> None:
    assert passed(said, RULES, "who approves?") == told


@pytest.mark.parametrize("said", [
    "Every project must have a sponsor.", "The handbook says so.", "If you move the baseline, the sponsor must approve it.", "It needs the sponsor's approval.",
    "The sponsor has to approve it.", "We may not decide this.", "Approval is needed.", "You are authorised to decide it.",
])
def test_without_any_source_no_demand_gets_through(said: str) -> None:
    assert passed(said, []) == ""


FORMS = ("{}", "{}%", "{} %", "{} percent", "€{}", "{} EUR", "{}k", "{}h", "{}-{}", "between {} and {}", "{}th", "{}/12", "{}.", "({})", "“{}”", "~{}", "x{}",
         "#{}", "-{}")
WORDS = ("twelve", "a third", "doubled", "twice", "half", "twenty-one", "fiftyfold", "a dozen", "per cent", "three-quarters", "second", "21st",
         "tenth", "½", "②", "Ⅳ", "IV", "٣", "五", "１２", "zwölf", "douze", "doce", "doze", "a couple", "a week", "next month", "tomorrow",
         "yesterday", "Friday", "on Fri", "in May", "3 March", "2026-11-20", "20.11.2026", "11/20", "Christmas", "in winter", "end of the quarter",
         "days late", "noon", "one", "zero", "million", "amber", "green", "yellow", "at risk", "on schedule", "over budget", "APOLLO-T-99", "Q3",
         "10:30", "1e6", "1,000,000", "tw\u200belve", "ｔｗｅｌｖｅ", "TWELVE", "twenty\u2011one", "tw\u0435lve")
TALK = ("projects", "work", "people", "need", "care", "and", "the", "team", "looks", "good", "so", "we", "go", "with", "it", "calmly", "again")
BENIGN = st.lists(st.sampled_from(TALK), min_size=1, max_size=9)
FACT = st.one_of(st.builds(lambda form, n: form.replace("{}", str(n)), st.sampled_from(FORMS), st.integers(15, 10_000)), st.sampled_from(WORDS))


@given(BENIGN, FACT, st.integers(0, 9))
def test_a_sentence_with_a_number_put_into_it_never_gets_through(words: list[str], fact: str, at: int) -> None:
    guard = Guard("how is it?", NAMES, PROJECTS)
    assert guard.passed(" ".join([*words[:at], fact, *words[at:]]) + ".") == ""


@given(BENIGN, st.integers(18, 99_999).filter(lambda n: str(n) not in {"46", "80", "2026"}), st.sampled_from(FORMS), st.integers(0, 9))
def test_a_number_that_no_fact_shows_never_gets_through_beside_facts(words: list[str], number: int, form: str, at: int) -> None:
    guard = Guard("How was Apollo in the last 14 days?", NAMES, PROJECTS)
    guard.read(BLOCKS)
    said = " ".join([*words[:at], form.replace("{}", str(number)), *words[at:], "with a CPI of [[apollo.cpi]]."])
    assert guard.passed(said) == ""


@given(BENIGN)
def test_small_talk_gets_through_as_it_is(words: list[str]) -> None:
    said = " ".join(words).capitalize() + "."
    assert Guard("hello", NAMES, PROJECTS).passed(said) == said


@pytest.mark.parametrize("said", [
    "Hello! How can I help you?", "You're welcome.", "I can look up projects, people, money and risks.", "Once you confirm it, it is written.",
    "Please tell me which project you mean.", "Shall I prepare that for you?",
    "Earned value is the share of the work that is done, times the budget.", "If it is less than what was planned, it is late.",
    "I cannot show the amounts, because you may not see them.", "You may change nothing here yourself.", "I am not sure which task you mean.",
    "It’s “fine” as it is…",
])
def test_usual_small_talk_gets_through(said: str) -> None:
    assert Guard("hello", NAMES, PROJECTS).passed(said) == said


def test_what_a_tool_says_of_a_rule_word_by_word_needs_no_citation_but_a_document_does() -> None:
    found: Block = Table("To put right", ("what", "asks"), (("Nobody owns 1 open risk.", "Every open risk must have one owner. (Handbook 6.1)"),))
    assert passed("Nobody owns 1 open risk.", [found])
    assert passed("Every open risk must have one owner.", [found])
    assert passed("Every open task must have one owner.", [found]) == ""
    assert passed("The sponsor approves changes up to 50,000 EUR.", RULES, "who?") == ""


def test_a_figure_is_known_by_its_name_also_where_it_says_whose_it_is() -> None:
    of_apollo: list[Block] = [Fact("apollo.cpi", "Apollo (APOLLO): CPI", "0.80", "EV 20 / AC 25"),
                              Fact("apollo.overdue", "Apollo (APOLLO): tasks overdue", "4", "4 of 12")]
    assert passed("The CPI is [[apollo.cpi]].", of_apollo) == "The CPI is 0.80."
    assert passed("4 tasks are overdue.", of_apollo)
    assert passed("The SPI is [[apollo.cpi]].", of_apollo) == ""


def test_a_figure_goes_by_the_end_of_its_name_and_by_no_part_of_a_word() -> None:
    two: list[Block] = [Fact("apollo.tcpi", "TCPI", "1.02", "rest"), Fact("apollo.overrun", "forecast overrun", "7 EUR", "EAC - budget")]
    assert passed("The CPI is [[apollo.tcpi]].", two) == ""
    assert passed("The TCPI is [[apollo.tcpi]].", two) == "The TCPI is 1.02."
    assert passed("The overrun is [[apollo.overrun]].", two) == "The overrun is 7 EUR."


def test_a_sentence_of_a_tool_may_be_said_with_its_slots() -> None:
    schedule: list[Block] = [Text("With its risks it is 80 % sure by Wed 17 Mar 2027: that is late."),
                             Fact("apollo.p80", "finish P80", "Wed 17 Mar 2027", "of 10,000")]
    assert passed("It is 80 % sure by [[apollo.p80]].", schedule) == "It is 80 % sure by Wed 17 Mar 2027."
    assert passed("It is 80 % done by [[apollo.p80]].", schedule) == ""
    assert passed("With its risks it is 80 % sure by [[apollo.p80]].", schedule) == "With its risks it is 80 % sure by Wed 17 Mar 2027."


def test_one_in_place_of_a_noun_is_no_number() -> None:
    assert passed("The critical one is APOLLO-T-4.")
    assert passed("The first one is APOLLO-T-4.") == ""


TASKS: list[Block] = [
    Table("2 tasks", ("task", "title", "status"), (("APOLLO-T-4", "Order steel", "done"), ("APOLLO-T-5", "Sell it", "blocked")), ("APOLLO-T-4", "APOLLO-T-5")),
    Card("APOLLO-CR-1 More steel", "plain", ("status: submitted",), ("APOLLO-CR-1",)),
]


@pytest.mark.parametrize(("said", "is_true"), [
    ("Order steel is done.", True), ("APOLLO-T-4 is already done.", True), ("APOLLO-T-5 is still blocked.", True), ("APOLLO-T-5 is not done.", True),
    ("APOLLO-CR-1 is submitted.", True), ("Is APOLLO-T-5 done?", True), ("Some are blocked.", True),
    ("Sell it is done.", False), ("APOLLO-T-4 is blocked.", False), ("APOLLO-T-4 is not done.", False), ("APOLLO-CR-1 has been approved.", False),
    ("APOLLO-T-5 isn't blocked.", False), ("All are cancelled.", False),
])
def test_how_a_record_stands_is_said_only_as_this_turn_shows_it(said: str, *, is_true: bool) -> None:
    assert passed(said, TASKS, "is T-4 done, T-5 blocked, CR-1 approved?") == (said if is_true else "")


def test_that_a_record_stands_so_is_not_believed_of_the_asker() -> None:
    assert passed("Yes, T-4 is done.", [], "is T-4 done?") == ""


@pytest.mark.parametrize(("said", "is_true"), [
    ("Two decisions are needed.", True), ("2 decisions are needed by Elena.", True), ("Three tasks are overdue.", False), ("Four tasks are overdue.", True),
    ("Two risks are open.", False), ("Two tasks are overdue.", False), ("Two of the decisions are late.", False),
    ("Zephyr has four tasks overdue.", False), ("Apollo has four tasks overdue.", True),
])
def test_a_count_is_said_in_digits_or_a_word_where_the_sentence_says_of_what(said: str, *, is_true: bool) -> None:
    needed: list[Block] = [Table("Decisions needed: 2", ("record",), (("Crane",), ("Steel",))), Fact("apollo.overdue", "tasks overdue", "4", "4 of 12")]
    assert passed(said, needed) == (said if is_true else "")


def test_what_one_records_card_says_is_not_said_of_another() -> None:
    cards: list[Block] = [Card(f"APOLLO-CR-{n} More {what}", "plain", ("type: scope", f"decide by: {day}"), (f"APOLLO-CR-{n}",))
                          for n, what, day in ((1, "steel", "Tue 24 Nov 2026"), (2, "glass", "Mon 30 Nov 2026"))]
    assert passed("APOLLO-CR-1 is due by Tue 24 Nov 2026.", cards)
    assert passed("More glass is due by Mon 30 Nov 2026.", cards)
    assert passed("APOLLO-CR-2 is due by Tue 24 Nov 2026.", cards) == ""
    assert passed("More steel is due by Mon 30 Nov 2026.", cards) == ""


TOLD: list[Block] = [
    Text("Apollo is off track. Its manager declares it green; the records say red."),
    Card("Delivered well? Off track", "red", ("Progress is 46 %, 20 points behind the plan of 67 %.", "The NPV fell from 126,354 to 8,963, less than half."),
         ("APOLLO",)),
    Fact("apollo.overrun", "forecast overrun", "73,735 EUR", "EAC - budget", ("APOLLO",)),
    Card("Decisions needed: 3, the first", "plain", ("Add single sign-on (APOLLO-CR-2): Ben Okafor by Wed 2 Dec 2026",), ("APOLLO-CR-2",)),
]


@pytest.mark.parametrize("said", [
    "Progress is 46 % against a plan of 67 %.", "The plan was 67 %, progress is 46 %.", "Apollo is 20 points behind.",
    "The records say red while you declare it green.",
    "You declared Apollo green, but the records say red.", "Apollo has an overrun of [[apollo.overrun]].",
    "Ben Okafor has to decide APOLLO-CR-2 by Wed 2 Dec 2026.",
    "APOLLO-CR-2 waits until Wed 2 Dec 2026.", "It fell from 126,354.",
])
def test_what_a_tool_says_may_be_said_in_other_words(said: str) -> None:
    assert passed(said, TOLD)


@pytest.mark.parametrize("said", [
    "Progress is 67 % against a plan of 46 %.", "The plan is 46 % and progress is 67 %.", "It is 67 points behind the plan.", "It is 46 points behind.",
    "It fell to 126,354.",
    "The NPV is 126,354.", "Zephyr's progress is 46 %.", "The records say green while you declare it red.", "The records say green.",
    "You declare it red, Ana Ruiz.",
    "Zephyr's manager declares it green.", "May Lin has to decide APOLLO-CR-2.", "Ben Okafor has to approve all changes.",
    "APOLLO-CR-1 waits until Wed 2 Dec 2026.",
    "Apollo is an overrun.", "Progress is above 46 %.", "Progress is 46 %, plan 46 %.", "Every sponsor must decide APOLLO-CR-2.",
])
def test_said_in_other_words_it_says_the_same(said: str) -> None:
    assert passed(said, TOLD) == ""


WHY: list[Block] = [
    Table("Each dimension; declared: green", ("dimension", "by the records"), (("scope", "green"), ("schedule", "red"), ("cost", "red"),
                                                                               ("resources", "amber"))),
    Card("“Gate 2: build approved” is 14 days later than planned, 5 tolerated.", "red", (), ("APOLLO-MS-2",)),
    Card("1 defect of critical severity is open.", "red", (), ("APOLLO-I-2",)),
    Card("The NPV fell from 126,354 to 8,963.", "amber", (), ("APOLLO",)),
]


@pytest.mark.parametrize("said", [
    "You declared Apollo green, but schedule and cost are red.", "Cost is red and resources are amber.", "Gate 2 is 14 days late.",
    "A defect of critical severity is open.", "The NPV fell to 8,963.",
])
def test_why_may_be_told_in_other_words_too(said: str) -> None:
    assert passed(said, WHY)


@pytest.mark.parametrize("said", ["Scope and cost are red.", "Gate 2 is 5 days late.", "A task is open.", "The NPV fell to 126,354.", "A defect is closed."])
def test_why_is_not_told_otherwise(said: str) -> None:
    assert passed(said, WHY) == ""


WAITING: list[Block] = [
    Table("2 change requests", ("change request", "title", "cost effect", "days effect", "decide by"),
          (("APOLLO-CR-2", "Single sign-on", "45,000", "20 days", "Wed 2 Dec 2026"), ("APOLLO-CR-3", "Gate 2: moved", "7", "5 days", "Mon 7 Dec 2026")),
          ("APOLLO-CR-2", "APOLLO-CR-3")),
]


@pytest.mark.parametrize("said", ["APOLLO-CR-2 costs 45,000 and takes 20 days.", "Single sign-on waits until Wed 2 Dec 2026.", "Gate 2 is moved."])
def test_an_amount_of_a_row_needs_its_row_but_not_its_column(said: str) -> None:
    assert passed(said, WAITING)


@pytest.mark.parametrize("said", ["It costs 45,000.", "APOLLO-CR-3 costs 45,000.", "APOLLO-CR-3 costs 7.", "APOLLO-CR-2 takes 5 days.", "Gate 3 is moved."])
def test_an_amount_is_not_said_of_another_row(said: str) -> None:
    assert passed(said, WAITING) == ""
