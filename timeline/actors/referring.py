"""Pronouns as speakers: whom "he", "it" and "who" refer to, by the sentence and the one before, else by the likeliest antecedent."""

import re
from collections.abc import Callable
from typing import Final

from spacy.tokens import Token

from timeline.actors.entity import Entity
from timeline.actors.pronouns import Pronoun, fits, pronouns
from timeline.actors.roles import roles
from timeline.actors.scene import Found, Scene
from timeline.actors.speakers import Phrase, is_somebody, phrase_at
from timeline.actors.surroundings import BODIES_TOO
from timeline.actors.words import Word, collectives, documents, given_names, singular
from timeline.spans import Span

# Who another noun phrase of the same attribution is.
Resolve = Callable[[Phrase], Found]
_REPLIED: Final = frozenset("replied replies answered answers responded responds".split())
_ASK: Final = frozenset("asked asks pressed questioned challenged confronted reminded told tells".split())
_PUT: Final = frozenset("suggested suggests put puts objected said says turned".split())


def by_pronoun(scene: Scene, phrase: Phrase, low: str, resolve: Resolve) -> Found:
    """Who "he", "it" or "they" (`low`, in lower case) is; an entity without a name where nobody fits."""
    pronoun = pronouns()[low]
    subject, said_of = _subject_before(scene, phrase, low) if pronoun.number in ("one", "body") else (None, False)
    first = _subject_of_sentence_before(scene, phrase, low, resolve) if said_of and pronoun.number == "one" else None
    if first is not None:
        return (first,), f"pronoun: {low}, subject of the sentence before", 0.75
    if said_of and pronoun.number == "one" and scene.antecedent(low, phrase.span[0])[0]:
        subject = None
    text = subject is not None and singular(subject.head.lower_) in documents()
    body = text or (subject is not None and subject.head.lower_ in collectives())
    if subject is not None and body == (pronoun.number == "body"):
        found, _, confidence = resolve(subject)
        author = text and bool(found) and found[0].kind != "unnamed"  # "Horn's brief was mocked for its claim"
        if author or (len(found) == 1 and fits(found[0], pronoun) and (body or found[0].kind == "person" or found[0].roles)):
            return found, f"pronoun: {low}, the sentence's subject", confidence * 0.9
    before = _subject_of_sentence_before(scene, phrase, low, resolve) if pronoun.number == "one" or low == "it" else None
    if before is not None:
        return (before,), f"pronoun: {low}, subject of the sentence before", 0.75
    found, confidence = scene.antecedent(low, phrase.span[0])
    if found:
        return found, f"pronoun: {low}", confidence
    return (Entity("", "unnamed"),), f"pronoun without antecedent: {low}", 0.3


def by_possessive(scene: Scene, phrase: Phrase, pronoun: Word, resolve: Resolve) -> Entity | None:
    """Whose it is in "Its director", "his lawyer": the subject's of the sentence before where the phrase opens its own."""
    sentence = phrase.paragraph.start + phrase.head.sent.start_char
    opens = not re.search(r"\w", scene.text[sentence : phrase.span[0]]) and pronoun.lower != "their"
    owner = _subject_of_sentence_before(scene, phrase, pronoun.lower, resolve) if opens else None
    return owner or scene.possessor(pronoun)


def _subject_before(scene: Scene, phrase: Phrase, low: str) -> tuple[Phrase | None, bool]:
    """The subject of the sentence before a pronoun in it, if it is a pronoun or a common noun: "If the president does … his threat".

    Names are left to the scores of all antecedents. Also whether it stands in what the pronoun says: "The minister had lied, he said"
    is mostly somebody else's.
    """
    doc, pronoun = phrase.paragraph.doc, phrase.head
    for token in doc[pronoun.sent.start : pronoun.i]:
        if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ in ("NOUN", "PRON") and token.lower_ not in ("who", "which", "that", "what"):
            base = phrase.paragraph.start
            if token.pos_ == "PRON" and token.lower_ not in ("he", "she"):
                continue
            noun = singular(token.lower_)
            if token.pos_ == "NOUN" and (noun != token.lower_ or token.left_edge.lower_ in ("a", "an")):
                continue
            if noun in collectives() and low in ("he", "she"):
                continue  # "The company had known for weeks, she said"
            end = next((child.right_edge for child in token.children if child.dep_ == "appos"), token)
            span = (base + token.left_edge.idx, base + end.idx + len(end))
            if not scene.quoted(span):
                said_of = pronoun.dep_ == "nsubj" and any(verb.dep_ == "ccomp" and verb.head == pronoun.head for verb in token.ancestors)
                return phrase_at(scene.parsed, phrase.paragraph, span), said_of
    return None, False


