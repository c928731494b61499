"""Named mentions of persons and bodies in a paragraph, with the role and affiliation that stand around the name.

spaCy's entity labels are one witness only; capitals, titles, role nouns and the word lists are the others.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc, Token

from timeline.actors.actor import ActorKind
from timeline.actors.roles import RolePhrase, modifiers, parse_role, role_at, roles, stands_for
from timeline.actors.tokens import token_at
from timeline.actors.words import (
    CONNECTORS,
    DETERMINERS,
    PARTICLES,
    Word,
    bare_name,
    given_names,
    no_names,
    organization_words,
    organizations,
    parties,
    party_letters,
    places,
    press,
    split_words,
    state_names,
    titles,
)
from timeline.language import Paragraph
from timeline.spans import Span

MentionKind = Literal["person", "organization", "country", "press", "party", "unknown"]

_SENTENCE_START = re.compile(r"^$|[.!?:;]|[\"“‘«]|--|—")
_PARTY_MEMBER = re.compile(r"([DRIL])[-–](\w[\w.]*)$")
_CLAUSE_MARK = re.compile(r"[^\s'’\-–]|[-–]{2}|\s[-–]\s")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. `span` covers the name, `full` also the title, role and apposition around it.

    `role` (with modifiers), `head` (the bare role noun) and `affiliation` are what stands beside this very mention.
    """

    span: Span
    full: Span
    name: str
    kind: MentionKind
    role: str = ""
    head: str = ""
    affiliation: str = ""
    owner: str = ""
    gender: str = ""
    possessive: bool = False


class Reader:
    """A paragraph's words beside its parse."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.names: frozenset[str] = frozenset()
        self.doc: Doc = paragraph.doc
        self.base = paragraph.start
        self.words = split_words(paragraph.doc.text, paragraph.start)
        self.title_case = _is_title_case(self.words)
        self.labels = {token_index: entity.label_ for entity in self.doc.ents for token_index in range(entity.start, entity.end)}

    def learn(self, names: frozenset[str]) -> None:
        """Take in which words are names in this article, and write the other words at sentence starts small ("Real estate mogul X")."""
        self.names = names
        if self.title_case:
            return
        for index, word in enumerate(self.words):
            if word.capital and (index == 0 or _SENTENCE_START.search(word.gap)) and not (word.text in names or _speaks_of_name(word.text)):
                following = self.words[index + 1] if index + 1 < len(self.words) else None
                if following is not None and not following.capital and self.token(word).pos_ not in ("PROPN", "PRON"):
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
    return _known(word) or word in given_names() or word in titles() or word in organization_words("last") or word.isupper()


def _is_title_case(words: Sequence[Word]) -> bool:
    """Whether capitals say nothing here: "Senate Panel Votes To Hold Aide In Contempt"."""
    content = [word for word in words if word.lower not in STOP_WORDS and word.text[0].isalpha()]
    return len(content) >= 4 and sum(word.capital for word in content) >= 0.8 * len(content)


def capitalised_words(readers: Sequence[Reader]) -> frozenset[str]:
    """Words that are capitalised in the middle of a sentence somewhere in the article, so that their capital means a name."""
    return frozenset(
        word.text
        for reader in readers
        if not reader.title_case
        for word in reader.words[1:]
        if word.capital and not _SENTENCE_START.search(word.gap)
    )


def find_mentions(reader: Reader, names: frozenset[str] = frozenset()) -> list[Mention]:
    """The names in a paragraph, in the order of the text. Where every word is capitalised only listed names are found.

    `names` are the words that are known to be names from other places in the article.
    """
    reader.learn(names)
    mentions: list[Mention] = []
    for start, end in _runs(reader):
        for first, last in _pieces(reader, start, end):
            mentions.extend(_analyse(reader, first, last))
    return mentions


def _runs(reader: Reader) -> Iterator[tuple[int, int]]:
    """Index ranges of capitalised words with the small words that can stand inside a name."""
    words, count = reader.words, len(reader.words)
    index = 0
    while index < count:
        if not words[index].capital or words[index].text in no_names() or _PARTY_MEMBER.match(words[index].text):
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
            if (
                ahead < count
                and words[ahead].gap in (" ", "-", " & ", "/")
                and words[ahead].capital
                and words[ahead].text not in no_names()
            ):
                end = ahead + 1
            else:
                break
        yield index, end
        index = end


def _name(words: Sequence[Word]) -> str:
    return "".join((word.gap if position else "") + word.text for position, word in enumerate(words))


def _known(name: str) -> bool:
    bare = bare_name(name)
    return bare in places() or bare in parties() or bare in organizations() or bare in press()


def _pieces(reader: Reader, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run at the small words that don't belong to a name: "Trump of New York", but "University of Michigan"."""
    words = reader.words
    if reader.title_case:
        # Only listed names can be told from other words here, the longest first.
        index = start
        while index < end:
            for last in range(min(end, index + 5), index, -1):
                if _known(_name(words[index:last])):
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
    if any(_known(_name(words[first:last])) for last in range(end, following, -1)):
        return True
    if any(role_at(words, position)[1] > following for position in range(first, index)):
        return True  # "Secretary of State Hillary Clinton"
    link = [word.lower for word in words[index:following]]
    if all(word in PARTICLES for word in link):
        return not any(word.text in organization_words("last") for word in before)
    if link[0] in ("of", "for", "on", "to") and any(word.text in organization_words("first") for word in before):
        return not any(role_at(words, position)[0] for position in range(first, index) if position + 1 == index)
    if link[0] in ("and", "&"):
        labels = {reader.labels.get(reader.token(word).i, "") for word in (words[index - 1], words[index], words[following])}
        return labels == {"ORG"}
    return False


