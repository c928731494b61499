"""Frames: a possible cue with its speaker and a complement that could be what was said, thought or wanted; and the verb they hang from."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from timeline.attribution.speakers import find_speaker
from timeline.attribution.strengths import SAYS, known, refusals, strength
from timeline.attribution.voices import PAUSES, Speaker, pause_before
from timeline.language import leading, lemma
from timeline.lexicon import entries

WH = {"what", "how", "why", "who", "whom", "where", "when", "whether", "if", "which"}
SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
ADDRESSING = {"tell", "remind", "assure", "inform", "warn", "notify", "advise", "promise", "brief"}
"""Verbs whose object hears what is said, be it "a briefing"."""
_DASHES = {"-", "--", "–", "—"}
# What the reporter adds: "…, contradicting testimony of last month"
_REPORTERS = {
    "accuse", "become", "break", "brush", "cap", "cast", "cite", "complicate", "contradict", "contrast", "dash", "deepen", "defy", "draw",
    "echo", "end", "escalate", "fuel", "highlight", "ignore", "illustrate", "join", "mark", "point", "prompt", "refer", "reflect",
    "repeat", "reverse", "send", "set", "spark", "surpass", "throw", "underline", "underscore", "widen",
}  # fmt: skip
# Like the nouns that point back to a claim ("a charge that …"), but to none of their own: "…, an explanation that he called odd"
_WORDINGS = {"explanation", "version", "description", "phrase", "point", "figure", "formula", "characterization", "characterisation"}
_FINDING = {"show", "find", "indicate", "reveal", "suggest"}
_WILL = {"would", "will", "wo"}
_JUDGEMENTS = {"object as", "object then as", "as", "as whole", "object wide", "object small"}
_ASPECTS = {"go on", "continue", "go", "come out", "proceed"}
_DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today"}
_TIMES = {"day", "week", "month", "year", "morning", "evening", "night", "afternoon", "weekend"}

Range = tuple[int, int]
"""Half-open token positions in a Doc."""

_CUE_PARTS = {"aux", "auxpass", "neg", "prt"}


@dataclass(frozen=True, slots=True)
class Frame:
    """A possible relation in tokens of one Doc: `key` is lemma and complement type, what the lexicon is keyed by."""

    head: Token
    cue: tuple[int, ...]
    speaker: Speaker
    content: tuple[Range, ...]
    lemma: str
    complement: str

    @property
    def key(self) -> tuple[str, str]:
        """Lemma and complement type."""
        return self.lemma, self.complement


def verb_lemma(verb: Token) -> str:
    """The verb with its particle, "pointed out" → "point out", or with what makes it a refusal, "would not say" → "not say"."""
    if is_refusal(verb):
        return f"not {lemma(verb)}"
    particle = next((child.lower_ for child in verb.rights if child.dep_ == "prt"), "")
    return f"{lemma(verb)} {particle}" if particle else lemma(verb)


def is_refusal(verb: Token) -> bool:
    """Whether somebody is said not to have been willing to speak: "would not comment"."""
    if lemma(verb) not in refusals():
        return False
    left = list(verb.lefts)
    return any(c.dep_ == "neg" for c in left) and any(c.dep_ == "aux" and c.lower_ in _WILL for c in left)


def cue_tokens(verb: Token) -> tuple[int, ...]:
    """The verb with the auxiliaries, negation, particle and adverbs that stand beside it: "has not yet said"."""
    parts = [c.i for c in verb.children if c.dep_ in _CUE_PARTS and not any(t.is_quote for t in verb.doc[c.i : verb.i])]
    near = next((child for child in verb.lefts if child.dep_ == "advmod" and child.i == verb.i - 1 and child.tag_ == "RB"), None)
    if near is not None:
        parts += range(near.left_edge.i, verb.i)  # "so far refused"
    longer = next((c for c in verb.lefts if c.lower_ == "longer" and verb.doc[c.i - 1].lower_ == "no"), None)
    if longer is not None:
        parts += [longer.i - 1, longer.i]  # "no longer denies"
    if verb.dep_ == "conj" and any(c.lower_ == "nor" and verb.head.i < c.i < verb.i for c in verb.head.rights):
        # "neither confirmed nor denied"
        parts += range(min([verb.head.i, *(c.i for c in verb.head.lefts if c.lower_ == "neither")]), verb.i)
    if verb.dep_ == "xcomp" and verb.head.i < verb.i and verb_lemma(verb.head) in _ASPECTS:
        # "went on to say"
        parts += [*cue_tokens(verb.head), *range(verb.head.i, verb.i)]
    return tuple(sorted({*parts, verb.i}))


def subtree(token: Token) -> Range:
    """The stretch from the leftmost to the rightmost token below this one."""
    return token.left_edge.i, token.right_edge.i + 1


def sentence_of(token: Token) -> Range:
    """The sentence around a token; spaCy's own `Token.sent` walks the whole Doc."""
    doc, first, last = token.doc, token.i, token.i + 1
    while first > 0 and not doc[first].is_sent_start:
        first -= 1
    while last < len(doc) and not doc[last].is_sent_start:
        last += 1
    return first, last


