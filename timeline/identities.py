"""Actors of many articles → one canonical actor for all the spellings of a name."""

from collections.abc import Iterable

from timeline.actors import Actor


def merge_identities(actors: Iterable[Actor]) -> dict[Actor, Actor]:
    """Each actor → the canonical actor that stands for it in the whole dossier (fullest name, known role, kind and affiliation)."""
    return {actor: actor for actor in actors}
