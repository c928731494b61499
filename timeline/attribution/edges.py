"""Token ranges → Spans: edges put where a careful reader would: commas left out, quotation marks kept with what they enclose."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from timeline.attribution.quotations import Quoted
from timeline.language import doc_text
from timeline.spans import Span

_LOOSE = set(" \t\n\xa0,;:.–—-―…")
_WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
_MONTHS = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
}  # fmt: skip


def content_spans(doc: Doc, ranges: Iterable[tuple[int, int]], quotations: Sequence[Quoted]) -> tuple[Span, ...]:
    """Paragraph offsets of a content: each piece trimmed and closed over the quotations that it begins or ends in."""
    pieces: list[Span] = []
    for first, last in ranges:
        if first >= last:
            continue
        span = _trimmed(doc_text(doc), doc[first].idx, doc[last - 1].idx + len(doc[last - 1]), quotations)
        if span[0] < span[1]:
            pieces.append(span)
    return merged(doc_text(doc), pieces)


def merged(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order; those that touch or overlap made one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and (start <= out[-1][1] or not text[out[-1][1] : start].strip()):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


def speaker_span(doc: Doc, first: int, last: int) -> Span:
    """Paragraph offsets of a speaker, without loose punctuation at its edges (one comma after an apposition is kept)."""
    first, last = _without_dates(doc, first, last)
    while first < last - 1 and doc[first].is_punct and doc[first].text not in {'"', "“", "("}:
        first += 1
    while first < last - 1 and doc[last - 1].is_punct and doc[last - 1].text not in {")", "”", '"'}:
        last -= 1
    return doc[first].idx, doc[last - 1].idx + len(doc[last - 1])


def _without_dates(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """A speaker without the date that the parser hung on it: "on 17 October France", "Iran on Saturday"."""
    start = first
    while start < last and (doc[start].lower_ in _WEEKDAYS | _MONTHS or doc[start].is_digit or doc[start].text == ","):
        start += 1
    words = [token.lower_ for token in doc[first:start]]
    dated = bool(_WEEKDAYS & {*words}) or (bool(_MONTHS & {*words}) and any(word.isdigit() for word in words))
    if dated and start < last and doc[start].dep_ != "cc" and not doc[start].is_punct and doc[start].tag_ != "POS":
        first = start
    end = last
    while end > first + 1 and (doc[end - 1].lower_ in _WEEKDAYS | _MONTHS or doc[end - 1].is_digit):
        end -= 1
    if end < last and end - 1 > first and doc[end - 1].lower_ == "on":
        return first, end - 1
    if end == last - 1 and doc[end].lower_ in _WEEKDAYS and doc[end].dep_ in {"npadvmod", "nmod", "appos"} and end > first:
        return first, end
    return first, last


def _trimmed(text: str, start: int, end: int, quotations: Sequence[Quoted]) -> Span:
    start, end = _rid_of_loose(text, start, end, quotations)
    for quoted in quotations:
        if end <= quoted.start <= end + 1 and text[end - 1].isalnum() and not text[end : quoted.start].strip():
            # The parse broke off before the quotation that ends the phrase: 'a plan "to tell …"'
            end = quoted.end
            continue
        if quoted.end <= start or quoted.start >= end:
            # A mark just outside: 'said "' + content, content + '."'
            if quoted.start < start <= quoted.start + 2 and quoted.end <= end + 3:
                start = quoted.start
            continue
        mark = 2 if text[quoted.start : quoted.start + 2] in {"''", "``"} else 1
        if quoted.start <= start <= quoted.start + mark and end >= quoted.end - 3:
            start = quoted.start
        if end > quoted.start + mark and end < quoted.end and start <= quoted.start + mark:
            # Begins with or before the quotation and stops inside it: the parse broke off, the quotation goes on.
            end = quoted.end
            start = min(start, quoted.start)
        elif end <= quoted.start + mark:
            end = quoted.start
        elif quoted.end - 3 <= end < quoted.end:
            end = quoted.end
    return _rid_of_loose(text, start, end, quotations)


def _rid_of_loose(text: str, start: int, end: int, quotations: Sequence[Quoted]) -> Span:
    while start < end and text[start] in _LOOSE:
        start += 1
    while start < end and text[end - 1] in _LOOSE and not _abbreviated(text, start, end):
        end -= 1
    # A lone closing mark before, a lone opening mark behind.
    marks = {q.start for q in quotations} | {q.end - 1 for q in quotations}
    if start < end and text[start] in "”\"'’" and start in {q.end - 1 for q in quotations}:
        start += 1
        return _rid_of_loose(text, start, end, quotations)
    if start < end and text[end - 1] in "“\"'‘" and end - 1 in {q.start for q in quotations} & marks:
        end -= 1
        return _rid_of_loose(text, start, end, quotations)
    for opening, closing in ("()", "[]"):
        if end - start > 1 and text[end - 1] == closing and opening not in text[start:end]:
            end -= 1
        if end - start > 1 and text[start] == opening and closing not in text[start:end]:
            start += 1
    return start, end


def _abbreviated(text: str, start: int, end: int) -> bool:
    """Whether the stop belongs to the word: "the U.S.", "Inc." inside a sentence."""
    if text[end - 1] != ".":
        return False
    word = text[start:end].rsplit(maxsplit=1)[-1] if text[start:end].split() else ""
    return word.count(".") > 1 and word[0].isalpha()
