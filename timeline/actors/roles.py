"""Roles: "the Iranian ambassador to the UN" → role ambassador, for Iran."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS

from timeline.actors.words import (
    DETERMINERS,
    Word,
    bare_name,
    listed,
    no_names,
    organization_words,
    organizations,
    parties,
    places,
    press,
    region_adjectives,
    singular,
    state_names,
)
from timeline.lexicon import entries

# "spokesman for the ministry", "professor at Yale", "leader of the party"
_AFTER = frozenset("of for at with from in to by".split())
# Modifiers that never begin a body's name: "Former Florida Gov."
_TEMPORAL = frozenset("former then ex senior top longtime acting interim retired late outgoing incoming shadow junior".split())
# Capitalised at a sentence's begin or by custom, they name no body: "Union leader X", "Opposition MP Y", "Independent MP Z".
COMMON_WORDS = frozenset(
    "Union Opposition Independent City County Town Village Borough Parish Council Police Trust Company Club School Church Hospital "
    "University College Party Government Ministry Cabinet Board Court Team Bank Museum Prison Airport Port Harbour Factory Plant "
    "Campaign Coalition Community Business Industry Regional Local Student Youth Consumer Farm Hotel Rebel Rival Veteran "
    "Media Health Food Security Energy Education Finance Defense Defence Climate Arts Science Tax Trade Housing Transport Labour".split()
)
_PRIVATE = frozenset(
    "Society Association Union Federation Confederation University Institute Club League Foundation Church School College Museum Center "
    "Centre Alliance Coalition Trust Guild Movement Academy Hospital Theatre Orchestra Bank Network Forum Project".split()
)


# Before these "Labour" is a portfolio or a subject and no party: "Labour Minister X", "Labour market economist Y"; but "Labour MP Z"
_OF_LABOUR = frozenset(
    "minister secretary inspector commissioner judge economist attaché lawyer organiser organizer correspondent reporter editor historian "
    "market relations law rights force union unions".split()
)


class Role(NamedTuple):
    """A role noun's entry."""

    domain: str
    gender: str


class RolePhrase(NamedTuple):
    """A role as found in words[start:end]. `text` is the role with its modifiers, `head` the bare noun in the singular.

    `affiliation` is for whom such a one speaks; `owner` the person or body as written whose role it is ("Pagliano's lawyer").
    `person` is the word index at which a name that follows directly would begin.
    """

    text: str
    head: str
    affiliation: str
    owner: str
    plural: bool
    start: int
    end: int


@cache
def roles() -> dict[str, Role]:
    """Role nouns and abbreviations in lower case → Role."""
    found = {row["role"]: Role(row["domain"], row["gender"]) for row in entries("roles")}
    found |= {row["abbreviation"].lower(): found[row["role"]] for row in entries("roles") if row["abbreviation"]}
    return found


@cache
def _long_form() -> dict[str, str]:
    forms: dict[str, str] = {}
    for row in entries("roles"):
        if row["abbreviation"]:
            forms.setdefault(row["abbreviation"].lower(), row["role"])
    return forms


@cache
def _role_starts() -> frozenset[str]:
    """First words of role nouns, to pass over all other words quickly."""
    firsts = {role.split()[0] for role in roles()}
    return frozenset(firsts | {singular(first) for first in firsts} | {"attorneys", "members", "chiefs", "secretaries", "ministers"})


@cache
def modifiers() -> frozenset[str]:
    """Words between affiliation and role noun that belong to the role."""
    return frozenset(row["word"] for row in entries("role_modifiers"))


@cache
def _kin() -> dict[str, frozenset[str]]:
    found = {}
    for row in entries("role_kin"):
        kin: set[str] = set()
        for word in listed(row["means"]):
            kind, _, value = word.partition(":")
            if value and kind == "domain":
                kin |= {role for role, entry in roles().items() if entry.domain == value}
            else:
                kin.add(word)
        found[row["word"]] = frozenset(kin)
    return found


def may_mean(word: str, role: str) -> bool:
    """Whether somebody with this role can be called by that word: "the lawyer" for an attorney."""
    return word == role or role.endswith(" " + word) or role in _kin().get(word, ())


