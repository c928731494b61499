"""Doc → Frames: every verb with its speaker and each complement that could be what was said, thought or wanted.

Nothing is judged here: how far a verb with such a complement reports anything is the lexicon's matter (see `strengths`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from timeline.attribution.speakers import NOBODY, Speaker, find_speaker
from timeline.attribution.strengths import known, strength
from timeline.language import lemma

Range = tuple[int, int]
"""Half-open token positions in a Doc."""

_WH = {"what", "how", "why", "who", "whom", "where", "when", "whether", "if", "which"}
_COMMAS = {",", "-", "--", "–", "—"}
_SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
_SAYS = 0.6
_ASPECTS = {"go on", "continue", "go", "come out", "proceed"}
_RAISING = {"seem", "appear", "look", "sound", "prove", "remain"}
_FINITE = {"VBZ", "VBD", "VBP", "MD"}
_NAMING = {"call", "label", "brand", "dub", "term", "deem", "declare", "name"}
_TIMES = {"day", "week", "month", "year", "morning", "evening", "night", "afternoon", "weekend"}
_CLEAR = {"clear", "plain", "known", "explicit"}
_MARKS = {"that", "because", "if", "while", "although", "though", "as"}
_ADDRESSING = {"tell", "remind", "assure", "inform", "warn", "notify", "advise", "promise"}
_SAYING = {"say", "add", "announce", "note", "tell"}
_WHENCE = {"on", "in", "at", "during", "after", "before", "since", "earlier", "following"}
"""Prepositions of the time and place of a saying."""
_SUBORDINATE = {"if", "when", "while", "although", "though", "as", "asked", "after", "before", "because", "since", "once"}
_ANSWERS = {"so", "no", "yes", "nothing", "enough"}
_NOUNS = {"NOUN", "PROPN", "PRON"}
_CUE_PARTS = {"aux", "auxpass", "neg", "prt"}


@dataclass(frozen=True, slots=True)
class Frame:
    """A possible relation in tokens of one Doc: `key` is lemma and complement type, what the lexicon is keyed by."""

    head: Token
    cue: tuple[int, ...]
    speaker: Speaker
    content: tuple[Range, ...]
    lemma: str
    complement: str

    @property
    def key(self) -> tuple[str, str]:
        """Lemma and complement type."""
        return self.lemma, self.complement


def verb_lemma(verb: Token) -> str:
    """The verb with its particle: "pointed out" → "point out"."""
    particle = next((child.lower_ for child in verb.rights if child.dep_ == "prt"), "")
    return f"{lemma(verb)} {particle}" if particle else lemma(verb)


def cue_tokens(verb: Token) -> tuple[int, ...]:
    """The verb with the auxiliaries, negation, particle and adverbs that stand beside it: "has not yet said"."""
    parts = [child.i for child in verb.children if child.dep_ in _CUE_PARTS]
    parts += [child.i for child in verb.lefts if child.dep_ == "advmod" and child.i == verb.i - 1 and child.tag_ == "RB"]
    if verb.dep_ == "xcomp" and verb.head.i < verb.i and verb_lemma(verb.head) in _ASPECTS:
        # "went on to say"
        parts += [*cue_tokens(verb.head), *range(verb.head.i, verb.i)]
    return tuple(sorted({*parts, verb.i}))


def subtree(token: Token) -> Range:
    """The stretch from the leftmost to the rightmost token below this one."""
    return token.left_edge.i, token.right_edge.i + 1


def sentence_of(token: Token) -> Range:
    """The sentence around a token; spaCy's own `Token.sent` walks the whole Doc."""
    doc, first, last = token.doc, token.i, token.i + 1
    while first > 0 and not doc[first].is_sent_start:
        first -= 1
    while last < len(doc) and not doc[last].is_sent_start:
        last += 1
    return first, last


def without(whole: Range, *holes: Range) -> tuple[Range, ...]:
    """What is left of a stretch when others are cut out: a clause broken by "he said"."""
    pieces = [whole]
    for start, end in holes:
        pieces = [
            piece
            for a, b in pieces
            for piece in (((a, min(b, start)), (max(a, end), b)) if start < b and end > a else ((a, b),))
            if piece[0] < piece[1]
        ]
    return tuple(pieces)


