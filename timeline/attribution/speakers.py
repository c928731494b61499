"""Verb → Speaker: whose saying it is, by grammar; also where the subject stands with another verb."""

from functools import cache

from spacy.tokens import Token

from timeline.attribution.lost_subjects import before, before_aside, in_front, share
from timeline.attribution.strengths import SAYS, declares, strength
from timeline.attribution.voices import NOBODY, NOUNS, PAUSES, Speaker, pause_before
from timeline.language import is_finite, leading, lemma
from timeline.lexicon import entries

_SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
_FINITE = {"VBD", "VBZ", "VBP", "VBN"}
_SUBJECT_CONTROL = {"use", "seize", "exploit", "spend", "promise"}
"""Verbs whose subject does what the infinitive behind an object says: "used the debate to demand"."""
_OF_OBJECT = {"for", "of", "from", "into"}
"""Prepositions behind an object whose gerund tells of the object: "accused her of lying"; not "surprised her by saying"."""
_STRUGGLES = {"trouble", "difficulty", "problem", "time", "qualm", "hesitation"}


_THINGS = {"it", "that", "this", "there", "what"}
_OF_PEOPLE = {"tell", "assure", "promise", "ask", "urge", "deny", "admit", "vow", "pledge", "insist", "refuse", "apologize", "apologise"}
"""What people and bodies do, no texts and no things."""
_MAILING = {"email", "e-mail", "text", "message", "telegraph", "cable"}
# What those who do something are called by their endings: "drivers", "congressman", "activist".
_AGENTS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "men", "woman", "women", "people", "percent", "one", "ones")
_DOCUMENTS = {
    "statement", "letter", "email", "e-mail", "message", "note", "release", "tweet", "post", "memo", "petition", "communiqué", "text",
    "response", "reply", "answer",
}  # fmt: skip
"""What one writes in order to say something."""


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
    if verb.tag_ == "VBG" and got.head is not None and got.how in {"adjunct", "outer"} and _is_empty(got.head):
        got = _nearest(verb)  # "Haas found it was early, while adding that …": "it" adds nothing
    if verb.tag_ in _FINITE and (got.span is None or got.how in {"conjunct", "adjunct"}):
        named = before(verb)
        if named.span is None and got.span is None:
            fallbacks = (in_front, _of_first_verb, before_aside, share)
            named = next((found for find in fallbacks if (found := find(verb)).span), NOBODY)
        return named if named.span else got
    return got


def _is_empty(subject: Token) -> bool:
    """Whether "it" or "that" stands before "be": nobody who could speak, as "it" in "it rejected the plan" could."""
    return subject.lower_ in _THINGS and subject.dep_ in _SUBJECTS and lemma(subject.head) == "be"


def _nearest(verb: Token) -> Speaker:
    """The nearest subject before a verb in its sentence that is somebody."""
    token = verb
    while token.i > 0 and not token.is_sent_start:
        token = verb.doc[token.i - 1]
        if token.dep_ == "nsubj" and token.lower_ not in _THINGS and token.tag_ not in {"WDT", "WP"}:
            return speaker(token, "adjunct")
    return NOBODY


def _of_first_verb(verb: Token) -> Speaker:
    """The subject of the verb before in a headline's list: "Museum director quits, denies destroying letters"."""
    first = next((c for c in verb.lefts if c.dep_ in {"parataxis", "ccomp", "dep"} and c.tag_ == verb.tag_), None)
    if verb.doc[verb.i - 1].text != "," or first is None or (subject := _subject(first)) is None:
        return NOBODY
    return speaker(subject, "conjunct")


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
        if first is not None:
            return Speaker((first, subject.i + 1), "subject", subject)
        # "Friends say he is ill, a claim that …": the apposition behind the verb is not of the subject, as the parse has it.
        around = subject.i < verb.i <= subject.right_edge.i
        until = min(t.i for t in (verb, *verb.lefts) if t.i > subject.i) if around else None
        return speaker(subject, "subject", until)
    if not steps or verb.head.i == verb.i:
        return NOBODY
    head, how = verb.head, verb.dep_
    if _of_outer_speaker(verb):
        # "said it would go, adding that …", "said it would go and promised …": hung on what is said, but the speaker's own.
        return _inherited(_first_joined(head).head, "outer", steps)
    if how == "conj" and head.dep_ == "relcl" and verb.tag_ == head.tag_ and lemma(verb) in _OF_PEOPLE and not _can_speak(head.head):
        # "hid an *outbreak* that killed eleven and *told* families …": no outbreak tells
        return _inherited(above, "conjunct", steps) if (above := _verb_above(head.head)) is not None else NOBODY
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
        if how == "advcl" and (outer := _around_restrictive(verb) or _around_claim(verb)) is not None:
            head = outer
        return _inherited(head, "adjunct", steps)
    if how == "acl" and verb.tag_ == "VBD":
        # "after families of nine patients called for …": no participle
        while head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.pos_ == "NOUN":
            head = head.head.head
    if how == "acl" and head.dep_ == "pobj" and head.head.lower_ == "to":
        # "sent a message to drivers saying …"
        head = next((t for t in (head.head.head, *head.head.head.rights) if t.dep_ == "dobj" and lemma(t) in _DOCUMENTS), head)
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
        thing = above if above.pos_ in NOUNS and above.dep_ == "dobj" and above.i < verb.i else None
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


def _around_claim(verb: Token) -> Token | None:
    """The verb that "…, saying" goes with where the parse hung it in what a claim says: "rejected charges that the firm lied, saying …"."""
    head = verb.head
    if verb.tag_ != "VBG" or head.dep_ not in {"acl", "ccomp"} or head.head.pos_ != "NOUN" or strength(verb, "clause") < SAYS:
        return None
    if pause_before(verb.doc, verb.left_edge.i) is None or not any(c.dep_ == "mark" and c.lower_ == "that" for c in head.lefts):
        return None
    return _verb_above(head.head)


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
