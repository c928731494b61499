"""Attributions, DateMentions → Said: on which days each statement can have been made, and of which days it speaks.

What dates the cue dates the statement; what stands inside the content dates the matter; a statement without a date of its own
inherits that of the occasion it plainly belongs to, else all that is known is that it was said by the day of publication.
"""

from collections.abc import Sequence
from datetime import date

from timeline.actors import Actor
from timeline.attribution import Attribution
from timeline.dates import DateMention
from timeline.labels import Basis
from timeline.language import Parsed
from timeline.said.cues import Said, find_cue
from timeline.said.distance import by_distance
from timeline.said.hearing import hearing_days
from timeline.said.occasion import inherit, restated, sitting_day
from timeline.said.own import own_date, starting_in

__all__ = ["Basis", "Said", "date_statements"]


def date_statements(
    parsed: Parsed, attributions: Sequence[Attribution], actors: Sequence[tuple[Actor, ...]], dates: Sequence[DateMention]
) -> list[Said]:
    """For each attribution (with its actors, same order) when it was said; `dates` are the article's, in the order of the text."""
    published = parsed.article.published
    unknown = Said(None, published, "publication", None, f"nothing dates it, so it was said on or before publication, {_day(published)}")
    cues = [find_cue(parsed, attribution, who) for attribution, who in zip(attributions, actors, strict=True)]
    beside: dict[int, list[Attribution]] = {}  # paragraph → its attributions, whose contents may hold a date
    for cue in cues:
        if cue:
            beside.setdefault(cue.paragraph.index, []).append(cue.attribution)
    own = [own_date(cue, dates, beside[cue.paragraph.index], published) if cue else None for cue in cues]
    own = [mine or (by_distance(cue, cues, own, dates) if cue else None) for cue, mine in zip(cues, own, strict=True)]
    said = restated(cues, inherit(cues, own, unknown, sitting_day(parsed, dates, unknown), hearing_days(parsed, dates, published)))
    return [_with_matter(result, attribution, dates, parsed.article.text) for result, attribution in zip(said, attributions, strict=True)]


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"


def _with_matter(said: Said, attribution: Attribution, dates: Sequence[DateMention], text: str) -> Said:
    """Adds the first date inside the content. In a direct quotation "today" is the speaker's, so only calendar dates count there."""
    for start, end in attribution.content_spans:
        for mention in starting_in((start, end), dates):
            told = mention.explicit or attribution.quotation == "indirect"
            if mention.type == "DATE" and mention.days_known and told and mention.span[1] <= end:
                return Said(said.start, said.end, said.basis, said.mention, said.why, mention)
    return said
