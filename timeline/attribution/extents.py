"""Clauses → Ranges: where what somebody said begins and ends, also where the parse has cut it."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from timeline.attribution.frames import (
    SUBJECTS,
    Range,
    Verb,
    has_perfect,
    is_date,
    is_refusal,
    sentence_of,
    subtree,
)
from timeline.attribution.speakers import leaves_clause
from timeline.attribution.strengths import SAYS, declares, strength
from timeline.language import FINITE, is_finite, leading, lemma

_MARKS = {"that", "because", "if", "while", "although", "though", "as"}
# What one does by saying it; a thing can't.
_PERFORMED = {
    "accuse", "apologize", "apologise", "blame", "call", "condemn", "congratulate", "criticize", "criticise", "demand", "denounce",
    "pledge", "praise", "promise", "refuse", "regret", "reject", "thank", "urge", "vow", "warn", "welcome",
}  # fmt: skip
_FELT = {"hope", "believe", "think", "feel", "fear", "expect", "know", "doubt", "wish", "understand", "trust"}
"""What one says of oneself: "said she was ready and hoped it would come"."""
_SPEAKS = 0.4
"""A verb that reports this often with some complement may be the reporter's next: "and asked for time", not "and left"."""
_TOLD = {"say", "tell", "add", "explain", "note", "conclude", "write"}
"""Verbs behind which "but" goes on with what was said; one who denies or claims something is contradicted by it."""
_SPEAKERS_AGAIN = {"he", "she", "they", "who"}
_DOES = 0.3
"""A verb that reports this often with an object is the reporter's behind "but": "but offered no proof"."""
_NOUNS = {"NOUN", "PROPN", "PRON"}


def from_start(v: Verb, clause: Token, whole: Range) -> Range:
    """A clause from the sentence's begin where its cue ends the sentence: "They met him, and gave a list of wishes, he said"."""
    if clause.i > v.verb.i or v.who.span is None:
        return whole
    begin, end = sentence_of(v.verb)
    until = min(v.who.span[0], v.verb.i)
    around = [*v.doc[begin : whole[0]], *v.doc[whole[1] : until]]
    says = any(t.pos_ == "VERB" and strength(t, "clause") > SAYS for t in around)
    if until < whole[1] or says or any(t.is_quote or t.text == ":" for t in around):
        return whole
    if any(t.tag_ in FINITE for t in v.doc[v.verb.i + 1 : end]):
        return whole
    return begin, until


def with_subject(v: Verb, clause: Token, whole: Range) -> Range:
    """A clause from its cue on where the parse has lost its subject: "said the days when she read are gone"."""
    after = v.verb.i + 1
    if not is_finite(clause) or whole[0] <= after or any(c.dep_ in SUBJECTS for c in clause.lefts):
        return whole
    if any((c.dep_ in {"xcomp", "cc"} or is_date(c)) and after <= c.i < whole[0] for c in v.children):
        return whole
    between = v.doc[after : whole[0]]
    listed = not between[0].is_punct and not any(c.dep_ in SUBJECTS for c in v.verb.rights)  # "Mayor says buses, trams *run* late"
    listed = listed and all(t.pos_ in _NOUNS | {"ADJ", "DET", "PUNCT", "CCONJ"} for t in between)
    if any((t.is_punct and not listed) or t.lower_ == "but" or t.dep_ in {"prt", "neg"} for t in between):
        return whole
    if not any(t.pos_ in _NOUNS for t in between):
        return whole
    return after, whole[1]


def without_date(v: Verb, clause: Token, whole: Range) -> Range:
    """A clause without the cue's date before it: "told the crew this week she would leave", "said on Friday it had opened"."""
    first = whole[0]
    if clause.i < v.verb.i or first >= clause.i:
        return whole
    said_on = v.verb.tag_ == "VBD" and first == v.verb.i + 1 and v.doc[first].dep_ == "prep" and is_date(v.doc[first])
    if said_on:
        first = v.doc[first].right_edge.i + 1
    while first < clause.i and v.doc[first].ent_type_ == "DATE":
        first += 1
    if first == v.verb.i + 1:
        when = next((c for c in clause.lefts if c.left_edge.i == first and c.dep_ == "npadvmod" and is_date(c)), None)
        first = first if when is None else when.i + 1  # "said this week she thinks", where no date was seen
    subject = next((c for c in clause.lefts if c.dep_ in SUBJECTS), None)
    return (first, whole[1]) if subject is not None and subject.left_edge.i == first else whole


