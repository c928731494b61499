"""Spans → the tokens that they cover, each with its paragraph."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from spacy.tokens import Token

from timeline.language import Paragraph, Parsed
from timeline.spans import Span

Located = tuple[Paragraph, Token]


class Reader:
    """Finds the tokens of an article's spans; looks a paragraph up by bisection."""

    def __init__(self, parsed: Parsed) -> None:
        self._paragraphs = parsed.paragraphs
        self._starts = [paragraph.start for paragraph in parsed.paragraphs]
        self._offsets: dict[int, list[int]] = {}

    def tokens(self, spans: Sequence[Span]) -> list[Located]:
        """The tokens that the spans touch, in the order of the text; none for spans outside the paragraphs."""
        found: dict[tuple[int, int], Located] = {}
        for start, end in sorted(spans):
            at = max(0, bisect_right(self._starts, start) - 1)
            while at < len(self._paragraphs) and self._starts[at] < end:
                paragraph = self._paragraphs[at]
                if at not in self._offsets:
                    self._offsets[at] = [token.idx for token in paragraph.doc]
                first = max(0, bisect_right(self._offsets[at], start - paragraph.start) - 1)
                last = bisect_left(self._offsets[at], end - paragraph.start)
                for token in paragraph.doc[first:last]:
                    if token.idx + len(token) > start - paragraph.start:
                        found.setdefault((at, token.i), (paragraph, token))
                at += 1
        return [found[key] for key in sorted(found)]


def place(located: Sequence[Located], first: Token, last: Token) -> Span | None:
    """The article span from one token to another of the same paragraph; of the first alone where they stand apart."""
    paragraph = next((p for p, t in located if t.doc is first.doc), None)
    if paragraph is None:
        return None
    if last.doc is not first.doc or last.i < first.i:
        last = first
    return paragraph.span(first)[0], paragraph.span(last)[1]
