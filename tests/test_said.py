"""When a statement was said: what dates the cue, what dates the matter, and what it inherits from the occasion."""

from dataclasses import replace
from datetime import date

import pytest

from timeline.actors import Actor
from timeline.articles import Article
from timeline.attribution import Attribution
from timeline.dates import find_dates
from timeline.language import Parsed, parse_articles
from timeline.said import Said, date_statements

PUBLISHED = date(2022, 10, 25)  # a Tuesday
WEEK = ("2022-10-17", "2022-10-23")


def parsed(text: str, title: str = "") -> Parsed:
    return next(parse_articles([Article("test", text, title, PUBLISHED)]))


def attribute(text: str, cue: str, content: str, speaker: str = "") -> Attribution:
    """An attribution by the first occurrence of its pieces; the cue's head is its first word but for an auxiliary."""
    at = text.index(cue)
    start = text.index(content)
    spans = ((text.index(speaker), text.index(speaker) + len(speaker)),) if speaker else ()
    head = at + (cue.index(" ") + 1 if cue.startswith(("has ", "had ")) else 0)
    return Attribution(spans, ((at, at + len(cue)),), ((start, start + len(content)),), head, "indirect", True, 1.0, "test")


def said_in(text: str, *relations: tuple[str, str, str], title: str = "") -> list[Said]:
    """Date relations (speaker, cue, content) of a text; the speaker's text is the actor's name."""
    article = parsed(text, title)
    attributions = [attribute(text, cue, content, speaker) for speaker, cue, content in relations]
    actors = [(Actor(speaker.split()[-1], "person"),) for speaker, _, _ in relations]
    return date_statements(article, attributions, actors, find_dates(text, PUBLISHED, article))


def days(said: Said) -> tuple[str, str]:
    return str(said.start or ""), str(said.end or "")


# (text, speaker, cue, content, first and last day, basis)
OWN = [
    (
        "“Anyone can draw a map,” the minister said as he left the ministry on Monday.",
        "the minister",
        "said",
        "“Anyone can draw a map,”",
        ("2022-10-24",) * 2,
        "relative",
    ),
    (
        "The minister said on Monday that the port would open.",
        "The minister",
        "said",
        "that the port would open",
        ("2022-10-24",) * 2,
        "relative",
    ),
    (
        "The minister said Monday that the port would open.",
        "The minister",
        "said",
        "that the port would open",
        ("2022-10-24",) * 2,
        "relative",
    ),
    ("On Monday, the minister denied the report.", "the minister", "denied", "the report", ("2022-10-24",) * 2, "relative"),
    ("Last week, Norland and Sudland called for a probe.", "Norland and Sudland", "called", "for a probe", WEEK, "relative"),
    ("The envoy last week rejected the plan.", "The envoy", "rejected", "the plan", WEEK, "relative"),
    ("The envoy said on 24 October that talks had failed.", "The envoy", "said", "that talks had failed", ("2022-10-24",) * 2, "explicit"),
    (
        "The envoy told reporters in Geneva yesterday that talks had failed.",
        "The envoy",
        "told",
        "that talks had failed",
        ("2022-10-24",) * 2,
        "relative",
    ),
    (
        "In an interview with a local daily on Friday, Orlova accused the army of theft.",
        "Orlova",
        "accused",
        "the army of theft",
        ("2022-10-21",) * 2,
        "relative",
    ),
    (
        "In a letter sent on Friday, Orlova accused the army of theft.",
        "Orlova",
        "accused",
        "the army of theft",
        ("2022-10-21",) * 2,
        "relative",
    ),
    ("Orlova rejected the plan in a statement released on Friday.", "Orlova", "rejected", "the plan", ("2022-10-21",) * 2, "relative"),
    (
        "A 2019 study by the institute found that the wells were clean.",
        "A 2019 study by the institute",
        "found",
        "that the wells were clean",
        ("2019-01-01", "2019-12-31"),
        "explicit",
    ),
    (
        "On Friday the envoy called the claim absurd and described the probe as illegal.",
        "the envoy",
        "described",
        "the probe as illegal",
        ("2022-10-21",) * 2,
        "relative",
    ),
    ("He went on Friday to say that talks had failed.", "He", "say", "that talks had failed", ("2022-10-21",) * 2, "relative"),
    ("Orlova met the press on Friday, saying the plan was dead.", "Orlova", "saying", "the plan was dead", ("2022-10-21",) * 2, "relative"),
    ("He made the offer during a phone call with the premier last week.", "He", "made", "the offer", WEEK, "relative"),
    (
        "Since early September, Norland has demanded an apology.",
        "Norland",
        "demanded",
        "an apology",
        ("2022-09-01", "2022-10-25"),
        "explicit",
    ),
    ("He visited Port Halen on Friday and said the plan was dead.", "He", "said", "the plan was dead", ("2022-10-21",) * 2, "relative"),
    (
        "The council split on Friday, with Orlova calling the plan a farce and Brandt warning of delays.",
        "Brandt",
        "warning",
        "of delays",
        ("2022-10-21",) * 2,
        "relative",
    ),
    ("In October, the union called for a strike.", "the union", "called", "for a strike", ("2022-10-01", "2022-10-25"), "explicit"),
]

