"""Short forms → full names: "Northgate" for Northgate Partners, "IRF" for what it abbreviates, "Fenella" for Abel's wife.

Only where one body alone can be meant; a short form that is also somebody's surname is the body's only if it was so before that
person was named.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from timeline.actors.actor import Mention
from timeline.actors.roles import modifiers, roles
from timeline.actors.words import (
    CONNECTORS,
    bare_name,
    given_names,
    is_listed,
    organization_words,
    places,
    region_adjectives,
    titles,
)

# "the International Rowing Federation (IRF)", "the Institute of Marine Research, known as IMR,"
_ABBREVIATED = re.compile(r",?\s+\(?(?:(?:also\s+|better\s+)?known\s+as\s+|or\s+)?(?:the\s+)?[“\"]?([A-Z][A-Za-z&.]{1,9})[”\"]?[),]")
# "The institute, known as IMR, said"
_CALLED = re.compile(r"\b[Tt]he ([a-z]+), (?:also |better |commonly |widely )?known as (?:the )?([A-Z][A-Za-z&-]{1,9})\b")
# "in Halden": the town, not the firm
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|around|outside|to|from)\s+$", re.I)
_KIN = frozenset("wife husband widow widower son daughter brother sister mother father".split())
# What is left out at the end of a body's name: "St. Odile" Medical Center, "Harbour City" Football Club
_DROPPED = frozenset(
    "Trust Project Foundation Club Center Centre Hospital Clinic Infirmary Football Cricket Rugby Rowing Athletic Medical Museum Theatre "
    "Academy Orchestra Collective Cooperative Co-operative".split()
)
# "Freehands" International, "Coastline" Media
_LIKE_FIRMS = frozenset("International Media Health Worldwide Systems Foods Stores".split())
_WEAK = frozenset(
    "national international royal first united general global world new old great big north south east west northern southern eastern "
    "western central city county state federal public american premier standard young saint st mount lake the a".split()
)


def in_full(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those that are a body's short form under its full name."""
    mentions = [replace(mention, kind="organization") if _spelt_out(text, mention) else mention for mention in mentions]
    full = _full_names(mentions)
    if not full:
        return list(mentions)
    forms = {form: names.pop() for form, names in _forms(text, mentions, full).items() if len(names) == 1}
    surnames = _surnames(mentions)
    used: dict[str, int] = {}  # where the form stands in the text for the first time with nobody of that name before
    found = []
    for mention in mentions:
        form = bare_name(mention.name)
        name = forms.get(form)
        if name is None or name == form or not _bare(text, mention):
            found.append(mention)
            continue
        person = surnames.get(form.rpartition(" ")[2])
        if person is not None and (person < full[name] or (person < mention.span[0] and form not in used)):
            found.append(mention)
            continue
        if mention.span[0] > full[name]:
            used.setdefault(form, mention.span[0])
        found.append(replace(mention, name=name, kind="organization", unsure=False, short=form))
    return found


