"""Cues with and without dates → the dates that statements inherit from the occasion they plainly belong to."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from spacy.tokens import Token

from timeline.dates import DateMention
from timeline.language import Parsed, lemma
from timeline.said.cues import Cue, Said, content_of, content_words, occasion_words, occasions, root_of, speaker_words, verb_of
from timeline.said.hearing import spoken_there
from timeline.said.recalled import named_now, same_document

_SAME_OCCASION = 6
"""Paragraphs over which a speaker's statements of recent days count as one occasion."""
_RESTATED = 300
"""Statements of the body among which a headline's or lead's is sought, and of a speaker among which the same words are."""
_RECENT = timedelta(days=14)
_MONTH = timedelta(days=31)
_HABITUAL = frozenset(
    {"always", "consistently", "continually", "frequently", "long", "often", "regularly", "repeatedly", "routinely", "sometimes"}
)
_ASIDE = frozenset({"reportedly", "allegedly", "earlier", "previously"})
_LATER = frozenset({"since", "later", "subsequently", "eventually", "afterwards", "afterward"})
_ON_IT = frozenset({"comment", "react", "respond", "speak", "weigh"})
_GOES_ON = frozenset({"add", "continue", "conclude", "go"})
_AT_SITTING = "spoken at the sitting"
_AGAIN = frozenset({"repeat", "reiterate", "restate", "reaffirm"})
_QUOTED = re.compile(r"[“\"‘]([^“”\"‘’]{6,60})[”\"’]")


def inherit(
    cues: Sequence[Cue | None], own: Sequence[Said | None], unknown: Said, sitting: Said | None, hearings: Mapping[str, Said]
) -> list[Said]:
    """Each statement's own date, else that of the occasion to which it plainly belongs, else `unknown`."""
    said: list[Said] = []
    latest: dict[str, int] = {}  # speaker → index of the latest statement
    dated: defaultdict[str, list[int]] = defaultdict(list)  # speaker → indexes of statements with a date of their own
    there = [mine or (spoken_there(cue, hearings) if cue else None) for cue, mine in zip(cues, own, strict=True)]
    members: set[str] = set()  # speakers who take part in the sitting of the lead
    for i, (cue, mine) in enumerate(zip(cues, own, strict=True)):
        result = mine or unknown
        if cue and cue.member:
            members |= cue.speakers
        if cue and not mine:
            earlier = max((latest[name] for name in cue.speakers if name in latest), default=None)
            source = _earlier_occasion(cue, cues, said, earlier) if earlier is not None else None
            source = source or _same_government(cue, cues, said) or _same_meeting(cue, cues, said)
            source = source or same_document(cue, cues, said) or named_now(cue, cues, said)
            source = source or _same_words(cue, cues, own, dated) or _later_date(cue, cues, there, i + 1)
            if source:
                result = _inherited(*source)
            elif heard := there[i]:
                result = heard
            elif sitting and cue.speakers & members and cue.tense == "past" and not _new_occasion(cue) and not _nameless(cue):
                result = sitting
        said.append(result)
        for name in cue.speakers if cue and mine else ():
            dated[name].append(i)
        # What is told at second hand is an aside, not the occasion that what follows belongs to.
        if cue and not any(child.lower_ in _ASIDE for child in verb_of(cue.token).children):
            latest |= dict.fromkeys(cue.speakers, i)
    return said


def _inherited(source: Said, cue: Cue) -> Said:
    why = (
        source.why
        if source.basis == "inherited"
        else f"same occasion as “{cue.token.text}” in paragraph {cue.paragraph.index + 1}: {source.why}"
    )
    return Said(source.start, source.end, "inherited", source.mention, why)


def _earlier_occasion(cue: Cue, cues: Sequence[Cue | None], said: Sequence[Said], earlier: int) -> tuple[Said, Cue] | None:
    """The speaker's latest statement, if it is dated and this one plainly goes on with it."""
    previous, source = cues[earlier], said[earlier]
    if previous is None or source.basis == "publication" or cue.tense == "pluperfect" or source.end is None:
        return None
    between = cues[earlier + 1 : len(said)]
    others_spoke = any(
        other
        and other.speakers
        and not other.speakers & cue.speakers
        and not _same_sentence(other, previous)
        and not _same_sentence(other, cue)
        for other in between
    )
    own_paragraphs = {other.paragraph.index for other in between if other and other.speakers & cue.speakers}
    gap = len(
        set(range(previous.paragraph.index + 1, cue.paragraph.index + 1)) - own_paragraphs
        | {cue.paragraph.index} - {previous.paragraph.index}
    )
    if source.start is None and source.end >= cue.published:
        return None  # "she recently called for it": no occasion that one could share
    if _other_occasion(cue, previous) or _tells_of(previous, cue):
        return None
    elsewhere = previous.paragraph != cue.paragraph or cue.tense == "present"  # "… on Monday. The union said no. The firm disputes this."
    if others_spoke and elsewhere and not _takes_up(cue, previous, source):
        return None
    if any(child.lower_ in _LATER for child in verb_of(cue.token).children):
        return None  # "has since said"
    age = cue.published - source.end
    exact = source.start == source.end
    aged = any(date_ and date_.end and source.end - date_.end > _MONTH for date_ in said[earlier + 1 :])
    if cue.tense == "perfect" or (not exact and age > _RECENT and lemma(cue.token) not in _GOES_ON):
        return None
    if cue.tense == "present" and age > _RECENT:
        reach = 0
    elif _new_occasion(cue):
        reach = 1 if exact and age <= _RECENT else 0
    elif cue.tense == "present" or age > _MONTH or aged:
        reach = 1
    else:
        reach = _SAME_OCCASION if age <= _RECENT else 3
    return (source, previous) if gap <= reach else None


