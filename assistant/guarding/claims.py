"""What in a sentence looks like a fact: numbers in digits and in words, days, colours and verdicts. Finds; judges nothing.

It would rather find too much: what is found and not covered costs a sentence, what is not found may be a wrong fact.
"""
from collections.abc import Iterator
from functools import cache
import re
import unicodedata

from language.cleaning import clean

SMALL = ("zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty "
         "forty fourty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen")
ORDINALS = ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
            "eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth thousandth millionth")
TIMES = ("double doubled doubles doubling triple tripled triples tripling treble trebled quadruple quadrupled quadruples halve halved halves halving half "
         "quarter twice thrice percent percentage percentages permille bps majority")
# Languages a model may answer in; words that are also common English ones (once, due, sept, nine, mil) are left out.
FOREIGN = ("null zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig "
           "vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend dutzend hälfte drittel viertel doppelt verdoppelt halb prozent "
           "deux trois quatre cinq huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent cents mille "
           "moitié tiers pourcent cero dos cuatro cinco seis siete ocho nueve diez doce trece catorce quince veinte treinta cuarenta cincuenta "
           "sesenta setenta ochenta noventa cien ciento doscientos quinientos mitad tercio zero dois duas três quatro sete oito nove dez doze treze "
           "quatorze vinte trinta quarenta cinquenta sessenta oitenta cem cento duzentos metade terço dobro milhão milhões millón millones millionen "
           "tre quattro cinque sei sette otto dieci undici dodici venti trenta cinquanta cento metà doppio erste zweite dritte vierte primero segundo "
           "tercero primeiro terceiro premier première deuxième troisième")
MONTHS = "january february march april june july august september october november december"
FOREIGN_DAYS = ("montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz mai juni juli oktober dezember "
                "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février avril juin juillet août septembre octobre novembre "
                "décembre lunes martes miércoles jueves viernes sábado domingo enero febrero abril mayo junio julio agosto septiembre octubre "
                "noviembre diciembre terça quarta quinta sexta janeiro fevereiro março maio junho julho setembro outubro dezembro morgen "
                "gestern demain hier mañana ayer amanhã ontem")
COLOURS = "red amber green yellow orange rot gelb grün rouge vert rojo verde vermelho amarelo"


def _any(words: str) -> str:
    return "|".join(sorted(set(words.split()), key=len, reverse=True))


DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
GERMAN_TENS = "zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|hundert|tausend"
SHORT_DAY = r"(?-i:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
UNIT = r"(?:minute|hour|day|week|month|quarter|year|sprint|decade|century)"
SEASON = r"(?:spring|summer|autumn|fall|winter|weekend|easter|christmas)"
MAY = (r"(?:in|by|of|on|until|till|since|from|to|through|during|before|after|late|early|mid|next|last|this)[\s-]+may"
       r"(?!\s+(?:be|have|not|only|also|need|i|you|we|they|he|she|it)\b)")
VERDICT = (r"(?:on|off)[\s-]track|at risk|(?:on|behind|ahead of|within|over|under)[\s-](?:schedule|budget(?!\s+(?:amounts?|lines?|figures?|entries))|"
           r"plan|target|course|cost)|off course|on time|"
           r"(?:over|under)(?:spent|spending|run)|worth it|worthwhile|doubtful")
NOT = r"(?:(?:not|no longer|never|neither|hardly|isn't|aren't|wasn't)\s+(?:\w+\s+)?)?"
RELATIVE = (r"tomorrow|yesterday|tonight|fortnights?|noon|midnight|o'clock|christmas|easter|"
            rf"(?:next|last|this|coming|past|previous|following)\s+(?:{UNIT}|{SEASON}|{DAY})s?|"
            rf"(?:a|an|another|half an?|per)\s+{UNIT}|{UNIT}s\s+(?:late|early|behind|ahead|ago|overdue|before|after|earlier|later|left)|"
            rf"(?:in|by|until|since|after|before)\s+{SEASON}|(?:end|start|beginning|middle)\s+of\s+(?:the\s+)?{UNIT}|"
            r"(?:due|since|until|till|by|before|after|finish(?:es)?|ends?|starts?|of|for)\s+today|today's(?! (?:money|prices|value|terms)\b)")
