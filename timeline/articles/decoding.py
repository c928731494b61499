"""Bytes → characters: which encoding a text file has."""

import codecs
import re

from timeline.errors import SourceError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})|^\s*<\?xml[^>]{0,100}encoding=[\"']([\w-]{2,30})", re.I)
_LATIN_1 = ("iso-8859-1", "iso8859-1", "iso_8859-1", "latin-1", "latin1", "ascii", "us-ascii", "windows-1252", "cp1252")
# Control characters that no text has: all of C0 but tab, line ends and form feed, and DEL.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 100_000


def decode(data: bytes, name: str, declared: str = "") -> str:
    """The characters of a text file.

    The encoding is, in this order, what a byte order mark says, `declared` (by an HTTP header), what the HTML itself declares,
    UTF-8, or what charset-normalizer makes of it. A few broken bytes in UTF-8 become U+FFFD.
    Raises SourceError, naming `name`, where it is no text in any encoding.
    """
    text = _decoded(data, declared)
    if text is None or len(_CONTROL.findall(text[:_SAMPLE])) > len(text[:_SAMPLE]) / 200:
        raise SourceError(f"{name} is not a text file.")
    return text


def _decoded(data: bytes, declared: str) -> str | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    if match := _META_CHARSET.search(data[:4096]):
        declared = declared or (match[1] or match[2]).decode("ascii")
    # UTF-16 of pure ASCII is valid UTF-8 with a NUL in every other place.
    if b"\x00" in data[:_SAMPLE] and (text := _utf16_without_bom(data)) is not None:
        return text
    # Who declares Latin-1 writes Windows-1252, with its curly quotes, or UTF-8, which seldom is valid by chance.
    for encoding in ("utf-8", "cp1252") if declared.casefold() in _LATIN_1 else (declared, "utf-8"):
        try:
            return data.decode(encoding or "utf-8")
        except (LookupError, UnicodeDecodeError):
            continue
    if b"\x00" in data[:_SAMPLE]:
        return None
    repaired = data.decode("utf-8", errors="replace")
    broken = repaired.count("\ufffd")
    beyond_ascii = sum(character > "\x7f" for character in repaired) - broken
    if beyond_ascii > 5 * broken:
        return repaired
    return _guessed(data)


def _utf16_without_bom(data: bytes) -> str | None:
    """UTF-16 of mostly Latin text has a zero in every other byte."""
    sample = data[:_SAMPLE]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[first::2].count(0) > 0.4 * len(sample) and sample[1 - first :: 2].count(0) < 0.05 * len(sample) / 2 + 1:
            return data.decode(encoding, errors="replace")
    return None


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=["cp1252", "mac_roman", "cp1250", "cp1251", "cp1256"]).best()
    return data.decode(best.encoding, errors="replace") if best else None
