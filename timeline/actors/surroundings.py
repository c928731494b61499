"""What stands around a name: the role and affiliation in front of it, behind it, and in apposition."""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.lang.en.stop_words import STOP_WORDS

from timeline.actors.actor import Mention
from timeline.actors.reader import PARTY_MEMBER, Reader
from timeline.actors.roles import RolePhrase, modifiers, parse_role, role_at, roles, stands_for
from timeline.actors.words import (
    DETERMINERS,
    Word,
    bare_name,
    collectives,
    given_names,
    is_listed,
    joined,
    parties,
    party_letters,
    places,
    state_names,
)

# Roles that firms and other bodies have too: "the miner Cobalt Ridge", "Kroll, an auditor"
BODIES_TOO = frozenset(
    "miner developer publisher brewer producer auditor regulator broker trader owner insurer supplier dealer designer courier rival "
    "opponent leader sponsor donor investor bidder shareholder tenant landlord plaintiff defendant co-defendant claimant "
    "respondent appellant creditor customer member agent consultant adviser advisor winemaker restaurateur shipowner star host source "
    "architect observer ally advocate supporter backer critic victim".split()
)
_PEOPLE_TOO = frozenset("contractor supplier operator startup start-up".split())
_AT = re.compile(r"\b(?:in|of|at|from|near|to)\s+$", re.I)
_CLAUSE_MARK = re.compile(r"[^\s'’\-–]|[-–]{2}|\s[-–]\s")


def with_role(mention: Mention, phrase: RolePhrase) -> Mention:
    """Add a role phrase to a mention; what stands nearer to the name wins."""
    if phrase.head.title() in parties():
        return replace(mention, affiliation=mention.affiliation or phrase.affiliation)  # "Republican Jane Doe" has no role yet
    return replace(
        mention,
        role=mention.role or phrase.text,
        head=mention.head or phrase.head,
        affiliation=mention.affiliation or phrase.affiliation,
        owner=mention.owner or phrase.owner,
        gender=mention.gender or roles()[phrase.head].gender,
    )


def with_context(reader: Reader, first: int, last: int, mention: Mention) -> Mention:
    """Add what stands left and right of the name: "lawyer Marc Kasowitz", "X, R-Utah,", "X, the director of …,", "the ambassador, X,"."""
    if mention.kind in ("party", "press") or (mention.kind == "country" and mention.name in places()):
        return mention
    words = reader.words
    start = first
    bare = mention.kind != "organization" and (mention.kind != "person" or " " not in mention.name)
    if first > 0 and words[first - 1].text not in _PEOPLE_TOO and not (mention.title or mention.role):
        bare = bare or mention.name.split()[0] not in given_names()
    if bare and first > 0 and _is_firm_noun(words[first - 1]):
        in_apposition = first > 1 and words[first].gap == ", " and words[first - 2].lower in (*DETERMINERS, "its") and _closes(reader, last)
        if words[first].gap == " " or in_apposition:
            # "health insurer CareHaven", "the operator, Pleisse Bahnen,"
            mention = replace(mention, kind="organization", unsure=False, sort=words[first - 1].lower)
    if (mention.kind != "organization" or mention.unsure) and first > 0 and words[first].gap in (" ", " “", ' "') and not mention.role:
        if words[first - 1].possessive and words[first - 1].capital:
            name, listed = _affiliation_before(reader, first)
            mention = replace(mention, affiliation=mention.affiliation or listed, owner=mention.owner or name)
        elif not words[first - 1].possessive:
            begin = _left_role(reader, first)
            phrase = parse_role(words, begin, first) if begin < first else None
            # "the Syrian refugees Obama will accept" against "senators Bob Corker and Lindsey Graham"
            if phrase and phrase.plural and not (last < len(words) and (words[last].lower == "and" or "," in words[last].gap)):
                phrase = None
            if phrase and not (mention.unsure and phrase.head in BODIES_TOO):
                start = begin
                mention = replace(with_role(mention, phrase), kind="person", full=(words[start].start, mention.full[1]))
    elif mention.kind == "person" and first > 0 and mention.role and words[first].gap == " " and words[first - 1].possessive:
        # "Ukraine's President X"
        if words[first - 1].capital:
            mention = replace(mention, affiliation=mention.affiliation or _affiliation_before(reader, first)[1])
    elif mention.kind == "person" and first > 0 and not mention.affiliation and words[first].text.endswith(".") and words[first].gap == " ":
        # "former Democratic presidential candidate Sen. X"
        begin = _left_role(reader, first)
        phrase = parse_role(words, begin, first) if begin < first else None
        if phrase:
            start = begin
            mention = replace(mention, affiliation=phrase.affiliation, full=(words[start].start, mention.full[1]))
    mention = _right_context(reader, last, mention)
    if (
        (mention.kind in ("person", "unknown") or mention.unsure or (mention.kind == "country" and _like_a_person(mention.name)))
        and not (mention.head and (mention.affiliation or mention.owner))  # "the association's president, Sgt. X,"
        and first > 1
        and words[start].gap.strip() in (",", "—", "-", "--", "–")
    ):
        mention = _apposition_before(reader, start, last, mention)
    return mention