# What stands beside the cue without dating it.
NOT_OWN = [
    (
        "The debate on Friday was loud. The minister wrote shortly before midnight that the vote was rigged.",
        "The minister",
        "wrote",
        "that the vote was rigged",
    ),
    ("The minister denied it, as he did on Monday.", "The minister", "denied", "it"),
    ("The minister wrote shortly before midnight that the vote was rigged.", "The minister", "wrote", "that the vote was rigged"),
    ("The minister said that the port had opened on Monday.", "The minister", "said", "that the port had opened on Monday"),
    ("Orlova, who was elected on Friday, said the plan was dead.", "Orlova", "said", "the plan was dead"),
    ("Orlova called Friday's decision a disgrace.", "Orlova", "called", "Friday's decision a disgrace"),
    ("The bridge fell on Friday and Orlova said the plan was dead.", "Orlova", "said", "the plan was dead"),
    (
        "The clerk said that the pump had stuck in July and that crews were told to wait.",
        "crews",
        "told",
        "to wait",
    ),
    ("Orlova apologized on Friday for calling the plan a farce.", "Orlova", "calling", "the plan a farce"),
    ("The minister said the port will open next week.", "The minister", "said", "the port will open next week"),
    ("“We delivered the engines in August,” Orlova said.", "Orlova", "said", "“We delivered the engines in August,”"),
    ("“Today we stand together,” Orlova said.", "Orlova", "said", "“Today we stand together,”"),
    ("After the bridge collapsed on Friday, Orlova said the plan was dead.", "Orlova", "said", "the plan was dead"),
    (
        "The minister, a candidate in the 2020 election, denied the report.",
        "The minister, a candidate in the 2020 election,",
        "denied",
        "the report",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "cue", "content", "expected", "basis"), OWN, ids=[row[0][:50] for row in OWN])
def test_what_stands_with_the_cue_dates_the_statement(
    text: str, speaker: str, cue: str, content: str, expected: tuple[str, str], basis: str
) -> None:
    (said,) = said_in(text, (speaker, cue, content))
    assert (days(said), said.basis) == (expected, basis)
    assert said.mention is not None
    assert text[slice(*said.mention.span)] == said.mention.text


@pytest.mark.parametrize(("text", "speaker", "cue", "content"), NOT_OWN, ids=[row[0][:50] for row in NOT_OWN])
def test_what_dates_the_matter_does_not_date_the_statement(text: str, speaker: str, cue: str, content: str) -> None:
    (said,) = said_in(text, (speaker, cue, content))
    assert (days(said), said.basis, said.mention) == (("", "2022-10-25"), "publication", None)
    assert "publication" in said.why


def test_the_matter_keeps_its_date() -> None:
    (said,) = said_in(
        "Orlova said on Monday that the engines were delivered in August 2021.",
        ("Orlova", "said", "that the engines were delivered in August 2021"),
    )
    assert days(said) == ("2022-10-24", "2022-10-24")
    assert said.about is not None
    assert (said.about.first, said.about.last) == (date(2021, 8, 1), date(2021, 8, 31))


def test_a_speaker_goes_on_on_the_same_day() -> None:
    text = "Orlova denied the theft on Monday.\n\nShe went on to say that the army was clean.\n\n“We took nothing,” Orlova concluded."
    said = said_in(
        text,
        ("Orlova", "denied", "the theft"),
        ("Orlova", "went on to say", "that the army was clean"),
        ("Orlova", "concluded", "“We took nothing,”"),
    )
    assert [days(s) for s in said] == [("2022-10-24", "2022-10-24")] * 3
    assert [s.basis for s in said] == ["relative", "inherited", "inherited"]


