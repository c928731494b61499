"""Pinned claims: an analyst's labels with words or example sentences, which win over what the program finds."""

import csv
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from timeline.errors import TableError
from timeline.language import pipeline
from timeline.propositions import term
from timeline.statements import Statement

ALIKE = 0.5


def read_pins(path: Path) -> dict[str, tuple[str, ...]]:
    """The claims of a CSV file with the columns `claim` and `hint`, one hint a line; `#` starts a comment.

    Raises TableError where the file can't be read or has other columns.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise TableError(f"'{path}' can't be read; give a CSV file with the columns claim and hint.") from None
    rows = csv.DictReader(line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))
    if not {"claim", "hint"} <= set(rows.fieldnames or ()):
        raise TableError(
            f"'{path.name}' has no columns claim and hint; write one hint a line, as in: Iran supplied drones to Russia,drones"
        )
    pins: dict[str, list[str]] = {}
    for row in rows:
        label, hint = (row["claim"] or "").strip(), (row["hint"] or "").strip()
        if label:
            pins.setdefault(label, []).extend([hint] if hint else [])
    return {label: tuple(hints) for label, hints in pins.items()}


def _example(text: str) -> frozenset[str]:
    return frozenset(word for token in pipeline()(text) if (word := term(token)))


def _matches(statement: Statement, words: Sequence[str], examples: Sequence[frozenset[str]]) -> float:
    """How well a statement fits a pin: 1 for a word or phrase that it contains, else the share of an example's words that it has."""
    content = statement.content.casefold()
    if any(re.search(rf"\b{re.escape(word.casefold())}", content) for word in words):
        return 1.0
    own = {word for word, _ in statement.proposition.terms + statement.proposition.cue_terms}
    return max((len(own & example) / len(example) for example in examples if len(own & example) > 1), default=0.0)


def pinned_claims(statements: Sequence[Statement], pinned: Mapping[str, Sequence[str]]) -> list[str]:
    """For each statement the label of the pinned claim that it belongs to, "" for none.

    A hint of at most two words counts where the content contains it; a longer one is an example sentence and counts where at least
    half of its words, and two of them, are shared. The label counts as an example too. The best fit wins, then the first pin.
    """
    if not pinned:
        return [""] * len(statements)
    words = {label: [hint for hint in hints if len(hint.split()) <= 2] for label, hints in pinned.items()}
    examples = {label: [_example(text) for text in (label, *hints) if len(text.split()) > 2] for label, hints in pinned.items()}
    found = []
    for statement in statements:
        scores = {label: _matches(statement, words[label], examples[label]) for label in pinned}
        best = max(scores, key=lambda label: scores[label])
        found.append(best if scores[best] >= ALIKE else "")
    return found
