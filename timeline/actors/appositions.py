"""Names that stand behind what somebody is: "Another delegate, Rob Nye of Georgia", "a spokesman for the mayor, Neal Furman"."""

import re
from collections.abc import Sequence

from timeline.actors.entity import Entity, Occurrence
from timeline.actors.roles import may_mean, role_at, roles
from timeline.actors.scene import Scene
from timeline.actors.speakers import Phrase
from timeline.actors.words import DETERMINERS, Word, collectives, singular, split_words, titles

# What may follow the name: nothing, its own apposition, its place; not "and": that begins a list
_GOES_ON = re.compile(r"$|\s*[(—–]|,\s*(?!(?:and|or|as well as)\b)|\s+(?:of|from|in|at|on)\s")
_COMPLEMENT = re.compile(r"\s+(?:of|for|to)\s+(.+)$", re.S)
_AGE = re.compile(r"\d+-year-old$")


def person_in_apposition(scene: Scene, phrase: Phrase, names: Sequence[Occurrence]) -> Entity | None:
    """The person who is named behind a description: "The panel's senior Republican, Rep. Drew Colson of Georgia"."""
    head_end = phrase.paragraph.start + phrase.head.idx + len(phrase.head)
    if phrase.head.tag_ in ("NNS", "NNPS"):
        return None  # "The sisters, X and Y": a list
    if not names:
        # a speaker's span that ends at the comma: "their lawyer", of "their lawyer, Ada Finch"
        behind = scene.cast.within((phrase.span[1], phrase.span[1] + 60))[:1]
        around = [o for o in behind if o.entity.kind == "person" and o.mention.full[0] <= phrase.span[0] and not o.mention.possessive]
        return around[0].entity if around else None
    for occurrence in names:
        mention = occurrence.mention
        if occurrence.entity.kind != "person" or mention.possessive or mention.span[0] < head_end:
            continue
        description, comma, lead = scene.text[head_end : mention.span[0]].rpartition(",")
        if "," in description or not comma or not _leads(split_words(lead)):
            continue
        if not _GOES_ON.match(scene.text[mention.span[1] : phrase.span[1]]):
            return None
        return None if names_the_served(scene, description, occurrence) else occurrence.entity
    return None


def _leads(words: Sequence[Word]) -> bool:
    """Whether the words between comma and name are titles, roles and ages alone: "Rep.", "the 88-year-old Sir", "Attorney General"."""
    index = 0
    while index < len(words):
        role, after = role_at(words, index)
        if not role and words[index].text not in titles() and words[index].lower not in DETERMINERS and not _AGE.match(words[index].text):
            return False
        index = after if role else index + 1
    return True


def names_the_served(scene: Scene, description: str, occurrence: Occurrence) -> bool:
    """Whether the name may be that of the one behind "of" or "for": "a spokesman for the mayor, Jane Doe".

    The mayor it isn't if somebody else is mayor in the article, and Doe nowhere.
    """
    complement = _COMPLEMENT.match(description)
    words = split_words(complement[1]) if complement else []
    role = next((found for at in range(len(words)) if (found := role_at(words, at)[0])), "")
    if not words or not role or any(word.possessive for word in words):
        return False
    if singular(words[-1].lower) != words[-1].lower:
        return False  # "a lawyer for the plaintiffs, X"

    def holds(other: Occurrence) -> bool:
        return may_mean(role, other.mention.head) or may_mean(other.mention.head, role)

    near = scene.cast.mentions_around(occurrence.mention.span[0])
    elsewhere = [other for other in near if other is not occurrence and other.mention.head and holds(other)]
    return not elsewhere or any(other.entity is occurrence.entity for other in elsewhere)


def person_in_front(scene: Scene, phrase: Phrase) -> Entity | None:
    """The person whose apposition a speaker span is by itself: "Pike, [a Republican seeking a second term], shot back"."""
    start, end = phrase.span
    if scene.text[end : end + 1] != "," or phrase.text.split()[0].lower() not in ("a", "an", "the"):
        return None
    for occurrence in scene.cast.before(start, 1):
        mention, entity = occurrence.mention, occurrence.entity
        adjacent = scene.text[mention.span[1] : start] == ", " and mention.span[0] >= phrase.paragraph.start
        opens = not re.search(r"[^\s.!?”\"]\s*$", scene.text[phrase.paragraph.start : mention.full[0]])
        if adjacent and entity.kind == "person" and (opens or scene.is_subject(occurrence)):
            return entity
    return None


def body_in_apposition(scene: Scene, phrase: Phrase, names: Sequence[Occurrence]) -> Entity | None:
    """The body that is named behind what it is: "The mining regulator, Sernageomin,"."""
    last = names[-1] if names else None
    if last is None or last.entity.kind not in ("organization", "press") or last.mention.possessive:
        return None
    behind = phrase.paragraph.start + phrase.head.idx + len(phrase.head)
    between = scene.text[behind : last.mention.full[0]]
    ends = last.mention.span[1] >= phrase.span[1] and (phrase.head.pos_ == "NOUN" or phrase.head.lower_ == "one")
    return last.entity if ends and re.fullmatch(r"[^,]*,\s+(?:the\s+)?", between) else None


def is_firm_called(scene: Scene, phrase: Phrase, last: Occurrence, at: int) -> bool:
    """Whether a phrase is what a body is and its name: "Health insurer CareHaven", "the club's sponsor, the bookmaker Luckway"."""
    *lead, noun = scene.text[phrase.span[0] : last.mention.span[0]].split() or [""]
    comma = lead and any(word.endswith(",") for word in lead)
    beside = comma or scene.text[at : last.mention.span[0]].split()[:1] == [noun] or at >= last.mention.span[0]
    clause = any(word.lower() in ("who", "which", "that", "whose", "and") for word in lead)
    return last.entity.kind == "organization" and noun.lower() in collectives() and bool(beside) and not clause


def heads(occurrence: Occurrence, phrase: Phrase, at: int) -> bool:
    """Whether a phrase begins with a person's name that holds its head noun: "Sen. Jane Doe, who met Judge Cole"."""
    mention = occurrence.mention
    begins = mention.full[0] <= phrase.span[0] and mention.span[0] <= at < mention.span[1] < phrase.span[1]
    return begins and occurrence.entity.kind == "person" and not mention.possessive


def is_complement(scene: Scene, phrase: Phrase, occurrence: Occurrence) -> bool:
    """Whether a name only tells whose the head noun is: "the agent of the striker Tomaso Deluca"."""
    behind = phrase.paragraph.start + phrase.head.idx + len(phrase.head)
    between = scene.text[behind : occurrence.mention.full[0]]
    known = phrase.head.lower_ in roles() or phrase.head.lower_ in collectives()
    return known and re.match(r"\s+(?:of|for|to)\s+[^,]*$", between) is not None
