"""Figures are placed by slot; nothing else that looks like a fact gets through. What it drops, the blocks still show.

A literal counts as covered when a fact of this turn displays exactly it, when a table, a card or a sentence of this turn
shows it as a whole, or when the asker said it. What belongs to one record never covers a sentence about another.
"""
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
import re

from assistant.guarding.anchors import STEM
from assistant.guarding.claims import claims, is_verdict, plain, verdicts
from assistant.guarding.counting import without_counts
from assistant.guarding.displays import BARE, SHORTEST, Shown, counted, is_beside, measures, parts, record_of, sided, texts
from assistant.guarding.figures import LABELS, SLOT, is_called, tight, uncalled
from assistant.guarding.links import strays
from assistant.guarding.moving import arrows, moved
from assistant.guarding.policy import CITE, cited, is_policy, mentions_deed
from assistant.guarding.rephrasing import KEY, PLACED, Told, dated, is_declared, lines
from assistant.guarding.saying import as_told, days_in, whole
from assistant.guarding.shortening import shorter
from assistant.guarding.side_by_side import are_side_by_side, side_by_side
from assistant.guarding.states import Standing, is_so, standing
from assistant.guarding.taking_out import unquoted, without
from language.cleaning import clean
from reports.blocks import Block, Card, Fact, Passage, Table

SAYINGS = re.compile(r"(?<=[;.])\s+")
WORD = re.compile(r"\w+")
BEHIND_STOP = re.compile(rf"([.!?]+)((?:{CITE.pattern})+)\s*$", re.I)
SIDES = re.compile(r"[;:.!?]\s|,?\s(?:but|while|although|though|whereas|yet)\s", re.I)
NUMERALS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SHORT_KEY = re.compile(r"(?<![\w-])[a-z]{1,3}-\d+(?![\w-])")
SHORT_WORD = 3                  # letters of a word that says little, such as “of”
FEW = 6                         # words of a verdict, as in “Delivered well? Off track”


