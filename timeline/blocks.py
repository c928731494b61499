"""Article → Blocks: which stretch of the text is headline, standfirst, byline, caption, body or page furniture."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from timeline.articles import Article
from timeline.articles.plain import is_dateline
from timeline.articles.publication import is_date_line
from timeline.articles.wrapping import column_width, goes_on
from timeline.lexicon import entries
from timeline.spans import Span

BlockKind = Literal["headline", "standfirst", "byline", "caption", "body", "furniture"]

_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_LINE = re.compile(r"\S[^\n\r\v\f\x85\u2028\u2029]*")
_BULLET = re.compile(r"(?:[•▪●◦‣■*–-]|>+)\s+")
_SENTENCE_END = re.compile(r"[.!?…:;,]$")
_CLOSERS = "\"'”’»)]"
# "By Jane Doe", "By News Desk - October 25 2022", "BY JANE DOE AND TOM ODELL, Staff Writers"
_BYLINE = re.compile(
    r"^\W*(?:[Bb]y|BY|From)\s+[A-Z][\w.'’-]*(?:[ ,&]+(?:[A-Z][\w.'’-]*|and|the|of|in|for|at|de|van|von|bin))*\s*(?:[-–—|,•·(].*)?$"
)
# "Reporting by Jane Doe; Editing by Tom Odell", "Tom Odell in Oslo contributed to this report."
_CREDIT = re.compile(
    r"^\W*(?:additional\s+)?(?:reporting|editing|writing|compiled|edited|translated|reported|written)\s+by\s+[A-Z]"
    r"|\bcontributed\s+(?:to\s+this\s+(?:report|story|article)|reporting)\b[^.]{0,40}\.?\W*$"
    r"|^\W*with\s+(?:reporting|files|agencies|inputs?)\s+(?:by|from)\b",
    re.I,
)
# "FILE – This undated photograph …", "(Photo credit: …)", "Photo: Reuters", "… (AP Photo/Jane Doe)", "Image caption, …"
_CAPTION = re.compile(
    r"^\W*(?:FILE\b(?!\s+(?:a|an|the|your)\b)|(?:file\s+)?(?i:photo|image|picture)(?:graph)?\b(?:\s*[:(|]|\s+[–-]\s)|(?i:image|photo)\s+caption\b|Pictured\s*:)"
    r"|[(\[](?:file\s+)?(?i:photo|image|picture|video|courtesy|credit)\b[^)\]]{0,200}[)\]]\W*$"
    r"|^\W*(?i:photo|image|picture)s?\s+(?:credit|by|courtesy)\b"
    r"|[(\[](?:[A-Z][\w./]*[ /]+){0,4}(?:Photo|Image|Pool|via)\b[^)\]]{0,100}[)\]]\W*$"
    r"|\b(?:Getty\s+Images|Shutterstock|AP\s+Photo(?:/[\w. ]+)?|AFP/Getty)\W*$"
    r"|[|•]\s*(?:Photo|Image|Picture)(?:\s+(?:credit|by))?\s*:\s.{2,80}$"
)
# "WASHINGTON — ", "NEW YORK, Oct. 20 (Agency) - ", "PORT HALEN, Norland (Agency) _ ", "Oslo (Agency) – "
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’/]+(?:[ -][A-Z][A-Z.'’/]+){0,2}(?:,\s[^()–—\n]{1,40}?)?(?:\s\([^()\n]{2,40}\))?"
    r"|[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,2}(?:,\s[^()–—\n]{1,40}?)?\s\([^()\n]{2,40}\))\s*(?:[–—]+|--?|_)\s+(?=[“‘\"'(]?[A-Z0-9])"
)
_DATELINE_PARAGRAPHS = 3
# Lines of numbers and addresses alone: "2 hours ago", "5 min read", "1.2K", "https://…", "@handle", "lena@courier.example"
_JUNK = re.compile(
    r"^\W*(?:(?:updated|published|posted)\s+)?(?:an?|\d+)\s+(?:min(?:ute)?s?|hours?|hrs?|days?|weeks?)\s+ago\W*$|^\W*\d+\W?min(?:ute)?s?\s+read\W*$"
    r"|^\W*[\d.,]+\s*[KkMm]?\s*(?:views|shares|likes|comments|followers)?\W*$|^\W*(?:https?://|www\.)\S+$|^(?:[@#][\w.]+\s*){1,6}$|^\S+@\S+\.\w+$",
    re.I,
)
_TIME = re.compile(r"^\W*\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?\W*$", re.I)  # "10:30 GMT"
_HEADLINE_WORDS = 30
_QUESTION_WORDS = 14
_STANDFIRST_WORDS = 45
_FURNITURE_WORDS = 25
_HEAD_PARAGRAPHS = 8


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the article: `span` without the white space and the bullet around it."""

    span: Span
    kind: BlockKind


