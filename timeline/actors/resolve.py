"""Who each speaker is: names, roles, bodies, documents and pronouns are traced to the entities of the cast."""

import re
from collections.abc import Sequence

from timeline.actors.appositions import body_in_apposition, person_in_apposition, person_in_front
from timeline.actors.bodies import learn_employers
from timeline.actors.cast import Cast
from timeline.actors.describe import affiliation_in
from timeline.actors.documents import by_body, by_document
from timeline.actors.entity import Entity
from timeline.actors.named import learn_office, learn_voice, named_by
from timeline.actors.people import by_nationality, by_role, role_phrase, several_again
from timeline.actors.pronouns import Earlier, pronouns
from timeline.actors.referring import by_possessive, by_pronoun, by_relative
from timeline.actors.roles import parse_role, roles, stands_for
from timeline.actors.scene import POSSESSIVE_PRONOUNS, QUANTIFIERS, Found, Scene
from timeline.actors.speakers import Phrase, is_somebody, phrases
from timeline.actors.words import Word, collectives, country_names, documents, parties, singular, split_words
from timeline.attribution import Attribution
from timeline.language import Parsed
from timeline.spans import text_of

# Nouns for bodies that speak for the country whose they are
_PUBLIC = frozenset("regulator watchdog inspectorate".split())


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
        pronoun = pronouns().get(low)
        if pronoun is not None and pronoun.number in ("self", "selves"):
            return self._first_person(phrase, index)
        if pronoun is not None and pronoun.number != "relative":
            return by_pronoun(self.scene, phrase, low, lambda other: self.resolve(other, index))
        if pronoun is not None or phrase.head.lower_ in ("whom", "which", "who") or re.search(r"\b(?:of whom|of which)$", low):
            return by_relative(self.scene, phrase, lambda other: self.resolve(other, index))
        names = self.scene.cast.within(phrase.span)
        named = named_by(self.scene, phrase, names)
        if named is not None and named.plural and phrase.text.split()[0].lower() in QUANTIFIERS:
            named = None  # "some Democrats" are not the Democrats
        if named is not None and named.name in parties() and named.name.lower() in roles():
            named = None  # "the Democrat", "a Republican from Ohio"
        words = split_words(phrase.text, phrase.span[0])
        national = by_nationality(self.scene, phrase, words)
        if national is not None:
            return national
        owner = None
        if words and words[0].lower in POSSESSIVE_PRONOUNS:
            owner = by_possessive(self.scene, phrase, words[0], lambda other: self.resolve(other, index))
        if named is not None:
            role = parse_role(words, 0, len(words)) if words and words[0].lower in POSSESSIVE_PRONOUNS and not named.affiliations else None
            own = role is not None and any(head == role.head for _, head, _ in named.roles)  # "its spokeswoman X"
            if role is not None and own and owner is not None and owner is not named and roles()[role.head].domain != "family":
                named.affiliations.append(owner.name if owner.kind == "person" else stands_for(owner.name))
            learn_voice(self.scene, phrase, names, named)
            learn_office(phrase, named, owner)
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
            return by_document(self.scene, phrase, names, words, noun, owner)
        together = several_again(self.scene, words, noun)
        if together is not None:
            return together
        role = role_phrase(words, phrase)
        if role is not None:
            return by_role(self.scene, phrase, role, words, index, owner)
        if (
            noun in collectives()
            and not is_somebody(phrase)
            and (head is None or head.lower == noun or phrase.head.tag_ not in ("NNS", "NNPS"))
        ):
            return by_body(self.scene, phrase, names, words, noun, owner)
        if names and head and head.capital and words[0].capital and names[0].mention.full[0] <= words[0].start:
            return (names[0].entity,), "name inside", 0.7
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


def _head_word(words: Sequence[Word], phrase: Phrase) -> Word | None:
    at = phrase.paragraph.start + phrase.head.idx
    return next((word for word in words if word.start <= at < word.end), words[-1] if words else None)
