"""What find_claims yields: a statement's claim and the speaker's stance to it."""

from dataclasses import dataclass
from typing import Literal

StanceLabel = Literal["affirm", "refute", "neutral", ""]


@dataclass(frozen=True, slots=True)
class Position:
    """A statement's claim ("" = none) and the speaker's stance to it, with what tied it to the claim and what gave the stance."""

    claim: str = ""
    stance: StanceLabel = ""
    tie: str = ""
    rule: str = ""
