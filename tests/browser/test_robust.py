"""Robust: what cannot be read is named in one sentence, in the page and the terminal alike, and the rest of the batch goes on."""

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect
from pypdf import PdfWriter

pytestmark = pytest.mark.browser
TEXT = "Third camp speaks up\n\n" + "The envoy said on Monday that there would be no further talks about the matter this year. " * 3
GOOD = f"{TEXT}\n\nPublished: 12 November 2022\n".encode()
ROOT = Path(__file__).resolve().parents[2]


def blank_pdf() -> bytes:
    """A PDF of one page without a word, as a scanner makes them."""
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(out)
    return out.getvalue()


def empty_docx() -> bytes:
    out = io.BytesIO()
    Document().save(out)
    return out.getvalue()


# name → (bytes, what the sentence must say)
BAD: dict[str, tuple[bytes, str]] = {
    "scan.pdf": (blank_pdf(), "text"),
    "cut.pdf": (b"%PDF-1.7\n" + b"1 0 obj\n<<" * 3, "cut.pdf"),
    "empty.docx": (empty_docx(), "text"),
    "broken.txt": (b"\x81\x8d\x8f\x90\x9d\xff\xfe\x00" * 300, "broken.txt"),
    "photo.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "photo.txt"),
    "nothing.txt": (b"", "empty"),
    "lines.jsonl": (b'{"title": "no text"}\n{"text": \n', "lines.jsonl"),
}


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    for name, (data, _) in BAD.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_bytes(GOOD)
    with (tmp_path / "huge.txt").open("wb") as huge:
        huge.write(b"The minister said on Monday that all was well. ")
        huge.truncate(50_000_000)
    return sorted(tmp_path.iterdir())


def test_the_page_names_each_bad_file_in_a_sentence_and_adds_the_good_one(
    open_page: Callable[..., Page], serve: Callable[..., str], files: list[Path]
) -> None:
    from example_dossier import dossier

    page = open_page(serve(dossier()))
    page.click("#add-open")
    page.wait_for_selector("#upload input[type=file]", state="attached")
    page.locator("#upload input[type=file]").set_input_files(files)
    report = page.locator("#add-report")
    expect(report).to_contain_text("Added 1 article", timeout=30_000)
    said = report.locator("li").all_text_contents()
    expect(page.locator("#add-large")).to_have_text("huge.txt is larger than 20 MB, too large for one article.")
    for name, (_, words) in BAD.items():
        about = [sentence for sentence in said if name in sentence]
        assert about, (name, said)
        assert all(words in sentence and sentence.endswith(".") and "Error" not in sentence for sentence in about), about
    page.keyboard.press("Escape")
    expect(page.locator(".shown")).to_have_text("28 statements")


def test_the_terminal_names_the_same_files(files: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "events.jsonl"
    command = [sys.executable, "-m", "timeline", "parse", *map(str, files), "-o", str(out)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT, timeout=120)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for name in (*BAD, "huge.txt"):
        assert name in done.stderr
    assert len(out.read_text(encoding="utf-8").splitlines()) >= 1


def test_a_pasted_text_without_a_date_or_words_asks_for_them(open_page: Callable[..., Page], serve: Callable[..., str]) -> None:
    from example_dossier import dossier

    page = open_page(serve(dossier()))
    page.click("#add-open")
    page.get_by_role("button", name="Add the text").click()
    expect(page.locator("#add-report")).to_contain_text("There is no text to read")
    page.get_by_label("Or paste an article").fill(TEXT)
    page.get_by_role("button", name="Add the text").click()
    expect(page.locator("#add-report")).to_contain_text("date", timeout=15_000)
    page.get_by_label("Published on").fill("2022-11-12")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Add the text").click()
    expect(page.locator("#add-report")).to_contain_text("Added 1 article with 1 new statement.", timeout=15_000)


def test_a_link_that_leads_nowhere_is_said_in_a_sentence(open_page: Callable[..., Page], serve: Callable[..., str]) -> None:
    from example_dossier import dossier

    page = open_page(serve(dossier()))
    page.click("#add-open")
    page.get_by_label("Or paste an article").fill("http://127.0.0.1:9/article")
    page.get_by_role("button", name="Add the text").click()
    expect(page.locator("#add-report li")).to_contain_text("127.0.0.1:9", timeout=30_000)
    expect(page.locator("#add-report")).to_contain_text("Nothing was added.")