def own(v: Verb, child: Token) -> Range:
    """A clause without a second verb of the same speaker's: "said that it stops and promised to help"."""
    first, last = subtree(child)
    for other in child.conjuncts:
        if other.i < child.i or other.head.i < first:
            continue
        if _is_their_own(v.verb, child, other) or _is_reporters(v.verb, child, other):
            return first, _end_before(other, child)
    if last - 1 > child.i and v.doc[last - 1].dep_ == "cc":
        # "said it was careless and – in the normal course – would be punished": the parse broke off behind "and"
        end = sentence_of(child)[1]
        rest = v.doc[last:end]
        inserted = len(rest) > 1 and rest[0].tag_ == "IN" and rest[0].lower_ not in _MARKS
        again = any(t.pos_ == "VERB" and strength(t, "clause") > SAYS for t in rest)
        return first, end if inserted and not again else last - 1
    return first, _and_that(child, first, goes_on(v, child, last)) if child.i > v.verb.i else last


def _end_before(other: Token, clause: Token) -> int:
    """Where a clause ends that another verb was hung on: before "and" and commas."""
    cut = other.left_edge.i
    while cut > clause.i + 1 and (clause.doc[cut - 1].is_punct or clause.doc[cut - 1].dep_ == "cc"):
        cut -= 1
    return max(cut, clause.i + 1)


def _is_their_own(verb: Token, clause: Token, other: Token) -> bool:
    """Whether a second verb is another saying, of the same speaker's or (behind a quotation) of others."""
    says = _says(other)
    if any(c.dep_ in SUBJECTS for c in other.lefts):
        return says and _behind_quotation(clause, other)
    return (
        says
        or (has_perfect(other) and has_perfect(verb) and not has_perfect(clause))
        or _performs(verb, clause, other)
        or is_refusal(other)
        or (verb.tag_ == "VBD" and clause.tag_ != "VBD" and declares(other))
    )


def _says(verb: Token) -> bool:
    """Whether a verb without modal reports what stands behind it: "called for a vote", "promised to help"."""
    told = any(
        c.dep_ in {"ccomp", "xcomp", "dobj"}
        or c.left_edge.lower_ == "for"
        or (c.dep_ == "prep" and max(strength(verb, c.lower_), strength(verb, f"{c.lower_} clause")) > _SPEAKS)
        for c in verb.rights
    )
    return told and strength(verb, "clause") > SAYS and lemma(verb) not in _FELT and not any(c.tag_ == "MD" for c in verb.lefts)


def _behind_quotation(clause: Token, other: Token) -> bool:
    """ "warned that “nobody is bigger”, and two others called …": the first saying ends with its quotation."""
    cut = next((t.i for t in other.doc[clause.i : other.i] if t.dep_ == "cc" and t.lower_ in {"and", "but", "while"}), 0)
    before = other.doc[cut - 2 : cut] if cut > 1 else ()
    return any(t.text == "," for t in before) and any(t.is_quote for t in before)


def _performs(verb: Token, clause: Token, other: Token) -> bool:
    """Whether a second verb is what the speaker did, not what was said: "said the hearing *was* a show and *apologized* for it"."""
    if verb.tag_ != "VBD" or other.tag_ != "VBD" or any(c.dep_ in {"aux", "auxpass"} for c in other.lefts):
        return False
    subject = next((c for c in clause.lefts if c.dep_ in SUBJECTS), None)
    thing = subject is not None and subject.tag_ not in {"PRP", "NNP"} and lemma(clause) == "be"
    return thing and lemma(other) in _PERFORMED