def role_at(words: Sequence[Word], index: int) -> tuple[str, int]:
    """The role noun that begins at a word, in the singular, and the index after it; ("", index) if there is none."""
    if singular(words[index].lower) not in _role_starts():
        return "", index
    for length in (4, 3, 2, 1):
        group = words[index : index + length]
        if len(group) < length or any(word.gap not in (" ", "-") for word in group[1:]) or any(word.possessive for word in group[:-1]):
            continue
        phrase = " ".join(word.lower for word in group)
        if length > 2 and group[-2].lower in ("the", "of") and words[index + length : index + length + 1]:
            behind = words[index + length]
            if behind.gap == " " and behind.capital and not group[-1].capital:
                continue  # "leader of the opposition Harmony Party"
        single = singular(phrase)
        if single in roles() or (single := phrase) in roles():
            return _long_form().get(single, single), index + length
    return "", index


@lru_cache(maxsize=1 << 14)
def stands_for(name: str) -> str:
    """For whom a body speaks: "Tehran" → "Iran", "GOP" → "Republican Party", "State Department" → "United States"; else itself."""
    bare = bare_name(name)
    if not bare:
        return ""
    if bare in parties():
        return parties()[bare]
    if bare in organizations():
        return organizations()[bare][1]
    if bare in press():
        return press()[bare]
    if bare in places():
        return places()[bare].name
    first = bare.split()
    if first[-1] in _PRIVATE or first[-1] in organization_words("firm"):
        return bare  # the "American Fertility Nurses Society" doesn't speak for the United States
    # "Iranian Foreign Ministry", "British Parliament", "Saudi government", "US Embassy"
    for length in (2, 1):
        start = " ".join(first[:length])
        if len(first) > length and start in places() and (places()[start].adjective or start in ("US", "UK", "U.S.")):
            return places()[start].name
    return bare


def _opens_sentence(word: Word) -> bool:
    """Whether a capital is only a sentence's first: "To Montclair State University professor X"."""
    return word.lower in STOP_WORDS and word.text not in places()


def _is_portfolio(words: Sequence[Word], index: int) -> bool:
    """Whether "Labour" is what a minister is in charge of, or an expert writes about."""
    return words[index].text == "Labour" and not words[index].possessive and words[index + 1].lower in _OF_LABOUR


def _named_before(words: Sequence[Word], start: int, head: int) -> tuple[str, str]:
    """What names the body in front of a role noun: "Iranian foreign minister", "Iran's minister", "the panel's chairman"."""
    for index in range(head - 1, start - 1, -1):
        if words[index].possessive:
            first = index
            while first > start and words[first - 1].capital and words[first].capital and words[first].gap == " ":
                if words[first - 1].text in no_names() or words[first - 1].lower in STOP_WORDS:
                    break  # "On Wednesday Ukraine's ambassador"
                first -= 1
            owner = " ".join(word.text for word in words[first : index + 1])
            return (stands_for(owner) if words[index].capital else ""), owner
    first = start
    while first < head and (not words[first].capital or words[first].lower in _TEMPORAL or _opens_sentence(words[first])):
        first += 1
    last = first
    while last < head and words[last].capital and (last == first or words[last].gap == " "):
        last += 1
    if last == first or re.search(r"[-–][a-z]", words[last - 1].text):
        return "", ""
    if _is_portfolio(words, first):
        return "", ""
    for end in range(last, first, -1):
        name = " ".join(word.text for word in words[first:end])
        paper = name in press() and (not press()[name].startswith("The ") or (first > 0 and words[first - 1].lower == "the"))
        known = name in places() or name in parties() or name in organizations() or paper
        if known or (end > first + 1 and words[end - 1].text in organization_words("last")):
            return stands_for(name), name
    while last > first and words[last - 1].lower in modifiers():
        last -= 1
    name = " ".join(word.text for word in words[first:last])
    if name in COMMON_WORDS or name in region_adjectives():
        return "", ""
    return stands_for(name), name


