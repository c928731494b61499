"""Attribution → Act: what the speaker does by saying it.

The cue proposes an act (acts_cues.csv); the content's clauses give reasons for others (acts_phrases.csv, acts_words.csv and the rules
of `content` and `denials`); the weightiest wins, and a cue that says all ("denied", "urged") wins alone.
"""

from collections.abc import Sequence

from timeline.actors import Actor
from timeline.acts.adjuncts import inherit, parents
from timeline.acts.choose import choose
from timeline.acts.labels import ACTS, Act, ActLabel, DenialKind
from timeline.acts.passages import Located, Reader
from timeline.acts.speakers import Speaker
from timeline.acts.words import base
from timeline.attribution import Attribution
from timeline.language import Parsed

__all__ = ["ACTS", "Act", "ActLabel", "DenialKind", "classify_acts"]


def classify_acts(parsed: Parsed, attributions: Sequence[Attribution], actors: Sequence[Sequence[Actor]] = ()) -> list[Act]:
    """For each attribution its act, in the same order; spans are offsets into the article's text.

    `actors`, if given, are those of each attribution: their roles and affiliations tell when a content speaks of the speaker's own side.

    Spans that are empty, overlap or lie outside the parsed paragraphs do no harm: with nothing to go by the act is "state".
    """
    reader = Reader(parsed)
    acts = [
        _classify(reader, attribution, speaker)
        for attribution, speaker in zip(attributions, _speakers(reader, attributions, actors), strict=True)
    ]
    return [
        act if parent is None or not _by_cue(acts[parent], attributions[parent]) else inherit(act, acts[parent])
        for act, parent in zip(acts, parents(reader, attributions), strict=True)
    ]


def _speakers(reader: Reader, attributions: Sequence[Attribution], actors: Sequence[Sequence[Actor]]) -> list[Speaker]:
    """The speakers; where the actors don't tell, "he" and "she" are taken for the last person named as one, "it" for the last body."""
    found: list[Speaker] = []
    last: dict[bool, Speaker] = {}
    for n, attribution in enumerate(attributions):
        speaker = Speaker.of([token for _, token in reader.tokens(attribution.speaker_spans)])
        if n < len(actors):
            speaker = speaker.also(actors[n])
        if speaker.pronoun in ("he", "she", "it"):
            named = last.get(speaker.pronoun == "it", speaker)
            if not speaker.names or speaker.names & named.names:
                speaker = speaker.known_as(named)
        elif speaker.names:
            last[speaker.body] = speaker
        found.append(speaker)
    return found


def _classify(reader: Reader, attribution: Attribution, speaker: Speaker) -> Act:
    cue, content = reader.tokens(attribution.cue_spans), reader.tokens(attribution.content_spans)
    direct = attribution.quotation == "direct" or (bool(cue) and cue[-1][1].text == ":")
    act = choose(cue, content, speaker, direct)
    if act.label in ("confirm", "deny") and _is_denied(cue):
        return Act("state", f"denied: {act.rule}", act.span, "", 0.5)
    return act


def _is_denied(cue: Sequence[Located]) -> bool:
    """Whether the saying itself is denied, as the admitting in "denied admitting it", "denies that it confirmed the report"."""
    head = next((token for _, token in cue if token.pos_ == "VERB"), None)
    if head is None or head.dep_ not in ("xcomp", "ccomp", "pcomp"):
        return False
    above = head.head.head if head.dep_ == "pcomp" else head.head
    return base(above) == "deny"


def _by_cue(act: Act, attribution: Attribution) -> bool:
    """Whether the cue's own words give the act."""
    return act.span is not None and any(start <= act.span[0] < end for start, end in attribution.cue_spans)