def tells_of_noun(token: Token, after: int) -> bool:
    """Whether a token behind `after` stands in a clause about a noun there: "…, she said in a report that they *call* unfair"."""
    return any(t.dep_ in {"relcl", "acl"} and t.i > after and t.head.i > after for t in (token, *token.ancestors))


def without(whole: Range, *holes: Range) -> tuple[Range, ...]:
    """What is left of a stretch when others are cut out: a clause broken by "he said"."""
    pieces = [whole]
    for start, end in holes:
        pieces = [
            piece
            for a, b in pieces
            for piece in (((a, min(b, start)), (max(a, end), b)) if start < b and end > a else ((a, b),))
            if piece[0] < piece[1]
        ]
    return tuple(pieces)


def without_aside(doc: Doc, content: Range) -> Range:
    """A content without the reporter's remark behind its last comma: "that it would stop, which nobody believed"."""
    first, last = content
    for token in doc[first + 2 : last]:
        hung = token.dep_ in {"advcl", "acl"} and first <= token.head.i < token.i
        if token.tag_ == "VBG" and lemma(token) in _REPORTERS and hung and doc[token.i - 1].text in PAUSES:
            last = token.i - 1  # ", throwing a wrench in … and giving cover to men nervous about it": however the parse goes on
            break
    content, token = (first, last), doc[last - 1]
    while token.is_punct and token.i > first:
        token = doc[token.i - 1]
    end = token.i
    while first < token.i:
        start = token.left_edge.i
        if token.right_edge.i < end or start <= first or token.head.i < first or token.head.i == token.i:
            break
        if _meanwhile(token):
            return first, start - (doc[start - 1].text in PAUSES)
        pause = pause_before(doc, start)
        if pause is not None and pause > first and _is_aside(token, start):
            return first, start if pause < start - 1 else pause
        token = token.head
    return content


def without_day(doc: Doc, content: Range) -> Range:
    """A judgement without the bare day on which it was passed: "blasted him as a “fraud” *Tuesday on the radio*"."""
    first, last = content
    for token in doc[first + 1 : last]:
        if token.ent_type_ == "DATE" and token.lower_ in _DAYS and token.dep_ == "npadvmod" and token.left_edge.i == token.i:
            return first, token.i
    return content