@dataclass
class Guard:
    """What one turn may say: `asked` are the asker's words, `projects` every spoken name of a project with its key, `names` all that may be spoken of."""
    asked: str
    names: Sequence[str] = ()
    projects: Mapping[str, str] = field(default_factory=dict)
    own: str = ""                                               # the asker's own name
    before: str = ""                                            # what was said in this thread so far: who is spoken of there may be named
    today: date | None = None

    def __post_init__(self) -> None:
        self._said = plain(self.asked)
        self._heard = {*claims(self._said), *self._short_keys()}
        self._spoken = {name.lower(): key.lower() for name, key in self.projects.items()}
        self._unread: list[Block] = []
        self._blocks: list[Block] = []
        self._facts: dict[str, Fact] = {}
        self._shown: list[tuple[str, Shown]] = []
        self._rows: dict[str, set[frozenset[str]]] = {}
        self._by_word: dict[str, list[str]] = {}
        for name in self._spoken:
            self._by_word.setdefault(next(iter(WORD.findall(name)), ""), []).append(name)
        self._texts: list[str] = []
        self._standing: list[Standing] = []
        self._counts: list[tuple[str, str, frozenset[str]]] = []
        self._judging: list[tuple[Sequence[str], Shown]] = []
        self._days: set[date] = set()
        self._only: frozenset[str] | None = None                # the names of the one record that is spoken of; of several none
        self._told = Told(self._spoken, [n for n in self.names if n.lower() not in self._spoken], self.own)

    def _short_keys(self) -> Iterator[str]:
        """Keys that the asker said in short beside their project: “T-5 of Apollo” is APOLLO-T-5."""
        low = self._said.lower()
        for name, key in self.projects.items():
            if re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", low):
                yield from (f"{key.lower()}-{short}" for short in SHORT_KEY.findall(low))

    def read(self, blocks: Iterable[Block]) -> None:
        """Take in what a tool showed; it is looked at when the first sentence comes, which may be never."""
        self._unread += blocks

    def _look(self) -> None:
        unread, self._unread = self._unread, []
        for block in unread:
            self._blocks.append(block)
            if isinstance(block, Fact):
                self._facts[block.slot.lower()] = block
            if mine := record_of(block) | (frozenset(block.keys) if isinstance(block, Table) else frozenset()):
                self._only = mine if self._only is None or self._only == mine else frozenset()
            found = [s for s in self._from(block) if len(s.text) > 1 or s.beside]
            judging = [(s, said) for s in found if len(s.text.split()) <= FEW and isinstance(block, Card | Table) and (said := verdicts(s.text))]
            self._judging += [(said, s) for s, said in judging]
            self._shown += [(s.text.lower(), s) for s in found if s not in [j for j, _ in judging]]
            for shown in found:
                for name in shown.row:
                    self._rows.setdefault(name, set()).add(shown.row)
            self._standing += standing(block)
            if number := counted(block):
                of = [block.slot.partition(".")[0]] if isinstance(block, Fact) else getattr(block, "keys", ())
                self._counts.append((*number, self._of(of)))
            self._texts += [t.lower() for t in texts(block)]
            self._days.update(day for t in texts(block) for day in days_in(t))
            for line in self._parted(block):
                of = self._of(getattr(block, "keys", ()))
                self._told.hear(line, self._about(line) or of)
                self._shown += [(day.lower(), Shown(day, of, beside=frozenset([key.lower()]))) for key, day in dated(line)]
                self._shown += [(key.lower(), Shown(key, self._about(key))) for key in KEY.findall(line)]
                self._shown += [(said.lower(), Shown(said, self._about(line) or of)) for said in arrows(line)]
        self._shown.sort(key=lambda s: -len(s[0]))

    def _parted(self, block: Block) -> Iterator[str]:
        """The lines of a block; one that speaks of several projects in turn, each by itself. Columns of projects are no lines."""
        for line in () if isinstance(block, Table) and are_side_by_side(block, self._spoken) else lines(block):
            yield from SAYINGS.split(line) if len(self._about(line)) > 1 else (line,)

    def passed(self, sentence: str) -> str:
        """The sentence with its slots filled, or nothing when it holds what neither this turn nor the asker said."""
        self._look()
        return next((passed for each in (sentence, *shorter(sentence)) if (passed := self._passed(each))), "")

    def _passed(self, sentence: str) -> str:
        sentence = BEHIND_STOP.sub(r"\2\1", sentence)
        text, said = plain(sentence), cited(clean(sentence), self._blocks)
        if said is None or not {s.lower() for s in SLOT.findall(text)} <= self._facts.keys():
            return ""
        is_cited, text = CITE.search(text) is not None, CITE.sub("", text)
        if is_cited and not WORD.search(text):
            return ""
        readings = dict.fromkeys((text, as_told(text, self._days, self.today)))
        return self._filled(said).strip() if any(self._may_say(each, is_cited=is_cited) for each in readings) else ""

    def _may_say(self, text: str, *, is_cited: bool) -> bool:
        facts = [self._facts[s.lower()] for s in SLOT.findall(text)]
        searched = any(isinstance(b, Passage) for b in self._blocks)
        text = uncalled(text, facts)
        own = self._own(text)
        if mentions_deed(text) or strays(SLOT.sub(PLACED, text), self._said):
            return False
        if not is_cited and is_policy(own, searched=searched) and not self._told.is_their_turn(text):
            return False
        if not is_so(own, text.lower(), self._standing) and not self._told.is_so(own, self._about(text)):
            return False
        # What a tool says in a whole sentence may be said with its slots too, so both readings count.
        said = (self._filled(text), SLOT.sub(PLACED, text)) if facts else (text,)
        bares = (self._bare(each, quoting=is_cited, first=first) for first in (False, True) for each in said)
        return self._fit(text, facts) and any(self._covered(text, b) and not self._names_another(text, b) for b in bares)

    def _filled(self, text: str) -> str:
        return SLOT.sub(lambda m: self._facts[m[1].lower()].display, text)

    def _bare(self, text: str, *, quoting: bool, first: bool) -> str:
        """The text without what is covered as it stands; `first`: its numbers before the words that tell what they are."""
        about, low = self._about(text), text.lower()
        text = self._told.without_numbers(without_counts(text, self.names), about) if first else without_counts(text, self.names)
        for said, shown in (*(s for s in self._shown if s[1].is_nearest), *self._shown):
            if said in low and (quoting or not shown.is_rule) and self._belongs(shown, about, low):
                text = without(text, shown.text, self._is_nearest(shown) if shown.is_nearest else None)
        for slot, fact in self._facts.items():
            if not fact.display.isdigit() and tight(fact.display) in tight(text) and self._is_of(slot, about):
                text = without(text, fact.display)
        for number, of, projects in self._counts:
            if self._belongs(Shown("", projects), about, low) and all(w[:STEM] in low for w in WORD.findall(of.lower()) if len(w) > SHORT_WORD):
                for said in (number, *NUMERALS[int(number):][:1]):
                    text = without(text, said)
        text = text if first else self._told.without_numbers(text, about)
        return unquoted(text, self._blocks) if quoting else text

    def _own(self, text: str) -> str:
        """The text without what this turn's figures, tables and cards say word by word."""
        for said, shown in self._shown:
            if said in text.lower() and not shown.is_rule and not shown.beside and len(said.split()) >= SHORTEST:
                text = without(text, shown.text)
        return text

    def _about(self, text: str) -> frozenset[str]:
        """The keys of the projects that a text names."""
        low = text.lower()
        near = {name for word in WORD.findall(low) for name in self._by_word.get(word, ())}
        return frozenset(self._spoken[name] for name in near if name in low and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", low))

    def _is_of(self, slot: str, about: frozenset[str]) -> bool:
        of = slot.partition(".")[0]
        return not about or of not in self._spoken.values() or of in about

    def _fit(self, text: str, facts: Sequence[Fact]) -> bool:
        """Whether each figure is what the sentence calls it: no CPI as Apollo's SPI, nothing of Apollo's as Zephyr's."""
        about, low = self._about(text), text.lower()
        return all(self._is_of(f.slot.lower(), about) for f in facts) and all(is_called(label, low, self._facts) for label in LABELS if label in low)

    def _belongs(self, shown: Shown, about: frozenset[str], low: str) -> bool:
        lacking = [b for b in shown.beside if not is_beside(b, low)]
        if lacking and not (self._only and set(lacking) <= self._only and not SHORT_KEY.search(low)):
            return False
        if about and shown.of and not about & shown.of:
            return False
        return not shown.row or any(name in low for name in shown.row) or not any(name in low and rows - {shown.row} for name, rows in self._rows.items())

    def _is_its(self, shown: Shown, text: str) -> bool:
        """Whether a verdict is that of what the sentence names: of a row, its own."""
        low = text.lower()
        return self._belongs(shown, self._about(text), low) and (not shown.row or any(name in low for name in shown.row))

    def _is_nearest(self, shown: Shown) -> Callable[[str], bool]:
        """Whether the project that a text names last, before something of a column, is that column's."""
        def is_last(before: str) -> bool:
            low = before.lower()
            return max(((low.rfind(name), key) for name, key in self._spoken.items() if name in low), default=(0, ""))[1] in shown.of
        return is_last

    def _covered(self, text: str, bare: str) -> bool:
        for claim in claims(bare):
            if is_verdict(claim) and ((showing := self._verdicts()) or self._told.judges):
                is_shown = not is_declared(claim, text) and not self._is_otherwise(claim, text) and any(
                    claim in said and self._is_its(s, text) for said, s in showing)
                if not is_shown and not self._told.is_judged(claim, text, self._about(text)):
                    return False
            elif claim not in self._heard:
                return False
        return "[[" not in bare and "]]" not in bare

    def _is_otherwise(self, claim: str, text: str) -> bool:
        """Whether a row is named beside verdicts none of which is its own: “scope and cost are red” when only cost is."""
        judged: dict[frozenset[str], set[str]] = {}
        for said, shown in self._judging:
            judged.setdefault(shown.row, set()).update(said)
        sides = [side for side in SIDES.split(text.lower()) if claim in verdicts(side)]
        return any(not said & set(verdicts(side)) and any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", side) for name in row)
                   for side in sides for row, said in judged.items() if row)

    def _verdicts(self) -> list[tuple[Sequence[str], Shown]]:
        """What this turn shows of colours and verdicts in short words; a tone counts as its word only where all tones are the same."""
        tones = {b.tone for b in self._blocks if isinstance(b, Card)} - {"plain"}
        one = [(tuple(tones), Shown(""))] if len(tones) == 1 else []
        return one + self._judging

    def _names_another(self, text: str, bare: str) -> bool:
        """Whether it names a record that neither the asker nor this turn's blocks spoke of."""
        # Who was spoken of earlier may be named again, but nothing of this turn is theirs.
        low, said = bare.lower(), f"{self._said} {self.own} {'' if claims(text) or SLOT.search(text) else self.before}".lower()
        slots = {s.partition(".")[0] for s in self._facts}
        for name in self.names:
            known = name.lower()
            if known in low and re.search(rf"\b{re.escape(name)}\b", bare) and not (
                    re.search(rf"(?<!\w){re.escape(known)}(?!\w)", said) or (known not in self._spoken and _is_partly(known, self._said)) or
                    self._spoken.get(known, known) in slots or any(known in t for t in self._texts)):
                return True
        return False

    def _from(self, block: Block) -> Iterator[Shown]:
        """What a block displays as a whole: keys, dates, titles; a bare number only beside its row's name and its column's."""
        of = self._of(getattr(block, "keys", ()))
        if isinstance(block, Table) and are_side_by_side(block, self._spoken):
            yield from side_by_side(block, self._spoken)
        elif isinstance(block, Table):
            called = [{whole(plain(c)).lower() for c in (*block.keys[n:n + 1], *row[:2]) if c and not BARE.fullmatch(c)} for n, row in enumerate(block.rows)]
            often = Counter(name for names in called for name in names)
            for number, row in enumerate(block.rows):
                key = block.keys[number:number + 1]
                names = frozenset(name for name in called[number] if often[name] == 1)      # what two rows share tells neither from the other
                about = self._about(" ".join(row[:2]))
                mine = self._of(key) | about if key else about or of
                cells = list(zip(block.columns, row, strict=False))
                yield from (Shown(cell, mine, frozenset([n]), frozenset([n, *beside])) for cell, beside in measures(cells) for n in names)
                yield from (part for _, cell in cells if _is_text(cell) for part in parts(cell, mine, names))
                yield from (Shown(said, mine, frozenset([n]), frozenset([n])) for said in sided(cells) for n in names)
                yield from (Shown(whole(plain(said)), mine, names, way) for said, way in moved(block.columns, row))
                yield from (Shown(k, mine, names) for k in key)
        else:
            mine = record_of(block)
            yield from (replace(s, is_rule=isinstance(block, Passage)) for text in texts(block) for s in parts(text, of, mine))
            if isinstance(block, Card) and mine:
                cells = [(label, said) for line in block.lines for label, _, said in [line.partition(": ")] if said]
                yield from (Shown(cell, of, frozenset([n]), frozenset([n, *beside])) for cell, beside in measures(cells) for n in mine)
                yield from (part for _, said in cells if _is_text(said) for part in parts(said, of, mine))
            yield from (Shown(key, of) for key in getattr(block, "keys", ()))

    def _of(self, keys: Iterable[str]) -> frozenset[str]:
        known = set(self._spoken.values())
        return frozenset(key for k in keys for key in [k.lower().split("-")[0], k.lower()] if key in known)


def _is_text(cell: str) -> bool:
    """Whether a cell holds words, and not only a number or a day."""
    return next(measures([("", cell)]), None) is None


def _is_partly(known: str, said: str) -> bool:
    """Whether somebody is spoken of by a part of their name: of Jonas, who is Jonas Keller."""
    return any(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", said, re.I) for part in known.split() if len(part) >= SHORT_WORD)