def without_aside(doc: Doc, content: Range) -> Range:
    """A content without the reporter's remark behind its last comma: "that it would stop, which nobody believed"."""
    first, last = content
    token = doc[last - 1]
    while token.is_punct and token.i > first:
        token = doc[token.i - 1]
    end = token.i
    while first < token.i:
        start = token.left_edge.i
        if token.right_edge.i < end or start <= first or token.head.i < first or token.head.i == token.i:
            break
        if doc[start - 1].text in _COMMAS and (
            (token.dep_ == "relcl" and doc[start].lower_ != "that")
            or (token.dep_ == "advcl" and doc[start].lower_ in {"as", "while"})
            or (token.dep_ == "advcl" and token.tag_ == "VBG" and strength(token, "clause") > _SAYS)  # ", adding that …"
        ):
            return first, start - 1
        token = token.head
    return content


def verb_frames(doc: Doc, zone: Sequence[int]) -> Iterator[Frame]:
    """The frames of all verbs in the order of the text; those in quotation marks (`zone` ≥ 0) are the quoted speaker's own."""
    for token in doc:
        if zone[token.i] >= 0:
            continue
        if (token.pos_ == "VERB" and token.tag_ != "MD") or (token.tag_ == "VBG" and token.pos_ != "AUX"):
            yield from frames_of(token)


def frames_of(verb: Token) -> Iterator[Frame]:
    """One frame for each complement, and for each joint one ("called it a lie", "accused him of lying")."""
    return _Verb(verb).frames()


