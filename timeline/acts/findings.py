"""A finding: one reason for an act."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from timeline.acts.labels import ActLabel, DenialKind


@dataclass(frozen=True, slots=True)
class Finding:
    """An act with its weight (a main verb's own act weighs about 1), the rule, and the tokens from `first` to `last` where it stands."""

    act: ActLabel
    weight: float
    rule: str
    first: Token
    last: Token
    denial: DenialKind = ""

    def scaled(self, factor: float) -> "Finding":
        """The same with its weight multiplied."""
        return replace(self, weight=self.weight * factor)