def _is_aside(token: Token, start: int) -> bool:
    """Whether what hangs from a word and begins at `start`, behind a comma or dash, is the reporter's."""
    doc = token.doc
    if _hours_after(token, start) or (token.pos_ == "NOUN" and doc[start].lower_ in {"a", "an"} and _judged(token)):
        return True
    match token.dep_:
        case "relcl":
            return doc[start].lower_ != "that" and not _foreseen(token) and not _is_cleft(token)
        case "appos" | "npadvmod":
            return doc[start - 1].text in _DASHES or _judged(token) or _explains(token)
        case "prep":
            return doc[start].lower_ == "without" and any(c.dep_ == "pcomp" for c in token.rights)
        case "acl" if token.tag_ == "VBG":
            return lemma(token) in _REPORTERS or strength(token, "clause") > SAYS  # "stands for “coastal values,” adding that …"
        case "advcl":
            reports = token.tag_ == "VBG" and (lemma(token) in _REPORTERS or strength(token, "clause") > SAYS)  # ", adding that …"
            if doc[start].lower_ == "while" and _contrasts(token):
                return False
            if any(t.lower_ in {"though", "although"} for t in doc[start : start + 2]) and _is_of_now(token):
                return True
            return reports or doc[start].lower_ in {"as", "while", "after", "although", "though"}
    return False


def _is_cleft(clause: Token) -> bool:
    """ "said it's the leaders, under pressure, who have insisted on it": no remark, but what is said."""
    noun = clause.head
    return noun.dep_ == "attr" and any(c.dep_ == "nsubj" and c.lower_ == "it" for c in noun.head.lefts)


def _is_of_now(clause: Token) -> bool:
    """Whether a clause in the present hangs from what was said in the past: ", though neither has confirmed this"."""
    cue = _cue_above(clause)
    return cue is not None and cue.tag_ == "VBD" and leading(clause).tag_ in {"VBZ", "VBP"}


def _cue_above(clause: Token) -> Token | None:
    """The verb of saying in whose content a clause hangs."""
    return next(
        (a for a in clause.ancestors if a.pos_ == "VERB" and strength(a, "clause") > SAYS and a.dep_ not in {"ccomp", "conj"}), None
    )


def _contrasts(clause: Token) -> bool:
    """Whether a clause with "while" is what was said: its tense is not the cue's ("said it *grew*, while others *will* shrink"), or
    it belongs to a finding ("showed that most were for it, while a third were not")."""
    cue = _cue_above(clause)
    if cue is None:
        return False
    return lemma(cue) in _FINDING or (cue.tag_ == "VBD" and leading(clause).tag_ in {"VBZ", "VBP", "MD"})


def _foreseen(clause: Token) -> bool:
    """Whether a relative clause tells what would be: that is still what is said ("…, where other ships would be at risk")."""
    return any(c.dep_ == "aux" and c.lower_ in {"would", "could", "might"} for c in clause.lefts)


def _judged(noun: Token) -> bool:
    """Whether an apposition says what others made of it all: "…, a charge that the army denies"."""
    named = known(lemma(noun), "noun") or lemma(noun) in _pointers() | _WORDINGS
    return named and any(c.dep_ in {"relcl", "acl"} for c in noun.rights)


def _explains(noun: Token) -> bool:
    """Whether an apposition tells the reader who or what a name is: "… with NATO, the alliance of most of Europe"."""
    named = noun.head.pos_ == "PROPN" and noun.dep_ == "appos"
    return named and noun.pos_ == "NOUN" and any(c.dep_ == "det" and c.lower_ in {"a", "an", "the"} for c in noun.lefts)


def _hours_after(token: Token, start: int) -> bool:
    """ ", hours after others complained": a saying of others sets the scene; ", months before the war began" is a part of what is said."""
    doc = token.doc
    scene = lemma(doc[start]) in {"minute", "hour", "day"} and doc[start + 1].lower_ == "after"
    return scene and any(t.pos_ == "VERB" and strength(t, "clause") > SAYS for t in doc[start : token.right_edge.i + 1])


@cache
def _pointers() -> frozenset[str]:
    """Nouns by which one speaks of what another said: "a proposal", "a point"."""
    return frozenset(row["word"] for row in entries("anaphora"))


def _meanwhile(clause: Token) -> bool:
    """Whether a clause with "as" tells what others said meanwhile: "denied it had hidden them as families demanded an inquiry"."""
    return (
        clause.dep_ == "advcl"
        and any(c.dep_ == "mark" and c.lower_ == "as" and c.i == clause.left_edge.i for c in clause.lefts)
        and any(c.dep_ == "nsubj" and c.pos_ != "PRON" for c in clause.lefts)
        and not has_perfect(clause)
        and (max(strength(clause, "clause"), strength(clause, "object")) > SAYS or _is_headlinese(clause))
    )