def test_what_is_repeated_was_not_first_said_that_day() -> None:
    text = "Orlova has called it a fairy tale, and on Monday Orlova repeated that she had left early."
    said = said_in(text, ("Orlova", "has called", "it a fairy tale"), ("Orlova", "repeated", "that she had left early"))
    assert [s.basis for s in said] == ["publication", "relative"]


def test_another_speaker_does_not_inherit() -> None:
    text = "Orlova denied the theft on Monday.\n\nHer deputy Brandt said that the army was clean."
    said = said_in(text, ("Orlova", "denied", "the theft"), ("Her deputy Brandt", "said", "that the army was clean"))
    assert said[1].basis == "publication"


@pytest.mark.parametrize("cue", ["has said", "had said"])
def test_another_occasion_does_not_inherit(cue: str) -> None:
    text = f"Orlova denied the theft on Monday.\n\nThe town is quiet.\n\nOrlova {cue} that the army was clean."
    said = said_in(text, ("Orlova", "denied", "the theft"), ("Orlova", cue, "that the army was clean"))
    assert said[1].basis == "publication"


LATE = ("Orlova", "added", "that it was late")
OTHERS = [
    ("Orlova denied the theft on Monday.\n\nOrlova added that it was late.", (LATE,), "inherited"),
    (
        "Orlova denied the theft on Monday as critics said it was plain.\n\nOrlova added that it was late.",
        (("critics", "said", "it was plain"), LATE),
        "inherited",
    ),
    (
        "Orlova denied the theft on Monday.\n\nBrandt said he was glad.\n\nOrlova added that it was late.",
        (("Brandt", "said", "he was glad"), LATE),
        "publication",
    ),
    (
        "Orlova denied the theft this week.\n\nBrandt said he was glad.\n\nOrlova added that it was late.",
        (("Brandt", "said", "he was glad"), LATE),
        "inherited",
    ),
    (
        "Orlova denied the theft on Monday.\n\nBrandt said he was glad.\n\nOrlova also told us that it was late.",
        (("Brandt", "said", "he was glad"), ("Orlova", "told", "that it was late")),
        "inherited",
    ),
    ("Orlova denied the theft recently. Orlova told us that it was late.", (("Orlova", "told", "that it was late"),), "publication"),
    ("Orlova denied the theft in March. Orlova told us that it was late.", (("Orlova", "told", "that it was late"),), "publication"),
]


@pytest.mark.parametrize(("text", "following", "basis"), OTHERS, ids=[row[0][:60] for row in OTHERS])
def test_the_occasion_ends_where_others_speak(text: str, following: tuple[tuple[str, str, str], ...], basis: str) -> None:
    said = said_in(text, ("Orlova", "denied", "the theft"), *following)
    assert said[-1].basis == basis


def test_a_ruling_is_one_occasion() -> None:
    text = "The judge Orlova denied the theft on Monday.\n\nBrandt said he was glad.\n\nThe court Orlova ruled that it was late."
    said = said_in(
        text,
        ("The judge Orlova", "denied", "the theft"),
        ("Brandt", "said", "he was glad"),
        ("The court Orlova", "ruled", "that it was late"),
    )
    assert [s.basis for s in said] == ["relative", "publication", "inherited"]


BEFORE_ITS_DATE = [
    ("Orlova called it a farce. “We took nothing,” Orlova wrote on Monday.", "called", "wrote", "“We took nothing,”", "inherited"),
    ("Orlova called it a farce. It was late, Orlova wrote on Monday.", "called", "wrote", "It was late", "inherited"),
    ("Orlova called it a farce. Orlova wrote on Monday that it was late.", "called", "wrote", "that it was late", "publication"),
    (
        "Orlova has called it a farce. “We took nothing,” Orlova wrote on Monday.",
        "has called",
        "wrote",
        "“We took nothing,”",
        "publication",
    ),
]


@pytest.mark.parametrize(("text", "first", "second", "content", "basis"), BEFORE_ITS_DATE, ids=[row[0][:50] for row in BEFORE_ITS_DATE])
def test_what_follows_without_a_new_start_dates_what_it_bears_out(text: str, first: str, second: str, content: str, basis: str) -> None:
    article = parsed(text)
    quotation = "direct" if content.startswith("“") else "indirect"
    attributions = [
        attribute(text, first, "it a farce", "Orlova"),
        replace(attribute(text, second, content, "Orlova"), quotation=quotation),
    ]
    orlova = (Actor("Orlova", "person"),)
    said = date_statements(article, attributions, [orlova, orlova], find_dates(text, PUBLISHED, article))
    assert [s.basis for s in said] == [basis, "relative"]


