"""What the stage yields, the Actor, and what it works with, the Mention of a name."""

from dataclasses import dataclass
from typing import Literal

from timeline.labels import ActorKind
from timeline.spans import Span

__all__ = ["Actor", "ActorKind", "Mention", "MentionKind"]

MentionKind = Literal["person", "organization", "country", "press", "party", "unknown"]


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


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. `span` covers the name, `full` also the title, role and apposition around it.

    `role` (with modifiers), `head` (the bare role noun), `affiliation` and `state` (of a senator or representative) are what stands
    beside this very mention. `unsure`: an organisation by spaCy's label alone, which unusual names of persons get too.
    `title` is the last one in front of the name, `sort` a noun for bodies there ("airline").
    `short`: the short form that stands in the text for a `name` given in full elsewhere.
    """

    span: Span
    full: Span
    name: str
    kind: MentionKind
    role: str = ""
    head: str = ""
    affiliation: str = ""
    owner: str = ""
    state: str = ""
    gender: str = ""
    possessive: bool = False
    unsure: bool = False
    short: str = ""
    title: str = ""
    sort: str = ""