def find_blocks(article: Article) -> list[Block]:
    """The paragraphs of an article in the order of the text.

    Paragraphs end at blank lines, and at line ends where the text's lines aren't broken to a width. Before the first full paragraph
    of prose stand headline, standfirst and byline; a line equal to the article's title is the headline. After headings such as
    "Most Popular" the teasers are furniture too.
    """
    text = article.text
    spans = list(_paragraphs(text))
    title = _plain(article.title[:1000])
    names = {_plain(name) for name in (article.author, article.publisher) if name}
    blocks: list[Block] = []
    kinds: set[BlockKind] = set()
    in_head = True
    for index, span in enumerate(spans):
        piece = text[span[0] : span[1]]
        kind = _kind_anywhere(piece)
        if kind == "body" and in_head and index < _HEAD_PARAGRAPHS:
            following = text[slice(*spans[index + 1])] if index + 1 < len(spans) else ""
            kind = _kind_in_head(piece, following, title, names, kinds)
            if kind == "body" and blocks and blocks[-1].kind == "headline" and _hangs_on(text, spans, index):
                kind = "standfirst"
        in_head = in_head and kind != "body"
        kinds.add(kind)
        blocks.append(Block(span, kind))
    return _without_teasers(text, _with_datelines(text, blocks))


def _with_datelines(text: str, blocks: list[Block]) -> list[Block]:
    """Part the dateline from the paragraph that it opens: it says where and when the article was written, not who says what."""
    body = [index for index, block in enumerate(blocks) if block.kind in ("body", "standfirst")][:_DATELINE_PARAGRAPHS]
    for index in reversed(body):
        start, end = blocks[index].span
        dateline = _DATELINE.match(text, start, min(end, start + 120))
        if dateline and dateline.end() < end:
            place = Block((start, start + len(dateline[0].rstrip(" -–—_\n"))), "byline")
            blocks[index : index + 1] = [place, Block((dateline.end(), end), "body")]
    return blocks


def _paragraphs(text: str) -> Iterator[Span]:
    """Spans of the paragraphs."""
    chunks: list[list[Span]] = []
    end = -1
    for line in _LINE.finditer(text):
        if end < 0 or _is_blank_line(text, end, line.start()):
            chunks.append([])
        end = line.start() + len(line[0].rstrip())
        chunks[-1].append((line.start(), end))
    width = column_width([[text[start:end] for start, end in chunk] for chunk in chunks])
    for chunk in chunks:
        for start, end in _joined(text, chunk, width):
            bullet = _BULLET.match(text, start, end)
            yield (bullet.end() if bullet else start), end


def _is_blank_line(text: str, start: int, end: int) -> bool:
    """Whether more than one line end stands between two places."""
    first = _LINE_END.search(text, start, end)
    return bool(first and _LINE_END.search(text, first.end(), end))


def _joined(text: str, lines: list[Span], width: int | None) -> Iterator[Span]:
    """Lines put together where a paragraph goes on after the line end."""
    start = end = -1
    last = ""
    for line in lines:
        piece = text[line[0] : line[1]]
        if start >= 0 and not goes_on(last, piece, width):
            yield start, end
            start = -1
        start, end, last = (line[0] if start < 0 else start), line[1], piece
    if start >= 0:
        yield start, end


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def _ends_sentence(piece: str) -> bool:
    return bool(_SENTENCE_END.search(piece.rstrip(_CLOSERS))) or piece.endswith(("”", '"'))


