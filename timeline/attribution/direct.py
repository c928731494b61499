"""Direct speech: which verb outside the quotation marks says what stands between them, and how far the quotation runs on."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from timeline.attribution.quotations import Quoted
from timeline.attribution.strengths import SAYS, strength
from timeline.language import FINITE, doc_text

_WORD = re.compile(r"\w+")
_TITLES = "Mr Mrs Ms Dr Sen Rep Gov Gen St Jr Sr Lt Col Prof Rev Hon Maj Sgt Capt Adm".split()
# A full stop that ends a sentence: not in "Mr. Haddad", "J. Haddad".
_STOP = re.compile(r"(?<!\b[A-Z])" + "".join(rf"(?<!\b{title})" for title in _TITLES) + r"[.!?][\"'”’)\]]*\s+(?=[A-Z“\"‘«('])")
# A tag and nothing else: "…." he said. / "…." Haddad added on Monday.
_BARE_TAG = re.compile(r"\s*(?:[\w.’'-]+\s+){0,3}(?:said|says|added|told|asked|wrote|tweeted)(?:\s+[\w.’'-]+){0,4}\s*(?:[.,;]|$)")
_TITLE_BEFORE = re.compile(
    r"(?:\b(?:on|of|in|for|to|with|from|at|the|show|film|book|song|program|programme|series|album|titled|called|entitled|’s|'s))\s*$"
)
# What stands between a verb that is no common cue and its quotation: "scolded her: “"
_SCOLDED = re.compile(r"\s*(?:him|her|them|me|us|you):\s*")
_SMALL = {"a", "an", "the", "of", "and", "or", "in", "on", "to", "for", "at", "by", "as", "with", "from", "vs", "s", "t", "is"}
"""Words that a title doesn't capitalise."""
_UNDER = {"if", "unless", "when", "while", "although", "though", "because", "since", "once", "until"}
_THINGS = {"it", "that", "this", "there", "which"}
_STRONG = 0.3
_SURE = 0.55
_PART = 4
_NEAR = 220
"""Characters within which the cue stands beside its quotation."""


@dataclass(frozen=True, slots=True)
class Said:
    """A verb with the quotations that it says."""

    verb: Token
    quotations: tuple[Quoted, ...]


def is_speech(text: str, quoted: Quoted) -> bool:
    """Whether a quotation is an utterance of its own, not a title, a nickname or two words of it: "…," or at least four words."""
    inner = text[quoted.start : quoted.end].strip("“”\"'‘’«»`„ ")
    if _is_title(text[max(0, quoted.start - 20) : quoted.start], inner) or _is_part(text, quoted):
        return False
    words = len(_WORD.findall(inner))
    if words == 1 and inner[-1:] == "." and text[: quoted.start].rstrip()[-1:] in {",", ":"}:
        return True  # She said, "No."
    return (words >= 2 and (inner[-1:] in ",?!.…—-" or words >= 5)) or (words == 1 and inner[-1:] in ",?!")


def _is_title(before: str, inner: str) -> bool:
    """Whether a quotation is the name of a programme or book: on "Meet the Nation,"."""
    words = _WORD.findall(inner)
    long = [word for word in words if len(word) > 3]
    if not words or inner[-1:] in ".?!" or not all(word[0].isupper() or word in _SMALL for word in words):
        return False
    return len(long) > 1 or bool(_TITLE_BEFORE.search(before))


def last_inside(text: str, quoted: Quoted) -> str:
    """The last character between the marks; two apostrophes are one mark."""
    end = quoted.end - (2 if text[quoted.end - 2 : quoted.end] == "''" else 1)
    return text[end - 1 : end]


def zones(doc: Doc, quotations: Sequence[Quoted]) -> list[int]:
    """For each token the index of the quotation it stands in, −1 outside."""
    zone = [-1] * len(doc)
    at = 0
    for token in doc:
        while at < len(quotations) and quotations[at].end <= token.idx:
            at += 1
        if at < len(quotations) and quotations[at].start <= token.idx:
            zone[token.i] = at
    return zone


