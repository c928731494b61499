"""Attribution → Act: what the speaker does by saying it.

The cue proposes an act (acts_cues.csv), the content's clauses give reasons for others (acts_phrases.csv, acts_words.csv and the
rules of `content`); the weightiest wins, and a cue that says all ("denied", "urged") wins alone.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from timeline.acts.choose import choose
from timeline.acts.labels import ACTS, Act, ActLabel, DenialKind
from timeline.acts.passages import Reader, Speaker
from timeline.attribution import Attribution
from timeline.language import Paragraph, Parsed

__all__ = ["ACTS", "Act", "ActLabel", "DenialKind", "classify_acts"]


def classify_acts(parsed: Parsed, attributions: Sequence[Attribution]) -> list[Act]:
    """For each attribution its act, in the same order; spans are offsets into the article's text.

    Spans that are empty, overlap or lie outside the parsed paragraphs do no harm: with nothing to go by the act is "state".
    """
    reader = Reader(parsed)
    return [_classify(reader, attribution) for attribution in attributions]


def _classify(reader: Reader, attribution: Attribution) -> Act:
    cue = reader.tokens(attribution.cue_spans)
    content = reader.tokens(attribution.content_spans)
    speaker = Speaker.of([token for _, token in reader.tokens(attribution.speaker_spans)])
    return choose(cue, content, speaker, attribution.quotation == "direct", attribution.head)


_Located = tuple[Paragraph, Token]
