"""Whether a text is English: everything after this reads English alone."""

import re

from timeline.errors import SourceError

# The commonest function words: every English paragraph has some, most other languages have none of them.
_FUNCTION_WORDS = frozenset(
    "the of and to in a is was that for it with as his on be at by i this had not are but from or have they which one you were"
    " her all she there would their we him been has when who will more if out so said what".split()
)
_SAMPLE = 5_000
_FEW_WORDS = 20


def require_english(text: str, name: str) -> None:
    """Raise SourceError where a text is plainly not English; a text of a few words passes, for nobody can tell."""
    sample = text[:_SAMPLE]
    words = re.findall(r"[^\W\d_]+", sample)
    if len(words) < _FEW_WORDS and (not words or sum(word.isascii() for word in words) >= len(words) / 2):
        return
    share = sum(word.casefold() in _FUNCTION_WORDS for word in words) / len(words)
    if share >= 0.25:
        return
    from py3langid import classify

    language = str(classify(sample)[0])
    if language != "en" and share < 0.15:
        raise SourceError(f"{name} does not look like English but like {_name(language)}; only English is read.")


def _name(code: str) -> str:
    import pycountry

    found = pycountry.languages.get(alpha_2=code) or pycountry.languages.get(alpha_3=code)
    return str(found.name).split(" (")[0] if found else "another language"
