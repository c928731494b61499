"""The day of the hearing, trial or session that the article reports, and who speaks there: "told the panel", "testified"."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType

from timeline.dates import DateMention
from timeline.language import Parsed, lemma
from timeline.said.cues import Cue, Said, occasion_words, verb_of

_RECENT = timedelta(days=14)
# Not "urge", "ask": one can do that in a letter.
_TOLD = frozenset({"tell", "assure", "inform"})


def hearing_days(parsed: Parsed, dates: Sequence[DateMention], published: date) -> Mapping[str, Said]:
    """For "court" and "house" the day of the session: the only recent day in a first paragraph that speaks of such a body."""
    body = next((paragraph for paragraph in parsed.paragraphs if paragraph.kind == "body"), None)
    if body is None:
        return MappingProxyType({})
    recent = [
        mention
        for mention in dates
        if body.start <= mention.span[0] < body.end
        and mention.first
        and mention.first == mention.last
        and mention.value not in ("PRESENT_REF", "FUTURE_REF")
        and timedelta() <= published - mention.first <= _RECENT
    ]
    if len({mention.first for mention in recent}) != 1:
        return MappingProxyType({})
    words = {lemma(token) for token in body.doc} | {token.lower_ for token in body.doc}
    why = f"spoken at the hearing of which the article tells: {recent[0].reasoning}"
    said = Said(recent[0].first, recent[0].last, "inherited", recent[0], why)
    return MappingProxyType({kind: said for kind in ("court", "house") if words & occasion_words(f"before {kind}")})


def spoken_there(cue: Cue, days: Mapping[str, Said]) -> Said | None:
    """The day for a cue whose addressee is such a body, not "told the court in a brief" or "has told the panel"."""
    if not days or cue.tense != "past":
        return None
    verb = verb_of(cue.token)
    if any(child.dep_ == "prep" and any(lemma(noun) in occasion_words("document") for noun in child.children) for child in verb.children):
        return None
    if lemma(verb) == "testify":
        return next(iter(days.values()))
    if lemma(verb) not in _TOLD:
        return None
    for child in verb.children:
        if child.dep_ in ("dobj", "dative", "iobj"):
            own = [token.lower_ for token in child.children if token.dep_ == "poss"]
            nouns = {lemma(child), child.lower_, *(token.lower_ for token in child.children if token.dep_ == "compound")}
            if own or "grand" in nouns:
                continue
            for kind, said in days.items():
                if nouns & occasion_words(f"before {kind}"):
                    return said
    return None