def until_finite(child: Token) -> int:
    """Where an infinitive ends before a finite verb that was hung on it: "urged them to let it in and *offered* …"."""
    if child.tag_ == "VB":
        for other in child.rights:
            if other.dep_ == "conj" and other.tag_ in {"VBD", "VBZ"} and not any(c.dep_ in SUBJECTS for c in other.lefts):
                return _end_before(other, child)
    return child.right_edge.i + 1


def _is_reporters(verb: Token, clause: Token, other: Token) -> bool:
    """Whether a second clause has the reporter's tense, not the first one's: "said the mine *is* safe and *asked* for time"."""
    ahead = leaves_clause(other, clause, verb)  # "would vote against it and *challenged* him": no second thing that she would do
    if not ahead or any(c.dep_ == "mark" for c in other.lefts):
        return False
    between = verb.doc[clause.i : other.i]
    whole = sum(t.is_quote for t in between) % 2 == 0
    joined = any(t.dep_ == "cc" and t.lower_ == "and" for t in between) and not any(t.lower_ == "that" for t in between)
    speaks = lemma(other) in _PERFORMED or max(strength(other, c) for c in ("clause", "quote", "object infinitive")) > _SPEAKS
    return whole and speaks and not has_perfect(clause) and joined


def _and_that(clause: Token, first: int, last: int) -> int:
    """Where a clause with "that" ends if another follows: "that “it is over,” *and that he would leave*"; the parse may be lost there."""
    doc = clause.doc
    if doc[first].lower_ != "that":
        return last
    end = sentence_of(clause)[1]
    while last < end:
        if sum(t.is_quote for t in doc[first:last]) % 2:  # the parse broke off inside the marks
            last = next((i + 1 for i in range(last, end) if doc[i].is_quote), last)
        joint = next((i for i in range(last, min(last + 3, end)) if not doc[i].is_punct and not doc[i].is_quote), end)
        if joint + 2 >= end or doc[joint].lower_ not in {"and", "but", "or"} or doc[joint + 1].lower_ != "that":
            return last
        that = doc[joint + 1]
        last = max(that.head.right_edge.i + 1 if that.dep_ == "mark" else until_pause(doc, joint + 2, end), joint + 2)
    return last


def goes_on(v: Verb, clause: Token, last: int) -> int:
    """Where what is said ends: "noted it had failed and it would again", the second clause taken for the reporter's."""
    if clause.i < v.verb.i:
        return last
    for other in v.children:
        if other.dep_ == "conj" and other.i > clause.i and all(t.is_punct or t.dep_ == "cc" for t in v.doc[last : other.left_edge.i]):
            subject = next((c for c in other.lefts if c.dep_ in SUBJECTS), None)
            between = {t.lower_ for t in v.doc[last : other.left_edge.i]}
            owned = subject is not None and (subject.pos_ == "PRON" or "but" in between or v.doc[last].text != ",")
            turned = "but" in between and v.doc[other.left_edge.i].lower_ != "that"
            quoted = any(t.is_quote for t in v.doc[last - 1 : other.right_edge.i + 1])  # "says she hopes so, but she knows that “…”"
            if turned and (_objects(other, subject) or _is_anothers(v, other, subject)) and not quoted:
                break  # "says she is for the plan, but she has not signed it": the reporter objects
            if (
                (strength(other, "clause") <= SAYS or (not _has_clause(other) and strength(other, "object") <= _DOES))
                and not _is_reporters(v.verb, clause, other)
                and (owned or (subject is None and between & {"and", "but"}))
            ):
                return other.right_edge.i + 1
    if last < len(v.doc) and v.doc[last].text == ":" and last + 1 < len(v.doc) and not v.doc[last + 1].is_quote:
        # "that three things are happening: prices rise, …"; not where somebody says what stands behind the colon
        end = max(last, sentence_of(v.doc[last + 1])[1])
        if not any(t.pos_ == "VERB" and strength(t, "parenthesis") > SAYS for t in v.doc[last + 1 : end]):
            return end
    return _broken_off(v, last)


