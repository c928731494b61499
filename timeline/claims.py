"""Statements of a dossier → Claims: the propositions at issue, and each statement's stance to its claim."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from timeline.statements import Statement

StanceLabel = Literal["affirm", "refute", "neutral", ""]


@dataclass(frozen=True, slots=True)
class Position:
    """A statement's claim ("" = none) and the speaker's stance to it, with what gave them."""

    claim: str = ""
    stance: StanceLabel = ""
    rule: str = ""
    confidence: float = 1.0


def find_claims(statements: Sequence[Statement], pinned: Mapping[str, Sequence[str]] | None = None) -> list[Position]:
    """For each statement, over all articles together, its claim and stance.

    `pinned` maps a claim's label to words or example sentences of it; pinned claims win over found ones.
    Statements with `is_statement` false or without a partner get an empty Position.
    """
    raise NotImplementedError
