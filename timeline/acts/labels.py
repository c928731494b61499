"""The twelve acts, and what the classifier says of one statement."""

from dataclasses import dataclass

from timeline.labels import ACTS, ActLabel, DenialKind
from timeline.spans import Span

__all__ = ["ACTS", "TIE_ORDER", "Act", "ActLabel", "DenialKind"]

# In a real tie the first of these is chosen (labels of the event table).
TIE_ORDER: tuple[ActLabel, ...] = (
    "deny", "confirm", "allege", "reject", "offer", "demand", "threaten", "promise", "decline", "criticize", "endorse", "state"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Act:
    """`label` with the word or pattern that gave it (`rule`, `span` where it stands), and the kind of denial where it is one."""

    label: ActLabel
    rule: str
    span: Span | None = None
    denial: DenialKind = ""
    confidence: float = 1.0
