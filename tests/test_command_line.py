"""The command line as a user calls it: what it writes, what it says on bad input, and its exit status."""

import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from timeline.__main__ import main
from timeline.columns import ALL

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = """Harbour minister denies bribe claims
By Tom Vale - October 25 2022

The opposition leader Mara Lindt accused Harbour Minister Jon Adler on Monday of taking bribes from a dredging company.

Adler denied the accusation on Tuesday. "I have never taken a cent," he told reporters in Port Halen.

Lindt called for an independent inquiry last week.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_parse_writes_the_event_table(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.jsonl"
    assert main(["parse", str(article), "-o", str(out)]) == 0
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert tuple(rows[0]) == ALL
    assert all(ARTICLE[a:b] for row in rows for a, b in row["content_spans"])
    accusation = next(row for row in rows if row["cue"] == "accused")
    assert (accusation["actor"], accusation["act"]) == ("Mara Lindt", "allege")
    assert (accusation["said_start"], accusation["said_end"], accusation["said_basis"]) == ("2022-10-24", "2022-10-24", "relative")
    demand = next(row for row in rows if row["cue"].startswith("called"))
    assert (demand["act"], demand["said_start"], demand["said_end"]) == ("demand", "2022-10-17", "2022-10-23")
    denial = next(row for row in rows if row["cue"] == "denied")
    assert (denial["actor"], denial["act"], denial["said_end"]) == ("Jon Adler", "deny", "2022-10-25")


def test_parse_shows_a_table_to_read(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(article)]) == 0
    shown = capsys.readouterr().out
    assert "Mara Lindt" in shown
    assert "2022-10-24" in shown


def test_the_same_text_gives_the_same_ids(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "copy.txt"
    other.write_bytes(article.read_bytes())
    ids = []
    for path in (article, other):
        out = tmp_path / "events.csv"
        assert main(["parse", str(path), "-o", str(out)]) == 0
        ids.append(pd.read_csv(out)["statement_id"].tolist())
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == len(ids[0])


def test_a_batch_goes_on_after_a_bad_file(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    out = tmp_path / "events.csv"
    assert main(["parse", str(empty), str(tmp_path / "missing.txt"), str(article), "-o", str(out)]) == 1
    said = capsys.readouterr().err.strip().splitlines()
    assert len(said) == 2
    assert "empty.txt" in said[0]
    assert "missing.txt" in said[1]
    assert len(pd.read_csv(out)) >= 3


def test_a_corpus_keeps_its_ids(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    lines = [{"id": f"a{n}", "text": ARTICLE, "date": "2022-10-25", "title": "Harbour minister denies bribe claims"} for n in (1, 2)]
    corpus.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    out = tmp_path / "events.jsonl"
    assert main(["parse", str(corpus), "-o", str(out)]) == 0
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert {row["source_id"] for row in rows} == {"a1", "a2"}
    assert len({row["statement_id"] for row in rows}) == len(rows)


def test_a_text_without_a_date_asks_for_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "undated.txt"
    path.write_text(
        "The harbour minister said the bridge was safe. He denied that it had cracks, and promised to show the report.\n", encoding="utf-8"
    )
    assert main(["parse", str(path)]) == 1
    assert "--published" in capsys.readouterr().err
    assert main(["parse", str(path), "--published", "2022-10-25"]) == 0


def test_dates(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dates", str(article)]) == 0
    (found,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    values = {ARTICLE[t["start"] : t["end"]]: t["value"] for t in found["timexes"]}
    assert values["Monday"] == "2022-10-24"
    assert values["last week"] == "2022-W42"


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".jsonl", ".parquet"])
def test_export_of_a_filtered_table(ending: str, article: Path, tmp_path: Path) -> None:
    table = tmp_path / "events.parquet"
    assert main(["parse", str(article), "-o", str(table)]) == 0
    out = tmp_path / f"filtered{ending}"
    assert main(["export", str(table), "--to", str(out), "--actor", "Mara Lindt", "--act", "demand"]) == 0
    from timeline.events import load_events

    assert set(load_events(out)["actor"].astype(str)) == {"Mara Lindt"}


def test_a_dossier_grows(article: Path, tmp_path: Path) -> None:
    from timeline.shelf import load_dossier

    dossier = tmp_path / "harbour.dossier"
    assert main(["parse", str(article), "--dossier", str(dossier)]) == 0
    before = load_dossier(dossier)
    second = tmp_path / "second.txt"
    second.write_text(ARTICLE.replace("October 25", "October 26").replace("harbour", "port"), encoding="utf-8")
    assert main(["parse", str(second), "--dossier", str(dossier)]) == 0
    after = load_dossier(dossier)
    assert list(before.articles) == ["harbour"]
    assert list(after.articles) == ["harbour", "second"]
    assert len(after.events) > len(before.events)


def test_export_of_what_has_been_checked(article: Path, tmp_path: Path) -> None:
    table, out = tmp_path / "events.csv", tmp_path / "checked.csv"
    main(["parse", str(article), "-o", str(table)])
    rows = pd.read_csv(table, encoding="utf-8-sig", dtype=str, keep_default_na=False)
    assert set(rows["checked"]) == {"False"}
    rows.loc[1, "checked"] = "yes"
    rows.to_csv(table, index=False)
    assert main(["export", str(table), "--to", str(out), "--checked"]) == 0
    checked = pd.read_csv(out, encoding="utf-8-sig", dtype=str)
    assert list(checked["statement_id"]) == [rows["statement_id"][1]]
    assert list(checked["checked"]) == ["True"]


@pytest.mark.parametrize("arguments", [[], ["parse"], ["parse", "x.txt", "--published", "yesterday"], ["export", "x.csv"], ["shout"]])
def test_wrong_usage_exits_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as error:
        main(arguments)
    assert error.value.code == 2


def test_help() -> None:
    shown = subprocess.run([sys.executable, "-m", "timeline", "--help"], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert all(command in shown for command in ("parse", "dates", "export"))


def test_claims_can_be_named(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claims = tmp_path / "claims.csv"
    claims.write_text(
        "# named by hand\nclaim,hint\nAdler took bribes,bribes\nAdler took bribes,accusation\nAdler took bribes,never taken\n",
        encoding="utf-8",
    )
    out = tmp_path / "events.jsonl"
    assert main(["parse", str(article), "--claims", str(claims), "-o", str(out)]) == 0
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert {row["act"]: row["stance"] for row in rows if row["claim"] == "Adler took bribes"} == {"allege": "affirm", "deny": "refute"}
    claims.write_text("name,word\n", encoding="utf-8")
    assert main(["parse", str(article), "--claims", str(claims)]) == 1
    assert "claim and hint" in capsys.readouterr().err


def test_the_same_file_named_twice_is_read_once(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    assert main(["parse", str(article), str(tmp_path / "." / "harbour.txt"), "--published", "2022-10-25", "-o", str(out)]) == 0
    twice = pd.read_csv(out)
    assert main(["parse", str(article), "--published", "2022-10-25", "-o", str(out)]) == 0
    assert twice.equals(pd.read_csv(out))


def test_export_checks_the_ending_before_it_reads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path / "missing"), "--to", str(tmp_path / "chart.gif")]) == 1
    said = capsys.readouterr().err
    assert "chart.gif" in said
    assert all(ending in said for ending in (".png", ".svg", ".pdf", ".html", ".csv", ".xlsx", ".jsonl", ".parquet"))
    assert "missing" not in said


@pytest.mark.parametrize("name", ["mara lindt", "MARA LINDT"])
def test_actors_are_found_without_regard_to_case(name: str, article: Path, tmp_path: Path) -> None:
    out = tmp_path / "lindt.jsonl"
    assert main(["export", str(article), "--to", str(out), "--actor", name]) == 0
    assert {json.loads(line)["actor"] for line in out.read_text(encoding="utf-8").splitlines()} == {"Mara Lindt"}


@pytest.mark.parametrize("name", ["case.dossier", ".dossier", "case.CASE", ".case"])
def test_a_dossier_is_known_whatever_its_name(name: str, article: Path, tmp_path: Path) -> None:
    path, out = tmp_path / name, tmp_path / "events.jsonl"
    assert main(["parse", str(article), "--dossier", str(path)]) == 0
    assert main(["export", str(path), "--to", str(out)]) == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) >= 3


def run(command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command line in a shell, "$0" being this Python and "$@" the arguments."""
    return subprocess.run(
        ["sh", "-c", command, sys.executable, *arguments], check=False, capture_output=True, text=True, cwd=ROOT, timeout=120
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_or_closed_output_is_said_in_a_sentence(article: Path) -> None:
    for end in (">/dev/full", ">&-"):
        done = run(f'"$0" -m timeline dates "$@" {end}', str(article))
        assert done.returncode == 1
        assert len(done.stderr.strip().splitlines()) == 1, done.stderr
        assert "Standard output" in done.stderr


def test_a_reader_that_has_gone_is_no_error(article: Path) -> None:
    done = run('"$0" -m timeline dates "$@" | true', str(article))
    assert done.stderr == ""


@pytest.mark.parametrize("module", ["timeline.pipeline", "spacy", "pandas", "timeline.statements"])
def test_an_interrupt_while_modules_load_is_one_word(module: str, article: Path) -> None:
    code = f"""
import sys
class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupt())
from timeline.__main__ import main
sys.exit(main(["parse", {str(article)!r}]))
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True, cwd=ROOT, timeout=120)
    assert (done.returncode, done.stderr) == (130, "Stopped.\n")
