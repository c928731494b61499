"""PDF and Word files: text layers set in lines, damaged files, passwords."""

import io
import zipfile
from datetime import date

import docx
import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from timeline.articles import Article, Failure, read_bytes
from timeline.articles.documents import reflow

LINES = [
    "Board denies ferry promise",
    "By Lena Marsh - October 25 2022",
    "The harbour board said on Monday that it had never promised to keep the old",
    "ferry running after the spring. It denied that its director had told the may-",
    "or anything else.",
    '"We have not and will not sell the ferry," its director, Tove Lund, told report-',
    "ers in the town hall. The mayor, who was standing next to her, did not speak.",
    "Nobody else did.",
]
PARAGRAPHS = [
    "Board denies ferry promise",
    "By Lena Marsh - October 25 2022",
    "The harbour board said on Monday that it had never promised to keep the old ferry running after the spring. It denied that its"
    " director had told the mayor anything else.",
    '"We have not and will not sell the ferry," its director, Tove Lund, told reporters in the town hall. The mayor, who was standing'
    " next to her, did not speak. Nobody else did.",
]


def pdf(*pages: list[str], password: str = "", **about: str) -> bytes:
    """A PDF whose pages show these lines in Helvetica."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})})
        shown = " T* ".join(f"({line.replace('(', '[').replace(')', ']')}) Tj" for line in lines)
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 11 Tf 14 TL 60 780 Td {shown} ET".encode("cp1252"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    writer.add_metadata({f"/{key.title()}": value for key, value in about.items()})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def message(name: str, data: bytes) -> str:
    (found,) = read_bytes(name, data)
    assert isinstance(found, Failure)
    return str(found)


def test_pdf() -> None:
    (article,) = read_bytes("board.pdf", pdf(LINES, title="Board denies ferry promise", author="Lena Marsh"))
    assert isinstance(article, Article)
    assert (article.title, article.author, article.published) == ("Board denies ferry promise", "Lena Marsh", date(2022, 10, 25))
    assert article.text.split("\n\n") == PARAGRAPHS


def test_pdf_is_told_by_its_bytes() -> None:
    (article,) = read_bytes("board.txt", pdf(LINES, title="Microsoft Word - board_final2.docx"))
    assert isinstance(article, Article)
    assert article.title == "Board denies ferry promise"


def test_running_heads_and_page_numbers_are_left_out() -> None:
    starts = ["The board met in the old town hall and spoke until well after dark", "Nobody", "The mayor"]
    tails = ["of money.", "went home before the vote.", "had the last word."]
    pages = [["The Courier", start, tail, f"Page {n} of 3"] for n, (start, tail) in enumerate(zip(starts, tails, strict=True), 1)]
    assert reflow(["\n".join(page) for page in pages]).split("\n\n") == [
        "The board met in the old town hall and spoke until well after dark of money.",
        "Nobody",
        "went home before the vote.",
        "The mayor",
        "had the last word.",
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (pdf([]), "a.pdf has no text in it, only pictures of pages; run text recognition (OCR) on it first."),
        (pdf(LINES, password="secret"), "a.pdf is protected by a password; save an open copy and read that."),
        (b"%PDF-1.7\n" + b"\x00\xff" * 500, "a.pdf cannot be read as a PDF; it is damaged or of an unknown kind."),
        (pdf(LINES)[:400], "a.pdf cannot be read as a PDF; it is damaged or of an unknown kind."),
        (b"", "a.pdf is empty."),
    ],
    ids=["no text", "password", "junk", "cut off", "empty"],
)
def test_unreadable_pdf(data: bytes, expected: str) -> None:
    assert message("a.pdf", data) == expected


def word(*paragraphs: str, title: bool = False) -> bytes:
    document = docx.Document()
    for number, paragraph in enumerate(paragraphs):
        document.add_paragraph(paragraph, style="Title" if title and not number else None)
    table = document.add_table(1, 1)
    table.cell(0, 0).text = "The table said so too."
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_docx() -> None:
    (article,) = read_bytes("board.docx", word(*PARAGRAPHS, title=True))
    assert isinstance(article, Article)
    assert article.text.split("\n\n") == [*PARAGRAPHS, "The table said so too."]
    assert (article.title, article.published, article.author) == ("Board denies ferry promise", date(2022, 10, 25), "Lena Marsh")


def empty_archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("word/document.xml", "<no/>")
    return out.getvalue()


@pytest.mark.parametrize("data", [b"PK\x03\x04 broken", b"no archive at all", empty_archive()], ids=["broken", "no archive", "no parts"])
def test_unreadable_docx(data: bytes) -> None:
    assert message("a.docx", data) == "a.docx cannot be read as a Word file (.docx); it is damaged or of an older kind."


def test_docx_that_unpacks_to_too_much() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed, packed.open("word/document.xml", "w", force_zip64=True) as part:
        for _ in range(201):
            part.write(b" " * 1_000_000)
    assert message("a.docx", out.getvalue()) == "a.docx unpacks to more than 200 MB."
