"""What identify_actors yields: the Actor."""

from dataclasses import dataclass
from typing import Literal

ActorKind = Literal["person", "organization", "country", "press", "unnamed"]


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who says it. `name` is canonical in the article; empty where the text names no speaker at all (passives).

    `rule` says what gave it ("name", "pronoun: he", "role: foreign minister"), `confidence` how far to trust it.
    """

    name: str
    kind: ActorKind
    role: str = ""
    affiliation: str = ""
    rule: str = ""
    confidence: float = 1.0
