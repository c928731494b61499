"""Who each speaker is: names, roles, bodies, documents and pronouns are traced to the entities of the cast."""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from timeline.actors.appositions import (
    body_in_apposition,
    heads,
    is_complement,
    is_firm_called,
    names_the_served,
    person_in_apposition,
    person_in_front,
)
from timeline.actors.bodies import learn_employers
from timeline.actors.cast import Cast
from timeline.actors.describe import affiliation_in
from timeline.actors.documents import by_body, by_document
from timeline.actors.entity import Entity, Occurrence
from timeline.actors.people import by_role, role_phrase, several_again
from timeline.actors.pronouns import Earlier, Pronoun, fits, pronouns
from timeline.actors.roles import parse_role, roles, stands_for
from timeline.actors.scene import POSSESSIVE_PRONOUNS, QUANTIFIERS, Found, Scene
from timeline.actors.speakers import Phrase, phrase_at, phrases
from timeline.actors.words import Word, collectives, country_names, documents, parties, places, singular, split_words
from timeline.attribution import Attribution
from timeline.language import Parsed
from timeline.spans import Span, text_of

# Nouns for bodies that speak for the country whose they are
_PUBLIC = frozenset("regulator watchdog inspectorate".split())
# Who speaks for the body of the sentence before: "Halden denied it. “Never,” spokeswoman X said."
_VOICES = frozenset(
    "chief executive|ceo|chairman|chairwoman|spokesman|spokeswoman|spokesperson|chief financial officer|chief operating officer|"
    "chief medical officer|managing director|sporting director|executive director|medical director|general secretary|"
    "press officer".split("|")
)
_REPLIED = frozenset("replied replies answered answers responded responds".split())
_OWNED = (",", "'s", "’s", "s'", "s’")