def _strip_start(reader: Reader, first: int, last: int) -> int:
    """Skip words that are capitalised only because they begin a sentence: "Meanwhile Trump", "The Kremlin"."""
    words = reader.words
    while first < last:
        word = words[first]
        begins = bool(_SENTENCE_START.search(word.gap)) or first == 0
        if word.lower in DETERMINERS or (begins and word.lower in STOP_WORDS and word.text not in ("US", "IT")):
            first += 1
            continue
        if begins and word.text in reader.names:
            break
        if (
            begins
            and not _known(word.text)
            and word.text not in given_names()
            and word.text not in titles()
            and not role_at(words, first)[0]
        ):
            tag = reader.token(word).pos_
            if tag in ("ADV", "VERB", "SCONJ", "ADP", "CCONJ", "INTJ", "AUX", "PRON", "NUM") or (last - first == 1 and tag != "PROPN"):
                first += 1
                continue
        break
    return first


def _analyse(reader: Reader, first: int, last: int) -> Iterator[Mention]:
    """The mentions in one capitalised piece: title, role and affiliation are parted from the name."""
    words = reader.words
    first = _strip_start(reader, first, last)
    if first >= last:
        return
    if words[last - 1].text in organization_words("thing") or (last - first > 2 and all(word.text.isupper() for word in words[first:last])):
        return
    whole = words[first:last]
    listed = _listed_kind(_name(whole))
    if listed:
        yield _with_context(reader, first, last, Mention(_span(whole), _span(whole), _name(whole), listed, possessive=whole[-1].possessive))
        return
    name_at, phrase = _name_start(reader, first, last)
    if name_at == last:
        return
    if name_at > first:
        yield from _prefix_mention(reader, first, name_at, phrase)
    rest = words[name_at:last]
    name = _name(rest)
    gender = next((titles()[word.text] for word in words[first:name_at] if word.text in titles()), "")
    kind = _kind(reader, name_at, last, titled=name_at > first)
    if phrase is not None and kind in ("unknown", "country"):
        kind = "person"
    mention = Mention(_span(rest), (words[first].start, rest[-1].end), name, kind, gender=gender, possessive=rest[-1].possessive)
    if phrase is not None and kind == "person":
        mention = _with_role(mention, phrase)
    elif name_at > first and not phrase:
        # "Republican Donald Trump", "Iranian Hossein Salami"
        prefix = _name(words[first:name_at])
        if _known(prefix):
            mention = replace(mention, affiliation=stands_for(prefix))
    yield _with_context(reader, first, last, mention)


