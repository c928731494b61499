"""Doc → Frames: every verb with its speaker and each complement that could be what was said, thought or wanted.

Nothing is judged here: how far a verb with such a complement reports anything is the lexicon's matter (see `strengths`).
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from timeline.attribution.extents import from_start, own, own_end, resumed, until_finite, until_pause, with_subject, without_date
from timeline.attribution.frames import (
    ADDRESSING,
    SUBJECTS,
    Frame,
    Verb,
    is_date,
    is_infinitive,
    sentence_of,
    starts_with_wh,
    subtree,
    without,
)
from timeline.attribution.inserted import cut_off, hung_lower, inserted
from timeline.attribution.strengths import SAYS, known, strength
from timeline.attribution.voices import NOBODY
from timeline.language import has_having, lemma

_ASKING = {"ask", "wonder", "inquire", "question"}
_RAISING = {"seem", "appear", "look", "sound", "prove", "remain"}
_NAMING = {"call", "label", "brand", "dub", "term", "deem", "declare", "name"}
_ANSWERING = {"accept", "support", "back", "oppose", "back up", "turn down"}
"""What one does, and says, about another's saying: "accepted the offer", not "accepted the money"."""
_FINDING = {"find", "show", "put", "give", "estimate", "count"}
_STUDIES = {"poll", "survey", "study", "report", "analysis", "review", "audit", "census", "estimate"}
"""What finds something out: "a poll put her ahead by seven points"."""
_JUDGING = {"dismiss", "reject", "deny", "denounce", "condemn", "describe", "brand", "deride", "decry", "slam", "hail", "praise", "welcome"}
_CLEAR = {"clear", "plain", "known", "explicit"}


def verb_frames(doc: Doc, zone: Sequence[int]) -> Iterator[Frame]:
    """The frames of all verbs in the order of the text; those in quotation marks (`zone` ≥ 0) are the quoted speaker's own."""
    for token in doc:
        if zone[token.i] >= 0 or _is_set_phrase(token):
            continue
        if (token.pos_ == "VERB" and token.tag_ != "MD") or (token.tag_ == "VBG" and token.pos_ != "AUX") or _is_verb(token):
            yield from frames_of(token)


def _is_verb(token: Token) -> bool:
    """Whether a plural's verb was taken for a noun: "Critics within the party accuse her of …"."""
    parts = {c.dep_ for c in token.children}
    return token.tag_ == "NN" and token.dep_ == "ROOT" and "nsubj" in parts and bool(parts & {"dobj", "ccomp"})


def _is_set_phrase(token: Token) -> bool:
    """ "That said, …", "All told, …": nobody says anything."""
    doc, i = token.doc, token.i
    if i == 0 or i + 1 >= len(doc) or (doc[i - 1].lower_, token.lower_) not in {("that", "said"), ("all", "told")}:
        return False
    return doc[i + 1].text == "," and (i == 1 or doc[i - 1].is_sent_start is True or doc[i - 2].text in {",", ";", "But", "And"})


def frames_of(verb: Token) -> Iterator[Frame]:
    """One frame for each complement, and for each joint one ("called it a lie", "accused him of lying")."""
    v = Verb(verb)
    # "was called a crook for selling cures": what somebody is called is said, not only of whom and what for
    named = bool(v.affected) and v.name in _NAMING and any(c.dep_ == "oprd" and c.i > verb.i for c in v.children)
    # "a charge that she dismissed as a pretext": the charge is what she speaks of
    relative = verb.dep_ == "relcl" and any(c.dep_ == "dobj" and c.tag_ in {"WDT", "WP"} and c.i < verb.i for c in v.children)
    for child in v.children:
        match child.dep_:
            case "ccomp" | "xcomp":
                yield from _clausal(v, child)
            case "acomp" | "oprd" | "attr":
                yield from _small(v, child)
            case "dobj":
                yield from _object(v, child)
            case "prep" if not is_date(child) and not named and not (relative and child.lower_ == "as"):
                yield from _prepositional(v, child)
            case "agent" if v.affected and not named:
                yield v.frame("subject", *v.affected)
            case "advcl" if child.i > verb.i and is_infinitive(child) and child.left_edge.tag_ == "TO":
                # "voted along party lines, to send him back"
                yield v.frame("purpose infinitive", *v.affected, subtree(child))
                yield from _asked_infinitive(v, child, child.right_edge.i + 1)
            case "advcl" if child.i > verb.i and is_infinitive(child) and child.left_edge.lower_ == "for":
                # "called for the log to be published"
                first, last = subtree(child)
                yield v.frame("for clause", (first + 1, last))
            case "advcl" if child.left_edge.lower_ == "like" and child.i > verb.i:
                yield v.frame("like", subtree(child))
            case "advcl" if child.i > verb.i and _asks(child):
                yield v.frame("wh", subtree(child))
    if v.voice == "passive " and v.affected and not named:
        yield v.frame("alone", *v.affected)
    yield from _judged_first(v)
    if v.who.how == "agent" and v.voice == "participle ":
        # "a call echoed by Japan"
        yield v.frame("of noun", (verb.head.left_edge.i, verb.left_edge.i))
    yield from hung_lower(v)
    yield from cut_off(v)
    yield from inserted(v)