def direct_speech(doc: Doc, quotations: Sequence[Quoted], verbs: Sequence[Token]) -> tuple[list[Said], list[Quoted]]:
    """The verbs that say quotations of this paragraph, and the quotations that nobody in it says.

    A tag stands behind its quotation ("…," he said), before it (He said: "…") or in it ("…," he said, "…"); what follows a
    tag's full stop between marks is the same speaker's ("…," he said. "…").
    """
    text = doc_text(doc)
    said: dict[int, list[Quoted]] = {}
    heads: dict[int, Token] = {}
    owner: dict[int, int] = {}
    speech = [is_speech(text, quoted) for quoted in quotations]
    for n in range(len(quotations)):
        if not speech[n]:
            continue
        candidates = tags(text, quotations, n, verbs)
        tag = (
            next((verb for verb in candidates if _SCOLDED.fullmatch(text, verb.idx + len(verb), quotations[n].start)), None)
            or _best(_touching(text, quotations[n], candidates))
            or _adjacent(text, quotations[n], verbs)
            or _before_colon(text, quotations[n], verbs)
        )
        if tag is not None:
            owner[n] = tag.i
            heads[tag.i] = tag
    # A quotation broken by its tag, or going on after it.
    last: int | None = None
    loose: list[Quoted] = []
    for n, quoted in enumerate(quotations):
        if n in owner:
            last = owner[n]
        elif speech[n] and last is not None and _goes_on(text, quotations[n - 1].end if n else 0, quoted, heads[last], verbs):
            owner[n] = last
        elif speech[n] and last is not None and (begin := _same_voice(text, quotations, n, verbs, heads[last])):
            said.setdefault(last, []).append(Quoted(begin, quoted.end))
            continue
        elif speech[n]:
            if not _goes_on_from_start(text, quoted, quotations[n - 1].end if n else 0):
                continue
            loose.append(quoted)
            continue
        else:
            continue
        said.setdefault(owner[n], []).append(quoted)
    return [Said(heads[i], tuple(said[i])) for i in sorted(said)], loose


def _goes_on(text: str, from_: int, quoted: Quoted, tag: Token, verbs: Sequence[Token]) -> bool:
    """Whether a quotation without tag continues the last one: it opens the next sentence, or the tag's comma precedes it."""
    between = text[max(from_, tag.idx) : quoted.start]
    if not between.strip():
        return True
    stops = [m.end() for m in _STOP.finditer(between + '"')]
    if stops:
        return len(stops) == 1 and stops[0] >= len(between.rstrip())
    if any(tag.idx < verb.idx and from_ <= verb.idx < quoted.start and strength(verb, "clause") > SAYS for verb in verbs):
        return False  # "“Out!” she wrote, warning that if nothing was done, “…”": part of the warning
    return between.rstrip()[-1:] in ",:—–-" and len(between) < _NEAR


def _same_voice(text: str, quotations: Sequence[Quoted], n: int, verbs: Sequence[Token], tag: Token) -> int:
    """Where a sentence begins that goes on behind a tag and ends in marks: '“…,” said Haas. *Now “it is too late.”*'; else 0.

    No verb of the sentence may be a cue, and none in its main clause anybody's but a thing's.
    """
    from_, quoted = max(quotations[n - 1].end, tag.idx) if n else 0, quotations[n]
    if not 0 < from_ < quoted.start < from_ + _NEAR or last_inside(text, quoted) not in {".", "?", "!"}:
        return 0
    stops = [m.end() for m in _STOP.finditer(text, from_, quoted.start)]
    if len(stops) != 1 or text[: quoted.start].rstrip()[-1:] == ":" or text[stops[0]] == "(":
        return 0
    begin = stops[0]
    under = text[begin : quoted.start].split(maxsplit=1)[0].lower() in _UNDER
    for verb in verbs:
        if begin <= verb.idx < quoted.start:
            thing = any(c.dep_ == "nsubj" and c.lower_ in _THINGS for c in verb.lefts)
            if strength(verb, "clause") > SAYS or strength(verb, "quote") >= _STRONG or not (thing or under):
                return 0
    return begin


def _goes_on_from_start(text: str, quoted: Quoted, from_: int) -> bool:
    return not text[from_ : quoted.start].strip() or bool(re.search(r"[.!?]\s*$", text[from_ : quoted.start]))


def tags(text: str, quotations: Sequence[Quoted], n: int, verbs: Sequence[Token]) -> list[Token]:
    """The verbs that stand where the cue of the n-th quotation would."""
    quoted = quotations[n]
    near = itertools.takewhile(lambda other: other.start < quoted.end + _NEAR, quotations[n + 1 :])
    told = next((verb.idx for verb in verbs if verb.idx >= quoted.end and verb.tag_ in FINITE), len(text))
    after_end = next((other.start for other in near if is_speech(text, other) or other.start > told), len(text))  # past “nick” names
    before_start = quotations[n - 1].end if n else 0
    inside = _is_part(text, quoted) or _runs_in(text, quoted)
    behind = [] if inside else _tags_after(text, quoted, after_end, verbs)
    if behind and _is_clause_of(text, quoted, before_start, verbs):
        that = text[: quoted.start].rstrip().endswith(" that")
        behind = [verb for verb in behind if verb.tag_ != "VBG" and not that]
    return behind + _tags_before(text, quoted, before_start, verbs)


def _is_clause_of(text: str, quoted: Quoted, since: int, verbs: Sequence[Token]) -> bool:
    """Whether a quotation belongs to a verb's clause before it: 'As Haas claims that “…,” the mayor said', 'said it “was …,” adding'."""
    before = text[max(since, quoted.start - _NEAR) : quoted.start].rstrip()
    says = [verb for verb in verbs if quoted.start - len(before) <= verb.idx < quoted.start and strength(verb, "clause") > SAYS]
    runs_in = before[-1:].isalnum() and text[quoted.start : quoted.end].lstrip("“\"'`‘")[:1].islower()
    return (runs_in or before.endswith(" that")) and bool(says) and not _STOP.search(text, says[-1].idx, quoted.start)