@cache
def _phrases() -> dict[str, re.Pattern[str]]:
    """The lines of lexicon/furniture.csv as one pattern for each way to match."""
    found: dict[str, list[str]] = {}
    for row in entries("furniture"):
        found.setdefault(row["match"], []).append(r"\s+".join(map(re.escape, row["phrase"].split())))
    patterns = {}
    for match, phrases in found.items():
        any_of = "|".join(sorted(phrases, key=len, reverse=True))
        patterns[match] = re.compile(rf"^[^\w©(]*(?:{any_of})" + (r"(?!\w)" if match in ("start", "teaser") else r"\W*$"), re.I)
    return patterns


def _is_furniture(piece: str, *matches: str) -> bool:
    if len(piece) > 400 or len(piece.split()) > _FURNITURE_WORDS:
        return False
    return any(_phrases()[match].match(piece) and not (match == "teaser" and _ends_sentence(piece)) for match in matches)


def _kind_anywhere(piece: str) -> BlockKind:
    """Furniture, captions and credits are told by their words alone, wherever they stand."""
    if _is_furniture(piece, "whole", "start", "teaser", "section", "end") or (len(piece) <= 200 and _JUNK.match(piece)):
        return "furniture"
    if len(piece) <= 1000 and _CAPTION.search(piece):
        return "caption"
    if len(piece) <= 300 and _CREDIT.search(piece):
        return "byline"
    return "body"


def _kind_in_head(piece: str, following: str, title: str, names: set[str], before: set[BlockKind]) -> BlockKind:
    """What a paragraph before the first one of prose is. `before`: the kinds of the ones before it."""
    words = len(piece[:2000].split())
    if _is_byline(piece, names):
        return "byline"
    if "headline" not in before:
        if _is_headline(piece, words, title):
            return "headline"
        # A section's name above the headline: "World", "Opinion | Harbours"
        if words <= 4 and not _ends_sentence(piece) and _is_headline(following, len(following[:2000].split()), title):
            return "furniture"
    elif "standfirst" not in before and _is_standfirst(piece, words, following, names):
        return "standfirst"
    return "body"


def _is_byline(piece: str, names: set[str]) -> bool:
    if len(piece) > 200 or len(piece.split()) > _FURNITURE_WORDS:
        return False
    return bool(_BYLINE.match(piece)) or is_date_line(piece) or is_dateline(piece) or bool(_TIME.match(piece)) or _plain(piece) in names


def _hangs_on(text: str, spans: list[Span], index: int) -> bool:
    """Whether a short paragraph stands right under the one before it, but apart from the one after it."""
    start, end = spans[index]
    if end - start > 500 or len(text[start:end].split()) > _STANDFIRST_WORDS or index + 1 == len(spans):
        return False
    return not _is_blank_line(text, spans[index - 1][1], start) and _is_blank_line(text, end, spans[index + 1][0])


def _is_headline(piece: str, words: int, title: str) -> bool:
    """The title, or without one a short first line that is no sentence (some corpora cut titles or add to them)."""
    if words > _HEADLINE_WORDS or not piece:
        return False
    plain = _plain(piece)
    if title:
        return bool(plain) and (title == plain or (words >= 3 and (title.startswith(plain) or plain.startswith(title))))
    return not _ends_sentence(piece) or piece.endswith(";") or (piece.endswith("?") and words <= _QUESTION_WORDS)


def _is_standfirst(piece: str, words: int, following: str, names: set[str]) -> bool:
    """A line under the headline that is no sentence, or one that a byline follows."""
    return words <= _STANDFIRST_WORDS and (not _ends_sentence(piece) or _is_byline(following, names))


def _without_teasers(text: str, blocks: list[Block]) -> list[Block]:
    """Make furniture of what hangs on a section's heading: teasers up to the next prose, and all that follows "Comments"."""
    section = False
    for index, block in enumerate(blocks):
        piece = text[block.span[0] : block.span[1]]
        if block.kind == "furniture":
            if index > len(blocks) / 3 and _is_furniture(piece, "end"):
                return blocks[: index + 1] + [replace(rest, kind="furniture") for rest in blocks[index + 1 :]]
            section = section or _is_furniture(piece, "section")
        elif section and block.kind in ("body", "standfirst") and len(piece) <= 300 and not _ends_sentence(piece):
            blocks[index] = replace(block, kind="furniture")
        elif block.kind != "byline":
            section = False
    return blocks