ONE = (r"(?<!\bno )(?<!\bthis )(?<!\bthat )(?<!\bwhich )(?<!\beach )(?<!\bevery )(?<!\bany )(?<!\bthe )(?<!\banother )(?<!\bwrong )(?<!\bright )"
       r"(?<!\bother )(?<!\bsame )(?<!\bwhat )(?<!\bname )(?<!\bappoint )(?<!\bchoose )(?<!\bpick )(?<!\badd )one(?!\s+another|\s*\?)")
WORDS = re.compile("|".join((
    rf"\b{NOT}(?:{VERDICT}|{_any(COLOURS)})\b",
    rf"\b(?:{TENS})(?:{_any(SMALL)}|one)\b", rf"\b\w*(?:{GERMAN_TENS})\w*\b",
    rf"\b(?:{_any(SMALL)})(?:s|fold|ths?)?\b", rf"\b{ONE}\b", rf"\b(?:{_any(ORDINALS)}|{_any(TIMES)})s?\b", r"\bper\s+cent\b", r"\ba\s+couple\b",
    rf"\b(?:{_any(FOREIGN)}|{_any(FOREIGN_DAYS)}|{_any(MONTHS)}|{DAY})\b", rf"\b{MAY}\b", rf"\b(?:{RELATIVE})\b", rf"\b{SHORT_DAY}\b",
    r"(?-i:(?<=\w\s)May\b|\bMay(?=\s+\d))", r"\b(?-i:(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3}))\b")), re.I)
VERDICTS = re.compile(rf"{NOT}(?:{VERDICT}|{_any(COLOURS)})".replace("-", " "), re.I)
# A word of Latin letters with a Greek or Cyrillic one among them is made to look like another.
MIXED = re.compile(r"\b\w*(?:[a-z][\u0370-\u04ff]|[\u0370-\u04ff][a-z])\w*\b", re.I)
CHUNK = re.compile(r"\S+")
EDGES = "\"'“”‘’„«»‹›()[]{}<>.,;:!?…*_`~|/\\-–—=+&"
CURRENCY = "€$£¥₹₽"
UNITS = re.compile(r"(\d)(?:%|h|hrs?|d|min)$")
# “First, ...” orders a sentence's own thoughts; it ranks no record.
ADVERB = re.compile(r"^\W*(?:first|second|third)(?:ly)?,|\bfirst of all\b|\bat first\b|\bfirst (?:tell|say|decide|choose|check)\b|\bfirst\W*$|"
                    r"\bthe (?!(?:first|second|third|last|only|next) )\S+ one\b|\b(?:the|these|those|all) (?:two|three|four)(?=\W*$|[.,;:!?)])", re.I)


def plain(text: str) -> str:
    """The text as it is compared: nothing unseen, full-width letters and digits as usual ones, one kind of blank and of dash."""
    return re.sub(r"[^\S\n]", " ", unicodedata.normalize("NFKC", clean(text))).translate(DASHES)


DASHES = str.maketrans({"‐": "-", "‑": "-", "‒": "-", "−": "-", "’": "'"})


def claims(sentence: str) -> list[str]:
    """Everything in a plain text that looks like a fact, each in the form in which it is compared with what was said."""
    text = ADVERB.sub(" ", sentence)
    return [*MIXED.findall(text), *_numbers(text), *(" ".join(m[0].lower().replace("-", " ").split()) for m in WORDS.finditer(text))]


def verdicts(text: str) -> list[str]:
    """The colours and verdicts among a plain text's claims."""
    return [c for c in claims(text) if is_verdict(c)] if VERDICTS.search(text.replace("-", " ")) else []


def is_verdict(claim: str) -> bool:
    """Whether a claim is a colour or a verdict: what this turn shows beats what the asker said of it."""
    return VERDICTS.fullmatch(claim) is not None


def _numbers(text: str) -> Iterator[str]:
    """Each piece between blanks that holds a digit or a sign that counts, without what surrounds a number."""
    for chunk in CHUNK.findall(text):
        if any(_counts(c) for c in chunk):
            said = chunk.strip(EDGES).lower().removesuffix("'s")
            yield UNITS.sub(r"\1", said)
        elif any(c in CURRENCY for c in chunk):
            yield chunk


@cache
def _counts(sign: str) -> bool:
    """Whether a character is a number in any script."""
    return sign.isdecimal() or unicodedata.numeric(sign, None) is not None