def _judged_first(v: Verb) -> Iterator[Frame]:
    """ "dismissed as propaganda claims that …": the judgement stands before what is judged, and the parse is often lost."""
    doc, first = v.doc, v.verb.i + 1
    if first + 2 >= len(doc) or doc[first].lower_ != "as" or v.voice or v.who.span is None or v.name not in _JUDGING:
        return
    if any(c.dep_ in {"dobj", "nsubjpass"} and c.i < v.verb.i for c in v.children):
        return  # "which she dismissed as propaganda"
    end = own_end(v)
    judged = (t for t in doc[first + 2 : end] if t.dep_ in {"dobj", "nsubj"} or (t.dep_ == "pobj" and t.head.i == first))
    if any(t.pos_ in {"NOUN", "PROPN", "VERB"} for t in judged):
        yield v.frame("as inverted", (first, end))


def _asks(clause: Token) -> bool:
    """Whether a clause is a question with "if" or "whether", not "as if", "even if"."""
    return any(
        c.lower_ in {"if", "whether"} and c.dep_ == "mark" and clause.doc[c.i - 1].lower_ not in {"as", "even", "only"}
        for c in clause.lefts
    )


def _clausal(v: Verb, child: Token) -> Iterator[Frame]:
    verb = v.verb
    whole = own(v, child)
    bare = not any(c.dep_ in {"aux", "mark"} or c.dep_.startswith("nsubj") for c in child.lefts)
    # "points to the votes to win them": behind another complement an infinitive is often a purpose.
    late = "late " if any(verb.i < c.i < child.left_edge.i and c.dep_ in {"prep", "dobj", "acomp"} for c in v.children) else ""
    paid = has_having(child) and child.dep_ in {"xcomp", "ccomp"}  # "denied having paid"
    if (child.tag_ == "VBG" and (bare or child.dep_ == "xcomp")) or paid:
        yield v.frame("gerund", *v.affected, whole)
    elif is_infinitive(child):
        behind = {c.dep_ for c in v.children if verb.i < c.i < child.left_edge.i} & {"prep", "dobj", "acomp"}
        if behind != {"dobj"} or child.dep_ == "ccomp":
            # behind an object alone it is the object's: "asked her to leave"
            # "the papers that she refuses to publish": what is to be done begins behind the verb
            begin = verb.i + 1 if whole[0] < verb.i < child.i else whole[0]
            end = min(whole[1], until_finite(child))
            yield v.frame(f"{late}infinitive", *v.affected, (begin, end))
            yield from _asked_infinitive(v, child, end)
        if v.name in _RAISING and v.subject and not v.voice and not late:
            yield v.frame("subject infinitive", *v.subject, whole, who=NOBODY)
    elif child.dep_ == "xcomp" or (
        child.pos_ not in {"VERB", "AUX"} and not any(c.dep_ in {"cop", "nsubj", "mark"} for c in child.children)
    ):
        yield from _small(v, child)
    elif child.i == child.left_edge.i + 1 and child.left_edge.lower_ in {"that", "this"} and known(child.lower_, "noun"):
        # "dismissed that account": a noun taken for a verb
        yield v.frame("object", (child.left_edge.i, child.i + 1))
    elif starts_with_wh(child):
        if v.name in {"say", "tell", "know"} and v.who.span is None and any(c.tag_ == "TO" for c in verb.lefts):
            return  # "it is too soon to say whether …"
        # "which the owner said were at his side": owner and cue stand in the clause
        broken = whole[0] < verb.i < whole[1] - 1
        if child.i > verb.i and v.name in _ASKING:
            whole = (whole[0], until_pause(v.doc, whole[1], sentence_of(verb)[1]))
        yield v.frame("wh", *without(whole, (whole[0] + 1 if broken else verb.i, verb.i + 1)))
    else:
        clear = whole[0] + 1 < len(v.doc) and v.doc[whole[0] + 1]
        if v.name == "make" and v.doc[whole[0]].lower_ == "it" and clear and clear.lower_ in _CLEAR and whole[1] - whole[0] > 3:
            # "made it clear that …": taken for a clause of its own
            cue = tuple(sorted({*v.cue, whole[0], whole[0] + 1}))
            yield Frame(verb, cue, v.who, ((whole[0] + 2, whole[1]),), f"make {clear.lower_}", "clause")
            return
        thing = next((c for c in v.children if c.dep_ == "dobj" and verb.i < c.i < child.i), None)
        if thing is not None and child.left_edge.lower_ == "that" and any(t.lower_ in {"so", "such"} for t in thing.subtree):
            return  # "tells so many stories that nobody listens"
        whole = without_date(v, child, with_subject(v, child, whole))
        place = "clause" if v.voice or child.i > verb.i else "clause before"
        if place == "clause before" and any(t.text == ":" and v.doc[t.i + 1].is_quote for t in v.doc[whole[0] : whole[1] - 1]):
            return  # "She scolded him: “…,” she said."
        if place == "clause before":
            if whole[1] < verb.i and v.doc[whole[1]].text == ";":
                return  # "Athens accepted; Ankara said there was no need"
            # "called it a trick; hospitals are for the states, he told the radio": only what stands behind the semicolon
            whole = (max((t.i + 1 for t in v.doc[whole[0] : min(whole[1], verb.i)] if t.text == ";"), default=whole[0]), whole[1])
        # The speaker is no part of it: "an article that Haas said was untrue"
        around = v.who.span is not None and (v.who.how == "beside" or (v.who.how == "subject" and whole[0] < v.who.span[0]))
        first = min(v.who.span[0], verb.i) if v.who.span is not None and around else verb.i
        pieces = without(from_start(v, child, whole), (first, verb.i + 1))
        yield v.frame(place, *pieces, *(resumed(v) if place == "clause before" else ()))
        if thing is not None and v.name not in ADDRESSING and known(lemma(thing), "noun") and child.left_edge.lower_ == "that":
            # "repeated his view that …", where the clause was hung on the verb
            yield v.frame("object clause", (thing.left_edge.i, whole[1]))