def _is_part(text: str, quoted: Quoted) -> bool:
    """Whether a few quoted words are part of a sentence that goes on: 'He blamed a "bad line," claiming that …'."""
    before = text[: quoted.start].rstrip()
    inner = text[quoted.start : quoted.end]
    return before[-1:].isalnum() and len(_WORD.findall(inner)) <= _PART and not inner[1:2].isupper()


def _runs_in(text: str, quoted: Quoted) -> bool:
    """Whether a quotation goes on with the sentence before it and the sentence with it: 'hired “for a matter of security” and'."""
    return (
        text[: quoted.start].rstrip()[-1:].isalnum()
        and text[quoted.start + 1 : quoted.start + 2].islower()
        and last_inside(text, quoted).isalnum()
        and text[quoted.end : quoted.end + 2].strip()[:1].isalpha()
    )


def _touching(text: str, quoted: Quoted, candidates: list[Token]) -> list[Token]:
    """Only the verb right before a quotation if one stands there: 'When she noted the delay, he boasted, "…"'."""
    touching = [verb for verb in candidates if text[verb.idx + len(verb) : quoted.start].strip() in {",", ":"}]
    return [verb for verb in touching if strength(verb, "quote") >= _STRONG] or candidates


def _best(candidates: Sequence[Token]) -> Token | None:
    """The nearest cue among strong ones, else the strongest."""
    strong = [(strength(verb, "quote"), -n, verb) for n, verb in enumerate(candidates)]
    sure = next((verb for value, _, verb in strong if value >= _SURE), None)
    if sure is not None:
        return sure
    value, _, verb = max(strong, key=lambda entry: entry[:2], default=(0.0, 0, None))
    return verb if value >= _STRONG else None


def _adjacent(text: str, quoted: Quoted, verbs: Sequence[Token]) -> Token | None:
    """Whatever verb follows a quotation that a comma ends: "…," chuckled the minister."""
    if last_inside(text, quoted) not in {",", "?", "!"}:
        return None
    following = next((verb for verb in verbs if verb.idx >= quoted.end), None)
    if following is None or text[quoted.end : following.idx].strip() or following.tag_ not in {"VBD", "VBZ"}:
        return None
    return following


def _before_colon(text: str, quoted: Quoted, verbs: Sequence[Token]) -> Token | None:
    """The main verb of the clause that a colon before a quotation ends, whatever it means: 'Faure dismissed this: "…"'."""
    if not text[: quoted.start].rstrip().endswith(":"):
        return None
    before = [verb for verb in verbs if verb.idx < quoted.start and not _STOP.search(text, verb.idx, quoted.start)]
    return next((verb for verb in before if any(c.dep_ == "nsubj" and _speaks(c) for c in verb.lefts)), None)


def _speaks(subject: Token) -> bool:
    return subject.pos_ == "PROPN" or subject.lower_ in {"he", "she", "they", "i", "we"} or subject.ent_type_ in {"PERSON", "ORG", "NORP"}


def _tags_after(text: str, quoted: Quoted, until: int, verbs: Sequence[Token]) -> list[Token]:
    """The verbs behind, before the sentence ends: "…," said the minister."""
    inner_end = last_inside(text, quoted)
    zone = text[quoted.end : min(until, quoted.end + _NEAR)]
    if inner_end == "." and not _BARE_TAG.match(text, quoted.end, min(len(text), quoted.end + _NEAR)):
        return []
    if zone[:1].isalnum() and inner_end not in {",", "?", "!"}:
        return []
    stop = _STOP.search(zone + ' "')
    limit = quoted.end + (stop.start() if stop else len(zone))
    found = [verb for verb in verbs if quoted.end <= verb.idx < limit]
    # "…," Rio, head of the union that wrote the bill, told a rally: the clause tells of the speaker
    main = [verb for verb in found if verb.dep_ != "relcl" or not any(c.tag_ in {"WDT", "WP"} for c in verb.lefts)]
    return main or found


def _tags_before(text: str, quoted: Quoted, since: int, verbs: Sequence[Token]) -> list[Token]:
    """The verbs before, where nothing but a comma, a colon or a word stands between: He said: "…"."""
    since = max(since, quoted.start - _NEAR)
    zone = text[since : quoted.start]
    stops = [m.end() for m in _STOP.finditer(zone + '"')]
    if stops and stops[-1] >= len(zone.rstrip()):
        return []
    begin = since + (stops[-1] if stops else 0)
    tail = zone.rstrip()[-1:]
    return [
        verb
        for verb in reversed(verbs)
        if begin <= verb.idx < quoted.start and (tail in {",", ":"} or len(text[verb.idx + len(verb) : quoted.start].split()) <= 1)
    ]