def test_what_is_said_after_another_event_does_not_inherit() -> None:
    text = "Oke denied it on Thursday. After visiting the mine on Saturday, Oke said that it was safe."
    _, later = said_in(text, ("Oke", "denied", "it on Thursday"), ("Oke", "said", "that it was safe"))
    assert (later.start, later.basis) == (None, "publication")


def test_the_day_of_a_question_is_that_of_the_answer() -> None:
    text = "Oke said last month that it was safe. Asked about that remark on Friday, Oke said that it was a joke."
    spans = text.index("Asked"), text.index("that remark")
    asked = Attribution((), ((spans[0], spans[0] + 5),), ((spans[1], text.index(", Oke")),), spans[0], "indirect", False, 1.0, "test")
    article = parsed(text)
    first, answer = (attribute(text, "said", content, "Oke") for content in ("that it was safe", "that it was a joke"))
    at = text.rindex("said")
    answer = replace(answer, cue_spans=((at, at + 4),), head=at)
    oke = (Actor("Oke", "person"),)
    said = date_statements(article, [first, asked, answer], [oke, (Actor("", "unnamed"),), oke], find_dates(text, PUBLISHED, article))
    assert days(said[2]) == ("2022-10-21",) * 2


def test_a_clause_about_the_speaker_hands_no_date_down() -> None:
    text = "The unit, which announced the ban last month, said that it knew of the case."
    ban, case = said_in(text, ("The unit", "announced", "the ban"), ("The unit", "said", "that it knew of the case"))
    assert (days(ban), case.basis) == (("2022-09-01", "2022-09-30"), "publication")
    text = "Yang, who raised questions about the deal last month, said that the audit was right."
    raised, audit = said_in(text, ("Yang", "questions", "about the deal"), ("Yang", "said", "that the audit was right"))
    assert (days(raised), audit.basis) == (("2022-09-01", "2022-09-30"), "publication")


def test_what_was_said_since_has_no_date() -> None:
    text = "Oke told them in March that it was safe. Oke has since said that it was not."
    march, since = said_in(text, ("Oke", "told", "that it was safe"), ("Oke", "said", "that it was not"))
    assert (days(march), since.basis) == (("2022-03-01", "2022-03-31"), "publication")


def test_a_date_stays_on_its_side_of_the_semicolon() -> None:
    text = "On Friday Oke warned of a leak; Petek says that the warning was a mistake."
    warned, says = said_in(text, ("Oke", "warned", "a leak"), ("Petek", "says", "that the warning was a mistake"))
    assert (days(warned), says.basis) == (("2022-10-21",) * 2, "publication")


@pytest.mark.parametrize(("verb", "basis"), [("disputes", "publication"), ("disputed", "inherited")])
def test_what_is_disputed_now_after_another_spoke_is_not_of_that_day(verb: str, basis: str) -> None:
    text = f"Oke called it safe on Friday. Brandt said that the valve leaks. Oke {verb} this."
    said = said_in(text, ("Oke", "called", "it safe"), ("Brandt", "said", "that the valve leaks"), ("Oke", verb, "this"))
    assert said[2].basis == basis


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Oke denied having known of a leak before 2003.", "having known of a leak"),
        ("Oke denied meeting them after March.", "meeting them after March"),
        ("Oke denied having met them since May.", "having met them since May"),
    ],
)
def test_a_bound_of_the_matter_dates_no_saying(text: str, content: str) -> None:
    assert said_in(text, ("Oke", "denied", content))[0].basis == "publication"


def test_what_is_told_of_an_event_before_a_day_is_not_of_that_day() -> None:
    text = (
        "Oke, who lived on the sixth floor, told the coroner that she had telephoned the managing agent, Tarmez Homes, "
        '"again and again" in the fortnight before the blast on 3 October. Nobody came, she said.'
    )
    content = "that she had telephoned the managing agent, Tarmez Homes"
    assert said_in(text, ("Oke", "told", content))[0].basis == "publication"


def test_as_recently_as_a_day_is_that_day() -> None:
    assert days(said_in("Oke said as recently as Friday that it was safe.", ("Oke", "said", "that it was safe"))[0]) == ("2022-10-21",) * 2


