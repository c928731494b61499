"""A paragraph's words beside its parse, and the stretches of it that can be names."""

import re
from collections.abc import Iterator, Sequence

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc, Token

from timeline.actors.roles import role_at
from timeline.actors.tokens import token_at
from timeline.actors.words import (
    CONNECTORS,
    PARTICLES,
    Word,
    given_names,
    is_listed,
    joined,
    no_names,
    organization_words,
    split_words,
    titles,
)
from timeline.language import Paragraph

SENTENCE_START = re.compile(r"^$|[.!?:;]|[\"“‘«]|--|—")
# What stands before and behind the nickname in: Jürgen "Jogi" Wackernagel
_NICKNAME = frozenset(((' "', '" '), (" “", "” "), (" '", "' "), (" ‘", "’ "), (" (", ") ")))
_CONTRACTION = re.compile(r"(?:['’](?:d|ll|m|re|ve)|n['’]t)$", re.I)  # "I'd", "Don't"
# Those for whom a campaign is named: "Ohioans for Fair Maps", "Citizens for Clean Air"
CAMPAIGNERS = re.compile(r"(?:[A-Z][a-z]+ans|Citizens|Mothers|Moms|Doctors|Veterans|Workers|Farmers)$")
PARTY_MEMBER = re.compile(r"([DRIL])[-–](\w[\w.]*)$")


class Reader:
    """A paragraph's words beside its parse."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.names: frozenset[str] = frozenset()
        self.doc: Doc = paragraph.doc
        self.base = paragraph.start
        self.words = split_words(paragraph.doc.text, paragraph.start)
        self.title_case = _is_title_case(self.words, paragraph)
        self.labels = {token_index: entity.label_ for entity in self.doc.ents for token_index in range(entity.start, entity.end)}

    def learn(self, names: frozenset[str]) -> None:
        """Take in which words are names in this article, and write the other words at sentence starts small ("Real estate mogul X")."""
        self.names = names
        if self.title_case:
            return
        for index, word in enumerate(self.words):
            if word.capital and (index == 0 or SENTENCE_START.search(word.gap)) and not (word.text in names or _speaks_of_name(word.text)):
                following = self.words[index + 1] if index + 1 < len(self.words) else None
                behind = self.words[index + 2] if index + 2 < len(self.words) else None
                joined_on = following is not None and (
                    following.lower in PARTICLES or (following.lower == "for" and CAMPAIGNERS.match(word.text) is not None)
                )
                foreign = joined_on and behind is not None and behind.capital
                if following is not None and not following.capital and not foreign and self.token(word).pos_ not in ("PROPN", "PRON"):
                    self.words[index] = word._replace(text=word.text[0].lower() + word.text[1:])

    def token(self, word: Word) -> Token:
        """The parse's token at a word's beginning."""
        return token_at(self.doc, word.start - self.base)

    def label(self, word: Word) -> str:
        """spaCy's entity label at a word; empty if none."""
        return self.labels.get(self.token(word).i, "")

    def pos(self, word: Word) -> str:
        """Part of speech of a word."""
        return str(self.token(word).pos_)


def _speaks_of_name(word: str) -> bool:
    return is_listed(word) or word in given_names() or word in titles() or word in organization_words("last") or word.isupper()


def _is_title_case(words: Sequence[Word], paragraph: Paragraph) -> bool:
    """Whether capitals say nothing here: "Senate Panel Votes To Hold Aide In Contempt"; a short sentence may be all names."""
    sentence = paragraph.kind == "body" and len(words) < 15 and paragraph.doc[-1].text in (".", "”", '"', "?")
    if sentence:
        return False
    content = [word for word in words if word.lower not in STOP_WORDS and word.text[0].isalpha()]
    return len(content) >= 4 and sum(word.capital for word in content) >= 0.8 * len(content)