def _asked_infinitive(v: Verb, task: Token, end: int) -> Iterator[Frame]:
    """ "called on the firm to pay": who should do it belongs to what is said, as in "urged the firm to pay"."""
    asked = next((c for c in v.children if c.dep_ == "prep" and v.verb.i < c.i and c.right_edge.i + 1 == task.left_edge.i), None)
    if asked is not None and asked.right_edge.i > asked.i:
        yield v.frame(f"{asked.lower_} infinitive", *v.affected, (asked.i + 1, end))


def _small(v: Verb, child: Token) -> Iterator[Frame]:
    """ "seems ready to go", "was deemed unfit" """
    if any(c.dep_ == "dobj" and v.verb.i < c.i < child.i for c in v.children):
        return  # "called it a lie": with the object
    first, last = subtree(child)
    after = next((c for c in v.children if c.dep_ == "xcomp" and c.left_edge.i == last), None)
    if after is not None:
        last = after.right_edge.i + 1
    if v.name in _NAMING and child.dep_ == "oprd" and first == v.verb.i + 1 and v.doc[first].lower_ in {"this", "that"}:
        yield v.frame("object wide", (first, last))  # "called this “a cheap trick”": taken for its determiner
        return
    if v.verb.dep_ == "relcl" and child.dep_ == "oprd" and child.i > v.verb.i and not v.voice:
        # "a claim the army called absurd"
        yield v.frame("relative small", (v.verb.head.left_edge.i, v.verb.left_edge.i), (first, last))
        return
    pieces = v.affected or (v.subject if v.name in _RAISING else ())
    yield v.frame("small", *pieces, (first, last), who=NOBODY if pieces and not v.affected else None)