def _span(words: Sequence[Word]) -> Span:
    return words[0].start, words[-1].end


def _listed_kind(name: str) -> MentionKind | None:
    bare = bare_name(name)
    if bare in press():
        return "press"
    if bare in parties():
        return "party"
    if bare in organizations():
        return "organization"
    if bare in places():
        return "country"
    return None


def _name_start(reader: Reader, first: int, last: int) -> tuple[int, RolePhrase | None]:
    """Where the name begins behind titles, roles, parties and nationalities, and the role phrase in front of it."""
    words = reader.words
    organization = words[last - 1].text in organization_words("last")
    for index in range(last - 1, first - 1, -1):
        role, after = role_at(words, index)
        if not role or after > last or words[after - 1].possessive:
            continue
        if after == last:
            return (
                (last, None)
                if not organization and not any(w.text in organization_words("last") for w in words[first:last])
                else (first, None)
            )
        rest = words[after:last]
        if not organization and len(rest) <= 5 and not _known(_name(rest)) and rest[0].capital:
            begin = after
            while begin < last - 1 and words[begin].text in titles():
                begin += 1
            return begin, parse_role(words, first, after)
    if words[first].text in titles() and last - first > 1 and not organization:
        begin = first
        while begin < last - 1 and words[begin].text in titles():
            begin += 1
        return begin, None
    if not organization:
        for index in range(first + 1, last):
            prefix = _name(words[first:index])
            body = words[index - 1].text in organization_words("last") or _known(prefix)
            # "Fox News host X"; "Ku Klux Klan Grand Wizard X": no name has three words before the given name
            if (
                (body or index - first >= 3)
                and words[index].text in given_names()
                and words[index - 1].text not in given_names()
                and last - index >= 2
            ):
                return index, None
    return first, None


def _prefix_mention(reader: Reader, first: int, name_at: int, phrase: RolePhrase | None) -> Iterator[Mention]:
    """The body named in front of a role or a person: "Trump lawyer Kasowitz" mentions Trump too."""
    words = reader.words
    owner = phrase.owner if phrase else _name(words[first:name_at])
    if not owner or not owner[0].isupper() or owner in titles():
        return
    for index in range(first, name_at):
        size = len(owner.split())
        if _name(words[index : index + size]) == owner:
            kind = _listed_kind(owner) or _kind(reader, index, index + size, titled=False)
            if kind not in ("party", "country") or owner not in places() or not places()[owner].adjective:
                yield Mention(_span(words[index : index + size]), _span(words[index : index + size]), owner, kind, possessive=True)
            return


def _kind(reader: Reader, first: int, last: int, titled: bool) -> MentionKind:
    words = reader.words[first:last]
    texts = [word.text for word in words]
    listed = _listed_kind(_name(words))
    if listed and not titled:
        return listed
    if texts[-1] in organization_words("press") and len(texts) > 1:
        return "press"
    small = next((position for position, word in enumerate(words) if not word.capital and word.lower in CONNECTORS), None)
    if texts[-1] in organization_words("last") and (len(texts) > 1 or not titled):
        return "organization"
    if small and any(text in organization_words("first") for text in texts[:small]):
        return "organization"
    if titled or (len(texts) > 1 and texts[0] in given_names()):
        return "person"
    label = reader.label(words[-1])
    if label == "PERSON":
        return "person"
    if texts[0].isupper() and len(texts) == 1 and len(texts[0]) > 1:
        return "organization"
    if label in ("ORG", "FAC"):
        return "organization"
    if label in ("GPE", "LOC"):
        return "country"
    return "unknown"


def _with_role(mention: Mention, phrase: RolePhrase) -> Mention:
    """Add a role phrase to a mention; what stands nearer to the name wins."""
    return replace(
        mention,
        role=mention.role or phrase.text,
        head=mention.head or phrase.head,
        affiliation=mention.affiliation or phrase.affiliation,
        owner=mention.owner or phrase.owner,
        gender=mention.gender or roles()[phrase.head].gender,
    )


