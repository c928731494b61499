"""Article → Blocks: which stretch of the text is headline, standfirst, byline, caption, body or page furniture."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from timeline.articles import Article
from timeline.lexicon import entries
from timeline.spans import Span

BlockKind = Literal["headline", "standfirst", "byline", "caption", "body", "furniture"]

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_SENTENCE_END = re.compile(r"[.!?…:;,][\"'”’»)\]]*$|[”\"]$")
# "By Jane Doe", "By News Desk - October 25 2022", "Reporting by A; editing by B"
_BYLINE = re.compile(
    r"^\W*(?:by|from)\s+(?:[A-Z][\w.'’-]*|and|the|of)(?:[ ,&]+(?:[A-Z][\w.'’-]*|and|the|of|in))*\s*(?:[-–—|,•·(].*)?$", re.I
)
# "FILE – This undated photograph …", "(Photo credit: …)", "Photo: Reuters"
_CAPTION = re.compile(
    r"^\W*(?:FILE\b|(?:file\s+)?photo(?:graph)?\b\s*[:(–-])|\((?:photo|image|picture|video)\b[^)]*\)\W*$"
    r"|^\W*(?:photo|image|picture)\s+(?:credit|by|courtesy)\b|\((?:[A-Z][\w.]+[ /])*(?:Photo|via)\b[^)]*\)\W*$"
)
_HEADLINE_WORDS = 30
_STANDFIRST_WORDS = 45


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the article: `span` without the white space around it."""

    span: Span
    kind: BlockKind


@cache
def _furniture() -> re.Pattern[str]:
    """Lines that are the page's, not the article's: "Most Popular", "Read more: …" (lexicon/furniture.csv)."""
    phrases = {kind: [re.escape(row["phrase"]) for row in entries("furniture") if row["match"] == kind] for kind in ("whole", "start")}
    return re.compile(rf"^\W*(?:(?:{'|'.join(phrases['whole'])})\W*$|(?:{'|'.join(phrases['start'])})\b)", re.I)


def _hard_wrapped(lines: list[str]) -> bool:
    """Whether lines were broken to a width, as agencies and old e-mail do: long lines of like length that end inside sentences."""
    body = lines[:-1]
    widest = max(map(len, body), default=0)
    if not 40 <= widest <= 100:
        return False
    # Broken to a width: the next line's first word would not have fitted on this one.
    broken = sum(len(line) + 1 + len(following.split(maxsplit=1)[0]) > widest - 4 for line, following in zip(body, lines[1:], strict=True))
    return broken >= 0.7 * len(body)


def _paragraphs(text: str) -> Iterator[Span]:
    """Paragraph spans: parted by blank lines, and by line ends where the text isn't broken to a width."""
    at = 0
    for gap in [*_BLANK_LINE.finditer(text), None]:
        end = gap.start() if gap else len(text)
        chunk = text[at:end]
        lines = [line for line in chunk.split("\n") if line.strip()]
        if len(lines) > 1 and not _hard_wrapped(lines):
            offset = at
            for line in chunk.split("\n"):
                yield offset, offset + len(line)
                offset += len(line) + 1
        else:
            yield at, end
        at = gap.end() if gap else end


def _trimmed(text: str, span: Span) -> Span:
    piece = text[span[0] : span[1]]
    start = span[0] + len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def find_blocks(article: Article) -> list[Block]:
    """The paragraphs of an article in the order of the text.

    Before the first full paragraph of prose stand headline, standfirst and byline in that order; a line equal to the
    article's title is the headline wherever the text begins with it.
    """
    text = article.text
    spans = [span for raw in _paragraphs(text) if (span := _trimmed(text, raw))[0] < span[1]]
    title = _plain(article.title)
    blocks: list[Block] = []
    kinds: set[BlockKind] = set()
    in_head = True
    for index, span in enumerate(spans):
        piece = text[span[0] : span[1]]
        kind: BlockKind
        words = piece.count(" ") + 1
        if _furniture().match(piece) and words <= 25:
            kind = "furniture"
        elif index < 8 and words <= 25 and (_BYLINE.match(piece) or _dateline_only(piece)):
            kind = "byline"
        elif _CAPTION.search(piece) and words <= 120:
            kind = "caption"
        elif in_head and "headline" not in kinds and index < 3 and (_plain(piece) == title or _looks_like_headline(piece, words, title)):
            kind = "headline"
        elif in_head and "standfirst" not in kinds and "headline" in kinds and _looks_like_standfirst(piece, words, spans, index, text):
            kind = "standfirst"
        else:
            kind = "body"
            in_head = False
        kinds.add(kind)
        blocks.append(Block(span, kind))
    return blocks


_DATELINE = re.compile(
    r"^\W*(?:(?:published|updated|posted|last\s+updated|date)\b\W*(?:on\b)?\W*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\W+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\W+[A-Z][a-z]+\W+\d{4}|[A-Z][a-z]+\.?\W+\d{1,2}(?:st|nd|rd|th)?\W+\d{4}|\d{4}-\d\d-\d\d)"
    r"(?:\W+(?:at\W+)?\d{1,2}[:.]\d\d.{0,20})?\W*$",
    re.I,
)


def _dateline_only(piece: str) -> bool:
    """A line that is nothing but a date: "March 01, 2008", "Published: 25 October 2022, 10:30 GMT"."""
    return bool(_DATELINE.match(piece))


def _looks_like_headline(piece: str, words: int, title: str) -> bool:
    """A short first line without a full stop (some corpora add one to the title, so a title that it begins with counts too)."""
    if title:
        return bool(_plain(piece)) and (title.startswith(_plain(piece)) or _plain(piece).startswith(title)) and words <= _HEADLINE_WORDS
    return words <= _HEADLINE_WORDS and not _SENTENCE_END.search(piece)


def _looks_like_standfirst(piece: str, words: int, spans: list[Span], index: int, text: str) -> bool:
    """A line under the headline without a full stop, or one with it that a byline follows."""
    if words > _STANDFIRST_WORDS:
        return False
    if not _SENTENCE_END.search(piece):
        return True
    following = text[slice(*spans[index + 1])] if index + 1 < len(spans) else ""
    return bool(_BYLINE.match(following) or _dateline_only(following))
