"""Verb → Speaker: whose saying it is, by grammar; also where the subject stands with another verb."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from timeline.attribution.strengths import SAYS, declares, strength
from timeline.language import is_finite, leading, lemma
from timeline.lexicon import entries

_NOUNS = {"PROPN", "NOUN", "PRON"}
_SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
_LONGEST = 40
"""Tokens of a speaker between a quotation and its cue."""
_NAMES = {"PERSON", "ORG", "NORP"}
_FINITE = {"VBD", "VBZ", "VBP", "VBN"}
_SUBJECT_CONTROL = {"use", "seize", "exploit", "spend", "promise"}
"""Verbs whose subject does what the infinitive behind an object says: "used the debate to demand"."""
_OF_OBJECT = {"for", "of", "from", "into"}
"""Prepositions behind an object whose gerund tells of the object: "accused her of lying"; not "surprised her by saying"."""
PAUSES = frozenset({",", "-", "--", "–", "—"})
_STRUGGLES = {"trouble", "difficulty", "problem", "time", "qualm", "hesitation"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Token positions [start, end) of the speaker, None where the grammar gives none, and how it was found."""

    span: tuple[int, int] | None
    how: str
    head: Token | None = None


_MAILING = {"email", "e-mail", "text", "message", "telegraph", "cable"}
# What those who do something are called by their endings: "drivers", "congressman", "activist".
_AGENTS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "men", "woman", "women", "people", "percent", "one", "ones")
_DOCUMENTS = {
    "statement", "letter", "email", "e-mail", "message", "note", "release", "tweet", "post", "memo", "petition", "communiqué", "text",
}  # fmt: skip
"""What one writes in order to say something."""

NOBODY = Speaker(None, "none")


def find_speaker(verb: Token, passive: bool) -> Speaker:
    """The speaker of a verb: its subject, "by …" in a passive, else that of the verb it hangs from."""
    if passive:
        agent = next((child for child in verb.children if child.dep_ == "agent"), None)
        noun = next((child for child in agent.children if child.dep_ == "pobj"), None) if agent is not None else None
        if noun is None:
            return NOBODY
        role = next((child for child in noun.rights if child.dep_ == "prep" and child.lower_ == "as"), None)
        return speaker(noun, "agent", role.i if role is not None else None)  # "was named by the court as the owner"
    if _is_asked(verb):
        return NOBODY
    got = _active(verb, 6)
    if verb.tag_ in _FINITE and (got.span is None or got.how in {"conjunct", "adjunct"}):
        named = before(verb)
        if named.span is None and got.span is None:
            named = next((found for found in (_in_front(verb), _of_first_verb(verb)) if found.span), NOBODY)
        return named if named.span else got
    return got


def _of_first_verb(verb: Token) -> Speaker:
    """The subject of the verb before in a headline's list: "Museum director quits, denies destroying letters"."""
    first = next((c for c in verb.lefts if c.dep_ in {"parataxis", "ccomp", "dep"} and c.tag_ == verb.tag_), None)
    if verb.doc[verb.i - 1].text != "," or first is None or (subject := _subject(first)) is None:
        return NOBODY
    return speaker(subject, "conjunct")


def _in_front(verb: Token) -> Speaker:
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


def _is_asked(verb: Token) -> bool:
    """Whether the one who would be the subject is asked, not asking: "Asked whether …, he said", "Reid, asked about it, said"."""
    if is_inserted_question(verb):
        return True
    if verb.dep_ != "advcl" or verb.tag_ not in {"VBN", "VBD"} or lemma(verb) == "say":
        return False
    return not any(child.dep_ in {*_SUBJECTS, "aux"} for child in verb.children)


def is_inserted_question(verb: Token) -> bool:
    """ "Reid, asked about it, said …": the name right before the comma is asked, whatever the parse makes of it."""
    if lemma(verb) not in {"ask", "press", "question"} or verb.tag_ not in {"VBN", "VBD"} or verb.i < 2:
        return False
    before = verb.doc[verb.i - 2]
    return verb.doc[verb.i - 1].text == "," and (before == verb.head or (before.dep_ in _SUBJECTS and before.head == verb))