class Resolver:
    """One article's attributions being given their speakers, in the order of the text."""

    def __init__(self, parsed: Parsed, cast: Cast, attributions: Sequence[Attribution]) -> None:
        self.scene = Scene(parsed, cast, attributions)
        learn_employers(cast, self.scene.lede_end)
        self.done: dict[int, list[Found]] = {}

    def speakers(self, index: int) -> list[Found]:
        """The speakers of one attribution with rule and confidence; computed once."""
        if index not in self.done:
            self.done[index] = []  # stops a circle of quotations within each other
            attribution = self.scene.attributions[index]
            found, passing = [], []
            for phrase in phrases(self.scene.parsed, self.scene.cast, attribution.speaker_spans):
                found.append(self.resolve(phrase, index))
                passing.append(Earlier(phrase.span[0], found[-1][0]))
                self.scene.remember(passing[-1])  # for "X and his aides"
            for statement in passing:
                self.scene.forget(statement)
            self.done[index] = [item for item in found if item[0]]
            entities = tuple(entity for item in self.done[index] for entity in item[0])
            if entities:
                spans = attribution.speaker_spans
                self.scene.remember(Earlier(spans[0][0], entities, text_of(self.scene.text, spans)))
        return self.done[index]

    def resolve(self, phrase: Phrase, index: int) -> Found:
        """Who a noun phrase is."""
        if phrase.text in ("Q", "A") and self.scene.text[phrase.span[1] : phrase.span[1] + 1] == ":":
            return self._interviewed(phrase)
        low = re.sub(r"['’](?:s|ve|re|d|ll|m)$", "", phrase.text.lower())
        if low in pronouns():
            return self._pronoun(phrase, low, index)
        if phrase.head.lower_ in ("whom", "which", "who") or re.search(r"\b(?:of whom|of which)$", low):
            return self._relative(phrase, index)
        names = self.scene.cast.within(phrase.span)
        named = self._name(phrase, names)
        if named is not None and named.plural and phrase.text.split()[0].lower() in QUANTIFIERS:
            named = None  # "some Democrats" are not the Democrats
        if named is not None and named.name in parties() and named.name.lower() in roles():
            named = None  # "the Democrat", "a Republican from Ohio"
        words = split_words(phrase.text, phrase.span[0])
        if named is not None:
            role = parse_role(words, 0, len(words)) if words and words[0].lower in POSSESSIVE_PRONOUNS and not named.affiliations else None
            if role is not None and any(head == role.head for _, head, _ in named.roles):
                owner = self.scene.owner(words)  # "its spokeswoman X"
                if owner is not None and owner is not named and roles()[role.head].domain != "family":
                    named.affiliations.append(owner.name if owner.kind == "person" else stands_for(owner.name))
            self._learn_voice(phrase, names, named)
            return (named,), "name", 0.95
        if not words:
            return (self.scene.describe(phrase),), "description", 0.3
        head = _head_word(words, phrase)
        noun = singular(head.lower) if head else ""
        person = person_in_front(self.scene, phrase)
        if person is not None:
            return (person,), "apposition to a name", 0.85
        behind = person_in_apposition(self.scene, phrase, names)
        if behind is not None:
            held = role_phrase(words, phrase)
            if held is not None and not behind.roles and held.head.title() not in parties():
                behind.roles.append((held.text, held.head, held.affiliation))
            return (behind,), "name in apposition", 0.85
        body = body_in_apposition(self.scene, phrase, names)
        if body is not None:
            body.roles.append((noun, noun, ""))
            if noun in _PUBLIC or (noun in collectives() and collectives()[noun][0] in ("state", "police", "military", "legislature")):
                body.affiliations += [country for country in (affiliation_in(words),) if country in country_names()]
            return (body,), "name in apposition", 0.85
        if noun in documents():
            return by_document(self.scene, phrase, names, words, noun)
        together = several_again(self.scene, words, noun)
        if together is not None:
            return together
        role = role_phrase(words, phrase)
        if role is not None:
            return by_role(self.scene, phrase, role, words, index)
        if noun in collectives() and (head is None or head.lower == noun or phrase.head.tag_ not in ("NNS", "NNPS")):
            return by_body(self.scene, phrase, names, words, noun)
        if names and head and head.capital and words[0].capital and names[0].mention.full[0] <= words[0].start:
            return (names[0].entity,), "name inside", 0.7
        owner = self.scene.owner(words) if words and words[0].lower in POSSESSIVE_PRONOUNS else None
        return (self.scene.describe(phrase, owner),), "description", 0.6

    def _interviewed(self, phrase: Phrase) -> Found:
        """ "Q:" asks; "A:" is who alone has spoken, or is alone named, before the first question."""
        if phrase.text == "Q":
            return (self.scene.called("interviewer", phrase),), "label", 0.9
        first = self.scene.text.find("\nQ:")
        before = first if first >= 0 else phrase.span[0]
        spoken = {id(e): e for s in self.scene.heard(before) for e in s.entities if e.kind == "person"}
        named = {id(o.entity): o.entity for o in self.scene.cast.before(before) if o.entity.kind == "person"}
        for people in (spoken, named):
            if len(people) == 1:
                return tuple(people.values()), "label of an interview", 0.85
        return (self.scene.called("interviewee", phrase),), "label", 0.6

    # --- names

    def _name(self, phrase: Phrase, names: Sequence[Occurrence]) -> Entity | None:
        """The entity whose name, title or apposition holds the phrase's head noun."""
        at = phrase.paragraph.start + phrase.head.idx
        bare = re.sub(r"^(?:the|The)\s+|['’]s?$", "", phrase.text)
        for occurrence in names:
            mention = occurrence.mention
            adjective = mention.name in places() and places()[mention.name].adjective and occurrence.entity.name not in places()
            if self.scene.text[slice(*mention.span)].rstrip("'’s") == bare.rstrip("'’s") and not adjective:
                return self._bearer(occurrence)
        for occurrence in names:
            mention, (start, end) = occurrence.mention, occurrence.mention.full
            whole = start <= phrase.span[0] and end >= phrase.span[1] and mention.full != mention.span
            if whole and occurrence.entity.kind == "person" and not mention.possessive:
                return occurrence.entity
        if bare[:1].isupper() and " " not in bare and (known := self.scene.cast.named(bare)) is not None and known.kind == "person":
            return known  # "Backer", a surname that is a role noun too
        last = names[-1] if names and not heads(names[0], phrase, at) else None
        ends = last is not None and last.mention.span[1] >= phrase.span[1] and not last.mention.possessive
        behind = phrase.paragraph.start + phrase.head.idx + len(phrase.head)
        between, comma, rest = self.scene.text[behind : last.mention.span[0]].partition(",") if last is not None else ("", "", "")
        if last is not None and comma and not rest.strip() and names_the_served(self.scene, between, last):
            return None  # "a spokesman for the mayor, Ann Cole"
        if last is not None and ends and is_firm_called(self.scene, phrase, last, at):
            return last.entity
        if (
            last is not None
            and ends
            and not is_complement(self.scene, phrase, last)
            and (last.entity.kind == "person" or last.mention.unsure)
        ):
            lead = self.scene.text[phrase.span[0] : last.mention.span[0]].rstrip()
            if (
                lead.endswith(_OWNED if last.entity.kind == "person" else _OWNED[1:])
                or lead.endswith((" called", " named"))
                or singular(lead.rpartition(" ")[2].lower()) in roles()
            ):
                return last.entity  # "The party's nominee, Trump", "Fox News' Bret Baier", "a widow called Venkamma"
        for occurrence in names:
            other = re.search(r"([\w-]+) and $", self.scene.text[phrase.span[0] : occurrence.mention.full[0]])
            if other and occurrence.entity.kind == "person" and not occurrence.mention.possessive and other[1].lower() in roles():
                return occurrence.entity  # "Former prosecutor and New York Mayor X, who …"
        for occurrence in names:
            mention = occurrence.mention
            if mention.span[0] <= at < mention.span[1] and not (mention.possessive and mention.span[1] < phrase.span[1]):
                return self._bearer(occurrence)
        for occurrence in names:
            mention = occurrence.mention
            if mention.full[0] <= at < mention.full[1] and occurrence.entity.kind == "person" and mention.full != mention.span:
                return occurrence.entity
        return None

    def _learn_voice(self, phrase: Phrase, names: Sequence[Occurrence], named: Entity) -> None:
        """A spokesman without a body speaks for the one that spoke right before in the paragraph."""
        own = [o.mention for o in names if o.entity is named and not o.mention.owner and not o.mention.affiliation]
        if named.affiliations or not {role for mention in own for role in (mention.head, mention.role)} & _VOICES:
            return
        for statement in self.scene.heard(phrase.span[0])[-1:]:
            [*speakers] = statement.entities
            if len(speakers) == 1 and speakers[0].kind == "organization" and statement.offset >= phrase.paragraph.start:
                named.affiliations.append(stands_for(speakers[0].name))

    def _bearer(self, occurrence: Occurrence) -> Entity:
        """Who is meant by a surname that two bear: the one named first, but who has just spoken if that one has said nothing yet."""
        mention, entity = occurrence.mention, occurrence.entity
        if " " in mention.name or mention.full != mention.span or entity.kind != "person":
            return entity
        heard = self.scene.heard(mention.span[0])
        if not heard or any(entity is speaker for statement in heard for speaker in statement.entities):
            return entity
        others = [other for other in self.scene.cast.bearers(mention.name) if any(other is speaker for speaker in heard[-1].entities)]
        return others[0] if len(others) == 1 else entity

    # --- pronouns

    def _pronoun(self, phrase: Phrase, low: str, index: int) -> Found:
        pronoun = pronouns()[low]
        if pronoun.number == "relative":
            return self._relative(phrase, index)
        if pronoun.number in ("self", "selves"):
            return self._first_person(phrase, index)
        subject = self._subject_before(phrase, low) if pronoun.number in ("one", "body") else None
        text = subject is not None and singular(subject.head.lower_) in documents()
        if subject is not None and text == (pronoun.number == "body"):
            found, _, confidence = self.resolve(subject, index)
            author = text and bool(found) and found[0].kind != "unnamed"  # "Horn's brief was mocked for its claim"
            if author or (len(found) == 1 and fits(found[0], pronoun) and (found[0].kind == "person" or found[0].roles)):
                return found, f"pronoun: {low}, the sentence's subject", confidence * 0.9
        before = self._subject_of_sentence_before(phrase, low, index) if pronoun.number == "one" or low == "it" else None
        if before is not None:
            return (before,), f"pronoun: {low}, subject of the sentence before", 0.75
        found, confidence = self.scene.antecedent(low, phrase.span[0])
        if found:
            return found, f"pronoun: {low}", confidence
        return (Entity("", "unnamed"),), f"pronoun without antecedent: {low}", 0.3

    def _subject_before(self, phrase: Phrase, low: str) -> Phrase | None:
        """The subject of the sentence before a pronoun in it, if it is a pronoun or a common noun: "If the president does … his threat".

        Names are left to the scores of all antecedents.
        """
        doc, pronoun = phrase.paragraph.doc, phrase.head
        for token in doc[pronoun.sent.start : pronoun.i]:
            if (
                token.dep_ in ("nsubj", "nsubjpass")
                and token.pos_ in ("NOUN", "PRON")
                and token.lower_ not in ("who", "which", "that", "what")
            ):
                base = phrase.paragraph.start
                if token.pos_ == "PRON" and token.lower_ not in ("he", "she"):
                    continue
                noun = singular(token.lower_)
                if token.pos_ == "NOUN" and (noun != token.lower_ or token.left_edge.lower_ in ("a", "an")):
                    continue
                if noun in collectives() and low in ("he", "she"):
                    continue  # "The company had known for weeks, she said"
                span = (base + token.left_edge.idx, base + token.idx + len(token))
                if not self.scene.quoted(span):
                    return phrase_at(self.scene.parsed, phrase.paragraph, span)
        return None

    def _subject_of_sentence_before(self, phrase: Phrase, low: str, index: int) -> Entity | None:
        """Who acts in the sentence before a pronoun's, quotations aside: "Abrams said no. Tolliver laughed. “…,” she said"."""
        base, doc = phrase.paragraph.start, phrase.paragraph.doc
        quoted, pronoun = self.scene.quoted, pronouns()[low]
        if self._named_subjects((base + phrase.head.sent.start_char, phrase.span[0]), pronoun):
            return None  # "X had thought so, as he told the panel"
        for sentence in reversed([sent for sent in doc.sents if sent.end <= phrase.head.sent.start]):
            root = sentence.root
            opens = doc[sentence.start].text in ('"', "“", "«") and '"' not in sentence.text[1:-1] and "”" not in sentence.text[:-1]
            if opens or quoted((base + root.idx, base + root.idx + len(root))):
                continue
            subjects = [token for verb in (root, *root.conjuncts) for token in verb.children if token.dep_ in ("nsubj", "nsubjpass")]
            subjects = [token for token in subjects if not quoted((base + token.idx, base + token.idx + len(token)))]
            asked = [token for token in root.children if token.dep_ in ("dobj", "dative")] if root.lower_ in ("asked", "asks") else []
            if asked and phrase.head.head.lower_ in _REPLIED:
                subjects = asked  # "Her counsel asked Strand whether … “No,” he replied"
            if len(subjects) != 1 or subjects[0].pos_ == "PRON" or any(True for _ in subjects[0].conjuncts):
                return None
            start, end = subjects[0].left_edge, subjects[0].right_edge
            inner = phrase_at(self.scene.parsed, phrase.paragraph, (base + start.idx, base + end.idx + len(end)))
            found = self.resolve(inner, index)[0] if inner is not None else ()
            if len(found) != 1:
                return None
            if low == "it":
                text = inner is not None and found[0].kind == "unnamed" and singular(inner.head.lower_) in documents()
                return found[0] if text or (found[0] in self.scene.cast and fits(found[0], pronoun)) else None
            if found[0].kind != "person" or not fits(found[0], pronoun):
                return None
            likelier = self._named_subjects((base + sentence.start_char, base + sentence.end_char), pronoun)
            return found[0] if found[0].gender or not any(other.gender for other in likelier) else None
        return None

    def _named_subjects(self, span: Span, pronoun: Pronoun) -> list[Entity]:
        """The persons a pronoun can stand for who are named in a span as subjects, outside quotations."""
        return [
            o.entity
            for o in self.scene.cast.within(span)
            if o.entity.kind == "person"
            and fits(o.entity, pronoun)
            and not o.mention.possessive
            and self.scene.is_subject(o, itself=True)
            and not self.scene.quoted(o.mention.span)
        ]

    def _first_person(self, phrase: Phrase, index: int) -> Found:
        """ "I" and "we" are the speaker of the quotation around them, else the speaker before."""
        for other in self.scene.contents_around(phrase.span):
            around = self.speakers(other) if other != index else []
            if around:
                return tuple(entity for item in around for entity in item[0]), "speaker of the quotation", 0.8
        before = self.scene.text[phrase.paragraph.start : phrase.span[0]]
        if len(re.findall(r"[“\"]", before)) > len(re.findall(r"”", before)) + before.count('"') // 2:
            for statement in reversed(self.scene.heard(phrase.span[0])):
                if all(entity.kind != "unnamed" or entity.gender != "n" for entity in statement.entities):
                    return statement.entities, "first person in a quotation", 0.6
        return (Entity("", "unnamed"),), "the author's own voice", 0.5

    def _relative(self, phrase: Phrase, index: int) -> Found:
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
        for occurrence in self.scene.cast.within((base + noun.left_edge.idx, phrase.span[0])):
            if occurrence.mention.span[0] <= base + noun.idx < occurrence.mention.span[1]:
                return (occurrence.entity,), "relative: name", 0.85
        end = max((t for t in noun.subtree if t.i < phrase.head.i and t.i >= noun.i and not t.is_punct), key=lambda t: t.i, default=noun)
        start = noun.left_edge
        if any(t.pos_ == "VERB" for t in phrase.paragraph.doc[noun.i + 1 : end.i + 1]):
            end = noun
        inner = phrase_at(self.scene.parsed, phrase.paragraph, (base + start.idx, base + end.idx + len(end)))
        if inner is None or inner.text.lower() in pronouns() or inner.span == phrase.span:
            return (Entity("", "unnamed"),), "relative without antecedent", 0.3
        entities, rule, confidence = self.resolve(inner, index)
        return entities, f"relative: {rule}", confidence * 0.9


def _head_word(words: Sequence[Word], phrase: Phrase) -> Word | None:
    at = phrase.paragraph.start + phrase.head.idx
    return next((word for word in words if word.start <= at < word.end), words[-1] if words else None)


def _nearest_noun(phrase: Phrase) -> Token | None:
    """The noun right before a relative pronoun, a comma aside."""
    index = phrase.head.i - 1
    doc = phrase.paragraph.doc
    while index >= 0 and (doc[index].is_punct or doc[index].pos_ == "ADP"):
        index -= 1
    return doc[index] if index >= 0 and doc[index].pos_ in ("NOUN", "PROPN") else None
