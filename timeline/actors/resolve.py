"""Who each speaker is: names, roles, bodies, documents and pronouns are traced to the entities of the cast."""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from timeline.actors.bodies import find_body
from timeline.actors.cast import Cast, Entity, Occurrence
from timeline.actors.describe import affiliation_in, describe, is_document
from timeline.actors.pronouns import Earlier, antecedent, fits, pronouns
from timeline.actors.roles import RolePhrase, may_mean, parse_role, role_at, roles, stands_for
from timeline.actors.speakers import Phrase, phrase_at, phrases
from timeline.actors.tokens import tokens_at
from timeline.actors.words import (
    DETERMINERS,
    Word,
    collectives,
    country_names,
    documents,
    parties,
    places,
    singular,
    split_words,
    state_names,
)
from timeline.attribution import Attribution
from timeline.language import Parsed
from timeline.spans import Span, inside, overlap

Found = tuple[tuple[Entity, ...], str, float]
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
# Words for a person that say too little to be looked up by themselves.
_GENERIC = frozenset("official man woman politician lawmaker candidate nominee leader speaker author expert analyst lawyer".split())


class Resolver:
    """One article's attributions being given their speakers, in the order of the text."""

    def __init__(self, parsed: Parsed, cast: Cast, attributions: Sequence[Attribution]) -> None:
        self.parsed, self.cast, self.attributions = parsed, cast, attributions
        self.text = parsed.article.text
        self.earlier: list[Earlier] = []
        self.quoted = [span for a in attributions if a.quotation == "direct" for span in a.content_spans]
        self.done: dict[int, list[Found]] = {}
        self.described: list[tuple[int, Entity]] = []
        opening = [p for p in parsed.paragraphs if p.kind in ("headline", "standfirst", "body")]
        self.lede_end = opening[min(2, len(opening) - 1)].end if opening else 0

    def speakers(self, index: int) -> list[Found]:
        """The speakers of one attribution with rule and confidence; computed once."""
        if index not in self.done:
            self.done[index] = []  # stops a circle of quotations within each other
            attribution = self.attributions[index]
            found = [self.resolve(phrase, index) for phrase in phrases(self.parsed, self.cast, attribution.speaker_spans)]
            self.done[index] = [item for item in found if item[0]]
            entities = tuple(entity for item in self.done[index] for entity in item[0])
            if entities:
                self.earlier.append(Earlier(attribution.speaker_spans[0][0], entities))
        return self.done[index]

    def resolve(self, phrase: Phrase, index: int) -> Found:
        """Who a noun phrase is."""
        low = re.sub(r"['’](?:s|ve|re|d|ll|m)$", "", phrase.text.lower())
        if low in pronouns():
            return self._pronoun(phrase, low, index)
        if phrase.head.lower_ in ("whom", "which", "who") or re.search(r"\b(?:of whom|of which)$", low):
            return self._relative(phrase, index)
        names = self.cast.within(phrase.span)
        named = self._name(phrase, names)
        if named is not None:
            return (named,), "name", 0.95
        words = split_words(phrase.text, phrase.span[0])
        head = self._head_word(words, phrase)
        noun = singular(head.lower) if head else ""
        if noun in documents():
            return self._document(phrase, names, words, noun, index)
        role = self._role_phrase(words, phrase)
        if role is not None:
            return self._role(phrase, role, words, index)
        if noun in collectives() and (head is None or head.lower == noun or phrase.head.tag_ not in ("NNS", "NNPS")):
            return self._body(phrase, names, words, noun, index)
        if names and head and head.capital and words[0].capital and names[0].mention.full[0] <= words[0].start:
            return (names[0].entity,), "name inside", 0.7
        return (self._describe(phrase, index),), "description", 0.6

    # --- names

    def _name(self, phrase: Phrase, names: Sequence[Occurrence]) -> Entity | None:
        """The entity whose name, title or apposition holds the phrase's head noun."""
        at = phrase.paragraph.start + phrase.head.idx
        bare = re.sub(r"^(?:the|The)\s+|['’]s?$", "", phrase.text)
        for occurrence in names:
            mention = occurrence.mention
            adjective = mention.name in places() and places()[mention.name].adjective and occurrence.entity.name not in places()
            if self.text[slice(*mention.span)].rstrip("'’s") == bare.rstrip("'’s") and not adjective:
                return occurrence.entity
        last = names[-1] if names else None
        if last is not None and last.entity.kind == "person" and last.mention.span[1] >= phrase.span[1] and not last.mention.possessive:
            if self.text[phrase.span[0] : last.mention.span[0]].rstrip().endswith((",", "'s", "’s", "s'", "s’")):
                return last.entity  # "The party's nominee, Trump", "Fox News' Bret Baier"
        for occurrence in names:
            mention = occurrence.mention
            if mention.span[0] <= at < mention.span[1] and not (mention.possessive and mention.span[1] < phrase.span[1]):
                return occurrence.entity
        for occurrence in names:
            mention = occurrence.mention
            if mention.full[0] <= at < mention.full[1] and occurrence.entity.kind == "person" and mention.full != mention.span:
                return occurrence.entity
        return None

    # --- pronouns

    def _pronoun(self, phrase: Phrase, low: str, index: int) -> Found:
        pronoun = pronouns()[low]
        if pronoun.number == "relative":
            return self._relative(phrase, index)
        if pronoun.number in ("self", "selves"):
            return self._first_person(phrase, index)
        subject = self._subject_before(phrase) if pronoun.number == "one" else None
        if subject is not None:
            found, rule, confidence = self.resolve(subject, index)
            if len(found) == 1 and fits(found[0], pronoun) and (found[0].kind == "person" or found[0].roles):
                return found, f"pronoun: {low}, the sentence's subject", confidence * 0.9
        found, confidence = antecedent(
            self.parsed, self.cast, phrase.span[0], pronoun, self._heard(phrase.span[0]), self.quoted, self.is_subject
        )
        if found:
            return found, f"pronoun: {low}", confidence
        return (Entity("", "unnamed"),), f"pronoun without antecedent: {low}", 0.3

    def _subject_before(self, phrase: Phrase) -> Phrase | None:
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
                if token.pos_ == "NOUN" and singular(token.lower_) != token.lower_:
                    continue
                span = (base + token.left_edge.idx, base + token.idx + len(token))
                if not inside(span, self.quoted):
                    return phrase_at(self.parsed, phrase.paragraph, span)
        return None

    def _heard(self, offset: int) -> list[Earlier]:
        """The statements before an offset, and the described speakers among them."""
        return sorted((e for e in self.earlier if e.offset < offset), key=lambda e: e.offset)

    def is_subject(self, occurrence: Occurrence) -> bool:
        """Whether a mention is a clause's subject."""
        paragraph = self.cast.paragraph_at(occurrence.mention.span[0])
        if paragraph is None:
            return False
        start, end = occurrence.mention.full
        tokens = tokens_at(paragraph.doc, start - paragraph.start, end - paragraph.start)
        return len(tokens) > 0 and tokens.root.dep_ in _SUBJECTS

    def _first_person(self, phrase: Phrase, index: int) -> Found:
        """ "I" and "we" are the speaker of the quotation around them, else the speaker before."""
        for other, attribution in enumerate(self.attributions):
            if other != index and any(overlap(phrase.span, span) for span in attribution.content_spans):
                around = self.speakers(other)
                if around:
                    return tuple(entity for item in around for entity in item[0]), "speaker of the quotation", 0.8
        before = self.text[phrase.paragraph.start : phrase.span[0]]
        if len(re.findall(r"[“\"]", before)) > len(re.findall(r"”", before)) + before.count('"') // 2:
            for statement in reversed(self._heard(phrase.span[0])):
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
        if nearest is not None and nearest.i > noun.i and phrase.head.lower_ == "which":
            noun = nearest
        base = phrase.paragraph.start
        for occurrence in self.cast.within((base + noun.left_edge.idx, phrase.span[0])):
            if occurrence.mention.span[0] <= base + noun.idx < occurrence.mention.span[1]:
                return (occurrence.entity,), "relative: name", 0.85
        end = max((t for t in noun.subtree if t.i < phrase.head.i and t.i >= noun.i and not t.is_punct), key=lambda t: t.i, default=noun)
        start = noun.left_edge
        if any(t.pos_ == "VERB" for t in phrase.paragraph.doc[noun.i + 1 : end.i + 1]):
            end = noun
        inner = phrase_at(self.parsed, phrase.paragraph, (base + start.idx, base + end.idx + len(end)))
        if inner is None or inner.text.lower() in pronouns() or inner.span == phrase.span:
            return (Entity("", "unnamed"),), "relative without antecedent", 0.3
        entities, rule, confidence = self.resolve(inner, index)
        return entities, f"relative: {rule}", confidence * 0.9

    # --- roles

    def _head_word(self, words: Sequence[Word], phrase: Phrase) -> Word | None:
        at = phrase.paragraph.start + phrase.head.idx
        return next((word for word in words if word.start <= at < word.end), words[-1] if words else None)

    def _role_phrase(self, words: list[Word], phrase: Phrase) -> RolePhrase | None:
        """The role that the phrase's head noun is."""
        role = parse_role(words, 0, len(words))
        if role is None:
            return None
        at = phrase.paragraph.start + phrase.head.idx
        reach = next((position for position, word in enumerate(words) if role_at(words, position)[0] and word.start <= at < word.end), None)
        in_reach = words[role.start].start <= at < words[min(role.end, len(words)) - 1].end
        return role if reach is not None or in_reach else None

    def _owner(self, words: Sequence[Word], role: RolePhrase, index: int) -> Entity | None:
        """Whose role it is: "his attorney", "Pagliano's lawyer"."""
        if words and words[0].lower in ("his", "her", "its", "their"):
            found, _ = antecedent(
                self.parsed,
                self.cast,
                words[0].start,
                pronouns()[words[0].lower],
                self._heard(words[0].start),
                self.quoted,
                self.is_subject,
            )
            return found[0] if found else None
        return self.cast.named(role.owner) if role.owner else None

    def _role(self, phrase: Phrase, role: RolePhrase, words: list[Word], index: int) -> Found:
        owner = self._owner(words, role, index)
        determiner = words[0].lower if words and words[0].lower in DETERMINERS else ""
        first = phrase.span[0]
        if not role.plural:
            definite = determiner not in ("a", "an", "some", "any", "another", "every", "each")
            if definite or first < self.lede_end:
                best = self._holder(role, owner, first, definite)
                if best is not None:
                    self._learn(best, role)
                    return (best,), f"role: {role.text}", 0.85 if definite else 0.75
            if definite and role.head in _GENERIC and determiner in ("the", "this", "that"):
                for statement in reversed(self._heard(first)[-2:]):
                    candidate = statement.entities[0]
                    gender = roles()[role.head].gender
                    if len(statement.entities) == 1 and candidate.kind == "person" and (not gender or candidate.gender in ("", gender)):
                        if not role.affiliation or not candidate.affiliations or role.affiliation in candidate.affiliations:
                            return (candidate,), f"role of the speaker before: {role.head}", 0.6
            if definite and determiner == "the" and roles()[role.head].domain == "party":
                known = [o.entity for o in self.cast.before(first) if o.entity.kind == "person" and not o.entity.roles]
                if known:
                    best = max(known, key=lambda entity: sum(start < first for start in entity.starts))
                    self._learn(best, role)
                    return (best,), f"most named: {role.head}", 0.5
        if role.plural and determiner in ("the", "these", "those") and len(words) == 2:
            # "the lawyers" are "Cruz's lawyers" of before
            again = [entity for _, entity in self.described if entity.plural and any(head == role.head for _, head, _ in entity.roles)]
            if again:
                return (again[-1],), f"group again: {role.head}", 0.7
        if role.plural and len(words) == 1 and first < self.lede_end:
            group = self._group_named_later(role, index)
            if group is not None:
                return (group,), f"group named later: {role.head}", 0.7
        entity = self._describe(phrase, index, owner)
        entity.plural = role.plural
        entity.gender = "" if role.plural else roles()[role.head].gender
        known = self.cast.named(role.owner) is not None or stands_for(role.owner) != role.owner or role.owner in country_names()
        affiliation = (role.affiliation if known or not role.owner else "") or (owner.name if owner else "")
        if affiliation:
            entity.affiliations.append(affiliation)
        entity.roles.append((role.text if not role.plural else "", role.head, affiliation))
        return (entity,), "description", 0.7

    def _group_named_later(self, role: RolePhrase, index: int) -> Entity | None:
        """ "Officials" in a headline are the "Iranian officials" who speak in the body, if no other officials do."""
        found: dict[str, Phrase] = {}
        for attribution in self.attributions[index + 1 :]:
            for phrase in phrases(self.parsed, self.cast, attribution.speaker_spans):
                other = parse_role(words := split_words(phrase.text, phrase.span[0]), 0, len(words))
                if other and other.plural and other.head == role.head and other.affiliation and phrase.head.lower_ == words[-1].lower:
                    found.setdefault(other.affiliation, phrase)
        if len(found) != 1:
            return None
        [(affiliation, phrase)] = found.items()
        entity = self._describe(phrase, index)
        entity.plural = True
        if affiliation not in entity.affiliations:
            entity.affiliations.append(affiliation)
        return entity

    def _learn(self, entity: Entity, role: RolePhrase) -> None:
        """A person called by a role has it."""
        if role.affiliation and not entity.affiliations and stands_for(role.owner) != role.owner:
            entity.affiliations.append(role.affiliation)
            entity.roles.append((role.text, role.head, role.affiliation))

    def _holder(self, role: RolePhrase, owner: Entity | None, offset: int, definite: bool) -> Entity | None:
        """The person who has the role by title, apposition or an earlier mention; None if nobody, or two equally well."""
        best: tuple[float, int] | None = None
        holder = None
        for entity in [*self.cast.entities, *(known for _, known in self.described)]:
            if entity.kind not in ("person", "unnamed") or entity.plural:
                continue
            fit = max((self._role_fit(role, owner, seen) for seen in entity.roles), default=0.0)
            if not fit:
                continue
            before = [start for start in entity.starts if start < offset]
            if not definite and entity.kind == "unnamed":
                continue
            if entity.kind == "person":
                fit += 1.5
            rank = (fit + (1.0 if before else 0.0), before[-1] if before else -entity.starts[0] if entity.starts else 0)
            if best is None or rank > best:
                best, holder = rank, entity
        return holder

    def _role_fit(self, role: RolePhrase, owner: Entity | None, seen: tuple[str, str, str]) -> float:
        text, head, affiliation = seen
        if not may_mean(role.head, head):
            return 0.0
        score = 2.0 if role.head == head else 1.0
        mine, theirs = set(role.text.split()) - set(role.head.split()), set(text.split()) - set(head.split())
        mine -= {"former", "senior", "top", "longtime", "ranking"}
        if mine and theirs and not mine & theirs and role.head == head:
            return 0.0
        score += 1.0 if mine and mine <= theirs else 0.0
        wanted = {role.affiliation, owner.name if owner else "", role.owner} - {""}
        if wanted:
            other = self.cast.named(affiliation) if affiliation else None
            has = {affiliation, other.name if other else "", stands_for(affiliation)} - {""}
            if has and not wanted & has:
                # Only like can contradict like: two countries, two parties, two clients; not a state and a court.
                clash = (owner is not None and owner.kind == "person") or any(
                    {role.affiliation, affiliation} <= kind for kind in (country_names(), state_names(), set(parties().values()))
                )
                return 0.0 if clash else score
            score += 1.0 if has else -0.5
        return score

    # --- bodies and documents

    def _body(self, phrase: Phrase, names: Sequence[Occurrence], words: list[Word], noun: str, index: int) -> Found:
        owner = None
        if words[0].lower in ("his", "her", "its", "their"):
            owner = self._owner(words, RolePhrase("", "", "", "", False, 0, 0), index)
        found = find_body(
            self.cast, names, words, noun, phrase.span, self.lede_end, [e for s in self._heard(phrase.span[0]) for e in s.entities]
        )
        if found is not None:
            return (found,), f"body: {noun}", 0.75
        possessor = owner or next((o.entity for o in names if o.entity.kind == "person" and o.mention.span[0] <= words[0].end), None)
        if possessor is not None and possessor.kind == "person" and collectives()[noun][0] == "party":
            entity = self._named_body(f"{possessor.name} {'campaign' if noun == 'camp' else noun}", phrase)
            entity.affiliations.append(possessor.name)
            return (entity,), f"body of a person: {noun}", 0.75
        entity = self._describe(phrase, index, owner)
        entity.kind = "organization"
        if possessor and possessor.affiliations:
            entity.affiliations.append(possessor.affiliations[0])
        return (entity,), "description", 0.65

    def _named_body(self, name: str, phrase: Phrase) -> Entity:
        """The body of that name among those met before, or a new one."""
        for _, entity in self.described:
            if entity.name == name:
                return entity
        entity = Entity(name, "organization", starts=[phrase.span[0]])
        self.described.append((phrase.span[0], entity))
        return entity

    def _document(self, phrase: Phrase, names: Sequence[Occurrence], words: list[Word], noun: str, index: int) -> Found:
        """Who speaks by a text: "Ivana Trump's brief", "her submission", "a study by Justin Levitt", "a Reuters survey"."""
        if words[0].lower in ("his", "her", "its", "their"):
            owner = self._owner(words, RolePhrase("", "", "", "", False, 0, 0), index)
            if owner is not None:
                return (owner,), f"document: {noun}", 0.75
        plural = phrase.head.tag_ in ("NNS", "NNPS")
        if names:
            head_at = next((word.end for word in words if singular(word.lower) == noun), phrase.span[1])
            outer = [o for o in names if not any(p.mention.full[0] <= o.mention.span[0] < p.mention.span[0] for p in names if p is not o)]
            for occurrence in outer:
                mention = occurrence.mention
                if plural and not (mention.possessive and mention.span[1] <= head_at):
                    continue
                lead = self.text[phrase.span[0] : mention.full[0]].lower()
                behind = mention.span[0] > head_at
                adjective = mention.name in places() and places()[mention.name].adjective
                ends = not re.match(r"\s+\w", self.text[mention.span[1] : phrase.span[1]]) or re.match(
                    r"\s+(?:of|in|at|for|on|that|which|who)\b", self.text[mention.span[1] : phrase.span[1]]
                )
                if (
                    behind
                    and ends
                    and occurrence.entity.kind != "country"
                    and re.search(
                        r"(?<!obtained )(?<!seen )(?<!reviewed )(?<!published )(?<!leaked )(?<!cited )\b(?:by|from|of|in|at)\s+(?:the\s+|an?\s+)?(?:[a-z-]+\s+){0,2}$",
                        lead,
                    )
                ) or (
                    not behind and not adjective and (mention.possessive or occurrence.entity.kind in ("press", "organization", "person"))
                ):
                    return (occurrence.entity,), f"document: {noun}", 0.75
        if words[0].lower in ("the", "this", "that") and len(words) <= 3:
            heard = [
                s
                for s in self._heard(phrase.span[0])
                if any(singular(w) == noun for w in self.text[s.offset : s.offset + 60].lower().split())
            ]
            if heard:
                return heard[-1].entities[:1], f"document again: {noun}", 0.65
            if noun in ("ruling", "decision", "verdict", "opinion", "order", "judgment"):
                body = find_body(self.cast, (), split_words("the court"), "court", phrase.span, self.lede_end, [])
                if body is not None:
                    return (body,), f"document of the court: {noun}", 0.65
        return (self._describe(phrase, index),), "description", 0.6

    # --- the unnamed

    def _describe(self, phrase: Phrase, index: int, owner: Entity | None = None) -> Entity:
        """Somebody whom the text leaves unnamed, under the words that it uses; the same words are the same one."""
        name = describe(self.cast, phrase, owner.name if owner else "")
        for _, entity in self.described:
            if entity.name.lower() == name.lower():
                entity.starts.append(phrase.span[0])
                return entity
        words = split_words(phrase.text, phrase.span[0])
        plural = phrase.head.tag_ in ("NNS", "NNPS") or (
            bool(words) and words[0].lower in ("many", "some", "several", "most", "both", "few")
        )
        affiliation = "" if is_document(phrase) else affiliation_in(words)
        thing = "n" if is_document(phrase) or singular(phrase.head.lower_) in collectives() else ""
        entity = Entity(
            name, "unnamed", gender=thing, plural=plural, starts=[phrase.span[0]], affiliations=[affiliation] if affiliation else []
        )
        self.described.append((phrase.span[0], entity))
        return entity


def _nearest_noun(phrase: Phrase) -> Token | None:
    """The noun right before a relative pronoun, a comma aside."""
    index = phrase.head.i - 1
    doc = phrase.paragraph.doc
    while index >= 0 and (doc[index].is_punct or doc[index].pos_ == "ADP"):
        index -= 1
    return doc[index] if index >= 0 and doc[index].pos_ in ("NOUN", "PROPN") else None