def _subject_of_sentence_before(scene: Scene, phrase: Phrase, low: str, resolve: Resolve) -> Entity | None:
    """Who acts in the sentence before a pronoun's, quotations aside: "Abrams said no. Tolliver laughed. “…,” she said"."""
    base, doc = phrase.paragraph.start, phrase.paragraph.doc
    quoted, pronoun = scene.quoted, pronouns()[low]
    if _named_subjects(scene, (base + phrase.head.sent.start_char, phrase.span[0]), pronoun):
        return None  # "X had thought so, as he told the panel"
    for sentence in reversed([sent for sent in doc.sents if sent.end <= phrase.head.sent.start]):
        root = sentence.root
        opens = doc[sentence.start].text in ('"', "“", "«") and '"' not in sentence.text[1:-1] and "”" not in sentence.text[:-1]
        if opens or quoted((base + root.idx, base + root.idx + len(root))):
            continue
        subjects = [token for verb in (root, *root.conjuncts) for token in verb.children if token.dep_ in ("nsubj", "nsubjpass")]
        subjects = [token for token in subjects if not quoted((base + token.idx, base + token.idx + len(token)))]
        if phrase.head.head.lower_ in _REPLIED and (asked := _addressee(root)):
            subjects = asked  # "Her counsel asked Strand whether … “No,” he replied"
        if len(subjects) != 1 or subjects[0].pos_ == "PRON" or any(True for _ in subjects[0].conjuncts):
            return None
        owner = _possessor(subjects[0]) if pronoun.number == "body" else None
        start, end = (owner or subjects[0]).left_edge, (owner or subjects[0]).right_edge
        inner = phrase_at(scene.parsed, phrase.paragraph, (base + start.idx, base + end.idx + len(end)))
        found = resolve(inner)[0] if inner is not None else ()
        if len(found) != 1:
            return None
        if pronoun.number == "body":
            noun = singular(inner.head.lower_) if inner is not None else ""
            text = low == "it" and found[0].kind == "unnamed" and noun in documents()
            body = found[0] in scene.cast or noun in collectives()
            others = [t for t in doc[end.i + 1 : sentence.end] if t.text in collectives() or singular(t.text) in documents()]
            if _may_be_body(found[0]) and not others:
                found[0].kind = "organization"  # "Norte Metals rejected the figure. It said …"
            return found[0] if text or (body and fits(found[0], pronoun)) else None
        if inner is not None and _may_be_person(scene, found[0], inner.span):
            found[0].kind = "person"  # "Sinn Féin's Pearse Doherty called it a bribe. He said …"
        named = inner is not None and any(o.entity.kind == "person" for o in scene.cast.within(inner.span))
        human = subjects[0].lower_ in roles() or (inner is not None and is_somebody(inner))
        described = found[0].kind == "unnamed" and not named and human  # "A doctor said no. He …"
        if not (found[0].kind == "person" or described) or not fits(found[0], pronoun):
            return None
        # Whom the sentence only speaks of is less likely: "Watanabe said that Penhale was harsh. “I cried,” he said"
        said = next((child.left_edge.idx for child in root.children if child.dep_ == "ccomp" and child.i > root.i), sentence.end_char)
        likelier = _named_subjects(scene, (base + sentence.start_char, base + said), pronoun)
        return found[0] if found[0].gender or not any(other.gender for other in likelier) else None
    return None


def _addressee(verb: Token) -> list[Token]:
    """To whom something is said: "asked [Strand] whether", "suggested to [Strand] that"."""
    if verb.lower_ in _ASK:
        return [token for token in verb.children if token.dep_ in ("dobj", "dative") and token.pos_ == "PROPN"]
    to = [token for token in verb.children if token.lower_ == "to" and token.dep_ in ("prep", "dative")]
    return (
        [token for link in to for token in link.children if token.dep_ == "pobj" and token.pos_ == "PROPN"] if verb.lower_ in _PUT else []
    )


