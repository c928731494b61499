"""Whether the words around an expression look ahead or back: by the parse where there is one, else by cue words."""

from bisect import bisect_right
from collections.abc import Callable

from spacy.tokens import Token

from timeline.dates.groups import group
from timeline.dates.words import Words
from timeline.language import Parsed

# The verb says that it is to come ("will meet"); 1: it may be so ("meets", "could meet").
SURE = 2
# "gave them until Friday", "was moved to December": the day lies ahead though the verb is past.
_UP_TO = frozenset(("until", "till", "by", "to"))


def outlook(words: Words, parsed: Parsed | None) -> Callable[[int], int]:
    """A function from an offset to SURE or 1 (looks ahead), -1 (looks back) or 0 (can't be told)."""
    paragraphs = {p.start: p for p in parsed.paragraphs} if parsed else {}
    starts = sorted(paragraphs)
    offsets: dict[int, list[int]] = {}

    def look(offset: int) -> int:
        at = bisect_right(starts, offset) - 1
        if at >= 0 and offset < paragraphs[starts[at]].end:
            paragraph = paragraphs[starts[at]]
            if paragraph.start not in offsets:
                offsets[paragraph.start] = paragraph.doc.to_array(["IDX"]).tolist()
            return _by_parse(paragraph.doc[bisect_right(offsets[paragraph.start], offset - paragraph.start) - 1])
        return _by_cues(words, offset)

    return look


def _by_parse(token: Token) -> int:
    """Climb to the governing verb and read its tense."""
    if token.i and token.nbor(-1).tag_ == "VBD" and token.nbor(-1).dep_ not in ("amod",):
        return -1 if token.nbor(-1).lower_ not in ("expected", "planned", "scheduled", "set") else 0
    if token.i > 1 and token.nbor(-1).lower_ == "on" and token.nbor(-2).lower_ in group("told"):
        return -1  # "said on Tuesday it would appeal", whatever the parse makes of it
    node, prepositions = token, set[str]()
    for _ in range(12):
        if node.dep_ == "prep":
            prepositions.add(node.lower_)
        if node.pos_ in ("VERB", "AUX"):
            return _tense(node, frozenset(prepositions), node.i < token.i)
        if node != token and (
            node.lower_ in group("ahead") or any(child.lower_ in group("ahead") for child in node.children if child.dep_ == "amod")
        ):
            return 1
        if node.head == node:
            break
        node = node.head
    return 0


def _tense(verb: Token, prepositions: frozenset[str] = frozenset(), after: bool = False) -> int:
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if auxiliaries & group("will"):
        return SURE
    if not auxiliaries and verb.dep_ == "conj" and verb.tag_ in ("VB", "VBP") and verb.head.pos_ in ("VERB", "AUX"):
        return _tense(verb.head, prepositions, after)
    if prepositions & _UP_TO and verb.lower_ in group("granting"):
        return SURE
    if "to" in auxiliaries:
        return _infinitive(verb)
    if verb.lower_ in ("scheduled", "planned", "set") and after:
        return SURE
    if auxiliaries & {"had"}:
        return -1
    if verb.lower_ in group("ahead") and verb.tag_ in ("VBN", "VBZ", "VBP", "VB", "VBG") and not auxiliaries & {"has", "have"}:
        return 0 if auxiliaries & {"was", "were"} else SURE
    if auxiliaries & group("past_auxiliary"):
        return -1
    if auxiliaries & group("modal"):
        return 1
    if verb.tag_ == "VBG" and verb.lower_ in ("beginning", "starting") and after:
        return 1
    if verb.tag_ == "VBG":
        if auxiliaries & {"is", "are", "'s", "’s", "'re", "’re", "am", "'m"}:
            return 1 if verb.lower_ in group("arranged") else 0
        return _above(verb)
    if verb.tag_ == "VBD":
        return -1
    if verb.tag_ in ("VBN", "VB") and verb.dep_ in ("xcomp", "ccomp") and not auxiliaries - {"get", "getting", "be", "being"}:
        return _above(verb)
    if verb.tag_ == "VBN":
        return -1 if not auxiliaries & {"is", "are", "be", "being"} else 0
    if verb.tag_ in ("VBZ", "VBP", "VB"):
        ahead = any(child.lower_ in group("ahead") for child in verb.children)
        if verb.lower_ in ("is", "are", "'s", "’s", "be", "says", "say", "has", "have", "does", "do"):
            return 1 if ahead else 0
        return 1
    return 0


def _infinitive(verb: Token) -> int:
    """ "plans to meet" looks ahead, "failed to meet" back; a bare "is to meet" looks ahead."""
    head = verb.head
    if head.lower_ == "were" and head.i == verb.i - 2:
        return SURE  # "if she were to win on Friday"
    if head == verb or head.lower_ in group("intending") or head.lower_ in ("is", "are", "be"):
        tenses = {child.lower_ for child in head.children if child.dep_ in ("aux", "auxpass")}
        return -1 if "had" in tenses else SURE
    if head.pos_ in ("VERB", "AUX"):
        return -1 if head.tag_ in ("VBD", "VBN") and head.lower_ not in group("intending") else _tense(head)
    return 1


def _above(verb: Token) -> int:
    """The tense of the verb that a participle hangs on."""
    node = verb
    for _ in range(6):
        node = node.head
        if node.pos_ in ("VERB", "AUX") and node.tag_ != "VBG":
            return _tense(node)
    return 0


def _by_cues(words: Words, offset: int) -> int:
    """The nearest cue to the left within the sentence, else to the right."""
    here = words.at(offset)
    if words.lower(here - 1) in _UP_TO and any(words.lower(here - step) in group("granting") for step in range(2, 7)):
        return SURE
    for steps in (range(-1, -15, -1), range(1, 12)):
        for step in steps:
            word = words.lower(here + step)
            if not word or word in ".!?" or "\n" in word:
                break
            if found := _cue(words[here + step], words.lower(here + step - 1)):
                return found
    return 0


def _cue(token: str, previous: str) -> int:
    word = token.lower()
    if token == "May":
        return 0
    if word in group("will") or word in group("ahead"):
        return SURE
    if word in group("modal"):
        return 1
    if word in group("past_auxiliary") or word in group("past_verb"):
        return -1
    return -1 if len(word) > 3 and word.endswith("ed") and previous not in ("be", "is", "are", "to") else 0
