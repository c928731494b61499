"""Parsed, Attributions → Propositions: what each content says, reduced to weighted words, names and a clause fit for a label."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from timeline.attribution import Attribution
from timeline.blocks import BlockKind
from timeline.language import Paragraph, Parsed, lemma
from timeline.lexicon import entries
from timeline.spans import Span

_CONTENT_POS = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "no", "never", "neither", "nor", "none", "nothing", "nobody", "without"})


@dataclass(frozen=True, slots=True)
class Proposition:
    """What a content says, kept without the parse so that a dossier of many articles stays small.

    `terms` are the content's words (dictionary form, synonyms under one head word) with the weight that they carry in this
    article, `cue_terms` and `around` those of the cue and of the rest of the sentence; `names` and `nouns` are the proper and common
    nouns among them, `key` is the thing that the main clause is about ("drone", "probe"). `anaphor` is the noun or pronoun by which
    the content points back ("allegation", "it"), empty where it stands for itself. `negations` counts the negating words, `negated`
    says whether the main clause is negated. `clause` is a label candidate ("Iran supplied drones to Russia"), `clause_rank` how good
    a one (0 = none, 3 = a finite clause with a named subject). `sentence` is the sentence's number in the article.
    """

    terms: tuple[tuple[str, float], ...] = ()
    cue_terms: tuple[tuple[str, float], ...] = ()
    around: tuple[tuple[str, float], ...] = ()
    names: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    key: str = ""
    anaphor: str = ""
    negations: int = 0
    negated: bool = False
    clause: str = ""
    clause_rank: int = 0
    sentence: int = 0
    paragraph: int = 0
    kind: BlockKind = "body"
    words: int = 0


@cache
def _synonyms() -> dict[str, str]:
    """Word → the head word that stands for it; capitals and adjectives of countries stand for the country."""
    found = {row["word"]: row["head"] for row in entries("synonyms")}
    for row in entries("countries"):
        for column in ("name", "adjectives", "capitals", "aliases"):
            for name in row[column].split("|"):
                if name and " " not in name:
                    found.setdefault(name.lower(), row["name"].lower())
    return found


@cache
def kinds() -> dict[str, str]:
    """Thing → its kind ("drone" → "weapon"), see lexicon/claims_kinds.csv."""
    return {row["word"]: row["kind"] for row in entries("claims_kinds")}


@cache
def _stop_terms(use: str) -> frozenset[str]:
    return frozenset(row["word"] for row in entries("claims_stop") if row["use"] == use)


def term(token: Token) -> str:
    """The token's dictionary form under the head word of its synonyms ("deliver" → "supply"); empty for words that carry no matter."""
    if token.pos_ not in _CONTENT_POS or token.is_stop or token.is_punct:
        return ""
    word = lemma(token)
    word = _synonyms().get(word, word)
    return "" if word in _stop_terms("drop") or not any(c.isalnum() for c in word) else word


def _tokens(parsed: Parsed, spans: Iterable[Span]) -> list[tuple[Token, Paragraph]]:
    found = []
    for start, end in spans:
        for paragraph in parsed.paragraphs:
            if paragraph.start < end and start < paragraph.end:
                span = paragraph.doc.char_span(
                    max(start - paragraph.start, 0), min(end - paragraph.start, len(paragraph.doc.text)), alignment_mode="expand"
                )
                found += [(token, paragraph) for token in span or ()]
    return found


def _anaphor(tokens: Sequence[Token]) -> str:
    """The word by which a short content points back: "these allegations" → "allegation", "it" → "it", "that argument" → "argument"."""
    words = [t for t in tokens if (not t.is_punct and not t.is_space and t.lower_ != "that") or t.i == tokens[-1].i]
    if not words:
        return ""
    pointers = {row["word"]: row for row in entries("anaphora")}
    first = words[0]
    if first.lower_ in {"it", "this", "that", "they", "them", "so", "as"} and len(words) <= 3:
        return first.lower_
    finite = any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in tokens)
    if first.lower_ in {"it", "this", "that", "them", "these", "those"} and first.dep_ not in {"det", "mark"} and not finite:
        return first.lower_
    for token in words[:6]:
        if token.pos_ == "NOUN" and (word := lemma(token)) in pointers:
            pointing = any(
                c.lower_ in {"the", "this", "that", "these", "those", "such", "any", "all", "its", "his", "her", "their"}
                for c in token.lefts
            )
            complement = any(c.dep_ in {"acl", "relcl"} for c in token.rights) or any(c.lower_ in {"that", "of"} for c in token.rights)
            return word if pointing and not complement else ""
    return ""


