"""Full text: the folded words of every record, and each engine's own index over them, kept by triggers."""
from alembic import op
import sqlalchemy as sa
import sqlmodel.sql.sqltypes

from records import finding

revision = '0004'
down_revision = '0003'

SQLITE = (
    # What is folded holds letters, digits and blanks only, so the plainest tokenizer is the exact one.
    "CREATE VIRTUAL TABLE found_words USING fts5(title, body, content='wording', content_rowid='id', tokenize='ascii', prefix='3')",
    "CREATE TRIGGER wording_made AFTER INSERT ON wording BEGIN INSERT INTO found_words(rowid, title, body) VALUES (new.id, new.title, new.body); END",
    "CREATE TRIGGER wording_gone AFTER DELETE ON wording BEGIN "
    "INSERT INTO found_words(found_words, rowid, title, body) VALUES ('delete', old.id, old.title, old.body); END",
    "CREATE TRIGGER wording_changed AFTER UPDATE ON wording BEGIN "
    "INSERT INTO found_words(found_words, rowid, title, body) VALUES ('delete', old.id, old.title, old.body); "
    "INSERT INTO found_words(rowid, title, body) VALUES (new.id, new.title, new.body); END",
)
POSTGRES = (
    "CREATE TABLE found_words (id INTEGER PRIMARY KEY REFERENCES wording(id) ON DELETE CASCADE, words TSVECTOR NOT NULL)",
    "CREATE INDEX found_words_words ON found_words USING gin (words)",
    "CREATE FUNCTION find_words() RETURNS trigger AS $$ BEGIN "
    "INSERT INTO found_words VALUES (NEW.id, setweight(to_tsvector('simple', NEW.title), 'A') || setweight(to_tsvector('simple', NEW.body), 'C')) "
    "ON CONFLICT (id) DO UPDATE SET words = EXCLUDED.words; RETURN NULL; END $$ LANGUAGE plpgsql",
    "CREATE TRIGGER wording_found AFTER INSERT OR UPDATE ON wording FOR EACH ROW EXECUTE FUNCTION find_words()",
)


def upgrade() -> None:
    op.create_table('wording',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kind', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('record_id', sa.Integer(), nullable=False),
    sa.Column('title', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.Column('body', sqlmodel.sql.sqltypes.AutoString(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_wording')),
    sa.UniqueConstraint('kind', 'record_id', name=op.f('uq_wording_kind_record_id')),
    sqlite_strict=True
    )
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRES:
        op.execute(statement)
    finding.fill(op.get_bind())


def downgrade() -> None:
    op.execute("DROP TABLE found_words")
    if op.get_bind().dialect.name == "sqlite":
        for name in ("made", "gone", "changed"):
            op.execute(f"DROP TRIGGER wording_{name}")
    else:
        op.execute("DROP TRIGGER wording_found ON wording")
        op.execute("DROP FUNCTION find_words()")
    op.drop_table('wording')
