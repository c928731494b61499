"""Verbs → Frames of what stands around them: "The talks, he said, had failed"; also clauses that the parse hung on another word."""

from collections.abc import Iterator

from spacy.tokens import Span

from timeline.attribution.frames import (
    ADDRESSING,
    SUBJECTS,
    WH,
    Frame,
    Verb,
    is_date,
    is_infinitive,
    sentence_of,
    subtree,
    tells_of_noun,
    without,
)
from timeline.attribution.strengths import SAYS, known, strength
from timeline.language import FINITE, lemma

_SAYING = {"say", "add", "announce", "note", "tell"}
_WHENCE = {"on", "in", "at", "during", "after", "before", "since", "earlier", "following", "outside", "inside", "near"}
_NOMINATIVE = {"he", "she", "they", "i", "we", "it", "there"}
"""Prepositions of the time and place of a saying."""
_SUBORDINATE = {"if", "when", "while", "although", "though", "as", "asked", "after", "before", "because", "since", "once"}
_SPEAKING = {"ask", "press", "question", "speak", "talk", "tell"}
_ANSWERS = {"so", "no", "yes", "nothing", "enough"}


def hung_lower(v: Verb) -> Iterator[Frame]:
    """What was said where the parse hangs it on a noun before: "told a meeting of farmers that …", "said after the vote he would …"."""
    verb = v.verb
    if strength(verb, "clause") <= SAYS or any(c.dep_ in {"ccomp", "xcomp"} and c.i > verb.i for c in v.children):
        return
    for child in v.children:
        if child.i < verb.i:
            continue
        nouns = [child] if child.dep_ in {"dobj", "dative", "npadvmod"} else []
        if child.dep_ == "prep" and (child.lower_ in _WHENCE or any(t.lower_ == "time" for t in child.rights)):
            nouns = [t for t in child.subtree if t.dep_ == "pobj"]  # "said in Bonn that …", "for the first time that …"
        if child.dep_ in {"dobj", "dative"} and v.name not in ADDRESSING:
            continue
        for noun in nouns:
            if child.dep_ == "npadvmod" and known(lemma(noun), "noun"):
                continue  # "accused him of theft, a charge that he dismissed"
            if any(t.lower_ in {"so", "such"} for t in v.doc[noun.left_edge.i : noun.i]):
                continue  # "tells so many stories that nobody listens"
            for clause in noun.rights:
                told = next((c for c in clause.rights if c.dep_ == "ccomp" and c.left_edge.lower_ == "that"), None)
                called = clause.dep_ == "relcl" and v.name in ADDRESSING and strength(clause, "quote") <= SAYS
                published = clause.dep_ == "acl" and clause.tag_ == "VBN" and child.dep_ == "prep"
                if told is not None and (called or published):
                    # "told a reporter who called there that …", "said in a letter published on Sunday that …"
                    yield v.frame("clause", subtree(told))
                    return
                subject = next((c for c in clause.lefts if c.dep_ in SUBJECTS), None)
                if clause.dep_ == "relcl" and subject is not None and subject.lower_ == "that" and v.name in ADDRESSING:
                    if noun.pos_ == "PROPN":  # "told the Post that was not true"
                        yield v.frame("clause", subtree(clause))
                        return
                    continue
                if clause.dep_ not in {"relcl", "acl", "ccomp"} or subject is None or subject.tag_ in {"WDT", "WP"}:
                    continue
                first = clause.left_edge
                whole = any(
                    c.dep_ in {"auxpass", "dobj", "acomp", "attr", "ccomp"} or (c.dep_ == "prep" and c.n_rights) for c in clause.children
                )
                if v.name in ADDRESSING and child.dep_ == "dobj" and subject.lower_ in _NOMINATIVE and first.i == subject.i and whole:
                    # "told the panel she was asked for names"; not "told the man she married"
                    yield v.frame("clause", subtree(clause))
                    return
                if lemma(clause) == "call" and not any(c.dep_ == "dobj" for c in clause.rights):
                    continue  # "said in a report that the trust calls unfair"
                if first.lower_ == "that" or (first.i == subject.left_edge.i and v.name in _SAYING and child.dep_ != "dobj"):
                    yield v.frame("clause", subtree(clause))
                    return


def cut_off(v: Verb) -> Iterator[Frame]:
    """What was said where the parse hangs it elsewhere: "days after Haas told the Post | he was not ready"."""
    told = max((c for c in v.verb.rights if c.dep_ in {"dobj", "dative"}), key=lambda c: c.i, default=None)
    if told is None or v.name not in ADDRESSING or any(c.dep_ in {"ccomp", "xcomp"} and c.i > v.verb.i for c in v.children):
        return
    days = [c for c in v.verb.rights if c.i > told.i and is_date(c) and c.left_edge.i == told.right_edge.i + 1]
    start = (days[0] if days else told).right_edge.i + 1
    if start >= len(v.doc):
        return
    first = v.doc[start]
    opens = first.dep_ == "mark" if first.lower_ == "that" else first.lower_ in _NOMINATIVE and first.dep_ in SUBJECTS
    clause = first.head
    joined = clause.dep_ == "conj" and clause.head.i == v.verb.i
    if opens and clause.i > start and (joined or v.verb not in clause.ancestors):
        yield v.frame("clause", (start, clause.right_edge.i + 1))


