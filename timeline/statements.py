"""Parsed → Statements: all that the stages found about one article's attributions, side by side."""

import hashlib
import json
import re
from dataclasses import dataclass, field, replace

from timeline.actors import Actor, identify_actors
from timeline.acts import Act, classify_acts
from timeline.articles import Article
from timeline.attribution import Attribution, find_attributions
from timeline.circumstances import Circumstances, find_circumstances
from timeline.dates import find_dates
from timeline.language import Parsed
from timeline.propositions import Proposition, find_propositions
from timeline.said import Said, date_statements
from timeline.spans import text_of

_NO_ANSWER = re.compile(r"\b(?:not|n['’]t)\b.*\b(?:respond|reply|return|comment)\b", re.I)


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution with what is known about it; `statement_id` depends on the article's text and the spans alone."""

    statement_id: str
    article: Article
    attribution: Attribution
    actors: tuple[Actor, ...]
    said: Said
    act: Act
    circumstances: Circumstances
    proposition: Proposition = field(default_factory=Proposition)

    @property
    def content(self) -> str:
        """The content as written, its pieces joined by a blank."""
        return text_of(self.article.text, self.attribution.content_spans)

    @property
    def cue(self) -> str:
        """The cue as written."""
        return text_of(self.article.text, self.attribution.cue_spans)

    def by(self, actors: tuple[Actor, ...]) -> "Statement":
        """The same statement with its actors replaced (by their canonical ones)."""
        return replace(self, actors=actors)


def statement_id(text_hash: str, attribution: Attribution) -> str:
    """An id of 12 hexadecimal digits from the article text's hash and the spans."""
    key = json.dumps([text_hash, attribution.content_spans, attribution.cue_spans, attribution.speaker_spans])
    return hashlib.sha256(key.encode()).hexdigest()[:12]


def find_statements(parsed: Parsed) -> list[Statement]:
    """The statements of one article in the order of the text."""
    attributions = find_attributions(parsed)
    actors_of = identify_actors(parsed, attributions)
    dates = find_dates(parsed.article.text, parsed.article.published, parsed)
    text_hash = hashlib.sha256(parsed.article.text.encode()).hexdigest()
    return [
        Statement(
            statement_id(text_hash, attribution),
            parsed.article,
            _with_silence(parsed.article.text, attribution, act),
            actors,
            said,
            act,
            circumstances,
            proposition,
        )
        for attribution, actors, said, act, circumstances, proposition in zip(
            attributions,
            actors_of,
            date_statements(parsed, attributions, actors_of, dates),
            classify_acts(parsed, attributions, actors_of),
            find_circumstances(parsed, attributions),
            find_propositions(parsed, attributions),
            strict=True,
        )
    ]


def _with_silence(text: str, attribution: Attribution, act: Act) -> Attribution:
    """ "Did not respond to a request for comment" negates a saying, but counts as a statement: it tells how the speaker was asked."""
    if act.label == "decline" and not attribution.is_statement and _NO_ANSWER.search(text_of(text, attribution.cue_spans)):
        return replace(attribution, is_statement=True)
    return attribution