def _complements(token: Token) -> list[Token]:
    """What stands behind a noun or verb in the order in which it says more: clause, "of"/"about" phrase."""
    clauses = [c for c in token.rights if c.dep_ in {"acl", "relcl", "ccomp", "xcomp"}]
    objects = [o for c in token.rights if c.dep_ == "prep" for o in c.rights if o.dep_ in {"pobj", "pcomp"}]
    return clauses + objects


def _key(tokens: Sequence[Token]) -> str:
    """The term of what a content is about: its head noun, or what its main verb bears on.

    "for a UN probe over the accusations" → probe; "to launch an investigation", "to examine the wreckage" → probe; "dozens of
    drones were transferred" → drone; "the allegations about Iran selling drones" → drone, since an allegation is about something else.
    """
    inside = {t.i for t in tokens}
    named = [word for t in tokens if (word := term(t)) in kinds() or word in kinds().values()]
    roots = [
        t
        for t in tokens
        if (t.head.i not in inside or t.head is t) and t.pos_ in {"NOUN", "PROPN", "VERB", "AUX", "ADP", "ADJ", "NUM", "PART"}
    ]
    for root in roots:
        if key := _key_of(root, 0):
            return (
                key
                if kinds().get(key) == "proceeding" or not (things := [w for w in named if kinds().get(w) != "proceeding"])
                else things[0]
            )
    return next((term(t) for t in tokens if t.pos_ in {"NOUN", "PROPN"} and term(t)), "")


def _key_of(token: Token, depth: int) -> str:
    if depth > 5:
        return ""
    if token.dep_ == "prep" or token.pos_ in {"ADP", "PART"}:
        return next((key for o in token.rights if (key := _key_of(o, depth + 1))), "")
    if token.pos_ in {"VERB", "AUX"}:
        if kinds().get(term(token)) == "proceeding":
            return term(token)
        order: tuple[str, ...] = ("dobj", "attr", "xcomp", "ccomp", "nsubjpass", "prep", "acomp", "nsubj")
        if lemma(token) == "be":
            order = ("nsubj", "csubj", "attr", "prep", "acomp", "ccomp", "xcomp")
        if any(c.dep_ == "dobj" and (c.pos_ == "PRON" or not term(c)) for c in token.rights):
            order = tuple(dep for dep in order if dep != "nsubj")
        children = sorted((c for c in token.children if c.dep_ in order), key=lambda c: order.index(c.dep_))
        return next((key for c in children if (key := _key_of(c, depth + 1))), "") or term(token)
    if token.pos_ in {"NOUN", "NUM", "PROPN"}:
        vague = not term(token) or lemma(token) in _stop_terms("pass")
        if vague:
            return next((key for c in _complements(token) if (key := _key_of(c, depth + 1))), "")
        return term(token)
    return ""


_LOOSE_ENDS = frozenset({"prep", "cc", "mark", "punct", "det", "poss", "aux", "amod", "nummod", "agent"})
_CUT_BEFORE = frozenset({"prep", "cc", "mark", "advcl", "punct", "relcl", "agent"})
_LABEL_WORDS = 14


def _said_aside(token: Token) -> bool:
    """Negations, days and their prepositions ("on Monday"): a label says the matter without them."""
    if token.lower_ in _NEGATIONS and token.dep_ in {"neg", "det", "cc", "preconj"}:
        return True
    if token.lower_ in {"do", "does", "did"} and token.dep_ == "aux" and any(c.dep_ == "neg" for c in token.head.children):
        return True
    if token.ent_type_ in {"DATE", "TIME"}:
        return True
    objects = [c for c in token.rights if c.dep_ == "pobj"]
    return token.dep_ == "prep" and bool(objects) and all(c.ent_type_ in {"DATE", "TIME"} for c in objects)


