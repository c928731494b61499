"""One actor for all the spellings of a name, and two for two people."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.actors import Actor
from timeline.identities import fold, merge_identities, plain


def person(name: str, **values: str) -> Actor:
    return Actor(name, "person", **values)  # type: ignore[arg-type]


def groups(actors: list[Actor]) -> set[frozenset[str]]:
    """The names that were merged with each other."""
    canonical = merge_identities(actors)
    return {frozenset(a.name for a in actors if canonical[a] == canonical[b]) for b in actors}


ONE_PERSON = [
    ("Hossein Amir-Abdollahian", "Hossein Amirabdollahian", "Hossein Amir Abdollahian", "Amir-Abdollahian", "Amirabdollahian"),
    ("Amir Saeed Irwani", "Amir Saeid Iravani", "Saeed Iravani", "Irwani", "Iravani"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "Zelenskiy"),
    ("Vasily Nebenzya", "Vassily Nebenzia", "Nebenzia"),
    ("Sergiy Kyslytsya", "Sergey Kislitsya"),
    ("Bashar al-Assad", "Bashar Assad", "Assad"),
    ("Hillary Clinton", "Hillary Rodham Clinton", "H. Clinton", "Clinton"),
    ("José Manuel Albares", "Jose Manuel Albares"),
    ("John Smith", "Jon Smith"),
    ("Josep Borrell", "Josep Borell", "Borrell"),
    ("Muhammad Khan", "Mohammed Khan"),
    ("Martin Luther King Jr.", "Martin Luther King"),
    ("Dmitry Polyanskiy", "Dmitri Polyanskiy", "Dmitriy Polyansky"),
]
TWO_PEOPLE = [
    ("Hillary Clinton", "Bill Clinton"),
    ("George W. Bush", "George H. W. Bush"),
    ("George W. Bush", "Jeb Bush"),
    ("Hassan Rouhani", "Hossein Rouhani"),
    ("Peter Hansen", "Peter Hanson"),
    ("Anna Kowalska", "Anna Kovacs"),
    ("Ann Cole", "Ann Coleman"),
    ("Donald Horn", "Ivana Horn"),
    ("Kim Jong Un", "Kim Jong Il"),
    ("Lee Park", "Leo Park"),
]


@pytest.mark.parametrize(
    ("names", "together"),
    [
        (("Harriet Bloom", "Harriet Blum"), 1),
        (("Volodymyr Zelensky", "Volodymyr Zelenskyy"), 1),
        (("Hossein Amir-Abdollahian", "Hossein Amirabdollahian"), 1),
        (("Harriet Bloom", "Harriet Blum"), 2),
    ],
)
def test_two_spellings_in_one_article_are_two_people_unless_they_hardly_differ(names: tuple[str, str], together: int) -> None:
    """`together`: the number of articles over which the two are spread."""
    actors = [person(name) for name in names]
    articles = [actors] if together == 1 else [[actor] for actor in actors]
    canonical = merge_identities(actors, articles=articles)
    two = names[0] == "Harriet Bloom" and together == 1
    assert (canonical[actors[0]] == canonical[actors[1]]) is not two


@pytest.mark.parametrize("names", ONE_PERSON, ids=lambda names: names[0])
def test_spellings_of_one_name_are_one_actor(names: tuple[str, ...]) -> None:
    assert groups([person(name) for name in names]) == {frozenset(names)}


@pytest.mark.parametrize("names", TWO_PEOPLE, ids=" / ".join)
def test_two_people_stay_two(names: tuple[str, ...]) -> None:
    assert groups([person(name) for name in names]) == {frozenset({name}) for name in names}


def test_a_surname_of_two_stays_by_itself() -> None:
    assert groups([person("Hillary Clinton"), person("Bill Clinton"), person("Clinton")]) == {
        frozenset({"Hillary Clinton"}),
        frozenset({"Bill Clinton"}),
        frozenset({"Clinton"}),
    }


def test_an_initial_of_two_stays_by_itself() -> None:
    assert frozenset({"J. Smith"}) in groups([person("John Smith"), person("James Smith"), person("J. Smith")])


@pytest.mark.parametrize(
    ("kind", "names", "shown"),
    [
        ("country", ("UK", "Britain", "United Kingdom", "U.K."), "United Kingdom"),
        ("country", ("US", "U.S.", "United States", "USA"), "United States"),
        ("country", ("Kiev", "Kyiv"), "Kyiv"),
        ("organization", ("UN", "U.N.", "United Nations", "the United Nations"), "United Nations"),
        ("press", ("AP", "Associated Press"), "Associated Press"),
        ("press", ("The New York Times", "New York Times"), "New York Times"),
        ("organization", ("GOP", "Republican Party"), "Republican Party"),
    ],
)
def test_names_of_bodies(kind: str, names: tuple[str, ...], shown: str) -> None:
    actors = [Actor(name, kind) for name in names]  # type: ignore[arg-type]
    canonical = merge_identities(actors)
    assert len(set(canonical.values())) == 1
    assert canonical[actors[0]].name.removeprefix("The ") == shown


def test_a_capital_is_an_actor_of_its_own() -> None:
    tehran, iran = Actor("Tehran", "country", affiliation="Iran"), Actor("Iran", "country", affiliation="Iran")
    canonical = merge_identities([tehran, iran])
    assert canonical[tehran].name == "Tehran"
    assert canonical[iran].name == "Iran"


def test_the_most_frequent_full_spelling_with_all_that_is_known() -> None:
    actors = [
        person("Zelenskyy"),
        *[person("Volodymyr Zelenskyy", role="president")] * 3,
        *[person("Volodymyr Zelensky", affiliation="Ukraine")] * 2,
    ]
    [canonical] = set(merge_identities(actors).values())
    assert (canonical.name, canonical.role, canonical.affiliation) == ("Volodymyr Zelenskyy", "president", "Ukraine")


def test_unnamed_speakers_are_one_with_the_same_words_and_affiliation() -> None:
    iran, iraq = Actor("officials", "unnamed", affiliation="Iran"), Actor("officials", "unnamed", affiliation="Iraq")
    again = Actor("Officials", "unnamed", affiliation="Iran", rule="other")
    canonical = merge_identities([iran, iraq, again])
    assert canonical[iran] == canonical[again] != canonical[iraq]


def test_no_speaker_stays_none() -> None:
    nobody = Actor("", "unnamed", rule="no speaker")
    assert merge_identities([nobody, person("Ann Cole")])[nobody].name == ""


def test_an_analyst_can_add_and_forbid_merges() -> None:
    names = ["Ann Cole", "Annie Kohl", "Ben Hill", "Ben Hil"]
    aliases = [
        {"relation": "same", "name": "Ann Cole", "other": "Annie Kohl"},
        {"relation": "different", "name": "Ben Hill", "other": "Ben Hil"},
    ]
    canonical = merge_identities([person(name) for name in names], aliases)
    assert canonical[person("Annie Kohl")].name == "Ann Cole"
    assert canonical[person("Ben Hill")] != canonical[person("Ben Hil")]
    assert len(set(merge_identities([person(name) for name in names[2:]]).values())) == 1


def test_nothing() -> None:
    assert merge_identities([]) == {}


_NAMES = [name for names in (*ONE_PERSON, *TWO_PEOPLE) for name in names]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(_NAMES), min_size=1, max_size=12), st.randoms())
def test_the_order_does_not_matter(names: list[str], rnd: random.Random) -> None:
    actors = [person(name) for name in names]
    shuffled = actors[:]
    rnd.shuffle(shuffled)
    assert merge_identities(actors) == merge_identities(shuffled)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=20), max_size=8))
def test_every_actor_has_a_canonical_one_that_is_its_own(names: list[str]) -> None:
    actors = [person(name) for name in names]
    canonical = merge_identities(actors)
    assert set(canonical) == set(actors)
    again = merge_identities(canonical.values())
    assert {again[actor].name for actor in canonical.values()} <= {actor.name for actor in canonical.values()}


@pytest.mark.parametrize(("a", "b"), [("Zelenskyy", "Zelensky"), ("Nebenzya", "Nebenzia"), ("Irwani", "Irvani"), ("Sergey", "Sergei")])
def test_fold(a: str, b: str) -> None:
    assert fold(a) == fold(b)


def test_plain() -> None:
    assert plain("The U.S. Senate") == "us senate"
    assert plain("Nicolas de Rivière") == "nicolas de riviere"


def test_time_grows_with_the_number_of_actors_alone() -> None:
    rnd = random.Random(7)
    syllables = [c + v for c in "bdfgklmnprstv" for v in "aeiou"]

    def names(count: int) -> list[Actor]:
        return [
            person("".join(rnd.choices(syllables, k=2)).title() + " " + "".join(rnd.choices(syllables, k=4)).title()) for _ in range(count)
        ]

    def seconds(count: int) -> float:
        actors = names(count)
        start = time.process_time()
        merge_identities(actors)
        return time.process_time() - start

    seconds(500)
    small, large = seconds(2000), seconds(16000)
    assert large < 8 * small * 3
