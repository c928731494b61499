"""To whom, by which medium and through whom: sentences of our own with [speaker], <cue> and {content} marked."""

import re
from datetime import date

import pytest

from timeline.articles import Article
from timeline.attribution import Attribution
from timeline.circumstances import Circumstances, find_circumstances
from timeline.language import parse_articles

_MARKS = {"[": "]", "<": ">", "{": "}"}


def circumstances(marked: str) -> list[Circumstances]:
    """The circumstances of each marked relation; a second relation has its marks doubled: [[…]] <<…>> {{…}}."""
    text, relations, opened = "", [{"[": [], "<": [], "{": []} for _ in range(2)], []
    for piece in re.findall(r"[\[<{]+|[\]>}]+|[^\[\]<>{}]+", marked):
        if piece[0] in _MARKS:
            opened.append((len(piece) - 1, piece[0], len(text)))
        elif piece[0] in _MARKS.values():
            level, mark, start = opened.pop()
            relations[level][mark].append((start, len(text)))
        else:
            text += piece
    attributions = [
        Attribution(tuple(r["["]), tuple(r["<"]), tuple(r["{"]), r["<"][0][0], "indirect", True, 1.0, "test") for r in relations if r["<"]
    ]
    [parsed] = parse_articles([Article("test", text, "", date(2022, 10, 25))])
    return find_circumstances(parsed, attributions)


EXAMPLES = [
    # sentence, addressee, medium, via
    (
        "[Irwani] <said> in a letter to UN Secretary-General António Guterres {that the claims were baseless}.",
        "António Guterres",
        "letter",
        "",
    ),
    ("In a letter to the Security Council, [Kyslytsya] <said> {the ban was broken}.", "Security Council", "letter", ""),
    ("[The minister] <rejected> {the claim} during a phone call with Josep Borrell.", "Josep Borrell", "phone call", ""),
    ("In a phone conversation with Josep Borrell, [the minister] <said> {the claim was false}.", "Josep Borrell", "phone call", ""),
    ("[The minister] <told> reporters {that a few had been delivered}.", "reporters", "", ""),
    ("[He] <told> the Security Council {that nothing was known}.", "Security Council", "", ""),
    ("[She] <told> Reuters {that she would resign}.", "Reuters", "interview", ""),
    ("[She] <said> in an interview with Der Spiegel {that she would resign}.", "Der Spiegel", "interview", ""),
    ("In an interview on Monday, [she] <said> {she would resign}.", "", "interview", ""),
    ("[Zelensky] <said> in his evening video message {that they lied}.", "", "video", ""),
    ("[Kanaani] <denied> {the report} in a statement on Saturday.", "", "statement", ""),
    ("[Kanaani] <said> at a news conference {that it was groundless}.", "", "press conference", ""),
    ("[She] <tweeted> {that it was over}.", "", "post", ""),
    ("[She] <wrote> on Telegram {that it was over}.", "", "post", ""),
    ("[The ambassador] <wrote> to António Guterres {that the probe was illegal}.", "António Guterres", "letter", ""),
    ("[The officer] <testified> {that he saw nothing}.", "", "testimony", ""),
    ("[She] <told> a news conference {that it was over}.", "", "press conference", ""),
    ("Speaking to journalists in Geneva, [he] <said> {he would stay}.", "journalists", "", ""),
    ("{The plan was dead}, [he] <said>, according to Tasnim.", "", "", "Tasnim"),
    ("{The plan was dead}, [he] was quoted as <saying> by IRNA.", "", "", ""),
    ("[[Tasnim]] <<reported>> {{that [the minister] <had called> {the claim a lie}}}.", "", "", "Tasnim"),
    ("According to Yahoo News, [Ann Cole] <said> {she would sign}.", "", "", "Yahoo News"),
    # near-misses: what stands in the content, or belongs to somebody else, is no circumstance
    ("[He] <said> {the letter to António Guterres was a fake}.", "", "", ""),
    ("[He] <said> {Borrell told reporters nothing}.", "", "", ""),
    ("[Novak] <boasts of> {his skill in debates}.", "", "", ""),
    ("[He] <said> {no}.", "", "", ""),
    ("[Reuters] <reported> {the sale}.", "", "", ""),
    ("[She] <told> him {to go}.", "", "", ""),
    ("[She], who had seen a letter to the council, <said> {nothing}.", "", "", ""),
]


@pytest.mark.parametrize(("marked", "addressee", "medium", "via"), EXAMPLES, ids=[row[0][:60] for row in EXAMPLES])
def test_examples(marked: str, addressee: str, medium: str, via: str) -> None:
    assert circumstances(marked)[0] == Circumstances(addressee, medium, via)


def test_a_person_named_in_full_elsewhere() -> None:
    marked = "Josep Borrell was in Brussels. [The minister] <told> Borrell {that the claim was false}."
    assert circumstances(marked)[0].addressee == "Josep Borrell"


def test_nothing_to_do() -> None:
    [parsed] = parse_articles([Article("test", "Nobody spoke.", "", date(2022, 10, 25))])
    assert find_circumstances(parsed, []) == []


def test_a_cue_outside_the_text() -> None:
    [parsed] = parse_articles([Article("test", "Nobody spoke.", "", date(2022, 10, 25))])
    attribution = Attribution((), (), (), 999, "indirect", True, 1.0, "test")
    assert find_circumstances(parsed, [attribution]) == [Circumstances()]