def _phrase(tokens: Sequence[Token]) -> str:
    """Tokens as a label: without asides, cut where a phrase ends, without loose ends."""
    kept = [t for t in tokens if not _said_aside(t) and not t.is_space]
    relative = next((n for n, t in enumerate(kept) if n > 3 and t.tag_ in {"WDT", "WP", "WP$"} and t.head.dep_ == "relcl"), len(kept))
    kept = kept[:relative]
    if len(kept) > _LABEL_WORDS:
        cut = _LABEL_WORDS
        while cut > 4 and kept[cut].dep_ not in _CUT_BEFORE:
            cut -= 1
        kept = kept[:cut]
    while kept and (kept[-1].is_punct or kept[-1].dep_ in _LOOSE_ENDS):
        kept.pop()
    while kept and kept[0].is_punct:
        kept.pop(0)
    text = "".join(t.text + (" " if t.whitespace_ or (n + 1 < len(kept) and kept[n + 1].i != t.i + 1) else "") for n, t in enumerate(kept))
    text = " ".join(text.translate(str.maketrans("", "", '"“”„«»')).split()).strip(" ,;:–—-'‘’")
    return text[:1].upper() + text[1:]


def _negated(tokens: Sequence[Token]) -> bool:
    """Whether the main clause itself is negated: "the law doesn't require it", "nobody has proved it"."""
    inside = {t.i for t in tokens}
    root = next((t for t in tokens if t.pos_ in {"VERB", "AUX"} and (t.head.i not in inside or t.head is t)), None)
    if root is None:
        return False
    subjects = [c for c in root.lefts if c.dep_ in {"nsubj", "nsubjpass"}]
    words = (
        [c for c in root.children if c.dep_ == "neg"]
        + subjects
        + [d for s in subjects for d in s.lefts if d.dep_ in {"det", "neg", "preconj"}]
    )
    return sum(t.lower_ in _NEGATIONS for t in words) % 2 == 1


def _infinitive(verb: Token) -> bool:
    """Whether a verb is a plain "to launch …", its "to" the first word of its phrase."""
    return verb.tag_ == "VB" and verb.left_edge.lower_ == "to"


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _clause(tokens: Sequence[Token]) -> tuple[str, int]:
    """A label candidate from a content's tokens, and its rank: 3 clause with a named subject, 2 with a pronoun, 1 phrase.

    Only the main clause counts. "Iran of supplying drones" (accused of) gives "Iran supplying drones".
    """
    inside = {t.i for t in tokens}
    for root in (t for t in tokens if t.head.i not in inside or t.head is t):
        if root.pos_ in {"VERB", "AUX"}:
            subject = next((c for c in root.lefts if c.dep_ in {"nsubj", "nsubjpass", "expl"} and c.i in inside), None)
            if subject is not None:
                # A clause starts with its subject; "that", "and" and adverbs before it are left out.
                part = [t for t in tokens if t.i in {x.i for x in root.subtree} and t.i >= subject.left_edge.i]
                return _phrase(part), 3 if subject.pos_ in {"PROPN", "NOUN"} else 2
        if root.pos_ in {"NOUN", "PROPN"}:
            # "Iran on Monday of violating …": the day may have caught the "of".
            doing = next((t for t in tokens if t.dep_ == "pcomp" and t.tag_ == "VBG" and t.head.lower_ in {"of", "for"}), None)
            if doing is not None:
                own = [t for t in tokens if t.i <= root.i and t.i >= root.left_edge.i]
                return _phrase([*own, *(t for t in doing.subtree if t.i in inside)]), 3
            asked = next((t for t in tokens if t.i > root.i and t.pos_ == "VERB" and t.head.i not in inside and _infinitive(t)), None)
            if asked is not None:  # "urged the Council to look into it"
                who, to_do = [t for t in tokens if t.i < asked.left_edge.i], [t for t in asked.subtree if t.i > asked.left_edge.i]
                return f"{_phrase(who)} should {_lowered(_phrase(to_do))}", 3
            phrase = _phrase([t for t in root.subtree if t.i in inside])
            return phrase, int(" " in phrase)
    kept = list(tokens)
    while kept and kept[0].dep_ in {"prep", "mark", "aux"}:
        kept.pop(0)
    return _phrase(kept), 1


