"""Named mentions of persons and bodies in a paragraph, with the role and affiliation that stand around the name.

spaCy's entity labels are one witness only; capitals, titles, role nouns and the word lists are the others.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from timeline.actors.actor import ActorKind, Mention, MentionKind
from timeline.actors.reader import CAMPAIGNERS, SENTENCE_START, Reader, name_pieces
from timeline.actors.roles import COMMON_WORDS, RolePhrase, modifiers, parse_role, role_at, roles, stands_for
from timeline.actors.surroundings import with_context, with_role
from timeline.actors.words import (
    CONNECTORS,
    DETERMINERS,
    Word,
    bare_name,
    collectives,
    documents,
    given_names,
    is_listed,
    joined,
    organization_words,
    organizations,
    parties,
    places,
    press,
    region_adjectives,
    singular,
    titles,
)
from timeline.lexicon import entries
from timeline.spans import Span

# Letters behind a name that are no part of it: "Simon Elphick KC"
_HONOURS = frozenset("KC QC SC MP MEP MSP TD MLA MD M.D. PhD Ph.D. JD OBE CBE MBE DBE KBE CMG Esq Esq. FRS".split())

_NICKNAMED = re.compile(r" [\"“'‘(]\w+[\"”'’)] ")
# Words that open a sentence before a name and are no part of it
_OPENERS = frozenset(
    "yesterday today tomorrow tonight earlier later perhaps maybe still then now instead besides indeed thus hence soon here there "
    "inside outside abroad elsewhere yes please thanks meet let see look watch hear listen remember imagine consider take enter send "
    "help stop vote join forget like unlike despite amid atop nevertheless nonetheless moreover furthermore otherwise likewise "
    "overnight upstairs downstairs nearby enough alas hello goodbye dear welcome gone born given faced backed led torn caught left "
    "once twice first second third last next half two three four five six seven eight nine ten both neither".split()
)
# Texts that tell something, beside those of the word lists
_TEXTS = frozenset("records documents e-mails emails figures data messages minutes transcripts tapes photographs photos videos".split())
_TRADES = frozenset(
    "airline automaker brewer carmaker chipmaker conglomerate drugmaker insurer lender manufacturer planemaker retailer shipbuilder "
    "steelmaker supermarket utility bookmaker".split()
)
_SURNAMES_TOO = frozenset("king dean bishop pope prince judge major".split())


def find_mentions(reader: Reader, names: frozenset[str] = frozenset()) -> list[Mention]:
    """The names in a paragraph, in the order of the text. Where every word is capitalised only listed names are found.

    `names` are the words that are known to be names from other places in the article.
    """
    reader.learn(names)
    mentions: list[Mention] = []
    for first, last in name_pieces(reader):
        mentions.extend(_analyse(reader, first, last))
    return mentions


def _strip_start(reader: Reader, first: int, last: int) -> int:
    """Skip words that are capitalised only because they begin a sentence: "Meanwhile Trump", "The Kremlin"."""
    words = reader.words
    while first < last:
        word = words[first]
        begins = bool(SENTENCE_START.search(word.gap)) or first == 0
        opens = word.lower in STOP_WORDS and word.lower not in modifiers() and word.text not in ("US", "IT")
        if word.lower in DETERMINERS or (begins and opens):
            first += 1
            continue
        if begins and word.text in ("Said", "Says", "Asked", "Added") and reader.token(word).pos_ != "PROPN":
            first += 1  # "Said Ellis: …"
            continue
        if begins and word.text in reader.names:
            break
        if begins and last - first == 1 and word.text in press() and reader.token(word).pos_ not in ("PROPN", "X"):
            return last  # "Time is running out"
        if (
            begins
            and not is_listed(word.text)
            and word.text not in given_names()
            and word.text not in titles()
            and not role_at(words, first)[0]
        ):
            tag = reader.token(word).pos_
            unusual = tag in ("ADV", "VERB", "INTJ", "NUM", "PRON") or reader.label(word) == "PERSON"
            if unusual and _goes_on(words, first, last) and not _is_english(word.lower):
                break  # "Dilys Vaughan", "Médecins du Nord"
            if tag in ("ADV", "VERB", "SCONJ", "ADP", "CCONJ", "INTJ", "AUX", "PRON", "NUM") or (last - first == 1 and tag != "PROPN"):
                first += 1
                continue
        break
    return first


def _goes_on(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a piece's first word is followed directly by more of a name, which isn't a name by itself."""
    behind = words[first + 1 : last]
    return bool(behind) and behind[0].gap == " " and behind[0].text not in given_names() | titles().keys() and not is_listed(joined(behind))


