"""Cues that depend on another cue: in "rejected the request, saying the courts …" the saying does what the rejecting does."""

from collections.abc import Sequence

from timeline.acts.labels import Act, ActLabel
from timeline.acts.passages import Reader
from timeline.attribution import Attribution

_HANDED_DOWN: frozenset[ActLabel] = frozenset({"deny", "reject", "allege", "criticize", "endorse", "threaten"})
_UP = frozenset({"advcl", "acl", "pcomp", "prep", "conj"})


def parents(reader: Reader, attributions: Sequence[Attribution]) -> list[int | None]:
    """For each attribution the index of the one whose cue governs its participle cue ("saying", "by arguing"), or None."""
    owners: dict[tuple[int, int], int] = {}
    cues = [reader.tokens(attribution.cue_spans) for attribution in attributions]
    for index, cue in enumerate(cues):
        for paragraph, token in cue:
            owners.setdefault((paragraph.index, token.i), index)
    found: list[int | None] = []
    for index, cue in enumerate(cues):
        parent = None
        participle = next(((p, t) for p, t in cue if t.tag_ == "VBG" and t.dep_ in _UP), None)
        if participle is not None:
            paragraph, token = participle
            for _ in range(3):
                if token.dep_ not in _UP:
                    break
                token = token.head
                parent = owners.get((paragraph.index, token.i))
                if parent is not None:
                    break
        found.append(parent if parent != index else None)
    return found


def inherit(act: Act, parent: Act) -> Act:
    """The act of a dependent saying: its own, or its parent's where it has none of its own."""
    if act.label == "state" and not act.denial and parent.label in _HANDED_DOWN:
        return Act(parent.label, f"with: {parent.rule}", parent.span, parent.denial, round(0.8 * parent.confidence, 2))
    return act
