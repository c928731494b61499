"""The closed sets of labels that the stages give and the event table holds; no stage is needed to know them."""

from typing import Final, Literal, TypeAlias, get_args

ActLabel: TypeAlias = Literal[
    "allege", "deny", "reject", "confirm", "offer", "demand", "promise", "threaten", "criticize", "endorse", "decline", "state"
]
DenialKind: TypeAlias = Literal["", "categorical", "partial", "conditional", "non-denial", "counter-accusation", "walk-back"]
ActorKind: TypeAlias = Literal["person", "organization", "country", "press", "unnamed"]
Quotation: TypeAlias = Literal["direct", "indirect", "mixed"]
Basis: TypeAlias = Literal["explicit", "relative", "inherited", "publication"]

ACTS: Final[tuple[ActLabel, ...]] = get_args(ActLabel)

BY_PLACE: Final = "only its place in the text"  # ties a statement to its claim: no word that is shared, none that points back