def _is_headlinese(token: Token) -> bool:
    """Whether a sentence has no article at all: "Minister defends deal as watchdog raises alarm"."""
    return not any(t.tag_ == "DT" for t in token.doc[slice(*sentence_of(token))])


class Verb:
    """A verb with what hangs from it, while its frames are made."""

    def __init__(self, verb: Token) -> None:
        self.verb, self.doc, self.name, self.cue = verb, verb.doc, verb_lemma(verb), cue_tokens(verb)
        self.children = list(verb.children)
        passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in self.children) and not has_shortened(verb)
        participle = verb.dep_ == "acl" and verb.tag_ == "VBN" and not passive
        # "a man known as": the noun is what the participle says something of.
        self.voice = "passive " if passive else "participle " if participle else ""
        hung = participle or (verb.dep_ == "advcl" and verb.tag_ == "VBN")  # "a plan backed by", "*asked* by a reporter whether …"
        by = hung and any(child.dep_ == "agent" for child in self.children)
        self.who = find_speaker(verb, passive or by)
        affected = next((child for child in self.children if passive and child.dep_ in {"nsubjpass", "csubjpass"}), None)
        self.affected: tuple[Range, ...] = ()
        if affected is not None and affected.tag_ != "EX" and affected.lower_ != "it":
            self.affected = (without_aside(self.doc, subtree(affected)),)
        self.subject: tuple[Range, ...] = tuple(
            without_aside(self.doc, subtree(child)) for child in verb.lefts if child.dep_ == "nsubj" and child.tag_ != "EX"
        )

    def frame(self, complement: str, *content: Range, who: Speaker | None = None) -> Frame:
        """A frame of this verb; an aside at the content's end is left out."""
        trimmed = (*content[:-1], *(without_aside(self.doc, piece) for piece in content[-1:]))
        if complement in _JUDGEMENTS:
            trimmed = (*content[:-1], *(without_day(self.doc, piece) for piece in trimmed[-1:]))
        return Frame(self.verb, self.cue, who or self.who, trimmed, self.name, self.voice + complement)


def is_date(token: Token) -> bool:
    """Whether a preposition's phrase or a noun says when: "on Friday", "the same day"."""
    if token.dep_ in {"npadvmod", "pobj"}:
        return token.ent_type_ in {"DATE", "TIME"} or token.lower_ in _TIMES
    return token.dep_ == "prep" and token.lower_ in {"on", "in", "at", "during", "since", "by"} and any(is_date(c) for c in token.rights)


def has_perfect(verb: Token) -> bool:
    """Whether a verb stands in the perfect: "has said"."""
    return any(child.dep_ == "aux" and child.lower_ in {"has", "have", "had", "’s", "'s", "’ve", "'ve"} for child in verb.lefts)


def has_shortened(verb: Token) -> bool:
    """Whether "'s" before a participle is "has", not "is": "he's said that …", but "he's said to be …", "it's said that …"."""
    short = any(c.dep_ == "auxpass" and c.lower_ in {"'s", "’s"} for c in verb.lefts)
    someone = any(c.dep_ == "nsubjpass" and (c.lower_ in {"he", "she"} or c.pos_ == "PROPN") for c in verb.lefts)
    return short and someone and strength(verb, "clause") > SAYS and any(c.dep_ in {"ccomp", "dobj"} for c in verb.rights)


def is_infinitive(token: Token) -> bool:
    """Whether a verb stands in the infinitive with "to": "to go", "to be gone"."""
    return any(child.tag_ == "TO" for child in token.lefts) and (
        token.tag_ == "VB" or any(child.dep_ in {"aux", "cop", "auxpass"} and child.tag_ == "VB" for child in token.lefts)
    )


def starts_with_wh(clause: Token) -> bool:
    """Whether a clause is an indirect question: "whether …", "what …"."""
    return clause.left_edge.lower_ in WH