class _Verb:
    """A verb with what hangs from it, while its frames are made."""

    def __init__(self, verb: Token) -> None:
        self.verb, self.doc, self.name, self.cue = verb, verb.doc, verb_lemma(verb), cue_tokens(verb)
        self.children = list(verb.children)
        passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in self.children)
        participle = verb.dep_ == "acl" and verb.tag_ == "VBN" and not passive
        # "a man known as": the noun is what the participle says something of.
        self.voice = "passive " if passive else "participle " if participle else ""
        by = participle and any(child.dep_ == "agent" for child in self.children)
        self.who = find_speaker(verb, passive or by)
        affected = next((child for child in self.children if child.dep_ in {"nsubjpass", "csubjpass"}), None)
        self.affected: tuple[Range, ...] = ()
        if affected is not None and affected.tag_ != "EX" and affected.lower_ != "it":
            self.affected = (without_aside(self.doc, subtree(affected)),)
        self.subject: tuple[Range, ...] = tuple(
            without_aside(self.doc, subtree(child)) for child in verb.lefts if child.dep_ == "nsubj" and child.tag_ != "EX"
        )

    def frame(self, complement: str, *content: Range, who: Speaker | None = None) -> Frame:
        """A frame of this verb; an aside at the content's end is left out."""
        trimmed = (*content[:-1], *(without_aside(self.doc, piece) for piece in content[-1:]))
        return Frame(self.verb, self.cue, who or self.who, trimmed, self.name, self.voice + complement)

    def frames(self) -> Iterator[Frame]:
        """All of them."""
        verb = self.verb
        for child in self.children:
            match child.dep_:
                case "ccomp" | "xcomp":
                    yield from self._clausal(child)
                case "acomp" | "oprd" | "attr":
                    yield from self._small(child)
                case "dobj":
                    yield from self._object(child)
                case "prep" if not is_date(child):
                    yield from self._prepositional(child)
                case "agent" if self.affected:
                    yield self.frame("subject", *self.affected)
                case "advcl" if child.i > verb.i and is_infinitive(child) and child.left_edge.tag_ == "TO":
                    # "voted along party lines, to send him back"
                    yield self.frame("purpose infinitive", *self.affected, subtree(child))
                case "advcl" if child.left_edge.lower_ == "like" and child.i > verb.i:
                    yield self.frame("like", subtree(child))
                case "advcl" if child.i > verb.i and any(c.lower_ in {"if", "whether"} and c.dep_ == "mark" for c in child.lefts):
                    yield self.frame("wh", subtree(child))
        if self.voice == "passive " and self.affected:
            yield self.frame("alone", *self.affected)
        if self.who.how == "agent" and self.voice == "participle ":
            # "a call echoed by Japan"
            yield self.frame("of noun", (verb.head.left_edge.i, verb.left_edge.i))
        yield from self._hung_lower()
        yield from self._inserted()

    def _hung_lower(self) -> Iterator[Frame]:
        """What was said where the parse hangs it on a noun before: "told a meeting of farmers that …", "said after the vote he would …"."""
        verb = self.verb
        if strength(verb, "clause") <= _SAYS or any(c.dep_ in {"ccomp", "xcomp"} and c.i > verb.i for c in self.children):
            return
        for child in self.children:
            if child.i < verb.i:
                continue
            nouns = [child] if child.dep_ in {"dobj", "dative", "npadvmod"} else []
            if child.dep_ == "prep" and child.lower_ in _WHENCE:
                nouns = [t for t in child.subtree if t.dep_ == "pobj"]
            if child.dep_ in {"dobj", "dative"} and self.name not in _ADDRESSING:
                continue
            for noun in nouns:
                for clause in noun.rights:
                    subject = next((c for c in clause.lefts if c.dep_ in _SUBJECTS), None)
                    if clause.dep_ not in {"relcl", "acl", "ccomp"} or subject is None or subject.tag_ in {"WDT", "WP"}:
                        continue
                    first = clause.left_edge
                    if first.lower_ == "that" or (first.i == subject.left_edge.i and self.name in _SAYING and child.dep_ != "dobj"):
                        yield self.frame("clause", subtree(clause))
                        return

    def _clausal(self, child: Token) -> Iterator[Frame]:
        verb = self.verb
        whole = self._own(child)
        bare = not any(c.dep_ in {"aux", "mark"} or c.dep_.startswith("nsubj") for c in child.lefts)
        # "points to the votes to win them": behind another complement an infinitive is often a purpose.
        late = "late " if any(verb.i < c.i < child.left_edge.i and c.dep_ in {"prep", "dobj", "acomp"} for c in self.children) else ""
        if child.tag_ == "VBG" and (bare or child.dep_ == "xcomp"):
            yield self.frame("gerund", *self.affected, whole)
        elif is_infinitive(child):
            behind = {c.dep_ for c in self.children if verb.i < c.i < child.left_edge.i} & {"prep", "dobj", "acomp"}
            if behind != {"dobj"} or child.dep_ == "ccomp":
                # behind an object alone it is the object's: "asked her to leave"
                yield self.frame(f"{late}infinitive", *self.affected, whole)
            if self.name in _RAISING and self.subject and not self.voice and not late:
                yield self.frame("subject infinitive", *self.subject, whole, who=NOBODY)
        elif child.dep_ == "xcomp" or (
            child.pos_ not in {"VERB", "AUX"} and not any(c.dep_ in {"cop", "nsubj", "mark"} for c in child.children)
        ):
            yield from self._small(child)
        elif child.i == child.left_edge.i + 1 and child.left_edge.lower_ in {"that", "this"} and known(child.lower_, "noun"):
            # "dismissed that account": a noun taken for a verb
            yield self.frame("object", (child.left_edge.i, child.i + 1))
        elif starts_with_wh(child):
            # "which the owner said were at his side": owner and cue stand in the clause
            broken = whole[0] < verb.i < whole[1] - 1
            yield self.frame("wh", *without(whole, (whole[0] + 1 if broken else verb.i, verb.i + 1)))
        else:
            clear = whole[0] + 1 < len(self.doc) and self.doc[whole[0] + 1]
            if self.name == "make" and self.doc[whole[0]].lower_ == "it" and clear and clear.lower_ in _CLEAR and whole[1] - whole[0] > 3:
                # "made it clear that …": taken for a clause of its own
                cue = tuple(sorted({*self.cue, whole[0], whole[0] + 1}))
                yield Frame(verb, cue, self.who, ((whole[0] + 2, whole[1]),), f"make {clear.lower_}", "clause")
                return
            whole = self._with_subject(child, whole)
            place = "clause" if self.voice or child.i > verb.i else "clause before"
            beside = self.who.span if self.who.span is not None and self.who.how == "beside" else (verb.i, verb.i)
            yield self.frame(place, *without(self._from_start(child, whole), (min(beside[0], verb.i), verb.i + 1)))
            thing = next((c for c in self.children if c.dep_ == "dobj" and verb.i < c.i < child.i), None)
            if thing is not None and known(lemma(thing), "noun") and child.left_edge.lower_ == "that":
                # "repeated his view that …", where the clause was hung on the verb
                yield self.frame("object clause", (thing.left_edge.i, whole[1]))

    def _from_start(self, clause: Token, whole: Range) -> Range:
        """A clause from the sentence's begin where its cue ends the sentence: "They met him, and gave a list of wishes, he said"."""
        if clause.i > self.verb.i or self.who.span is None:
            return whole
        begin, end = sentence_of(self.verb)
        own = min(self.who.span[0], self.verb.i)
        around = [*self.doc[begin : whole[0]], *self.doc[whole[1] : own]]
        says = any(t.pos_ == "VERB" and strength(t, "clause") > _SAYS for t in around)
        if own < whole[1] or says or any(t.is_quote or t.text == ":" for t in around):
            return whole
        if any(t.tag_ in _FINITE for t in self.doc[self.verb.i + 1 : end]):
            return whole
        return begin, own

    def _with_subject(self, clause: Token, whole: Range) -> Range:
        """A clause from its cue on where the parse has lost its subject: "said the days when she read are gone"."""
        finite = clause.tag_ in _FINITE or any(c.dep_ in {"aux", "auxpass"} and c.tag_ in _FINITE for c in clause.lefts)
        after = self.verb.i + 1
        if not finite or whole[0] <= after or any(c.dep_ in _SUBJECTS for c in clause.lefts):
            return whole
        if any((c.dep_ in {"xcomp", "cc"} or is_date(c)) and after <= c.i < whole[0] for c in self.children):
            return whole
        between = self.doc[after : whole[0]]
        if any(t.is_punct or t.lower_ == "but" or t.dep_ in {"prt", "neg"} for t in between) or not any(t.pos_ in _NOUNS for t in between):
            return whole
        return after, whole[1]

    def _own(self, child: Token) -> Range:
        """A clause without a second verb of the same speaker's: "said that it stops and promised to help"."""
        first, last = subtree(child)
        for other in child.conjuncts:
            if other.i < child.i or other.head.i < first or any(c.dep_ in _SUBJECTS for c in other.lefts):
                continue
            modal = any(c.tag_ == "MD" for c in other.lefts)
            says = not modal and strength(other, "clause") > _SAYS and any(c.dep_ in {"ccomp", "xcomp", "dobj"} for c in other.children)
            if says or (_has(other) and _has(self.verb) and not _has(child)):
                cut = other.left_edge.i
                while cut > first and (self.doc[cut - 1].is_punct or self.doc[cut - 1].dep_ == "cc"):
                    cut -= 1
                return first, max(cut, child.i + 1)
        if last - 1 > child.i and self.doc[last - 1].dep_ == "cc":
            # "said it was careless and – in the normal course – would be punished": the parse broke off behind "and"
            end = sentence_of(child)[1]
            rest = self.doc[last:end]
            inserted = len(rest) > 1 and rest[0].tag_ == "IN" and rest[0].lower_ not in _MARKS
            again = any(t.pos_ == "VERB" and strength(t, "clause") > _SAYS for t in rest)
            return first, end if inserted and not again else last - 1
        return first, self._goes_on(child, last)

    def _goes_on(self, clause: Token, last: int) -> int:
        """Where what is said ends: "noted it had failed and it would again", the second clause taken for the reporter's."""
        if clause.i < self.verb.i:
            return last
        for other in self.children:
            if (
                other.dep_ == "conj"
                and other.i > clause.i
                and all(t.is_punct or t.dep_ == "cc" for t in self.doc[last : other.left_edge.i])
            ):
                subject = next((c for c in other.lefts if c.dep_ in _SUBJECTS), None)
                owned = subject is not None and (subject.pos_ == "PRON" or self.doc[last].text != ",")
                between = {t.lower_ for t in self.doc[last : other.left_edge.i]}
                if strength(other, "clause") <= _SAYS and (owned or (subject is None and "and" in between)):
                    return other.right_edge.i + 1
        if last < len(self.doc) and self.doc[last].text == ":" and last + 1 < len(self.doc) and not self.doc[last + 1].is_quote:
            # "that three things are happening: prices rise, …"; not where somebody says what stands behind the colon
            end = max(last, sentence_of(self.doc[last + 1])[1])
            if not any(t.pos_ == "VERB" and strength(t, "parenthesis") > _SAYS for t in self.doc[last + 1 : end]):
                return end
        return last

    def _small(self, child: Token) -> Iterator[Frame]:
        """ "seems ready to go", "was deemed unfit" """
        if any(c.dep_ == "dobj" and self.verb.i < c.i < child.i for c in self.children):
            return  # "called it a lie": with the object
        first, last = subtree(child)
        after = next((c for c in self.children if c.dep_ == "xcomp" and c.left_edge.i == last), None)
        if after is not None:
            last = after.right_edge.i + 1
        pieces = self.affected or (self.subject if self.name in _RAISING else ())
        yield self.frame("small", *pieces, (first, last), who=NOBODY if pieces and not self.affected else None)

    def _object(self, thing: Token) -> Iterator[Frame]:
        verb, (first, last) = self.verb, subtree(thing)
        yield self.frame("object", (first, last))
        if self.name in _NAMING and verb.right_edge.i >= last and thing.i > verb.i:
            yield self.frame("object wide", (first, self._own_end()))
        for child in self.children:
            if child.i <= thing.i:
                continue
            if child.dep_ in {"oprd", "acomp", "advcl", "xcomp"} and (child.dep_ != "advcl" or any(c.lower_ == "as" for c in child.lefts)):
                kind = "object infinitive" if is_infinitive(child) else "object small"
                yield self.frame(kind, (first, child.right_edge.i + 1))
            elif child.dep_ == "prep" and not is_date(child):
                yield self.frame(f"object {child.lower_}", (first, child.right_edge.i + 1))
                for inner in child.children:
                    if inner.dep_ in {"pobj", "pcomp"}:
                        yield self.frame(f"object then {child.lower_}", subtree(inner))

    def _own_end(self) -> int:
        """Where what hangs from this verb ends, without a second verb and without the date: "called it a lie on Friday and left"."""
        end = self.verb.right_edge.i + 1
        for child in reversed(list(self.verb.rights)):
            if child.right_edge.i + 1 < end:
                break
            if child.dep_ in {"conj", "cc", "punct"} or is_date(child):
                end = child.left_edge.i
        return end

    def _prepositional(self, prep: Token) -> Iterator[Frame]:
        name = prep.lower_
        for inner in prep.children:
            if inner.dep_ == "pobj":
                yield self.frame(name, *self.affected, subtree(inner))
            elif inner.dep_ == "pcomp":
                yield self.frame(f"{name} clause", *self.affected, subtree(inner))
            elif inner.dep_ == "prep":
                for innermost in inner.children:
                    if innermost.dep_ in {"pobj", "pcomp"}:
                        yield self.frame(f"{name} {inner.lower_}", *self.affected, subtree(innermost))
        if self.affected or name == "as":
            yield self.frame(f"{name} whole", *self.affected, subtree(prep))

    def _after_colon(self, first: int) -> int:
        """Where a clause with a parenthesis begins: "He dismissed it: the talks, he said, …" says nothing before the colon."""
        return max((t.i + 1 for t in self.doc[first : self.verb.i] if t.text in {":", ";"}), default=first)

    def _has_own(self) -> bool:
        """Whether what a verb says stands behind it: "he said so", "43 said the same"; whom it tells doesn't count."""
        return any(
            c.i > self.verb.i and ((c.dep_ == "dobj" and self.name not in _ADDRESSING) or c.dep_ == "intj" or c.lower_ in _ANSWERS)
            for c in self.children
        )

    def _inserted(self) -> Iterator[Frame]:
        """What a parenthesis is put into: "The talks, he said, had failed"."""
        verb, doc, head = self.verb, self.doc, self.verb.head
        subject = min((c for c in self.children if c.dep_ == "nsubj"), key=lambda c: abs(c.i - verb.i), default=None)
        if any(c.dep_ in {"ccomp", "xcomp"} for c in self.children):
            return
        if subject is not None:
            first, last = min(subject.left_edge.i, verb.i), max(verb.i, subject.i)
        elif self.who.how == "beside" and self.who.span is not None:
            first, last = self.who.span[0], verb.i
        else:
            return
        comma = first > 0 and (doc[first - 1].text == "," or (first > 1 and doc[first - 1].is_quote and doc[first - 2].text == ","))
        marks = {c.lower_ for c in self.children if c.dep_ == "mark"}
        begin, end = sentence_of(verb)
        if verb.dep_ == "relcl":
            if not any(c.dep_ == "dobj" for c in self.children):
                yield self.frame("relative", (head.left_edge.i, verb.left_edge.i))
        elif head.i != verb.i and "as" in marks:
            # "As the paper reported, the talks failed."
            yield self.frame("as parenthesis", *without(subtree(head), subtree(verb)))
        elif (
            comma
            and first - begin > 3
            and doc[begin].lower_ not in _SUBORDINATE
            and not self._has_own()
            and not any(t.tag_ in _FINITE for t in doc[last + 1 : end])
        ):
            # "The talks had failed, a spokesman told the agency": at the end, whatever the parser makes of it.
            yield self.frame("tail", (begin, first))
        elif head.i != verb.i and verb.dep_ in {"parataxis", "advcl", "ccomp", "dep"} and not marks:
            yield self.frame("parenthesis", *without((self._after_colon(head.left_edge.i), head.right_edge.i + 1), subtree(verb)))
        following = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
        before = doc[first - 1] if first > 0 else None
        if following is not None and following.pos_ == "ADV" and following.i + 1 < end:
            following = doc[following.i + 1]
        if following is not None and before is not None and before.lower_ in _WH | {"that"} and following.tag_ in _FINITE:
            # "what she said is a growing demand"
            end = next((t.i for t in doc[following.i + 1 : end] if t.dep_ == "ROOT" and t.tag_ in _FINITE), end)
            yield self.frame("insertion", (before.i, before.i + 1), (verb.i + 1, end))


def is_date(token: Token) -> bool:
    """Whether a preposition's phrase or a noun says when: "on Friday", "the same day"."""
    if token.dep_ in {"npadvmod", "pobj"}:
        return token.ent_type_ in {"DATE", "TIME"} or token.lower_ in _TIMES
    return token.dep_ == "prep" and token.lower_ in {"on", "in", "at", "during", "since", "by"} and any(is_date(c) for c in token.rights)


def _has(verb: Token) -> bool:
    """Whether a verb stands in the perfect: "has said"."""
    return any(child.dep_ == "aux" and child.lower_ in {"has", "have", "had", "’s", "'s", "’ve", "'ve"} for child in verb.lefts)


def is_infinitive(token: Token) -> bool:
    """Whether a verb stands in the infinitive with "to": "to go", "to be gone"."""
    return any(child.tag_ == "TO" for child in token.lefts) and (
        token.tag_ == "VB" or any(child.dep_ in {"aux", "cop", "auxpass"} and child.tag_ == "VB" for child in token.lefts)
    )


def starts_with_wh(clause: Token) -> bool:
    """Whether a clause is an indirect question: "whether …", "what …"."""
    return clause.left_edge.lower_ in _WH
