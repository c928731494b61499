"""What find_claims yields: a statement's claim and the speaker's stance to it."""

from dataclasses import dataclass
from typing import Literal

StanceLabel = Literal["affirm", "refute", "neutral", ""]


@dataclass(frozen=True, slots=True)
class Position:
    """A statement's claim ("" = none) and the speaker's stance to it, with what gave them."""

    claim: str = ""
    stance: StanceLabel = ""
    rule: str = ""
    confidence: float = 1.0