def _weighted(words: Iterable[str], weights: dict[str, float]) -> tuple[tuple[str, float], ...]:
    counts = Counter(word for word in words if word)
    return tuple((word, (1 + math.log(n)) * weights.get(word, 1.0)) for word, n in counts.items())


def _sentences(parsed: Parsed) -> Iterator[tuple[Paragraph, list[Token]]]:
    for paragraph in parsed.paragraphs:
        for sentence in paragraph.doc.sents:
            yield paragraph, list(sentence)


def _meant(sentences: Sequence[tuple[Paragraph, list[Token]]], sentence: int, tokens: Sequence[Token]) -> str:
    """The thing that "them" or "it" in a content stands for: the last thing (of lexicon/claims_kinds.csv) spoken of before it, if any."""
    pronoun = next((t for t in tokens if t.lower_ in {"it", "them", "these", "those"} and t.dep_ in {"dobj", "pobj", "nsubjpass"}), None)
    if pronoun is None or kinds().get(term(pronoun.head)) == "proceeding":
        return ""
    for back in range(sentence, max(-1, sentence - 4), -1):
        for token in reversed(sentences[back][1]):
            before = back < sentence or token.i < pronoun.i
            if before and token.pos_ == "NOUN" and (word := term(token)) in kinds() and kinds()[word] != "proceeding":
                plural = token.tag_ == "NNS"
                if plural == (pronoun.lower_ != "it"):
                    return word
    return ""


def find_propositions(parsed: Parsed, attributions: Sequence[Attribution]) -> list[Proposition]:
    """For each attribution what its content says."""
    sentences = list(_sentences(parsed))
    frequency = Counter(word for _, tokens in sentences for word in {term(t) for t in tokens} if word)
    weights = {word: math.log((len(sentences) + 1) / (n + 0.5)) for word, n in frequency.items()}
    index = {(paragraph.index, token.i): n for n, (paragraph, tokens) in enumerate(sentences) for token in tokens}
    found = []
    for attribution in attributions:
        content = _tokens(parsed, attribution.content_spans)
        cue = _tokens(parsed, attribution.cue_spans)
        if not content and not cue:
            found.append(Proposition())
            continue
        first, paragraph = (content or cue)[0]
        sentence = index.get((paragraph.index, first.i), 0)
        taken = {(p.index, t.i) for t, p in (*content, *cue)}
        around = [t for t in sentences[sentence][1] if (paragraph.index, t.i) not in taken]
        tokens = [t for t, _ in content]
        anaphor = _anaphor(tokens) if tokens else ""
        key = "" if anaphor else _key(tokens)
        meant = _meant(sentences, sentence, tokens) if kinds().get(key) is None else ""
        clause, rank = _clause(tokens)
        found.append(
            Proposition(
                terms=_weighted((*(term(t) for t in tokens), meant), weights),
                cue_terms=_weighted((term(t) for t, _ in cue), weights),
                around=_weighted((term(t) for t in around), weights),
                names=tuple(dict.fromkeys(term(t) for t in tokens if t.pos_ == "PROPN" and term(t))),
                nouns=tuple(dict.fromkeys(word for word in (*(term(t) for t in tokens if t.pos_ == "NOUN"), meant) if word)),
                key=meant or key,
                anaphor=anaphor,
                negated=_negated(tokens),
                negations=sum(t.lower_ in _NEGATIONS for t in tokens),
                clause=clause,
                clause_rank=rank,
                sentence=sentence,
                paragraph=paragraph.index,
                kind=paragraph.kind,
                words=len(tokens),
            )
        )
    return found