def capitalised_words(readers: Sequence[Reader]) -> frozenset[str]:
    """Words that are capitalised in the middle of a sentence somewhere in the article, so that their capital means a name."""
    return frozenset(
        word.text
        for reader in readers
        if not reader.title_case
        for word in reader.words[1:]
        if word.capital and not SENTENCE_START.search(word.gap)
    )


def name_pieces(reader: Reader) -> Iterator[tuple[int, int]]:
    """Index ranges of words that can be one name with its titles: "Iranian Foreign Minister Hossein Amir-Abdollahian"."""
    for start, end in _runs(reader):
        yield from _pieces(reader, start, end)


def _runs(reader: Reader) -> Iterator[tuple[int, int]]:
    """Index ranges of capitalised words with the small words that can stand inside a name."""
    words, count = reader.words, len(reader.words)
    index = 0
    while index < count:
        text = words[index].text
        if not words[index].capital or text in no_names() or PARTY_MEMBER.match(text) or _CONTRACTION.search(text):
            index += 1
            continue
        end = index + 1
        while end < count and not words[end - 1].possessive:
            ahead = end
            while (
                ahead < count
                and words[ahead].gap == " "
                and words[ahead].lower in (CONNECTORS | PARTICLES)
                and not words[ahead].capital
                and ahead - end < 2
            ):
                ahead += 1
            if end + 1 < count and (words[end].gap, words[end + 1].gap) in _NICKNAME and words[end].capital and words[end + 1].capital:
                end += 2
                continue
            if (
                ahead < count
                and words[ahead].gap in (" ", "-", " & ", "/")
                and words[ahead].capital
                and (words[ahead].text not in no_names() or words[ahead].text in organization_words("last"))
            ):
                end = ahead + 1
            else:
                break
        yield index, end
        index = end


def _pieces(reader: Reader, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run at the small words that don't belong to a name: "Trump of New York", but "University of Michigan"."""
    words = reader.words
    if reader.title_case:
        # Only listed names can be told from other words here, the longest first.
        index = start
        while index < end:
            for last in range(min(end, index + 5), index, -1):
                if is_listed(joined(words[index:last])):
                    yield index, last
                    index = last - 1
                    break
            index += 1
        return
    first = index = start
    while index < end:
        word = words[index]
        if index > first and not word.capital and word.lower in (CONNECTORS | PARTICLES) and index + 1 < end:
            following = index + 1
            while following < end and not words[following].capital:
                following += 1
            if not _joins(reader, first, index, following, end):
                yield first, index
                first = following
            index = following
            continue
        index += 1
    if first < end:
        yield first, end


def _joins(reader: Reader, first: int, index: int, following: int, end: int) -> bool:
    """Whether the small words[index:following] are part of the name that words[first:index] begins."""
    words = reader.words
    before = words[first:index]
    if any(is_listed(joined(words[first:last])) for last in range(end, following, -1)):
        return True
    if any(role_at(words, position)[1] > following for position in range(first, index)):
        return True  # "Secretary of State Hillary Clinton"
    link = [word.lower for word in words[index:following]]
    if all(word in PARTICLES for word in link):
        return not any(word.text in organization_words("last") for word in before)
    if link == ["for"] and len(before) == 1 and CAMPAIGNERS.match(before[0].text):
        return True  # "Kansans for Justice"
    if link[0] in ("of", "for", "on", "to") and any(word.text in organization_words("first") for word in before):
        return not any(role_at(words, position)[0] for position in range(first, index) if position + 1 == index)
    if link[0] in ("and", "&") and index > 1 and words[index - 2].lower == "the" and index - first <= 2:
        # "the Central and East European Coalition"
        body = words[end - 1].text in organization_words("last") and end - following > 1
        if body and not is_listed(words[index - 1].text) and reader.label(words[index - 1]) != "PERSON":
            return True
    if link[0] in ("and", "&"):
        labels = {reader.labels.get(reader.token(word).i, "") for word in (words[index - 1], words[index], words[following])}
        return labels == {"ORG"}
    return False