def _named_after(words: Sequence[Word], head_end: int, end: int) -> tuple[str, str, int]:
    """What names the body behind a role noun: "spokesman for the Foreign Ministry", "professor at Seton Hall University"."""
    index = head_end
    while index + 1 < end and words[index].lower in _AFTER and words[index].gap == " ":
        preposition = words[index].lower
        index += 1
        if words[index].lower in DETERMINERS:
            index += 1
        first = index
        plain = next((at for at in range(index, min(index + 3, end)) if words[at].capital or words[at].gap != " "), index)
        if all(words[at].lower not in _AFTER and not words[at].possessive for at in range(index, plain)):
            first = index = plain  # "leader of the opposition Harmony Party"
        while (
            index < end
            and words[index].gap in (" ", "")
            and (words[index].capital or (index > first and words[index].lower in ("of", "for", "and", "the")))
        ):
            index += 1
            if words[index - 1].possessive:
                break
        while index > first and not words[index - 1].capital:
            index -= 1
        if index > first:
            return " ".join(word.text for word in words[first:index]), preposition, index
        # "director of debate at …": a common noun that tells what is directed
        while index < end and words[index].gap == " " and words[index].lower not in _AFTER and not words[index].capital:
            index += 1
    return "", "", index


def _same_phrase(words: Sequence[Word], start: int, end: int) -> range:
    """Indexes from `start` up to the next preposition or punctuation."""
    index = start
    while index < end and words[index].gap == " " and words[index].lower not in _AFTER:
        index += 1
    return range(start, index)


def parse_role(words: Sequence[Word], start: int, end: int) -> RolePhrase | None:
    """The role that the noun phrase words[start:end] names, or None: "the Iranian ambassador to the UN", "Trump lawyer"."""
    head = head_end = start
    role = ""
    for index in range(start, end):
        if index > start and words[index].lower in _AFTER and words[index].gap == " " and not role:
            break
        found, after = role_at(words, index)
        if not found or after > end:
            continue
        if words[after - 1].possessive and after < end:
            continue
        if after < end and words[after].gap == " ":
            # "press secretary": the last noun of the compound is its head; but "Chairman Rep." are two roles, the first says more
            if found == "fellow" and words[after].lower not in _AFTER:
                continue  # "fellow senators"
            if role_at(words, after)[0] and not words[after].text.endswith("."):
                continue
            # "Republican National Committee research director"
            if words[after - 1].capital and words[after].capital and any(role_at(words, later)[0] for later in range(after + 1, end)):
                continue
            # "a Republican media consultant"
            if found.title() in parties() and any(role_at(words, later)[0] for later in _same_phrase(words, after, end)):
                continue
        role, head, head_end = found, index, after
        break
    if not role:
        return None
    begin = start
    while begin < head and words[begin].lower in DETERMINERS:
        begin += 1
    affiliation, owner = _named_before(words, begin, head)
    behind, preposition, after = _named_after(words, head_end, end)
    domain = roles()[role].domain
    if role.title() in parties():
        affiliation = parties()[role.title()]
    elif domain in ("party", "state") and not any(word.possessive for word in words[begin:head]):
        # "Senate Republican leaders" speak for their party
        party = next((words[at].text for at in range(begin, head) if words[at].text in parties() and not _is_portfolio(words, at)), "")
        affiliation, owner = (parties()[party], party) if party else (affiliation, owner)
    nearer = domain in ("client", "organization", "academic") and preposition in ("for", "of", "at", "to") and not owner
    # An ambassador *to* a country doesn't speak for it.
    elsewhere = preposition in ("to", "in", "from") and domain == "state" and role != "secretary"
    elsewhere = elsewhere or (preposition in ("in", "from", "by", "with") and domain in ("other", "family"))
    if behind and (not affiliation or nearer) and not elsewhere:
        affiliation, owner = stands_for(behind), behind
    if domain == "state" and affiliation in state_names() and preposition == "of" and role in ("representative", "senator"):
        affiliation = ""
    first = head
    while first > begin and (words[first - 1].lower in modifiers() or (not words[first - 1].capital and not words[first - 1].possessive)):
        if words[first - 1].text in owner.split() or words[first].gap not in (" ", "-"):
            break
        first -= 1
    text = " ".join([*(word.lower for word in words[first:head]), role])
    if preposition == "of" and role in ("secretary", "minister", "chief", "head", "director", "speaker") and behind and domain == "state":
        text = f"{role} of {behind}" if behind in ("State", "Defense", "Treasury") else text
    plural = singular(words[head_end - 1].lower) != words[head_end - 1].lower
    return RolePhrase(text, role, affiliation, owner, plural, start, max(head_end, after if behind else head_end))