def _new_occasion(cue: Cue) -> bool:
    """ "said in an interview", "during a rally", "in interviews": an occasion not spoken of before."""
    known = {"the", "that", "this", "same", "his", "her", "its", "their"}
    return any(
        preposition != "after" and (articles & {"a", "an", "another"} or not articles & known)
        for preposition, _, articles in occasions(cue)
    )


def _other_occasion(cue: Cue, previous: Cue) -> bool:
    """ "At a rally on Monday he said … In his manifesto he pledged …": a document is no meeting."""
    documents = occasion_words("document")
    mine, theirs = ({lemma(noun) for _, noun, _ in occasions(c)} for c in (cue, previous))
    return bool(mine and theirs) and (mine <= documents) != (theirs <= documents)


def _nameless(cue: Cue) -> bool:
    return "anonymity" in cue.token.sent.text


def _same_sentence(cue: Cue, other: Cue) -> bool:
    return cue.paragraph == other.paragraph and cue.token.sent == other.token.sent


def _takes_up(cue: Cue, previous: Cue, source: Said) -> bool:
    """Whether what a speaker says after others have spoken is still of the occasion: a sitting that the article reports, a ruling
    ("the judge agreed that …"), or one of the days of "this week"."""
    court = any(
        not occasion_words("court").isdisjoint(re.findall(r"[a-z]+", described)) for described in (cue.described, previous.described)
    )
    also = any(child.lower_ in ("also", "too") for child in verb_of(cue.token).children)
    return source.why.startswith(_AT_SITTING) or source.start != source.end or court or also


def _tells_of(previous: Cue, cue: Cue) -> bool:
    """ "The unit, which announced it last month, said …": the clause tells of the speaker, not of what is said now."""
    verb = verb_of(previous.token)
    its_own = any(child.tag_ in ("WDT", "WP") and child.dep_ in ("nsubj", "nsubjpass") for child in verb.lefts)
    return verb.dep_ == "relcl" and its_own and verb.doc is cue.token.doc and verb.sent == cue.token.sent


def _same_government(cue: Cue, cues: Sequence[Cue | None], said: Sequence[Said]) -> tuple[Said, Cue] | None:
    """ "Norland conceded on Saturday … Its foreign minister told reporters …": one paragraph, the country and then who speaks for it."""
    other = cues[len(said) - 1] if said else None
    if other is None or cue.tense != "past" or other.paragraph.index != cue.paragraph.index or said[-1].basis == "publication":
        return None
    of_country = other.country and (cue.official or bool(other.governments & cue.governments - cue.speakers))
    return (said[-1], other) if of_country else None


def _same_meeting(cue: Cue, cues: Sequence[Cue | None], said: Sequence[Said]) -> tuple[Said, Cue] | None:
    """ "said after the same meeting", "in that letter": the occasion of an earlier statement is spoken of again."""
    nouns = {lemma(noun) for _, noun, articles in occasions(cue) if articles & {"same", "that"}}
    if not nouns:
        return None
    for i in reversed(range(len(said))):
        other, date_of_other = cues[i], said[i]
        if other and date_of_other.basis != "publication" and nouns & {lemma(noun) for _, noun, _ in occasions(other)}:
            return date_of_other, other
    return None


def _same_words(
    cue: Cue, cues: Sequence[Cue | None], own: Sequence[Said | None], dated: Mapping[str, Sequence[int]]
) -> tuple[Said, Cue] | None:
    """ "He called it a “phony system” this week. … Bemoaning the “phony system”": the same words in quotation marks, the same occasion."""
    phrases = {phrase.strip(" ,.").casefold() for phrase in _QUOTED.findall(content_of(cue)) if " " in phrase.strip()}
    if not phrases:
        return None
    for i in sorted({i for name in cue.speakers for i in dated.get(name, ())[:_RESTATED]}):
        other, date_of_other = cues[i], own[i]
        if other and date_of_other and any(phrase in content_of(other).casefold() for phrase in phrases):
            return date_of_other, other
    return None