def _is_firm_noun(word: Word) -> bool:
    """Whether a name behind a word is a firm's or a group's: "carmaker", "charity"."""
    known = collectives().get(word.lower)
    return known is not None and known[0] in ("company", "group") and word.lower not in roles() and not word.possessive


def _like_a_person(name: str) -> bool:
    """Whether what spaCy takes for a place may be somebody's name: "Tess", "Imre Szalay"."""
    return name in given_names() or (" " in name and name.replace(" ", "").isalpha() and not is_listed(name))


def _affiliation_before(reader: Reader, first: int) -> tuple[str, str]:
    """ "NBC's Lester Holt" → NBC, as written and as one speaks for it; no affiliation where the name may be a person's."""
    begin = first - 1
    while begin > 0 and reader.words[begin].gap == " " and reader.words[begin - 1].capital:
        begin -= 1
    while begin < first - 1 and reader.words[begin].lower in DETERMINERS:
        begin += 1
    name = joined(reader.words[begin:first])
    return name, stands_for(name) if is_listed(name) or reader.label(reader.words[first - 1]) == "ORG" else ""


def _left_role(reader: Reader, first: int) -> int:
    """Index where a noun phrase with a lower-case role begins that stands right before a name; `first` if there is none."""
    words = reader.words
    if not any(role_at(words, first - size)[1] == first for size in (1, 2, 3) if first >= size and role_at(words, first - size)[0]):
        return first
    begin = first - 1
    while begin > 0 and words[begin].gap in (" ", "-") and first - begin < 9:
        word = words[begin - 1]
        if word.lower in DETERMINERS:
            return begin - 1
        stops = word.lower in STOP_WORDS and word.lower not in modifiers()  # "former" is on spaCy's list
        if not word.capital and (stops or reader.pos(word) not in ("NOUN", "ADJ", "PROPN", "NUM")):
            break
        begin -= 1
    return begin


def _clause_end(words: Sequence[Word], index: int, limit: int = 40) -> int:
    """Index of the first word behind `index` that punctuation parts from it."""
    end = index + 1
    while end < len(words) and end - index < limit and not _CLAUSE_MARK.search(words[end].gap):
        end += 1
    return end