def test_what_somebody_maintains_is_not_of_an_earlier_day() -> None:
    text = "On 9 October Oke conceded that it leaked, but she maintains that the lake was safe."
    conceded, maintains = said_in(text, ("Oke", "conceded", "that it leaked"), ("she", "maintains", "that the lake was safe"))
    assert (days(conceded), maintains.basis) == (("2022-10-09",) * 2, "publication")


def test_a_document_is_not_the_rally() -> None:
    text = "At a rally on Thursday, Oke said that it was safe. In her manifesto, Oke pledged to close it."
    rally, manifesto = said_in(text, ("Oke", "said", "that it was safe"), ("Oke", "pledged", "to close it"))
    assert (days(rally), manifesto.basis) == (("2022-10-20",) * 2, "publication")


def test_what_was_said_long_ago_is_not_handed_down() -> None:
    text = "On 6 July 2015, Orlova praised the army.\n\nThe town is quiet.\n\nThe town was quiet.\n\nOrlova said that the army was clean."
    said = said_in(text, ("Orlova", "praised", "the army"), ("Orlova", "said", "that the army was clean"))
    assert [s.basis for s in said] == ["explicit", "publication"]


def test_an_aside_told_at_second_hand_is_not_the_occasion() -> None:
    text = "Orlova revealed on 24 October that she would talk.\n\nShe reportedly made the offer last week.\n\n“We are ready,” Orlova said."
    said = said_in(
        text, ("Orlova", "revealed", "that she would talk"), ("Orlova", "made", "the offer"), ("Orlova", "said", "“We are ready,”")
    )
    assert [days(s) for s in said] == [("2022-10-24", "2022-10-24"), WEEK, ("2022-10-24", "2022-10-24")]


def test_a_headline_takes_the_date_of_what_it_restates() -> None:
    text = "Orlova rejects plan for harbour tunnel\n\nMinister Orlova rejected the plan for a tunnel under the harbour on Monday."
    said = said_in(
        text,
        ("Orlova", "rejects", "plan for harbour tunnel"),
        ("Minister Orlova", "rejected", "the plan for a tunnel under the harbour"),
        title="Orlova rejects plan for harbour tunnel",
    )
    assert [(days(s), s.basis) for s in said] == [(("2022-10-24",) * 2, "inherited"), (("2022-10-24",) * 2, "relative")]


DISTANT = [
    ("Orlova denied it on Friday, a day after Norland said that it was late.", "said", ("2022-10-20",) * 2),
    ("Orlova denied it on Friday, two days after Norland had said that it was late.", "had said", ("2022-10-19",) * 2),
    ("Orlova denied it on Friday, a week after Norland said that it was late.", "said", ("2022-10-10", "2022-10-16")),
    ("Orlova denied it on Friday, ten months after Norland said that it was late.", "said", ("2021-12-01", "2021-12-31")),
    ("Orlova denied it on Friday, a year after Norland said that it was late.", "said", ("2021-01-01", "2021-12-31")),
    ("Orlova denied it on Friday, hours after Norland said that it was late.", "said", ("", "2022-10-25")),
    ("Orlova denied it on Friday, a day after it burned, and Norland said that it was late.", "said", ("", "2022-10-25")),
    ("Orlova denied it, a day after Norland said that it was late.", "said", ("", "2022-10-25")),
]


@pytest.mark.parametrize(("text", "cue", "expected"), DISTANT, ids=[row[0][:75] for row in DISTANT])
def test_so_long_after_another_statement(text: str, cue: str, expected: tuple[str, str]) -> None:
    said = said_in(text, ("Orlova", "denied", "it"), ("Norland", cue, "that it was late"))
    assert days(said[1]) == expected


HEARD = [
    ("Ida Moss told the panel that the plan was dead.", "told", "inherited"),
    ("Ida Moss told Judge Orlova that the plan was dead.", "told", "publication"),
    ("Ida Moss testified that the plan was dead.", "testified", "inherited"),
    ("Ida Moss told her committee that the plan was dead.", "told", "publication"),
    ("Ida Moss told the panel in a letter that the plan was dead.", "told", "publication"),
    ("Ida Moss has told the panel that the plan was dead.", "has told", "publication"),
    ("Ida Moss urged the panel, saying that the plan was dead.", "urged", "publication"),
]


@pytest.mark.parametrize(("sentence", "cue", "basis"), HEARD, ids=[row[0] for row in HEARD])
def test_what_a_panel_is_told_is_of_the_day_of_its_hearing(sentence: str, cue: str, basis: str) -> None:
    text = f"Dockers clashed with a Senate panel on Thursday over the plan for a mine.\n\nThe room was full.\n\n{sentence}"
    (said,) = said_in(text, ("Ida Moss", cue, "that the plan was dead"))
    assert (said.basis, days(said)[0]) == (basis, "2022-10-20" if basis == "inherited" else "")


