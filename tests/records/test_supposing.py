"""What if: figures of records that are not so, and the records left as they are."""
from datetime import date
from decimal import Decimal

from records.computing import Book
from records.figures.budget import budget_left
from records.figures.earned_value import bac
from records.figures.work import overdue
from records.kinds import BudgetLine, Project, Task
from records.proposals import Change, Create
from records.query import Query, Where
from records.supposing import Supposed
from tests.records.conftest import ADMIN, TODAY, VERA, Office


def test_a_figure_is_computed_of_what_is_supposed_and_nothing_is_written(office: Office) -> None:
    with office.reader(ADMIN) as reader:
        (apollo,) = reader.find(Query(Project, (Where("key", "is", "APOLLO"),)))
        book = Book(reader, (apollo,), TODAY)
        cut = book.supposing((Change("budgetline", ("APOLLO-B-1",), {"amount": Decimal(90_000)}), Change("task", ("APOLLO-T-2",), {"due": date(2026, 1, 1)})))
        assert [b.value(apollo, bac).number for b in (book, cut)] == [100_000, 90_000]
        assert [b.value(apollo, overdue).number for b in (book, cut)] == [1, 2]
        assert reader.get(BudgetLine, "APOLLO-B-1").amount == 100_000


def test_what_would_be_made_counts_where_it_belongs_and_what_would_be_gone_does_not(office: Office) -> None:
    with office.reader(ADMIN) as reader:
        book = Book(reader, reader.find(Query(Project)), TODAY)
        more = book.supposing((Create("budgetline", {"title": "More", "project_id": 1, "amount": Decimal(5)}),
                               Create("budgetline", {"title": "Other", "project_id": 2, "amount": Decimal(7)})))
        assert [more.value(p, bac).number for p in book.records] == [100_005, 7]
        fewer = Supposed(reader, (Change("task", ("APOLLO-T-1",), {"archived": True}),))
        assert [t.key for t in fewer.find(Query(Task, (Where("project_id", "in", (1,)),)))] == ["APOLLO-T-2"]


def test_what_an_asker_may_not_see_is_not_supposed_either(office: Office) -> None:
    with office.reader(VERA) as reader:
        (apollo,) = reader.find(Query(Project))
        book = Book(reader, (apollo,), TODAY).supposing((Change("budgetline", ("APOLLO-B-1",), {"amount": Decimal(1)}),))
        assert "you may not see" in book.value(apollo, budget_left).how
        assert "amount" not in reader.columns(BudgetLine)