def _after_colon(v: Verb, first: int) -> int:
    """Where a clause with a parenthesis begins: "He dismissed it: the talks, he said, …" says nothing before the colon."""
    return max((t.i + 1 for t in v.doc[first : v.verb.i] if t.text in {":", ";"}), default=first)


def _has_own(v: Verb) -> bool:
    """Whether what a verb says stands behind it: "he said so", "43 said the same"; whom it tells doesn't count."""
    return any(
        c.i > v.verb.i and ((c.dep_ == "dobj" and v.name not in ADDRESSING) or c.dep_ == "intj" or c.lower_ in _ANSWERS) for c in v.children
    )


def _has_main(before: Span) -> bool:
    """Whether a main clause stands behind the subordinate one: "As the rain grew, the bridge was closed"."""
    commas = [t.i for t in before if t.text == ","]
    return len(commas) > 1 and any(
        t.tag_ in FINITE
        and any(c.dep_ in SUBJECTS and commas[0] < c.i < t.i and c.tag_ not in {"WDT", "WP"} for c in (*t.lefts, *t.head.lefts))
        for t in before.doc[commas[0] : commas[-1]]
    )


def _goes_before(v: Verb, first: int) -> bool:
    """Whether a clause before a parenthesis, hung on its cue, is part of what is said: "*After the law passed*, Hebert said, most …"."""
    clause = next((c for c in v.verb.lefts if c.dep_ == "advcl" and c.right_edge.i < first), None)
    return clause is not None and clause.tag_ in FINITE and clause.left_edge.lower_ != "asked" and lemma(clause) not in _SPEAKING


def _resumes(v: Verb, first: int, last: int) -> bool:
    """Whether the sentence goes on behind a tag in commas: "It is her task, she said, *to talk to them*", "…, perhaps by paying"."""
    doc, after = v.doc, last + 2
    if after >= len(doc) or doc[after - 1].text != ",":
        return False
    top = doc[after]
    while top.head.i > last and top.head.i != top.i:
        top = top.head
    if top.head.i >= first or top.i < after:
        return False
    if top.dep_ in {"dobj", "attr", "conj", "appos"}:
        return first < v.verb.i  # not "said Haas, the head of the union"
    return is_infinitive(top) or (top.dep_ == "prep" and doc[after].pos_ == "ADV")


def inserted(v: Verb) -> Iterator[Frame]:
    """What a parenthesis is put into: "The talks, he said, had failed"."""
    verb, doc, head = v.verb, v.doc, v.verb.head
    subject = min((c for c in v.children if c.dep_ == "nsubj"), key=lambda c: abs(c.i - verb.i), default=None)
    if any(c.dep_ in {"ccomp", "xcomp"} for c in v.children):
        return
    if subject is not None:
        first, last = min(subject.left_edge.i, verb.i), max(verb.i, subject.i)
    elif v.who.how == "beside" and v.who.span is not None:
        first, last = v.who.span[0], verb.i
    else:
        return
    comma = first > 0 and (doc[first - 1].text == "," or (first > 1 and doc[first - 1].is_quote and doc[first - 2].text == ","))
    marks = {c.lower_ for c in v.children if c.dep_ == "mark"}
    begin, end = sentence_of(verb)
    end = next((t.i for t in doc[last + 1 : end] if t.text == ";"), end)
    if verb.dep_ == "relcl":
        if not any(c.dep_ == "dobj" for c in v.children):
            yield v.frame("relative", (head.left_edge.i, verb.left_edge.i))
    elif head.i != verb.i and "as" in marks:
        # "As the paper reported, the talks failed."
        yield v.frame("as parenthesis", *without(subtree(head), subtree(verb)))
    elif (
        comma
        and first - begin > 3
        and (doc[begin].lower_ not in _SUBORDINATE or _has_main(doc[begin:first]))
        and not _has_own(v)
        and not _resumes(v, first, last)
        and not any(t.tag_ in FINITE and not tells_of_noun(t, last) for t in doc[last + 1 : end])
    ):
        # "The talks had failed, a spokesman told the agency": at the end, whatever the parser makes of it.
        yield v.frame("tail", (begin, first))
    elif head.i != verb.i and verb.dep_ in {"parataxis", "advcl", "ccomp", "dep"} and not marks:
        own = (first, last + 1) if _goes_before(v, first) else subtree(verb)
        yield v.frame("parenthesis", *without((_after_colon(v, min(own[0], head.left_edge.i)), head.right_edge.i + 1), own))
    following = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    before = doc[first - 1] if first > 0 else None
    if following is not None and following.pos_ == "ADV" and following.i + 1 < end:
        following = doc[following.i + 1]
    if following is not None and before is not None and before.lower_ in WH | {"that"} and following.tag_ in FINITE:
        # "what she said is a growing demand"
        end = next((t.i for t in doc[following.i + 1 : end] if t.dep_ == "ROOT" and t.tag_ in FINITE), end)
        yield v.frame("insertion", (before.i, before.i + 1), (verb.i + 1, end))