@pytest.mark.parametrize(
    ("lead", "speaker", "cue", "where", "basis"),
    [
        ("A divided court ruled on Thursday that the mine must close.", "Justice Ida Moss", "wrote", "for the majority", "inherited"),
        ("A divided court ruled on Thursday that the mine must close.", "Justice Ida Moss", "said", "in dissent", "inherited"),
        ("A divided court ruled on Thursday that the mine must close.", "Justice Ida Moss", "said", "at home", "publication"),
        ("A divided court ruled on Thursday that the mine must close.", "Miner Ida Moss", "wrote", "to friends", "publication"),
        ("A rally on Thursday filled the square.", "Miner Ida Moss", "said", "at the rally", "inherited"),
        ("A rally on Thursday filled the square.", "Miner Ida Moss", "said", "at a rally", "publication"),
        ("The square was full on Thursday.", "Miner Ida Moss", "said", "at the rally", "publication"),
    ],
)
def test_who_writes_a_ruling_or_speaks_at_the_rally(lead: str, speaker: str, cue: str, where: str, basis: str) -> None:
    text = f"{lead}\n\nThe room was full.\n\n{speaker} {cue} {where} that the plan was dead."
    (said,) = said_in(text, (speaker, cue, "that the plan was dead"))
    assert said.basis == basis


def test_two_days_in_the_lead_leave_the_hearing_open() -> None:
    text = "A Senate panel that met on Thursday will vote on a plan that was drawn up on Monday.\n\nIda Moss told the panel that the plan was dead."
    (said,) = said_in(text, ("Ida Moss", "told", "that the plan was dead"))
    assert said.basis == "publication"


RECALLED = [
    (
        "The agency said in a complaint filed on Friday that it was late. All were well, according to the complaint.",
        "the complaint",
        "according",
        "All were well",
        "inherited",
    ),
    (
        "A report by the agency said on Friday that it was late.\n\nThe report said all were well.",
        "The report",
        "said",
        "all were well",
        "inherited",
    ),
    (
        "The agency dismissed the report on Friday and said that it was late.\n\nThe report said all were well.",
        "The report",
        "said",
        "all were well",
        "publication",
    ),
    (
        "The agency said in a complaint filed on Friday that it was late. A complaint of the mayor said all were well.",
        "A complaint of the mayor",
        "said",
        "all were well",
        "publication",
    ),
    (
        "A former aide of the mayor said on Friday that it was late.\n\n“We took nothing,” said the aide, Ida Moss.",
        "the aide, Ida Moss",
        "said",
        "“We took nothing,”",
        "inherited",
    ),
    (
        "A former aide of the mayor said on Friday that it was late.\n\n“We took nothing,” said the lawyer, Ida Moss.",
        "the lawyer, Ida Moss",
        "said",
        "“We took nothing,”",
        "publication",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "cue", "content", "basis"), RECALLED, ids=[row[0][:60] + row[1] for row in RECALLED])
def test_a_document_or_a_speaker_spoken_of_again(text: str, speaker: str, cue: str, content: str, basis: str) -> None:
    first = next(name for name in ("The agency", "A report by the agency", "A former aide of the mayor") if text.startswith(name))
    early = attribute(text, "said", "that it was late", first)
    start = text.index(content)
    at = text.rindex(cue)
    who = text.rindex(speaker)
    late = Attribution(
        ((who, who + len(speaker)),), ((at, at + len(cue)),), ((start, start + len(content)),), at, "indirect", True, 1.0, "test"
    )
    who_said = [(Actor(name, "person"),) for name in (first, speaker)]
    said = date_statements(parsed(text), [early, late], who_said, find_dates(text, PUBLISHED, parsed(text)))
    assert [s.basis for s in said] == ["relative", basis]


HEADLINES = [
    ("Town says no to tunnel plan", "Town", "says", "tunnel plan", "inherited"),
    ("Harbour judge rejects tunnel plan", "Harbour judge", "rejects", "tunnel plan", "inherited"),
    ("Dockers reject rail plan", "Dockers", "reject", "rail plan", "publication"),
    ("Harbour judge praises schools", "Harbour judge", "praises", "schools", "publication"),
]


