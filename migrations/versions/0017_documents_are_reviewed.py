"""A clause may ask that documents are reviewed."""
from alembic import op
import sqlalchemy as sa

revision = "0017"
down_revision = "0016"

RULES = ("unled project", "lacking plan", "unbaselined", "unplanned work", "unheld gate", "unbudgeted spending", "undated change", "undecided", "self approval",
         "unreviewed risk", "unowned risk", "unanswered risk", "unvalidated assumption", "unproven gate", "unaccountable deliverable", "expired declaration",
         "unlearned", "overdue report", "missed communication", "unmeasured benefit", "unowned benefit", "unscheduled benefit", "serving nothing",
         "unserved objective")
NEW = "unreviewed document"


def upgrade() -> None:
    _rules((*RULES, NEW))


def downgrade() -> None:
    op.execute(sa.table("clause", sa.column("rule")).delete().where(sa.column("rule") == NEW))
    _rules(RULES)


def _rules(names: tuple[str, ...]) -> None:
    """Let these rules stand in a clause, and no others. SQLite's table is made anew, which forgets what was allowed before, of other columns too."""
    with op.batch_alter_table("clause", schema=None, table_kwargs={"sqlite_strict": True}, recreate="auto") as batch_op:
        if op.get_bind().dialect.name != "sqlite":
            batch_op.drop_constraint("ck_clause_rule", type_="check")
        else:
            batch_op.create_check_constraint("ck_clause_enforced", sa.column("enforced").in_(("yes", "no")))
        batch_op.create_check_constraint("ck_clause_rule", sa.column("rule").in_(names))
