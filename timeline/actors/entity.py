"""The persons and bodies that an article's mentions stand for."""

from dataclasses import dataclass, field

from timeline.actors.actor import ActorKind, Mention
from timeline.actors.roles import roles


@dataclass(slots=True, eq=False)
class Entity:
    """A person or body, or somebody without a name who is described ("a senior official").

    `roles` holds (role with modifiers, bare role noun, affiliation) as they stand in the text;
    `starts` the offsets of its mentions, `titles` and `sorts` what stands in front of its names ("Dr", "airline").
    """

    name: str
    kind: ActorKind
    gender: str = ""
    plural: bool = False
    roles: list[tuple[str, str, str]] = field(default_factory=list)
    affiliations: list[str] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    sorts: set[str] = field(default_factory=set)

    def add(self, mention: Mention) -> None:
        """Take in what one mention says."""
        self.starts.append(mention.span[0])
        if mention.sort:
            self.sorts.add(mention.sort)
        if mention.title:
            self.titles.add(mention.title.rstrip("."))
        if mention.role and (role := (mention.role, mention.head, mention.affiliation)) not in self.roles:
            self.roles.append(role)
        if mention.affiliation and not (mention.head in roles() and roles()[mention.head].domain == "family"):
            self.affiliations.append(mention.affiliation)
        if mention.state:
            self.states.append(mention.state)
        if mention.gender:
            self.gender = self.gender or mention.gender


@dataclass(frozen=True, slots=True, eq=False)
class Occurrence:
    """A mention and who it is."""

    mention: Mention
    entity: Entity