def _active(verb: Token, steps: int) -> Speaker:
    subject = _subject(verb)
    if subject is not None:
        first = _antecedents(subject, verb)
        return Speaker((first, subject.i + 1), "subject", subject) if first is not None else speaker(subject, "subject")
    if not steps or verb.head.i == verb.i:
        return NOBODY
    head, how = verb.head, verb.dep_
    if _of_outer_speaker(verb):
        # "said it would go, adding that …", "said it would go and promised …": hung on what is said, but the speaker's own.
        return _inherited(_first_joined(head).head, "outer", steps)
    if how == "conj" and head.pos_ in {"VERB", "AUX"}:
        while verb.tag_ in {"VBD", "VBZ"} and not is_finite(head) and (above := _verb_above(head)) is not None:
            head = above  # "urged both sides to let them in and *offered* …", "went after her for refusing to pay and *called* …"
        return _inherited(head, "conjunct", steps)
    if how == "conj" and head.pos_ == "NOUN" and verb.tag_ in {"VBD", "VBZ"} and (above := _verb_above(head)) is not None:
        return _inherited(above, "conjunct", steps)  # "disputes that finding and *says*": hung on the noun
    if how == "xcomp":
        thing = next((child for child in head.children if child.dep_ == "dobj"), None)
        if thing is not None and thing.i < verb.i and lemma(head) not in _SUBJECT_CONTROL:
            return speaker(thing, "controller")
        return _inherited(head, "controller", steps)
    if how in {"acomp", "oprd"} and verb.pos_ == "ADJ" and head.pos_ in {"VERB", "AUX"}:
        return _inherited(head, "controller", steps)  # "are quick to point out"
    if how in {"advcl", "ccomp", "dep", "prep"} and head.pos_ in {"VERB", "AUX"}:
        adverb = next((c for c in head.rights if c.dep_ == "advmod" and c.is_title and c.i == head.i + 1), None)
        if adverb is not None and _subject(head) is None:
            return Speaker((adverb.i, adverb.i + 1), "adjunct", adverb)  # "said Skelly, explaining …"
        if how == "advcl" and (outer := _around_restrictive(verb)) is not None:
            head = outer
        return _inherited(head, "adjunct", steps)
    if how == "acl" and verb.tag_ == "VBD":
        # "after families of nine patients called for …": no participle
        while head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.pos_ == "NOUN":
            head = head.head.head
    sent = head.dep_ == "dobj" and head.head.pos_ == "VERB" and (lemma(head) in _DOCUMENTS or lemma(head.head) in _MAILING)
    if how == "acl" and verb.tag_ == "VBG" and sent:
        return _inherited(head.head, "adjunct", steps)  # "issued a statement saying …"
    if how == "acl" and verb.tag_ == "VBG" and (above := _verb_above(head)) is not None:
        if lemma(head) in _STRUGGLES and head.dep_ == "dobj":
            return _inherited(above, "adjunct", steps)  # "had no trouble endorsing it"
        if pause_before(verb.doc, verb.left_edge.i) is not None and strength(verb, "clause") >= SAYS:
            # "said she stands for “coastal values,” adding that …": hung on the last noun
            said = above.head if above.dep_ == "ccomp" and above.head.i < above.i and strength(above.head, "clause") >= SAYS else above
            return _inherited(said, "outer", steps)
    if how == "acl" and head.pos_ == "NOUN" and verb.tag_ == "VB" and not _can_speak(head):
        # "went out of his *way* to say", "his *plan* to announce": never the thing
        owner = next((c for c in head.lefts if c.dep_ == "poss"), None)
        if owner is not None and owner.lower_ == "whose":
            return NOBODY
        if owner is not None:
            until = owner.right_edge.i
            return Speaker((owner.left_edge.i, until + (verb.doc[until].tag_ != "POS")), "modified", owner)
        above = _verb_above(head)
        return _inherited(above, "adjunct", steps) if above is not None else NOBODY
    if how in {"acl", "relcl", "appos"} and head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
        return speaker(head, "modified", until=verb.left_edge.i)
    if how == "pcomp" and head.head.i != head.i:
        above = head.head
        aside = above.lower_ == "aside"
        above = above.head if aside else above
        thing = above if above.pos_ in _NOUNS and above.dep_ == "dobj" and above.i < verb.i else None
        if thing is not None:
            above = above.head  # "offered few ideas aside from stating that …", "makes no apologies for accusing them"
        if above.pos_ in {"VERB", "AUX"}:
            if thing is None:
                judged = next((c for c in above.children if c.dep_ == "dobj" and above.i < c.i < head.i), None)
            else:
                judged = thing if strength(above, f"object {head.lower_}") > SAYS else None
            if judged is not None and head.lower_ in _OF_OBJECT and not aside:
                return speaker(judged, "controller", until=head.i)  # "criticised him for *saying* so"
            return _inherited(above, "adjunct", steps)
        return NOBODY
    return NOBODY
    return NOBODY


