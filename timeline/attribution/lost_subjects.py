"""Verb → Speaker where the parse has lost the subject: the name or noun that stands where a speaker would."""

from collections.abc import Sequence

from spacy.tokens import Token

from timeline.attribution.voices import NOBODY, NOUNS, PAUSES, Speaker
from timeline.language import FINITE

_LONGEST = 40
"""Tokens of a speaker with its asides."""
_NAMES = {"PERSON", "ORG", "NORP"}


def in_front(verb: Token) -> Speaker:
    """The name that opens the sentence of a main verb without subject: "Dralo, through a lawyer, has admitted …"."""
    doc, first = verb.doc, verb.left_edge.i
    if verb.dep_ != "ROOT" or not doc[first].is_sent_start or (doc[first].pos_ != "PROPN" and doc[first].ent_type_ not in _NAMES):
        return NOBODY
    last = first
    while last < verb.i and (doc[last].pos_ == "PROPN" or doc[last].ent_type_ in _NAMES):
        last += 1
    if doc[last].text != "," or doc[last - 1].ent_type_ not in _NAMES:
        return NOBODY
    return Speaker((first, last), "beside", doc[last - 1])


def _in_front_of(verb: Token) -> int:
    """Where the word stands that is in front of a verb, its auxiliaries, adverbs and "not"."""
    doc, last = verb.doc, verb.i - 1
    while last > 0 and (doc[last].pos_ in {"AUX", "ADV"} or doc[last].dep_ == "neg"):
        last -= 1
    return last


def before(verb: Token) -> Speaker:
    """The name that ends right before a verb without subject: "In a letter to Mr. Sato, the envoy, Jan Haas, said …".

    Where a comma stands between, the name is an apposition and what it explains belongs to it.
    """
    doc, last = verb.doc, _in_front_of(verb)
    if doc[last].text == ")":
        last = max((t.i for t in doc[max(0, last - 8) : last] if t.text == "("), default=last + 1) - 1  # "Sen. Ruth Cole (D-Ohio) said"
    comma = last > 0 and doc[last].text == ","
    last -= comma
    if last < 0 or doc[last].pos_ not in {"PROPN", "NOUN"} or doc[last].ent_type_ in {"DATE", "TIME"}:
        return NOBODY
    noun = doc[last]
    while noun.dep_ in {"compound", "conj"} and noun.head.pos_ in NOUNS and abs(noun.head.i - noun.i) < 12 and noun.head.i != noun.i:
        noun = noun.head
    first = noun.left_edge.i
    if comma:
        title = noun.head
        if noun.dep_ != "appos" or title.pos_ not in NOUNS or title.i > noun.i:
            return NOBODY
        noun, first = title, title.left_edge.i
    elif noun.pos_ == "NOUN" and noun.dep_ not in {"appos", "conj", "npadvmod", "nsubj", "dep"}:
        return NOBODY
    return Speaker((first, last + 1), "beside", noun)


def before_aside(verb: Token) -> Speaker:
    """The name that an aside parts from its verb: "On Monday, Jan Haas, noting the noise, said …", "Haas – who had seen it – said …"."""
    doc, last = verb.doc, _in_front_of(verb)
    mark = doc[last].text
    if last < 2 or mark not in PAUSES:
        return NOBODY
    at = last - 1
    while at > 0 and last - at < _LONGEST and not doc[at].is_sent_start and not doc[at].is_quote and doc[at].text != mark:
        at -= 1
    end = at
    if at < 1:
        return NOBODY
    if doc[at - 1].text == ")":
        at = max((t.i for t in doc[max(0, at - 8) : at] if t.text == "("), default=at)
    noun = doc[at - 1]
    related = doc[end + 1].tag_ in {"WP", "WDT", "VBG", "VBN"}
    if doc[end].text != mark or noun.pos_ != "PROPN" or noun.ent_type_ in {"DATE", "TIME"}:
        return NOBODY
    if not related and any(t.tag_ in FINITE for t in doc[end:last]):
        return NOBODY
    first = noun.i
    while first > 0 and not doc[first].is_sent_start and (doc[first - 1].pos_ == "PROPN" or doc[first - 1].dep_ == "compound"):
        first -= 1
    told = first > 0 and doc[first - 1].pos_ == "VERB"  # "said Jan Haas, the owner, reports the Post"
    return NOBODY if told else Speaker((first, last), "beside", noun)


def share(verb: Token) -> Speaker:
    """ "About 4 in 10 *say*": a share of those asked."""
    doc, last = verb.doc, verb.i - 1
    if last < 2 or doc[last].pos_ != "NUM" or doc[last - 1].lower_ not in {"in", "of"} or doc[last - 2].pos_ != "NUM":
        return NOBODY
    first = last - 2 - (last > 2 and doc[last - 3].pos_ in {"ADV", "ADP"} and doc[last - 3].lower_ != "with")
    return Speaker((first, last + 1), "beside", doc[last])


def beside(verb: Token, zone: Sequence[int], said: Sequence[int]) -> Speaker:
    """The name or noun next to the cue of quotations (their numbers in `zone`), where the parse has lost the subject: ", Haas said"."""
    doc = verb.doc
    left = verb.i - 1
    while left >= 0 and doc[left].pos_ in {"ADV", "AUX"} and zone[left] < 0:
        left -= 1
    if left > 0 and doc[left].text == "," and zone[left] < 0:
        # "…," Jan Haas, who heads the union, said: all that stands between the quotation and the cue
        first = left
        while first > 0 and zone[first - 1] not in said and not doc[first].is_sent_start and left - first < _LONGEST:
            first -= 1
        named = next((t for t in doc[first:left] if t.pos_ in NOUNS), None)
        if first > 0 and zone[first - 1] in said and named is not None and doc[first].pos_ in NOUNS | {"DET", "ADJ"}:
            return Speaker((first, left), "beside", named)
    if left >= 0 and zone[left] < 0 and doc[left].pos_ in NOUNS:
        first = left
        while first > 0 and zone[first - 1] < 0 and doc[first - 1].pos_ in NOUNS | {"DET", "ADJ", "PART"} and doc[first - 1].i != verb.i:
            first -= 1
        return Speaker((first, left + 1), "beside", doc[left])
    right = verb.i + 1
    if right < len(doc) and zone[right] < 0 and doc[right].is_title and doc[right].dep_ == "advmod":
        return Speaker((right, right + 1), "beside", doc[right])  # "said Skelly": a name taken for an adverb
    if right < len(doc) and zone[right] < 0 and (doc[right].pos_ in NOUNS | {"DET", "ADJ"} or doc[right].dep_ == "amod"):
        last = right
        while last + 1 < len(doc) and zone[last + 1] < 0 and doc[last + 1].pos_ in NOUNS | {"ADJ"}:
            last += 1
        if doc[last].pos_ in NOUNS:
            return Speaker((right, last + 1), "beside", doc[last])
    return NOBODY