def _object(v: Verb, thing: Token) -> Iterator[Frame]:
    verb, (first, last) = v.verb, subtree(thing)
    if thing.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl" and thing.i < verb.i:
        yield from _relative(v, thing)
        return
    if thing.tag_ in {"WDT", "WP"} and thing.i > verb.i and v.name in _ASKING:
        yield v.frame("wh", (first, until_pause(v.doc, last, sentence_of(verb)[1])))
        return
    yield v.frame("object", (first, last))
    yield from _hung_on_object(v, thing)
    if v.name in _ANSWERING and known(lemma(thing), "noun"):
        yield v.frame("object said", (first, last))
    if v.name in _FINDING and v.who.head is not None and lemma(v.who.head) in _STUDIES and thing.i > verb.i:
        yield v.frame("finding", (first, own_end(v)))
    if v.name in _NAMING and verb.right_edge.i >= last and thing.i > verb.i:
        yield v.frame("object wide", (first, own_end(v)))
    for child in v.children:
        if child.i <= thing.i:
            continue
        if child.dep_ == "prep" and is_date(child):
            # "accused him on Wednesday of theft": hung on the day
            for prep in (g for day in child.children for g in day.children if g.dep_ == "prep"):
                if strength(v.verb, f"object {prep.lower_}") > SAYS:
                    yield v.frame(f"object {prep.lower_}", (first, last), subtree(prep))
        as_small = any(c.lower_ == "as" for c in child.lefts) and not any(c.dep_ in SUBJECTS for c in child.lefts)
        if child.dep_ in {"oprd", "acomp", "advcl", "xcomp"} and (child.dep_ != "advcl" or as_small):
            kind = "object infinitive" if is_infinitive(child) else "object small"
            yield v.frame(kind, (first, until_finite(child)))
        elif child.dep_ == "prep" and not is_date(child):
            end = _with_clause(v, child)
            dates = [subtree(c) for c in v.children if thing.i < c.i < child.i and is_date(c)]
            yield v.frame(f"object {child.lower_}", *without((first, end), *dates))
            for inner in child.children:
                if inner.dep_ in {"pobj", "pcomp"}:
                    yield v.frame(f"object then {child.lower_}", subtree(inner))


def _hung_on_object(v: Verb, thing: Token) -> Iterator[Frame]:
    """What the parse has hung on the object: "accuse the paper *of printing lies*", "urged anyone with fears *to come forward*"."""
    whole = subtree(thing)
    for prep in thing.rights:
        if prep.dep_ == "prep" and strength(v.verb, f"object {prep.lower_}") > SAYS:
            yield v.frame(f"object {prep.lower_}", whole)
    last = next((t for t in thing.subtree if t.dep_ in {"relcl", "acl"} and t.right_edge.i + 1 == whole[1] and is_infinitive(t)), None)
    if last is not None and last.head.i != thing.i and strength(v.verb, "object infinitive") > SAYS:
        yield v.frame("object infinitive", whole)


def _relative(v: Verb, pronoun: Token) -> Iterator[Frame]:
    """ "bribes, which he denies", "a charge that the army called absurd": what the pronoun stands for."""
    noun = v.verb.head
    what = (noun.left_edge.i, v.verb.left_edge.i)
    yield v.frame("relative", what)
    for child in v.children:
        if child.i > v.verb.i and child.dep_ == "oprd":
            yield v.frame("relative small", what, subtree(child))
        elif child.i > v.verb.i and child.dep_ == "prep" and child.lower_ == "as":
            yield v.frame("relative as", what, subtree(child))


def _with_clause(v: Verb, prep: Token) -> int:
    """Where a preposition's phrase ends, with the clause behind it that is its own: "accused it of having known | that …"."""
    last = prep.right_edge.i + 1
    after = next((c for c in v.children if c.dep_ == "ccomp" and c.left_edge.i == last and c.left_edge.lower_ == "that"), None)
    of_verb = after is not None and any(c.dep_ == "pcomp" for c in prep.children)
    return after.right_edge.i + 1 if after is not None and of_verb else last


def _prepositional(v: Verb, prep: Token) -> Iterator[Frame]:
    name = prep.lower_
    for inner in prep.children:
        if inner.dep_ == "pobj":
            yield v.frame(name, *v.affected, subtree(inner))
        elif inner.dep_ == "pcomp":
            yield v.frame(f"{name} clause", *v.affected, subtree(inner))
        elif inner.dep_ == "prep":
            for innermost in inner.children:
                if innermost.dep_ in {"pobj", "pcomp"}:
                    yield v.frame(f"{name} {inner.lower_}", *v.affected, subtree(innermost))
    if v.affected or name == "as":
        yield v.frame(f"{name} whole", *v.affected, subtree(prep))
