"""What the patterns found → each saying once: twins, repeated contents and claims that another cue only judges are left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from timeline.attribution.nominal import of_others
from timeline.spans import Span, inside, overlap

_SAME = 0.8
"""The share of characters from which two contents are one."""


@dataclass(slots=True)
class Relation:
    """A relation in the making: offsets in the article."""

    head: int
    cue: tuple[Span, ...]
    speaker: tuple[Span, ...]
    content: list[Span]
    confidence: float
    rule: str
    lemma: str
    complement: str
    token: Token | None = None
    quotable: bool = True
    who: tuple[Token, ...] = ()


def without_doubles(found: Sequence[Relation]) -> list[Relation]:
    """The relations of a paragraph without those that tell one saying twice, in the order of the text."""
    return _without_repeated(_without_twins(_without_judged(found)))


def _without_twins(found: Sequence[Relation]) -> list[Relation]:
    """Of a verb and its object, both cues of one report, the surer: "expressed <deep concern about the plan>"; of a document that is
    issued and what it says, the latter."""
    verbs = {r.token.i: r for r in found if r.token is not None and r.complement.startswith(("object", "noun made alone"))}
    dropped = set()
    for said in found:
        # "issued <a statement> saying <that …>"
        thing = said.token.head if said.token is not None and said.token.dep_ == "acl" and said.token.tag_ == "VBG" else None
        if thing is not None and thing.dep_ == "dobj" and (outer := verbs.get(thing.head.i)) is not None:
            dropped.add(id(outer))
    for noun in found:
        if noun.token is None or not noun.complement.startswith("noun made") or noun.token.dep_ != "dobj":
            continue
        verb = verbs.get(noun.token.head.i)
        if verb is not None and verb is not noun:
            dropped.add(id(noun if noun.confidence < verb.confidence else verb))
    return [relation for relation in found if id(relation) not in dropped]


def _without_judged(found: Sequence[Relation]) -> list[Relation]:
    """Without the claims of nobody that only repeat what another cue judges: "denied the allegation that …"."""
    kept = []
    for relation in found:
        noun, span = relation.token, relation.content
        if noun is not None and not relation.speaker and relation.complement.startswith("noun bare"):
            outer = next((a for a in noun.ancestors if a.pos_ == "VERB"), None)
            if (
                outer is not None
                and of_others(outer)
                and any(other.token is outer and all(inside(piece, other.content) for piece in span) for other in found)
            ):
                continue
        kept.append(relation)
    return kept


def _without_repeated(found: Sequence[Relation]) -> list[Relation]:
    """Of two cues with one content ("went on to say …") the surer."""
    kept: list[Relation] = []
    for relation in sorted(found, key=lambda r: (-r.confidence, r.head)):
        mine = sum(end - start for start, end in relation.content)
        for other in kept:
            shared = sum(overlap(a, b) for a in relation.content for b in other.content)
            if shared > _SAME * max(mine, sum(end - start for start, end in other.content)):
                break
        else:
            kept.append(relation)
    return sorted(kept, key=lambda relation: relation.head)
