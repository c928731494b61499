"""On which side of its claim a statement stands. Each example is a claim raised by the first sentence; the last one's stance counts."""

from dataclasses import replace

import pytest
from claims_marked import statements

from timeline.claims.stance import accused_side, stances

RAISED = "[Paris@France] <said#allege> {Iran had supplied drones to Russia}. "
DEMANDED = "[Paris@France] <called#demand> {for a UN investigation of the fire}. "
DECIDED = "[The court] <rejected#reject> {a request to open the files}. "

STANCES = [
    ("affirm", RAISED + "[Kyiv@Ukraine] <charged#allege> {that Tehran was arming Moscow with drones}."),
    ("affirm", RAISED + "[Washington@United States] <agreed#endorse> {that the drones came from Iran}."),
    ("affirm", RAISED + "[The envoy@Iran] <admitted#confirm> {that a few drones had been delivered}."),
    ("refute", RAISED + "[The envoy@Iran] <denied#deny> {that Iran had supplied drones}."),
    ("refute", RAISED + "[The envoy@Iran] <denied#deny> {having sold drones to Russia}."),
    ("refute", RAISED + "[The envoy@Iran] <called#deny> {the allegations “baseless”}."),
    ("refute", RAISED + "[The envoy@Iran] <said#deny> {Iran had not sold drones to Russia}."),
    ("refute", RAISED + "[The envoy@Iran] <dismissed#reject> {the charge}."),
    ("affirm", "[The union] <said#allege> {the mill had not paid its workers}. [The mill] <denied#deny> {that it had not paid}."),
    ("affirm", "[The union] <said#allege> {the mill never paid}. [The owner] <disputed#deny> {that the mill never paid}."),
    # A plain "not" under a verb of saying is the denial itself.
    ("refute", "[The union] <said#allege> {the mill owed wages}. [The owner] <said#deny> {the mill did not owe anything}."),
    # What the accused side says without any verb of denial or admission.
    ("refute", RAISED + "[The envoy@Iran] <said#state> {that sending drones to Russia was not Iran's policy}."),
    ("affirm", RAISED + "[The envoy@Iran] <said#state> {that Iran had supplied a limited number of drones}."),
    ("neutral", RAISED + "[The envoy@Iran] <said#state> {the drones were a good product}."),
    ("neutral", RAISED + "[The envoy@Iran] <said#promise> {“If it were proven that Iran supplied drones, we would act”}."),
    ("neutral", RAISED + "[The envoy@Iran] <said#state> {whether Iran had supplied drones was unclear}."),
    ("affirm", RAISED + "[Riga@Latvia] <said#state> {that Iran had supplied drones}."),
    ("neutral", RAISED + "[The Secretariat] <said#state> {it had drawn no conclusion about the drones}."),
    ("neutral", RAISED + "[Berlin@Germany] <called#demand> {for a probe of the drones}."),
    ("neutral", RAISED + "[The envoy@Iran] <offered#offer> {to review the evidence on the drones}."),
    ("neutral", RAISED + "[The ministry] <declined#decline> {to comment on the drones}."),
    ("neutral", RAISED + "[A reporter] <asked#state> {whether the drones came from Iran}."),
    ("neutral", RAISED + "[A reporter] <said#state> {“Did the drones come from Iran?”}."),
    # In a claim about the probe itself, who asks for it affirms.
    ("affirm", DEMANDED + "[Berlin@Germany] <urged#demand> {an inquiry into the fire}."),
    ("refute", DEMANDED + "[Moscow@Russia] <rejected#reject> {an investigation}."),
    ("refute", DEMANDED + "[Moscow@Russia] <said#reject> {a probe would be illegal}."),
    # An ally who takes the accused out of it.
    ("refute", RAISED + "[The envoy@Russia] <said#state> {the drones are Russian and not Iranian}."),
    # An accuser who denies the answer of the accused still accuses.
    ("affirm", "[Kyiv@Ukraine] <said#allege> {Iran had supplied drones to Russia}. [Kyiv@Ukraine] <added#deny> {that this was a lie}."),
    ("refute", RAISED + "[The envoy@Russia] <added#deny> {that this was a lie}."),
    # Praise and blame of a refusal.
    ("refute", DECIDED + "[His lawyer] <welcomed#endorse> {the court's decision}."),
    ("affirm", DECIDED + "[The paper] <criticized#criticize> {the ruling}."),
    ("affirm", "[A critic] <called#criticize> {the plan a waste}. [Another] <mocked#criticize> {the plan}."),
    ("refute", "[A] <said#allege> {the law requires a hearing}. [B] <said#state> {the law doesn't require one}."),
    ("affirm", "[A] <said#allege> {the dam would break}. [B] <warned#threaten> {that the dam could break}."),
]


@pytest.mark.parametrize(("stance", "text"), STANCES)
def test_stance(stance: str, text: str) -> None:
    assert stances(statements(text))[-1][0] == stance


def test_the_one_who_raises_it_affirms() -> None:
    assert all(stances(statements(text))[0][0] in ("affirm", "refute") for _, text in STANCES)


def test_other_words_of_one_who_denies() -> None:
    text = (
        RAISED + "[The envoy@Iran] <denied#deny> {that Iran had sold drones}. [The envoy@Iran] <said#criticize> {Paris wanted headlines}."
    )
    assert stances(statements(text))[2] == ("refute", "same speaker elsewhere")


def test_every_stance_says_why() -> None:
    assert all(why for _, text in STANCES for _, why in stances(statements(text)))


def test_no_admission_without_a_word_of_it() -> None:
    """Whatever the accused side states plainly is not shown as affirming the accusation, unless it repeats its very words."""
    for content in ("trade with Russia was growing", "the West was lying", "the drones of others were better", "it would answer in time"):
        assert stances(statements(RAISED + f"[The envoy@Iran] <said#state> {{{content}}}."))[1][0] != "affirm"


@pytest.mark.parametrize(
    ("side", "text"),
    [
        ("iran", RAISED + "[Kyiv@Ukraine] <said#allege> {Tehran was lying}."),
        ("", "[Kyiv@Ukraine] <said#state> {it was cold}."),
        (
            "russia",
            "[Kyiv@Ukraine] <said#allege> {Russia shelled a school}. [Moscow@Russia] <said#allege> {Ukraine did}. " * 1
            + "[Riga@Latvia] <said#allege> {Russia shelled it}.",
        ),
    ],
)
def test_accused_side(side: str, text: str) -> None:
    assert accused_side(statements(text)) == side


@pytest.mark.xfail(strict=True, reason="irony is not recognised")
def test_irony() -> None:
    assert (
        stances(statements(RAISED + "[Moscow@Russia] <scoffed#state> {“Of course, and the moon is made in Iran too”}."))[1][0] == "refute"
    )


@pytest.mark.xfail(strict=True, reason="that two statements exclude each other takes knowledge of the world")
def test_exclusion() -> None:
    text = RAISED + "[Moscow@Russia] <said#state> {the drones were Russian}."
    assert stances(statements(text))[1][0] == "refute"


@pytest.mark.parametrize(("stance", "words"), [("affirm", "must stop"), ("neutral", "review")])
def test_only_who_asks_for_a_review_is_neutral(stance: str, words: str) -> None:
    text = "[Kyiv@Ukraine] <said#demand> {“Iran must stop sending drones to Russia. The review of the evidence on the drones is over.”}."
    *before, last = statements(RAISED + text)
    start = last.article.text.index(words)
    demand = replace(last, act=replace(last.act, span=(start, start + len(words))))
    assert stances([*before, demand])[-1][0] == stance
