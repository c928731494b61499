"""Spans: half-open [start, end) character offsets into an article's text."""

from collections.abc import Iterable
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]


def overlap(a: Span, b: Span) -> int:
    """Characters that two spans share; 0 if none."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def inside(inner: Span, outers: Iterable[Span]) -> bool:
    """Whether a span lies wholly in one of the others."""
    return any(outer[0] <= inner[0] and inner[1] <= outer[1] for outer in outers)


def text_of(text: str, spans: Iterable[Span]) -> str:
    """The covered pieces of a text, joined by a blank."""
    return " ".join(text[start:end] for start, end in spans)