def _is_english(word: str) -> bool:
    """Whether a word that opens a sentence may be an adverb, participle or verb rather than a name."""
    return word in STOP_WORDS or word in _OPENERS or word in _verbs() or word.endswith(("ly", "ing", "ed", "ward", "wards", "while"))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(row["lemma"] for row in entries("cues"))


def _analyse(reader: Reader, first: int, last: int) -> Iterator[Mention]:
    """The mentions in one capitalised piece: title, role and affiliation are parted from the name."""
    words = reader.words
    first = _strip_start(reader, first, last)
    if first >= last:
        return
    if last - first == 1 and words[first].text in COMMON_WORDS and (last < len(words) and role_at(words, last)[0]):
        return  # "Union leader X", "the City councillor Y"
    if last - first > 1 and _opens_with_trade(reader, first):
        first += 1  # "Airline Nordwind said"
    if last - first == 1 and words[first].text in region_adjectives():
        return  # "a European diplomat", "Welsh prop X"
    noun = singular(words[first].lower)
    if last - first == 1 and (noun in collectives() or noun in documents() or noun in _TEXTS) and not _is_name(reader, first):
        return  # "Insurer admits leak", "Records show"
    end = last
    while last - first > 2 and words[last - 1].text in _HONOURS:
        last -= 1
    whole = words[first:last]
    listed = _listed_kind(joined(whole))
    if listed == "press" and last - first == 1 and _needs_article(reader, first):
        listed = None
    if listed:
        yield with_context(reader, first, last, Mention(_span(whole), _span(whole), joined(whole), listed, possessive=whole[-1].possessive))
        return
    if words[last - 1].text in organization_words("thing") or (last - first > 2 and all(word.text.isupper() for word in words[first:last])):
        return
    name_at, phrase = _name_start(reader, first, last)
    if name_at == last or (last - name_at == 1 and len(words[name_at].text) == 1):
        return  # "Witness B"
    if name_at > first:
        yield from _prefix_mention(reader, first, name_at, phrase)
    rest = words[name_at:last]
    name = _NICKNAMED.sub(" ", joined(rest))
    gender = next((titles()[word.text] for word in words[first:name_at] if word.text in titles()), "")
    title = next((word.text for word in reversed(words[first:name_at]) if word.text in titles()), "")
    kind, by_label = _kind(reader, name_at, last, titled=name_at > first)
    if phrase is not None and kind in ("unknown", "country"):
        kind = "person"
    if by_label and kind == "person" and last < len(words) and words[last].lower == "which" and words[last].gap == ", ":
        kind = "organization"  # "Škoda Rail, which is bidding"
    full, unsure = (words[first].start, rest[-1].end), by_label and kind == "organization"
    mention = Mention(_span(rest), full, name, kind, gender=gender, possessive=rest[-1].possessive, unsure=unsure, title=title)
    if phrase is not None and kind == "person":
        mention = with_role(mention, phrase)
    elif name_at > first and not phrase:
        # "Republican Donald Trump", "Iranian Hossein Salami"
        prefix = joined(words[first:name_at])
        if is_listed(prefix):
            mention = replace(mention, affiliation=stands_for(prefix))
    if end > last and kind in ("person", "unknown", "organization"):
        mention = replace(mention, kind="person", full=(full[0], words[end - 1].end))
    yield with_context(reader, first, end, mention)


def _opens_with_trade(reader: Reader, first: int) -> bool:
    """Whether a word that opens a sentence says what the firm named behind it does: "Carmaker Amplion"."""
    word = reader.words[first]
    begins = first == 0 or bool(SENTENCE_START.search(word.gap))
    return begins and word.lower in _TRADES and word.text not in reader.names and reader.words[first + 1].gap == " "


