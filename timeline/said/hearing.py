"""The day of the hearing, trial or session that the article reports, and who speaks there: "told the panel", "testified"."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType

from timeline.dates import DateMention
from timeline.language import Parsed, lemma
from timeline.said.cues import Cue, Said, occasion_words, occasions, verb_of

_RULED = frozenset({"rule", "uphold", "overturn", "reverse", "strike", "block", "convict", "sentence", "decide", "side"})
_RECENT = timedelta(days=14)
# Not "urge", "ask": one can do that in a letter.
_TOLD = frozenset({"tell", "assure", "inform"})


def hearing_days(parsed: Parsed, dates: Sequence[DateMention], published: date) -> Mapping[str, Said]:
    """For "court", "house" and occasions ("the rally") their day: the only recent day in a first paragraph that speaks of them."""
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
    why = f"said at the hearing, or in the ruling, of which the article tells: {recent[0].reasoning}"
    said = Said(recent[0].first, recent[0].last, "inherited", recent[0], why)
    bodies = [kind for kind in ("court", "house") if words & occasion_words(f"before {kind}")]
    if "court" in bodies and words & _RULED:
        bodies.append("ruling")
    return MappingProxyType(dict.fromkeys([*bodies, *(f"the {noun}" for noun in sorted(words & occasion_words("occasion")))], said))


def spoken_there(cue: Cue, days: Mapping[str, Said]) -> Said | None:
    """The day for a cue whose addressee or place is one of these, not "told the court in a brief" or "has told the panel"."""
    if not days or cue.tense != "past":
        return None
    verb = verb_of(cue.token)
    if any(child.dep_ == "prep" and any(lemma(noun) in occasion_words("document") for noun in child.children) for child in verb.children):
        return None
    if lemma(verb) == "testify":
        return next((days[kind] for kind in ("court", "house", "the hearing") if kind in days), None)
    if "ruling" in days and _of_the_ruling(cue):
        return days["ruling"]
    for preposition, noun, articles in occasions(cue):  # "said at the rally"
        if preposition in ("in", "at", "during") and articles == {"the"} and f"the {lemma(noun)}" in days:
            return days[f"the {lemma(noun)}"]
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


def _of_the_ruling(cue: Cue) -> bool:
    """ "Justice Moss wrote for the majority", "the judge said in dissent"."""
    wrote = lemma(cue.token) in ("write", "hold", "conclude", "dissent") or re.search(
        r"\b(?:in|of|his|her) dissent\b", cue.token.sent.text, re.I
    )
    return bool(wrote) and bool(occasion_words("court") & set(re.findall(r"[a-z]+", cue.described)))