def _possessor(subject: Token) -> Token | None:
    """Whose what a subject names is, where that can be no "it" that speaks: "[the airport]'s version", "[Halden]'s lawyer"."""
    named = any(token.dep_ == "appos" for token in subject.children)  # "the dam's owner, Halden"
    if named or singular(subject.lower_) in documents() or singular(subject.lower_) in collectives():
        return None
    return next((token for token in subject.children if token.dep_ == "poss" and token.pos_ in ("NOUN", "PROPN")), None)


def _may_be_body(entity: Entity) -> bool:
    """Whether one taken for a person has nothing of one: no gender, given name or role that only people have."""
    human = entity.gender or entity.titles or entity.name.split(" ")[0] in given_names()
    return entity.kind == "person" and not human and all(head in BODIES_TOO for _, head, _ in entity.roles)


def _may_be_person(scene: Scene, entity: Entity, span: Span) -> bool:
    """Whether one whom the parser alone takes for a body is named in two words as somebody's: "Ford's Jim Farley"."""
    mention = next((o.mention for o in scene.cast.within(span) if o.entity is entity), None)
    return mention is not None and mention.unsure and mention.affiliation != "" and mention.name.count(" ") == 1


def _named_subjects(scene: Scene, span: Span, pronoun: Pronoun) -> list[Entity]:
    """The persons a pronoun can stand for who are named in a span as subjects, outside quotations."""
    return [
        o.entity
        for o in scene.cast.within(span)
        if o.entity.kind == "person"
        and fits(o.entity, pronoun)
        and not o.mention.possessive
        and scene.is_subject(o, itself=True)
        and not scene.quoted(o.mention.span)
    ]


def by_relative(scene: Scene, phrase: Phrase, resolve: Resolve) -> Found:
    """ "who", "which", "many of whom": the noun phrase that the relative clause belongs to."""
    token = phrase.head
    noun = None
    for token in (phrase.head, *phrase.head.ancestors):
        if token.dep_ == "relcl":
            noun = token.head
            break
    if noun is None:
        before = [t for t in phrase.paragraph.doc[: phrase.head.i] if t.pos_ in ("NOUN", "PROPN")]
        noun = before[-1] if before else None
    if noun is None:
        return (Entity("", "unnamed"),), "relative without antecedent", 0.3
    nearest = _nearest_noun(phrase)
    relative = phrase.head.lower_
    # "ignored six warnings, drawing an answer from his widow, who said"
    person = relative == "who" and nearest is not None and singular(nearest.lower_) in roles()
    other = noun.pos_ != "PROPN" and singular(noun.lower_) not in roles()
    if nearest is not None and nearest.i > noun.i and (relative == "which" or (person and other)):
        noun = nearest
    base = phrase.paragraph.start
    for occurrence in scene.cast.within((base + noun.left_edge.idx, phrase.span[0])):
        if occurrence.mention.span[0] <= base + noun.idx < occurrence.mention.span[1]:
            return (occurrence.entity,), "relative: name", 0.85
    end = max((t for t in noun.subtree if t.i < phrase.head.i and t.i >= noun.i and not t.is_punct), key=lambda t: t.i, default=noun)
    start = noun.left_edge
    if any(t.pos_ == "VERB" for t in phrase.paragraph.doc[noun.i + 1 : end.i + 1]):
        end = noun
    inner = phrase_at(scene.parsed, phrase.paragraph, (base + start.idx, base + end.idx + len(end)))
    if inner is None or inner.text.lower() in pronouns() or inner.span == phrase.span:
        return (Entity("", "unnamed"),), "relative without antecedent", 0.3
    entities, rule, confidence = resolve(inner)
    return entities, f"relative: {rule}", confidence * 0.9


def _nearest_noun(phrase: Phrase) -> Token | None:
    """The noun right before a relative pronoun, a comma aside."""
    index = phrase.head.i - 1
    doc = phrase.paragraph.doc
    while index >= 0 and (doc[index].is_punct or doc[index].pos_ == "ADP"):
        index -= 1
    return doc[index] if index >= 0 and doc[index].pos_ in ("NOUN", "PROPN") else None