def until_pause(doc: Doc, last: int, end: int) -> int:
    """Where a clause ends that the parse has cut without a pause: "asked Haas which states | in his view he could win"."""
    while last < end and not doc[last].is_punct and doc[last].lower_ not in {"and", "but"}:
        last += 1
    return last


def resumed(v: Verb) -> Iterator[Range]:
    """The second clause of what is said, behind the tag: "It is old, said Haas, *but its walls stand*"; not "…, but he gave no names"."""
    for other in v.verb.rights:
        if other.dep_ != "conj" or not is_finite(other) or strength(other, "clause") > SAYS or declares(other) or is_refusal(other):
            continue
        subject = next((c for c in other.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is None or (subject.lower_ in {"he", "she", "they"} and not any(c.tag_ == "MD" for c in other.lefts)):
            continue
        joint = v.doc[subject.left_edge.i - 1]
        if joint.dep_ == "cc" and v.doc[joint.i - 1].text == ",":
            yield joint.i, other.right_edge.i + 1


def _objects(verb: Token, subject: Token | None) -> bool:
    """Whether what stands behind "but" is the reporter's: not what one would do, nor "but feared them still"."""
    if any(c.tag_ == "MD" for c in verb.lefts):
        return False
    told = declares(verb) or _has_clause(verb) or strength(verb, "object") > _DOES
    if subject is not None:
        return subject.lower_ in _SPEAKERS_AGAIN  # "but a judge refused to let them": still what was said
    return has_perfect(verb) or told or any(c.lower_ in {"did", "does"} for c in verb.lefts)


def _is_anothers(v: Verb, verb: Token, subject: Token | None) -> bool:
    """Whether somebody else says or finds the opposite, or it is so today: "said it was safe, but a test found gas in it"."""
    if subject is None:
        return False
    today = has_perfect(v.verb) and leading(verb).tag_ in {"VBZ", "VBP"}
    if today or subject.pos_ == "PRON":
        return today
    found = max(strength(verb, "clause"), strength(verb, "object")) > _SPEAKS and not declares(verb) and lemma(verb) != "be"
    return found or v.name not in _TOLD


def _has_clause(verb: Token) -> bool:
    """Whether a clause with a tense of its own hangs from a verb: "found that it was late", not "found it too late"."""
    return any(is_finite(c) for c in verb.rights if c.dep_ == "ccomp")


def _broken_off(v: Verb, last: int) -> int:
    """Where a clause ends that the parse cut without a pause: "said the plans of the board and the mayor | were dropped"."""
    doc = v.doc
    if last >= len(doc) or doc[last].is_sent_start or strength(v.verb, "clause") <= SAYS:
        return last
    token = doc[last]
    named = token.pos_ == "PROPN" and not doc[last - 1].is_punct
    if token.tag_ not in {"VBZ", "VBD", "VBP"} and token.lower_ not in {"because", "if", "should"} and not named:
        return last
    above = {a.i for a in v.verb.ancestors}
    rest = doc[last : sentence_of(token)[1]]
    if token.i in above or token.head.i in above or v.verb.dep_ in {"relcl", "csubj", "advcl", "acl"}:
        return last  # "the man who said he was ill is back"
    if any(t.is_quote or (t.pos_ == "VERB" and strength(t, "clause") > SAYS) for t in rest):
        return last
    return rest.end


def own_end(v: Verb) -> int:
    """Where what hangs from this verb ends, without a second verb and without the date: "called it a lie on Friday and left"."""
    end = v.verb.right_edge.i + 1
    for child in reversed(list(v.verb.rights)):
        if child.right_edge.i + 1 < end:
            break
        if child.dep_ == "conj" and child.pos_ in _NOUNS:
            break  # "called the order and the demand a stunt": not a second verb
        if child.dep_ in {"conj", "cc", "punct"} or is_date(child):
            end = child.left_edge.i
    return end
