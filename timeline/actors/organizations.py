"""Mentions of organisations, countries, papers and parties → the body that each means."""

from timeline.actors.actor import Mention
from timeline.actors.entity import Entity
from timeline.actors.mentions import as_actor_kind
from timeline.actors.words import bare_name, organization_words, organizations, parties, places, press


class Bodies:
    """The bodies of one article, found again by name, alias, last word ("the Times") and initials ("OANA")."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[str, str], Entity] = {}
        self._by_name: dict[str, Entity] = {}
        self._by_last_word: dict[str, Entity] = {}
        self._by_initials: dict[str, Entity] = {}

    def entity(self, mention: Mention) -> Entity:
        """The body that a mention means, a new one if the article hasn't named it yet; also somebody known by one word alone."""
        bare = bare_name(mention.name)
        kind = as_actor_kind(mention.kind)
        key: tuple[str, str] = (kind, bare)
        name = bare
        if bare in press() and press()[bare].startswith("The ") and (longer := self._longer(bare)) is not None:
            return longer  # "the Times" after the Tampa Bay Times
        if bare in press():
            key, name = ("press", press()[bare]), press()[bare]
        elif bare in parties() and mention.kind == "party":
            key, name = ("party", bare), bare
        elif bare in organizations() and kind == "organization":
            key = ("organization", organizations()[bare][0])
        elif bare in places():
            place = places()[bare]
            # A capital speaks as itself; "US" and "United States" are one.
            key = ("seat", bare) if place.seat else ("adjective" if place.adjective else "country", place.name)
        elif kind in ("organization", "press") and (longer := self._longer(bare)) is not None:
            return longer
        entity = self._by_key.get(key)
        if entity is None:
            if bare in self._by_name and bare not in places():
                return self._by_name[bare]
            entity = Entity(name, kind, plural=mention.kind == "party" and bare.endswith("s"))
            self._keep(key, entity)
        if bare in places() and not places()[bare].seat and not places()[bare].adjective:
            if bare == places()[bare].name:
                entity.name = bare  # "Iran" rather than "Islamic Republic"
        elif len(bare) > len(entity.name) and kind != "press" and bare not in places():
            entity.name = bare
        return entity

    def _keep(self, key: tuple[str, str], entity: Entity) -> None:
        self._by_key[key] = entity
        self._by_name.setdefault(key[1], entity)
        if entity.kind in ("organization", "press"):
            self._by_last_word[entity.name.rpartition(" ")[2]] = entity
            self._by_initials.setdefault(_initials(entity.name), entity)

    def _longer(self, name: str) -> Entity | None:
        """A body known already by a longer name: "the Times" for the Tampa Bay Times, "OANA" for what its letters begin."""
        if name.isupper() and 2 < len(name) <= 7:
            return self._by_initials.get(name)
        if " " not in name and name in organization_words("last"):
            return self._by_last_word.get(name)
        return None


def _initials(name: str) -> str:
    return "".join(part[0] for word in name.split() for part in word.split("-") if part and part[0].isupper())
