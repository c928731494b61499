"""Attribution → Act: what the speaker does by saying it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from timeline.attribution import Attribution
from timeline.language import Parsed
from timeline.spans import Span

ActLabel = Literal[
    "allege", "deny", "reject", "confirm", "offer", "demand", "promise", "threaten", "criticize", "endorse", "decline", "state"
]
ACTS: tuple[ActLabel, ...] = get_args(ActLabel)
DenialKind = Literal["", "categorical", "partial", "conditional", "non-denial", "counter-accusation", "walk-back"]


@dataclass(frozen=True, slots=True)
class Act:
    """`label` with the word or pattern that gave it (`rule`, `span` where it stands), and the kind of denial where it is one."""

    label: ActLabel
    rule: str
    span: Span | None = None
    denial: DenialKind = ""
    confidence: float = 1.0


def classify_acts(parsed: Parsed, attributions: Sequence[Attribution]) -> list[Act]:
    """For each attribution its act."""
    raise NotImplementedError