@pytest.mark.parametrize(("title", "speaker", "cue", "content", "basis"), HEADLINES, ids=[row[0] for row in HEADLINES])
def test_a_headline_may_describe_the_speaker_of_the_lead(title: str, speaker: str, cue: str, content: str, basis: str) -> None:
    text = f"{title}\n\nA judge in the harbour court, Ida Orlova, refused on Monday the plan for a tunnel."
    lead = ("A judge in the harbour court, Ida Orlova", "refused", "the plan for a tunnel")
    said = said_in(text, (speaker, cue, content), lead, title=title)
    assert [s.basis for s in said] == [basis, "relative"]


MORE_OWN = [
    (
        "Orlova defended the plan at a meeting in Port Halen on Friday.",
        "Orlova",
        "defended",
        "the plan at a meeting in Port Halen on Friday",
        ("2022-10-21",) * 2,
    ),
    ("Orlova told reporters after Friday's debate that it was late.", "Orlova", "told", "that it was late", ("2022-10-21",) * 2),
    ("“It is safe,” he told the panel during three hours of testimony last week.", "he", "told", "“It is safe,”", WEEK),
    ("Orlova welcomed the plan as “brave” on Friday.", "Orlova", "welcomed", "the plan as “brave” on Friday", ("2022-10-21",) * 2),
    ("Two guards who fled last month told us on Friday that it burned.", "Two guards", "told", "that it burned", ("2022-10-21",) * 2),
    ("Orlova has insisted for months that it was safe.", "Orlova", "insisted", "that it was safe", ("", "2022-10-25")),
    *(
        (text, speaker, cue, "that the mine was safe", ("2022-09-01", "2022-09-30"))
        for text, speaker, cue in [
            ("The office wrote in a safety guide released in September that the mine was safe.", "The office", "wrote"),
            ("According to a report by the board's inspector published in September, that the mine was safe.", "a report", "According"),
            ("The page, first posted in September, said that the mine was safe.", "The page, first posted in September", "said"),
        ]
    ),
    ("Orlova accused the army on Monday of theft.", "Orlova", "accused", "the army on Monday of theft", ("2022-10-24",) * 2),
    (
        "On Wednesday Norland's envoy, Jan Brandt, had written to the council that the ban was broken.",
        "Jan Brandt",
        "written",
        "that the ban was broken",
        ("2022-10-19",) * 2,
    ),
    (
        "Orlova spoke on 21 October. The envoy rejected it on the same day.",
        "The envoy",
        "rejected",
        "it on the same day",
        ("2022-10-21",) * 2,
    ),
    (
        "In his letter, dated 19 October, the envoy said that the ban was broken.",
        "the envoy",
        "said",
        "that the ban was broken",
        ("2022-10-19",) * 2,
    ),
    ("PORT HALEN, Oct. 25 (Ledger) - Norland on Friday denounced the plan.", "Norland", "denounced", "the plan", ("2022-10-21",) * 2),
    *(
        (f"{opening}, Oke said that the mine was safe.", "Oke", "said", "that the mine was safe", day)
        for opening, day in [
            ("Speaking outside parliament this morning", ("2022-10-25",) * 2),
            ("Addressing supporters late on Sunday", ("2022-10-23",) * 2),
            ("Asked about it on Saturday", ("2022-10-22",) * 2),
            ("In opening the case on 20 September", ("2022-09-20",) * 2),
            ("On arriving at the court on Friday", ("2022-10-21",) * 2),
            ("Writing in the Herald last week", WEEK),
        ]
    ),
    ("In a note verbale dated 6 October, it stated that all was well.", "it", "stated", "that all was well", ("2022-10-06",) * 2),
    ("Oke, speaking on Friday after the match, said that it was fair.", "Oke", "said", "that it was fair", ("2022-10-21",) * 2),
]
MORE_NOT_OWN = [
    ("Ahead of Friday's meeting, Orlova rejected the plan.", "Orlova", "rejected", "the plan"),
    (
        "The Gazette, which dug out a 1995 story, said that it was late.",
        "The Gazette, which dug out a 1995 story",
        "said",
        "that it was late",
    ),
    ("The council announced a curfew from midnight.", "The council", "announced", "a curfew"),
    ("Orlova told the panel an hour later that it was safe.", "Orlova", "told", "that it was safe"),
    ("Asked about the 1998 article, Oke said that it was fair.", "Oke", "said", "that it was fair"),
    (
        "A study of 2021 ballots by the institute found that all was well.",
        "A study of 2021 ballots by the institute",
        "found",
        "that all was well",
    ),
    ("Ending Friday classes hurts children, parents say.", "parents", "say", "Ending Friday classes hurts children"),
    ("Democrats cite the vote in 1988.", "Democrats", "cite", "the vote"),
    ("He pointed to a tweet of 21 August.", "He", "pointed", "a tweet of 21 August"),
    ("Oke offered him a date in the spring.", "Oke", "offered", "a date in the spring"),
    ("Oke rejected a plan for a mine that was published on Friday.", "Oke", "rejected", "a plan for a mine"),
    ("Oke was treated after what her office called “a minor episode” in June.", "her office", "called", "“a minor episode” in June"),
    ("He noted that last year the miners struck.", "He", "noted", "that last year the miners struck"),
    ("The 2016 winner Anna Orlova rejected the plan.", "The 2016 winner Anna Orlova", "rejected", "the plan"),
    ("PORT HALEN, Oct. 23 (Ledger) - Norland denounced the plan.", "Norland", "denounced", "the plan"),
    ("Orlova welcomed the September agreement.", "Orlova", "welcomed", "the September agreement"),
    ("Having visited the mine on Friday, Oke said that it was safe.", "Oke", "said", "that it was safe"),
    ("After visiting the mine on Friday, Oke said that it was safe.", "Oke", "said", "that it was safe"),
    ("Closing a mine opened on Friday, Oke said, was wrong.", "Oke", "said", "Closing a mine opened on Friday"),
    ("Oke, who resigned on Friday, said that it was safe.", "Oke", "said", "that it was safe"),
    ("Oke told a daily briefing that it was safe.", "Oke", "told", "that it was safe"),
    ("Oke has proposed a new session for Monday.", "Oke", "proposed", "a new session for Monday"),
    ("Two days after the vote, Oke is still arguing that it was unfair.", "Oke", "arguing", "that it was unfair"),
]


