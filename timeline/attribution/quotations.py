"""Paragraph → Quotations: what stands between quotation marks, marks included, in any of the styles that newspapers use."""

import re
from dataclasses import dataclass

from timeline.spans import Span

# “…”, "…", '…', ‘…’, ''…'' (New York Times), ``…'' (agencies' wires), «…», „…“
_MARK = re.compile(r"[“”„\"«»]|''|``|(?<!\w)['‘](?=[\w\[$“\"…])|['’](?!\w)")
_DOUBLE = {"“", "”", "„", '"', "«", "»", "''", "``"}
_OPENS_ONLY = {"“", "„", "«", "``"}
_CLOSES_ONLY = {"”", "»"}


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between quotation marks: offsets in the paragraph's text with the marks.

    `closed` is false for a paragraph that opens a quotation and leaves it to the next one to go on or close.
    """

    start: int
    end: int
    closed: bool = True

    @property
    def span(self) -> Span:
        """Both offsets."""
        return self.start, self.end


def find_quotations(text: str) -> list[Quoted]:
    """The outermost quotations of a paragraph in order; nested ones belong to the outer one. Odd marks are passed over."""
    found: list[Quoted] = []
    opened: re.Match[str] | None = None
    depth = 0
    for mark in _MARK.finditer(text):
        sign = mark.group()
        if opened is None:
            if _can_open(text, mark):
                opened, depth = mark, 0
        elif _is_double(opened.group()) != _is_double(sign):
            continue
        elif sign in _OPENS_ONLY and sign != "“":
            depth += 1
        elif sign == "“" and opened.group() == "“" and _stands_as_closing(text, mark):
            found.append(Quoted(opened.start(), mark.end()))
            opened = None
        elif sign == "“" and opened.group() != "„":
            # An opening mark inside an open quotation: the closing one was forgotten, or it is nested.
            depth += 1
        elif _can_close(text, mark, opened.group()):
            if depth:
                depth -= 1
            else:
                found.append(Quoted(opened.start(), mark.end()))
                opened = None
    if opened is not None and _is_double(opened.group()) and (opened.group() in _OPENS_ONLY or _begins_sentence(text, opened)):
        found.append(Quoted(opened.start(), len(text), closed=False))
    return [quoted for quoted in found if quoted.end - quoted.start > 2]


def _begins_sentence(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark opens the paragraph or a new sentence of it: `"Here," he said. "The boats`"""
    before = text[: mark.start()]
    return not before or (before[-1].isspace() and before.rstrip()[-1:] in {".", ":"} and text[mark.end() : mark.end() + 1].isupper())


def _is_double(sign: str) -> bool:
    return sign in _DOUBLE


def _can_open(text: str, mark: re.Match[str]) -> bool:
    """`He said "yes"`: an opening mark has white space, a bracket or a dash before it and a word after it."""
    sign, start, end = mark.group(), mark.start(), mark.end()
    if sign in _CLOSES_ONLY or sign == "’":
        return False
    if sign in _OPENS_ONLY:
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    if not after or after.isspace():
        return False
    if sign in {"'", "‘"}:
        return not before or (not (before.isalnum() or before in ".,") and _single_closes(text, end))
    return not before or not before.isalnum()


def _single_closes(text: str, start: int) -> bool:
    """Whether a single opening mark finds a partner within the sentence or so: "'Tis" and "the '90s" have none."""
    partner = re.compile(r"['’](?!\w)").search(text, start, start + 1500)
    return bool(partner) and not re.match(r"\d0s\b|\d\d\b(?!\w|[,.]\d)|(?:tis|twas|em|til|cause|n)\b", text[start : start + 6], re.I)


def _stands_as_closing(text: str, mark: re.Match[str]) -> bool:
    """`“here,“ said`: the wrong mark in the place of a closing one."""
    before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
    return not before.isspace() and before not in "([—–-" and (not after or after.isspace() or after in ",.;:")


def _can_close(text: str, mark: re.Match[str], opening: str) -> bool:
    """A closing mark has no white space before it; an apostrophe after s ("voters' rights") closes only where none better follows."""
    sign, start, end = mark.group(), mark.start(), mark.end()
    if sign in _CLOSES_ONLY:
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    if sign in {"'", "’"}:
        if before.isspace() or (opening == "‘" and sign == "'"):
            return False
        if before == "s" and after == " ":
            later = re.compile(r"['’](?!\w)|[“\"‘]|(?<!\w)'").search(text, end, end + 400)
            return later is None or later.group() not in {"'", "’"}
        return True
    if sign in {'"', "''"}:
        return not before.isspace() or not after or after.isspace()
    return sign == "“" and opening == "„"