def _can_speak(noun: Token) -> bool:
    """Whether a noun may be one who speaks: no way, plan, chance."""
    if noun.ent_type_ in {"PERSON", "ORG", "NORP", "GPE"} or noun.lower_.endswith(_AGENTS):
        return True
    return lemma(noun) in _speaking() | _DOCUMENTS or any(c.dep_ == "amod" and c.lower_ in {"first", "last", "only"} for c in noun.lefts)


@cache
def _speaking() -> frozenset[str]:
    """What people and bodies are called: "minister", "panel"."""
    return frozenset(row["role"] for row in entries("roles")) | {row["word"] for row in entries("collectives")}


def _of_outer_speaker(verb: Token) -> bool:
    head = _first_joined(verb.head)
    if head.dep_ != "ccomp" or head.head.i == head.i or strength(head.head, "clause") < SAYS or head.head.i > head.i:
        return False
    if verb.dep_ == "advcl":
        return verb.tag_ == "VBG" and pause_before(verb.doc, verb.left_edge.i) is not None
    return verb.dep_ == "conj" and (strength(verb, "clause") >= SAYS or declares(verb) or leaves_clause(verb, head, head.head))


def pause_before(doc: Doc, at: int) -> int | None:
    """The comma or dash before a token, a closing quotation mark aside: "“…,” | referring to"; None if there is none."""
    last = at - 1 - (at > 1 and doc[at - 1].is_quote)
    return last if last >= 0 and doc[last].text in PAUSES else None


def _first_joined(verb: Token) -> Token:
    """The first of joined clauses: "said he *was* ill and would rest, adding that …"."""
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    return verb


def leaves_clause(verb: Token, clause: Token, cue: Token) -> bool:
    """Whether a second verb's tense is its cue's, not that of what is said: "said guards *can* be dear and *cited* the airport"."""
    past = verb.tag_ == cue.tag_ == "VBD" and verb.lower_ not in {"was", "were"} and leading(verb) == verb
    return past and leading(clause).tag_ in {"VBZ", "VBP", "MD"}


def _verb_above(token: Token) -> Token | None:
    return next((a for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), None)


def _around_restrictive(verb: Token) -> Token | None:
    """The verb that "…, insisting" goes with where the parse hung it in a clause without commas: "defended a deal under which a firm
    will run three prisons, insisting that …"."""
    head = verb.head
    if verb.tag_ != "VBG" or head.dep_ != "relcl" or head.i > verb.i or strength(verb, "clause") < SAYS:
        return None
    if verb.doc[verb.left_edge.i - 1].text != "," or head.left_edge.i < 1 or verb.doc[head.left_edge.i - 1].is_punct:
        return None
    return next((a for a in head.head.ancestors if a.pos_ == "VERB"), None)


def _inherited(verb: Token, how: str, steps: int) -> Speaker:
    got = _active(verb, steps - 1)
    return Speaker(got.span, how, got.head) if got.span else NOBODY


def _subject(verb: Token) -> Token | None:
    # Of two (a misread clause before "said X") the nearer one.
    return min((child for child in verb.children if child.dep_ in _SUBJECTS), key=lambda child: abs(child.i - verb.i), default=None)


