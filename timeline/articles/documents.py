"""PDF and Word files → Readings."""

import io
import logging
import re
import zipfile
from collections import Counter
from statistics import median

from timeline.articles.article import Reading
from timeline.errors import SourceError

_MAX_UNPACKED = 200_000_000
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$|[”\"]$")


def read_pdf(data: bytes, name: str) -> Reading:
    """The text layer of a PDF, its lines joined to paragraphs; running heads and page numbers left out.

    Raises SourceError where it is damaged, protected by a password, or has no text.
    """
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError(f"{name} is protected by a password; save an open copy and read that.")
        pages = [page.extract_text() or "" for page in reader.pages]
        about = reader.metadata
        title, author = (about.title or "", about.author or "") if about else ("", "")
    except SourceError:
        raise
    except Exception as error:  # pypdf raises many kinds on damaged files, from KeyError to RecursionError
        raise SourceError(f"{name} cannot be read as a PDF; it is damaged or of an unknown kind.") from error
    text = reflow(pages)
    if not re.search(r"\w", text):
        raise SourceError(f"{name} has no text in it, only pictures of pages; run text recognition (OCR) on it first.")
    # Programs put file names there ("Microsoft Word - draft3.docx"): a title counts only where the text shows it too.
    shown = re.sub(r"\W+", " ", text[:1000]).casefold()
    is_title = bool(title.strip()) and re.sub(r"\W+", " ", title).casefold().strip() in shown
    return Reading(text, title.strip() if is_title else "", author=author.strip())


def reflow(pages: list[str]) -> str:
    """Pages of lines as set → paragraphs on one line each, parted by blank lines."""
    kept = [line.strip() for page in _without_running_heads([page.splitlines() for page in pages]) for line in page]
    full = [len(line) for line in kept if len(line) > 20]
    width = median(sorted(full)[len(full) // 2 :]) if full else 0
    paragraphs: list[str] = []
    joined = False
    for line in kept:
        if not line:
            joined = False
            continue
        if joined:
            hyphenated = re.search(r"[a-z]-$", paragraphs[-1]) and line[0].islower()
            paragraphs[-1] = paragraphs[-1][:-1] + line if hyphenated else f"{paragraphs[-1]} {line}"
        else:
            paragraphs.append(line)
        # A line ends its paragraph where it is short: the next word would have fitted on it.
        joined = len(line) > 0.75 * width if not _SENTENCE_END.search(line) else len(line) > 0.92 * width
    return "\n\n".join(paragraphs)


def _without_running_heads(pages: list[list[str]]) -> list[list[str]]:
    """Drop first and last lines that most pages share (but for numbers), and bare page numbers."""
    edges = Counter(key for page in pages for key in {_edge(line) for line in [*page[:2], *page[-2:]]})
    running = {key for key, count in edges.items() if len(pages) >= 3 and count > len(pages) / 2}
    number = re.compile(r"\s*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\s*", re.I)
    cleaned = []
    for page in pages:
        last = len(page) - 2
        cleaned.append(
            [line for n, line in enumerate(page) if not ((n < 2 or n >= last) and (_edge(line) in running or number.fullmatch(line)))]
        )
    return cleaned


def _edge(line: str) -> str:
    return re.sub(r"\d+", "#", line).strip()


def read_docx(data: bytes, name: str) -> Reading:
    """The paragraphs of a Word file, tables included. Raises SourceError where it is damaged or has no text."""
    from docx import Document

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > _MAX_UNPACKED:
                raise SourceError(f"{name} unpacks to more than {_MAX_UNPACKED // 1_000_000} MB.")
        document = Document(io.BytesIO(data))
        paragraphs = [
            (paragraph.text.strip(), (paragraph.style.name or "") if paragraph.style else "")
            for block in document.iter_inner_content()
            for paragraph in (
                [block] if hasattr(block, "text") else [p for row in block.rows for cell in row.cells for p in cell.paragraphs]
            )
        ]
        properties = document.core_properties
        author = properties.author or ""
    except SourceError:
        raise
    except Exception as error:  # python-docx raises KeyError, BadZipFile, XML errors …
        raise SourceError(f"{name} cannot be read as a Word file (.docx); it is damaged or of an older kind.") from error
    text = "\n\n".join(text for text, _ in paragraphs if text)
    if not text:
        raise SourceError(f"{name} has no text in it.")
    title = next((text for text, style in paragraphs if text and style == "Title"), "")
    return Reading(text, title, author="" if author == "python-docx" else author)