@pytest.mark.parametrize(("text", "speaker", "cue", "content", "expected"), MORE_OWN, ids=[row[0][:50] for row in MORE_OWN])
def test_dates_that_the_parse_or_the_span_hides(text: str, speaker: str, cue: str, content: str, expected: tuple[str, str]) -> None:
    (said,) = said_in(text, (speaker, cue, content))
    assert days(said) == expected


@pytest.mark.parametrize(("text", "speaker", "cue", "content"), MORE_NOT_OWN, ids=[row[0][:50] for row in MORE_NOT_OWN])
def test_dates_that_belong_to_a_name_a_dateline_or_a_clause(text: str, speaker: str, cue: str, content: str) -> None:
    (said,) = said_in(text, (speaker, cue, content))
    assert said.basis == "publication"


def test_the_same_meeting() -> None:
    text = "Orlova denied the theft after a meeting of the council on Monday.\n\nThe town is quiet.\n\nBrandt said after the same meeting that he was glad."
    said = said_in(text, ("Orlova", "denied", "the theft"), ("Brandt", "said", "that he was glad"))
    assert [days(s) for s in said] == [("2022-10-24", "2022-10-24")] * 2


def test_the_same_quoted_words() -> None:
    text = "Orlova spoke of a “phony system” on Monday.\n\nBrandt laughed.\n\nOrlova has built roads.\n\nBemoaning the “phony system”, Orlova blamed the army."
    said = said_in(text, ("Orlova", "spoke", "a “phony system”"), ("Orlova", "Bemoaning", "the “phony system”, Orlova blamed the army"))
    assert days(said[1]) == ("2022-10-24", "2022-10-24")


def test_members_speak_at_the_sitting_that_the_article_reports() -> None:
    text = "A parliamentary committee voted Monday to open an inquiry.\n\nThe vote was close.\n\nSen. Ida Moss said the plan was dead.\n\nA baker, Tom Reed, said bread was dear."
    said = said_in(text, ("Sen. Ida Moss", "said", "the plan was dead"), ("Tom Reed", "said", "bread was dear"))
    assert [s.basis for s in said] == ["inherited", "publication"]


@pytest.mark.parametrize("body", ["The Senate", "The party's central committee"])
def test_members_speak_elsewhere_after_a_vote_of_the_house_or_of_a_party(body: str) -> None:
    text = f"{body} voted Monday to open an inquiry.\n\nThe vote was close.\n\nSen. Ida Moss said the plan was dead."
    (said,) = said_in(text, ("Sen. Ida Moss", "said", "the plan was dead"))
    assert said.basis == "publication"