def _with_context(reader: Reader, first: int, last: int, mention: Mention) -> Mention:
    """Add what stands left and right of the name: "lawyer Marc Kasowitz", "X, R-Utah,", "X, the director of …,", "the ambassador, X,"."""
    if mention.kind in ("party", "press") or (mention.kind == "country" and mention.name in places()):
        return mention
    words = reader.words
    start = first
    if mention.kind != "organization" and first > 0 and words[first].gap in (" ", " “", ' "') and not mention.role:
        if words[first - 1].possessive and words[first - 1].capital:
            mention = replace(mention, affiliation=mention.affiliation or _affiliation_before(reader, first))
        else:
            begin = _left_role(reader, first)
            phrase = parse_role(words, begin, first) if begin < first else None
            # "the Syrian refugees Obama will accept" against "senators Bob Corker and Lindsey Graham"
            if phrase and phrase.plural and not (last < len(words) and words[last].lower == "and" or " " in mention.name):
                phrase = None
            if phrase:
                start = begin
                mention = replace(_with_role(mention, phrase), kind="person", full=(words[start].start, mention.full[1]))
    elif mention.kind == "person" and first > 0 and not mention.affiliation and words[first].text.endswith(".") and words[first].gap == " ":
        # "former Democratic presidential candidate Sen. X"
        begin = _left_role(reader, first)
        phrase = parse_role(words, begin, first) if begin < first else None
        if phrase:
            start = begin
            mention = replace(mention, affiliation=phrase.affiliation, full=(words[start].start, mention.full[1]))
    mention = _right_context(reader, last, mention)
    if mention.kind in ("person", "unknown") and not mention.head and first > 1 and words[start].gap.strip() in (",", "—", "-", "--", "–"):
        mention = _apposition_before(reader, start, last, mention)
    return mention


def _affiliation_before(reader: Reader, first: int) -> str:
    """ "NBC's Lester Holt" → NBC."""
    begin = first - 1
    while begin > 0 and reader.words[begin].gap == " " and reader.words[begin - 1].capital:
        begin -= 1
    while begin < first - 1 and reader.words[begin].lower in DETERMINERS:
        begin += 1
    name = _name(reader.words[begin:first])
    return stands_for(name) if _known(name) or reader.label(reader.words[first - 1]) == "ORG" else ""


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
        if not word.capital and (word.lower in STOP_WORDS or reader.pos(word) not in ("NOUN", "ADJ", "PROPN", "NUM")):
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
    if index < len(words) and words[index].gap.strip() in (",", "(", ", (") and words[index].text.isdigit():
        index += 1
    if index < len(words) and (member := _PARTY_MEMBER.match(words[index].text.rstrip("."))):
        party = party_letters().get(member[1], "")
        closed = index + 2 if index + 1 < len(words) and words[index + 1].text.endswith(".") and words[index + 1].gap == " " else index + 1
        return replace(mention, kind="person", affiliation=party or mention.affiliation, full=(mention.full[0], words[closed - 1].end))
    if (
        index + 1 < len(words)
        and words[index].gap == " "
        and words[index].lower in ("of", "from")
        and mention.kind in ("person", "unknown")
    ):
        end = index + 1
        while end < len(words) and words[end].gap == " " and (words[end].capital or words[end].lower == "of"):
            end += 1
        name = bare_name(_name(words[index + 1 : end]))
        if end > index + 1 and (_known(name) or reader.label(words[end - 1]) in ("ORG", "GPE")):
            if name not in state_names():
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
    if phrase and (copula or _closes(reader, end)):
        reach = mention.full[1] if copula else words[end - 1].end
        return replace(_with_role(mention, phrase), kind="person", full=(mention.full[0], reach))
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
        if words[index].possessive:
            while index > begin and words[index - 1].capital:
                index -= 1
        phrase = _apposition(reader, index, start)
        if phrase and not any(reader.pos(word) in ("VERB", "AUX") for word in words[phrase.end : start] if not word.capital):
            found = _with_role(mention, phrase)
            return replace(found, kind="person", full=(words[index].start, mention.full[1]))
    return mention


def as_actor_kind(kind: MentionKind) -> ActorKind:
    """The actor's kind that a mention's kind stands for."""
    if kind == "unknown":
        return "person"
    return "organization" if kind == "party" else kind