def speaker(noun: Token, how: str, until: int | None = None) -> Speaker:
    """The noun with all that hangs from it, up to `until`; without what stands before a lone dash ("than Haas – a third of them said")."""
    doc, first = noun.doc, noun.left_edge.i
    around = doc[first : noun.right_edge.i + 2]
    dashes = [t.i for t in around if t.text in PAUSES and t.text != "," and t.whitespace_ and doc[t.i - 1].whitespace_]
    if len(dashes) == 1 and first < dashes[0] < noun.i:
        first = dashes[0] + 1
    return Speaker((first, noun.right_edge.i + 1 if until is None else until), how, noun)


def _antecedents(pronoun: Token, verb: Token) -> int | None:
    """Where the names begin that "which" stands for, if they are several: "France and Germany, which had urged …"."""
    name = verb.head
    if verb.dep_ != "relcl" or pronoun.lower_ not in {"who", "which"} or name.pos_ != "PROPN":
        return None
    if any(token.tag_ == "VBZ" for token in (verb, *verb.lefts)) or verb.doc[pronoun.i - 1].text != ",":
        return None
    while name.dep_ == "conj" and name.head.pos_ == "PROPN":
        name = name.head
    several = any(child.dep_ == "conj" and child.pos_ == "PROPN" and child.i < pronoun.i for child in name.rights)
    return name.left_edge.i if several else None


def before(verb: Token) -> Speaker:
    """The name that ends right before a verb without subject: "In a letter to Mr. Sato, the envoy, Jan Haas, said …".

    Where a comma stands between, the name is an apposition and what it explains belongs to it.
    """
    doc, last = verb.doc, verb.i - 1
    while last > 0 and (doc[last].pos_ in {"AUX", "ADV"} or doc[last].dep_ == "neg"):
        last -= 1
    if doc[last].text == ")":
        last = max((t.i for t in doc[max(0, last - 8) : last] if t.text == "("), default=last + 1) - 1  # "Sen. Ruth Cole (D-Ohio) said"
    comma = last > 0 and doc[last].text == ","
    last -= comma
    if last < 0 or doc[last].pos_ not in {"PROPN", "NOUN"} or doc[last].ent_type_ in {"DATE", "TIME"}:
        return NOBODY
    noun = doc[last]
    while noun.dep_ in {"compound", "conj"} and noun.head.pos_ in _NOUNS and abs(noun.head.i - noun.i) < 12 and noun.head.i != noun.i:
        noun = noun.head
    first = noun.left_edge.i
    if comma:
        title = noun.head
        if noun.dep_ != "appos" or title.pos_ not in _NOUNS or title.i > noun.i:
            return NOBODY
        noun, first = title, title.left_edge.i
    elif noun.pos_ == "NOUN" and noun.dep_ not in {"appos", "conj", "npadvmod", "nsubj", "dep"}:
        return NOBODY
    return Speaker((first, last + 1), "beside", noun)


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
        named = next((t for t in doc[first:left] if t.pos_ in _NOUNS), None)
        if first > 0 and zone[first - 1] in said and named is not None and doc[first].pos_ in _NOUNS | {"DET", "ADJ"}:
            return Speaker((first, left), "beside", named)
    if left >= 0 and zone[left] < 0 and doc[left].pos_ in _NOUNS:
        first = left
        while first > 0 and zone[first - 1] < 0 and doc[first - 1].pos_ in _NOUNS | {"DET", "ADJ", "PART"} and doc[first - 1].i != verb.i:
            first -= 1
        return Speaker((first, left + 1), "beside", doc[left])
    right = verb.i + 1
    if right < len(doc) and zone[right] < 0 and doc[right].is_title and doc[right].dep_ == "advmod":
        return Speaker((right, right + 1), "beside", doc[right])  # "said Skelly": a name taken for an adverb
    if right < len(doc) and zone[right] < 0 and (doc[right].pos_ in _NOUNS | {"DET", "ADJ"} or doc[right].dep_ == "amod"):
        last = right
        while last + 1 < len(doc) and zone[last + 1] < 0 and doc[last + 1].pos_ in _NOUNS | {"ADJ"}:
            last += 1
        if doc[last].pos_ in _NOUNS:
            return Speaker((right, last + 1), "beside", doc[last])
    return NOBODY