def _later_date(cue: Cue, cues: Sequence[Cue | None], own: Sequence[Said | None], following: int) -> tuple[Said, Cue] | None:
    """ "He has also commented on it. On Wednesday he told a crowd …": the speaker's next statement, in the same paragraph or (after
    a perfect) the next, is dated."""
    if (
        cue.tense not in ("perfect", "past")
        or any(child.lower_ in _HABITUAL for child in verb_of(cue.token).children)
        or _new_occasion(cue)
    ):
        return None
    while following < len(cues) and (after := cues[following]) and not after.attribution.is_statement and not own[following]:
        following += 1  # "disclosed it when he addressed the club": no statement of its own
    other, date_of_other = (cues[following], own[following]) if following < len(cues) else (None, None)
    if other is None or date_of_other is None or not other.speakers & cue.speakers:
        return None
    if lemma(other.token) in _AGAIN:  # "has called it a tale, and on Wednesday repeated that …"
        return None
    if cue.tense == "perfect":
        near = lemma(cue.token) in _ON_IT and other.paragraph.index - cue.paragraph.index <= 1
    else:
        goes_on = other.attribution.content_spans[0][0] < other.attribution.head and date_of_other.start == date_of_other.end
        near = (
            other.paragraph == cue.paragraph and goes_on and date_of_other.end is not None and cue.published - date_of_other.end <= _RECENT
        )
    return (date_of_other, other) if near else None


def sitting_day(parsed: Parsed, dates: Sequence[DateMention], unknown: Said) -> Said | None:
    """The day of the sitting that the article reports: "A House panel voted Thursday to …" in its first two paragraphs."""
    for paragraph in [p for p in parsed.paragraphs if p.kind == "body"][:2]:
        for mention in dates:
            if not (paragraph.start <= mention.span[0] < paragraph.end and mention.first and mention.first == mention.last):
                continue
            token = root_of(mention, paragraph)
            while token is not None and token.pos_ != "VERB" and token.head != token:
                token = token.head
            recent = unknown.end is not None and timedelta() <= unknown.end - mention.first <= _RECENT
            if recent and token is not None and lemma(token) in occasion_words("sitting") and token.dep_ == "ROOT":
                subjects = [child for child in token.children if child.dep_ in ("nsubj", "nsubjpass")]
                if any(_legislative(subject) for subject in subjects):
                    why = f"{_AT_SITTING} of which the article tells (“{token.text}”): {mention.reasoning}"
                    return Said(mention.first, mention.last, "inherited", mention, why)
    return None


def _legislative(subject: Token) -> bool:
    """ "A House panel", "the city council": all speak in the room. After a vote of the whole House, or of a party's body, they don't."""
    if lemma(subject) == "council":
        return True
    chambers = occasion_words("chamber")
    return lemma(subject) in occasion_words("assembly") - chambers and any(token.lower_ in chambers for token in subject.subtree)


def restated(cues: Sequence[Cue | None], said: list[Said]) -> list[Said]:
    """Headline, standfirst and lead take the date of the body's statement that they restate, where they have none."""
    body = [(i, cue) for i, cue in enumerate(cues) if cue and cue.paragraph.kind == "body"]
    lead = body[0][1].paragraph.index + 1 if body else 0
    heads = [(i, cue) for i, cue in enumerate(cues) if cue and cue.paragraph.kind in ("headline", "standfirst")]
    words_of = {i: content_words(cue) for i, cue in [*body[:_RESTATED], *heads]}
    # The lead first: a headline often restates it.
    for i, cue in [*(pair for pair in body if pair[1].paragraph.index <= lead), *heads]:
        if said[i].basis != "publication" or cue.tense == "pluperfect":
            continue
        heading = cue.paragraph.kind != "body"
        # A headline of one statement sums up the first paragraph, whatever it calls the speaker.
        alone = cue.paragraph.kind == "headline" and sum(other.paragraph == cue.paragraph for _, other in heads) == 1
        words = words_of.get(i, frozenset())
        best, source = 0, None
        for j, other in body[:_RESTATED]:
            if said[j].basis == "publication" or other.tense == "pluperfect" or other.paragraph.index <= cue.paragraph.index:
                continue
            shared = len(words & words_of[j])
            same = bool(cue.speakers & other.speakers or (heading and cue.speakers & other.governments))
            same = same or (heading and other.paragraph.index <= lead and bool(speaker_words(cue) & speaker_words(other)))
            first = alone and other.paragraph.index < lead
            if shared > best and shared >= ((1 if heading else 2) if same else 2 if first else 4) and (same or heading):
                best, source = shared, (said[j], other)
        if source:
            said[i] = _inherited(*source)
    return said