def _is_name(reader: Reader, first: int) -> bool:
    """Whether a capital says that a word is a name: not where it begins a sentence and the word is written small elsewhere."""
    word = reader.words[first]
    begins = first == 0 or bool(SENTENCE_START.search(word.gap))
    return not begins or word.text in reader.names or is_listed(word.text) or word.text.isupper()


def _needs_article(reader: Reader, index: int) -> bool:
    """Whether a word is a paper's name only with its article ("The Hill", "the Times"), and has none here."""
    words = reader.words
    return press()[words[index].text].startswith("The ") and not (index > 0 and words[index - 1].lower == "the")


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
    if last - first > 2 and words[first + 1].lower == "for" and CAMPAIGNERS.match(words[first].text):
        return first, None  # "Citizens for Tax Justice": no judge
    for index in range(last - 1, first - 1, -1):
        role, after = role_at(words, index)
        if not role or after > last or words[after - 1].possessive:
            continue
        surname = after == last or words[index].lower in _SURNAMES_TOO
        introduced = index > first or (index > 0 and words[index].gap == " " and words[index - 1].lower in roles())
        if words[index].text in given_names() and after == last - 1 and words[after].text not in given_names() and introduced:
            continue  # "candidate Dean Harmon"
        if surname and index > first and (words[index - 1].text in given_names() or words[index - 1].text in titles()):
            continue  # "Dan Backer", "Mr. King", "Larry King Now"
        if after == last:
            return (
                (last, None)
                if not organization and not any(w.text in organization_words("last") for w in words[first:last])
                else (first, None)
            )
        rest = words[after:last]
        person = len(rest) == 2 and rest[0].text in given_names()  # "Energy Minister Paul Ledger", not the Ledger
        if (person or not organization) and len(rest) <= 5 and not is_listed(joined(rest)) and rest[0].capital:
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
            prefix = joined(words[first:index])
            body = words[index - 1].text in organization_words("last") or is_listed(prefix)
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
    owner = phrase.owner if phrase else joined(words[first:name_at])
    if not owner or not owner[0].isupper() or owner in titles():
        return
    for index in range(first, name_at):
        size = len(owner.split())
        if joined(words[index : index + size]) == owner:
            kind = _listed_kind(owner) or _kind(reader, index, index + size, titled=False)[0]
            if kind not in ("party", "country") or owner not in places() or not places()[owner].adjective:
                yield Mention(_span(words[index : index + size]), _span(words[index : index + size]), owner, kind, possessive=True)
            return


def _kind(reader: Reader, first: int, last: int, titled: bool) -> tuple[MentionKind, bool]:
    """What a name is the name of, and whether spaCy's label alone says so."""
    words = reader.words[first:last]
    texts = [word.text for word in words]
    listed = _listed_kind(joined(words))
    if listed and not titled and not (listed == "press" and len(words) == 1 and _needs_article(reader, first)):
        return listed, False
    if texts[-1] in organization_words("press") and len(texts) > 1 and not (titled and texts[0] in given_names()):
        return "press", False
    small = next((position for position, word in enumerate(words) if not word.capital and word.lower in CONNECTORS), None)
    if titled and len(texts) == 2 and texts[0] in given_names():
        return "person", False
    if texts[-1] in organization_words("last") and (len(texts) > 1 or not titled):
        return "organization", False
    if small and (any(text in organization_words("first") for text in texts[:small]) or CAMPAIGNERS.match(texts[0])):
        return "organization", False
    if titled or (len(texts) > 1 and texts[0] in given_names()):
        return "person", False
    label = reader.label(words[-1])
    if label == "PERSON":
        return "person", True
    if texts[0].isupper() and len(texts) == 1 and len(texts[0]) > 1:
        return "organization", False
    kind: MentionKind = "organization" if label in ("ORG", "FAC") else "country" if label in ("GPE", "LOC") else "unknown"
    return kind, True


def as_actor_kind(kind: MentionKind) -> ActorKind:
    """The actor's kind that a mention's kind stands for."""
    if kind == "unknown":
        return "person"
    return "organization" if kind == "party" else kind
