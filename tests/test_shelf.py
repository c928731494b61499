"""What a user opens and what is kept: dossiers, folders, tables and corpora."""

import json
import zipfile
from pathlib import Path

import pytest

from timeline.articles import Article
from timeline.dossier import Correction
from timeline.errors import SourceError, TableError
from timeline.events import save_events
from timeline.shelf import Opened, load_dossier, open_path, save_dossier

TEXT = """Harbour minister denies bribe claims
By Tom Vale - October 25 2022

The opposition leader Mara Lindt accused Harbour Minister Jon Adler on Monday of taking bribes.

Adler denied the accusation on Tuesday.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("harbour")
    (folder / "bribes.txt").write_text(TEXT, encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "claims.csv").write_text("claim,hint\nAdler took bribes,bribe\nAdler took bribes,accusation\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def opened(folder: Path) -> Opened:
    return open_path(folder)


def test_a_folder_with_its_claims(opened: Opened) -> None:
    assert list(opened.dossier.articles) == ["bribes"]
    assert [failure.source.endswith("empty.txt") for failure in opened.failures] == [True]
    assert set(opened.dossier.events["claim"].astype(str)) == {"Adler took bribes"}


def test_a_dossier_comes_back_with_its_corrections_and_claims(opened: Opened, tmp_path: Path) -> None:
    first = str(opened.dossier.events["statement_id"].iloc[0])
    dossier = opened.dossier.corrected(Correction(first, "act", "criticize"), Correction(first, "checked", "true", joined=True))
    dossier = dossier.renamed(str(dossier.events["claim"].iloc[0]), "Adler was bribed")
    save_dossier(dossier, tmp_path / "harbour.dossier")
    back = load_dossier(tmp_path / "harbour.dossier")
    assert back.articles == dossier.articles
    assert back.corrections == dossier.corrections
    assert back.pinned == dossier.pinned
    assert back.events.astype(str).equals(dossier.events.astype(str))
    assert list(tmp_path.iterdir()) == [tmp_path / "harbour.dossier"]


def test_a_correction_survives_a_further_reading(opened: Opened) -> None:
    first = str(opened.dossier.events["statement_id"].iloc[0])
    dossier = opened.dossier.corrected(Correction(first, "act", "criticize"))
    (article,) = dossier.articles.values()
    read: list[Article] = []
    other = Article("other", TEXT.replace("Harbour", "Port"), article.title, article.published)
    dossier = dossier.with_articles([article, other], lambda articles: opened.reader(articles, read.append))
    assert read == [other]  # the first one was known
    events = dossier.events.set_index("statement_id")
    assert events.loc[first, "act"] == "criticize"
    assert set(events["source_id"].astype(str)) == {"bribes", "other"}


@pytest.mark.parametrize("ending", [".csv", ".parquet", ".xlsx", ".jsonl"])
def test_a_table(ending: str, opened: Opened, tmp_path: Path) -> None:
    save_events(opened.dossier.events, tmp_path / f"events{ending}")
    table = open_path(tmp_path / f"events{ending}").dossier
    assert table.title == "events"
    assert len(table.events) == len(opened.dossier.events)


def test_a_corpus(tmp_path: Path) -> None:
    corpus = tmp_path / "news.jsonl"
    corpus.write_text(json.dumps({"id": "n1", "text": TEXT, "date": "2022-10-25"}) + "\n", encoding="utf-8")
    assert list(open_path(corpus).dossier.articles) == ["n1"]


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="isn't there"):
        open_path(tmp_path / "nowhere")
    (tmp_path / "junk.dossier").write_bytes(b"junk")
    with pytest.raises(TableError, match="damaged or no dossier"):
        open_path(tmp_path / "junk.dossier")
    with zipfile.ZipFile(tmp_path / "new.dossier", "w") as archive:
        archive.writestr("dossier.json", json.dumps({"format": "timeline dossier 9"}))
    with pytest.raises(TableError, match="another version"):
        load_dossier(tmp_path / "new.dossier")
    with pytest.raises(SourceError, match="isn't there"):
        load_dossier(tmp_path / "none.dossier")