def kin_in_full(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, relatives given by a first name alone with the surname: "Abel's wife, Fenella," is Fenella Abel.

    Papers leave a relative's surname out only where it is the same.
    """
    surnames = _surnames(mentions)

    def whole(at: int, mention: Mention) -> str:
        if mention.head not in _KIN or " " in mention.name:
            return mention.name
        owner = (mention.owner or _beside(text, mentions, at)).rpartition(" ")[2]
        return f"{mention.name} {owner}" if owner in surnames and mention.name != owner else mention.name

    return [replace(mention, name=whole(at, mention)) for at, mention in enumerate(mentions)]


def _beside(text: str, mentions: Sequence[Mention], at: int) -> str:
    """Whom "his" or "her" means in "His wife, Theresa,": the person named before in the paragraph, if it can be only one."""
    start = mentions[at].full[0]
    pronoun = re.match(r"(his|her)\b", text[start : start + 4], re.I)
    if pronoun is None or mentions[at].head == "husband":
        return ""  # many a wife has a name of her own
    gender = "m" if pronoun[1].lower() == "his" else "f"
    paragraph = text.rfind("\n", 0, start)
    near = [m for m in mentions[max(0, at - 20) : at] if m.span[0] > paragraph and m.kind == "person"]
    fit = {m.name.rpartition(" ")[2] for m in near if (m.gender or given_names().get(m.name.split()[0], gender)) in ("", gender)}
    return fit.pop() if len(fit) == 1 else ""


def _full_names(mentions: Sequence[Mention]) -> dict[str, int]:
    """Unlisted organisations of several words → where each is named first."""
    full: dict[str, int] = {}
    for mention in mentions:
        name = bare_name(mention.name)
        if mention.kind == "organization" and " " in name and not is_listed(name):
            full.setdefault(name, mention.span[0])
    return full


def _initials(name: str) -> str:
    return "".join(part[0] for word in name.split() for part in word.split("-") if part and part[0].isupper())


def _spelt_out(text: str, mention: Mention) -> bool:
    """Whether the name's initials stand in brackets behind it, as only bodies' do: "Médecins du Nord (MDN)"."""
    if mention.kind == "organization" or mention.gender or mention.role or mention.name.split()[0] in given_names():
        return False
    short = _ABBREVIATED.match(text, mention.span[1])
    letters = "".join(word[0] for word in mention.name.split()).upper()
    return short is not None and len(short[1]) > 2 and short[1] in (_initials(mention.name), letters)


def _forms(text: str, mentions: Sequence[Mention], full: dict[str, int]) -> dict[str, set[str]]:
    """Short forms → the organisations that can be meant."""
    forms: dict[str, set[str]] = defaultdict(set)
    for name in full:
        words = name.split()
        for form in _beginnings(words) + _endings(words):
            if not is_listed(form):
                forms[form].add(name)
        letters = _initials(name)
        if 2 < len(letters) <= 7 and not is_listed(letters):
            forms[letters].add(name)
    for mention in mentions:
        name = bare_name(mention.name)
        if name in full and (short := _ABBREVIATED.match(text, mention.span[1])) and sum(c.isupper() for c in short[1]) > 1:
            forms[short[1]] = {name}
    by_word: dict[str, list[str]] = defaultdict(list)
    for name in full:
        for word in dict.fromkeys(name.split()):
            by_word[word].append(name)
    for called in _CALLED.finditer(text):
        meant = by_word.get(called[1].title(), [])  # of several such bodies none is meant for certain
        if len(meant) == 1 and full[meant[0]] < called.start() and not is_listed(called[2]):
            forms[called[2]] = set(meant)
    longer = {form: {max(names, key=len)} for form, names in forms.items() if len(names) > 1 and _one(names)}
    return {**forms, **longer}


def _one(names: set[str]) -> bool:
    """Whether all names are forms of the longest: "Cobalt Ridge Mining" and "Cobalt Ridge Mining Corp."."""
    longest = max(names, key=len)
    return all(longest.startswith(name + " ") or longest.endswith(" " + name) for name in names if name != longest)


def _beginnings(words: Sequence[str]) -> list[str]:
    """The firm's name without what firms are called ("Halden" Container Lines), or a body's before its place ("Riders' Union" of Selby)."""
    found = []
    linked = next((at for at, word in enumerate(words) if word in ("of", "for", "in")), 0)
    if linked > 1 and words[linked - 1] in organization_words("last"):
        found.append(" ".join(words[:linked]))
    if words[-1] in organization_words("firm") or (words[-1] in _LIKE_FIRMS and len(words) == 2):
        sizes = list(range(1, len(words)))
    else:
        sizes = []
        for size in range(len(words) - 1, 1, -1):
            if words[size] not in _DROPPED:
                break
            sizes.append(size)
    for size in sizes:
        form = words[:size]
        if size == 1 and (len(words[0]) < 3 or _says_little(words[0])):
            continue
        if form[-1].lower() in CONNECTORS or all(_says_little(word) for word in form):
            continue
        found.append(" ".join(form))
    return found


def _says_little(word: str) -> bool:
    """Whether a word begins the names of many."""
    return (
        word.lower() in _WEAK
        or word in given_names()
        or word in titles()
        or word in region_adjectives()
        or word in organization_words("last")
        or word in places()
        or word.lower() in modifiers()
        or word.lower() in roles()
    )


def _endings(words: Sequence[str]) -> list[str]:
    """A body's name without what goes before it: "Food Safety Authority" for the Norwegian one."""
    if words[-1] not in organization_words("last") or any(word in ("of", "for", "and") for word in words):
        return []
    return [" ".join(words[at:]) for at in range(1, len(words) - 1)]


def _surnames(mentions: Sequence[Mention]) -> dict[str, int]:
    """Surnames of persons who are named in full or with a title → where the first is."""
    found: dict[str, int] = {}
    for mention in mentions:
        titled = mention.gender or mention.full[0] < mention.span[0]
        if mention.kind == "person" and (" " in mention.name or titled):
            found.setdefault(mention.name.rpartition(" ")[2], mention.span[0])
    return found


def _bare(text: str, mention: Mention) -> bool:
    """Whether a mention stands without title or role, and isn't a place where something happens."""
    if mention.gender or mention.kind == "press" or mention.full[0] < mention.span[0]:
        return False
    lead = text[max(0, mention.span[0] - 30) : mention.span[0]]
    if (job := re.search(r"(\w+)\s+at\s+$", lead)) and job[1] in roles():
        return True  # "a former manager at Tuckaway"
    return not (mention.kind == "country" and _PLACE_BEFORE.search(text[max(0, mention.span[0] - 12) : mention.span[0]]))