def _right_context(reader: Reader, last: int, mention: Mention) -> Mention:
    words = reader.words
    index = last
    place = mention.kind == "country" and _AT.search(reader.doc.text[: mention.full[0] - reader.base][-12:])
    may_be_person = (
        mention.unsure or mention.kind == "unknown" or (mention.kind == "country" and not place and mention.name not in places())
    )
    if index < len(words) and words[index].gap.strip() in (",", "(", ", (") and words[index].text.isdigit():
        index += 1
        if len(words[index - 1].text) == 2 and _closes(reader, index) and may_be_person:
            mention = replace(mention, kind="person")  # "D'Aubigny, 58, denies fraud"
    if index < len(words) and words[index].lower == "who" and "," in words[index].gap and may_be_person:
        mention = replace(mention, kind="person")
    if index < len(words) and (member := PARTY_MEMBER.match(words[index].text.rstrip("."))):
        party = party_letters().get(member[1], "")
        closed = index + 2 if index + 1 < len(words) and words[index + 1].text.endswith(".") and words[index + 1].gap == " " else index + 1
        full = (mention.full[0], words[closed - 1].end)
        state = places().get(member[2]) or places().get(member[2] + ".")
        return replace(mention, kind="person", affiliation=party or mention.affiliation, full=full, state=state.name if state else "")
    if (
        index + 1 < len(words)
        and words[index].gap == " "
        and words[index].lower in ("of", "from")
        and mention.kind in ("person", "unknown")
    ):
        end = index + 1
        while end < len(words) and words[end].gap == " " and (words[end].capital or words[end].lower == "of"):
            end += 1
        name = bare_name(joined(words[index + 1 : end]))
        elsewhere = words[index].lower == "from" and name in places() and name not in state_names()
        if end > index + 1 and not elsewhere and (is_listed(name) or reader.label(words[end - 1]) in ("ORG", "GPE")):
            if name in state_names():
                mention = replace(mention, state=name)
            else:
                mention = replace(mention, affiliation=mention.affiliation or stands_for(name))
            mention = replace(mention, full=(mention.full[0], words[end - 1].end))
            index = end
    if index >= len(words) or mention.possessive:
        return mention
    gap = words[index].gap.strip()
    copula = gap == "" and words[index].lower == "is" and mention.kind in ("person", "unknown")
    if copula:
        index += 1
    elif gap not in (",", "-", "–", "—", "--", "("):
        return mention
    if index >= len(words):
        return mention
    end = _clause_end(words, index)
    phrase = _apposition(reader, index, end)
    if place:
        return mention
    if phrase and mention.kind == "organization" and (not mention.unsure or phrase.head in BODIES_TOO):
        return mention
    if phrase and (copula or _closes(reader, end)):
        reach = mention.full[1] if copula else words[end - 1].end
        return replace(with_role(mention, phrase), kind="person", full=(mention.full[0], reach))
    return mention


def _closes(reader: Reader, end: int) -> bool:
    return end >= len(reader.words) or bool(_CLAUSE_MARK.search(reader.words[end].gap))


def _apposition(reader: Reader, index: int, end: int) -> RolePhrase | None:
    """The role in words[index:end] if they are a noun phrase and no clause."""
    words = reader.words
    begin = index + 1 if words[index].lower in DETERMINERS else index
    for position in range(begin, end):
        if role_at(words, position)[0]:
            break
        word = words[position]
        if word.lower in STOP_WORDS and not word.capital and word.lower not in ("first", "former", "top", "then", "vice"):
            return None
        if word.lower in modifiers():
            continue
        if not word.capital and reader.pos(word) in ("VERB", "AUX", "ADP", "ADV", "SCONJ") and "-" not in word.text:
            return None
    else:
        return None
    phrase = parse_role(words, index, end)
    if (
        phrase is None
        or phrase.plural
        or any(reader.token(word).tag_ in ("VBD", "VBZ", "VBP", "MD") for word in words[phrase.end : end][:8])
    ):
        return None
    return phrase


def _apposition_before(reader: Reader, start: int, last: int, mention: Mention) -> Mention:
    """The role phrase in "the Iranian ambassador to the UN, Amir Saeed Irwani,"."""
    words = reader.words
    if last < len(words) and not _CLAUSE_MARK.search(words[last].gap):
        return mention
    begin = start - 1
    while begin > 0 and start - begin < 14 and not _CLAUSE_MARK.search(words[begin].gap):
        begin -= 1
    for index in range(start - 1, begin - 1, -1):
        opens = words[index].lower in DETERMINERS or words[index].possessive or index == begin
        if not opens or any(word.lower in ("and", "or") for word in words[index:start]):
            continue
        opening = index
        while words[index].possessive and opening > begin and words[opening - 1].capital:
            opening -= 1
        phrase = _apposition(reader, opening, start)
        if mention.unsure and phrase and phrase.head in BODIES_TOO:
            return mention
        if phrase and opening - begin > 1 and words[opening - 1].lower in ("for", "of", "to") and words[opening - 2].lower in roles():
            return mention  # "a spokeswoman for the governor, Ann Cole": which of the two she is, the whole article tells
        if phrase and not any(reader.pos(word) in ("VERB", "AUX") for word in words[phrase.end : start] if not word.capital):
            found = with_role(mention, phrase)
            return replace(found, kind="person", full=(words[opening].start, mention.full[1]))
    return mention
