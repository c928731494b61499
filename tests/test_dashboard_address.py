"""The address: every view has one, and it gives the view back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.columns import Columns as C
from timeline.dashboard.address import FACET_COLUMNS, Address, read_address, read_window, write_address
from timeline.filters import Filter


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("", Address()),
        ("?act=deny&act=reject", Address(Filter(chosen={C.ACT: ("deny", "reject")}))),
        ("act=deny&not.actor=Jake+Sullivan", Address(Filter(chosen={C.ACT: ("deny",)}, excluded={C.ACTOR: ("Jake Sullivan",)}))),
        ("?claim=", Address(Filter(chosen={C.CLAIM: ("",)}))),
        ("?from=2022-10-17&until=2022-10-23", Address(Filter(since=date(2022, 10, 17), until=date(2022, 10, 23)))),
        ("?q=+joint+meeting+&known=2022-11-01", Address(Filter(words="joint meeting", known_on=date(2022, 11, 1)))),
        ("?colour=claim&order=name&focus=A%26B&fold=Iran", Address(colour="claim", order="name", focus="A&B", folded=frozenset({"Iran"}))),
        # what cannot be understood is left out
        ("?from=yesterday&colour=pink&order=&confidence=high&what=ever&thoughts=yes", Address()),
        ("?confidence=7", Address(Filter(min_confidence=1.0))),
    ],
)
def test_reading(query: str, address: Address) -> None:
    assert read_address(query) == address


names = st.text(max_size=20)
facets = st.dictionaries(
    st.sampled_from(list(FACET_COLUMNS.values())), st.lists(names, min_size=1, max_size=3, unique=True).map(tuple), max_size=4
)
filters = st.builds(
    Filter,
    chosen=facets,
    excluded=facets,
    since=st.none() | st.dates(),
    until=st.none() | st.dates(),
    words=names.map(str.strip),
    known_on=st.none() | st.dates(),
    min_confidence=st.sampled_from([0.0, 0.25, 0.5, 1.0]),
    thoughts=st.booleans(),
)
addresses = st.builds(
    Address,
    wanted=filters,
    colour=st.sampled_from(["stance", "claim"]),
    order=st.sampled_from(["first", "number", "name"]),
    focus=names,
    folded=st.frozensets(names, max_size=3),
    top=st.lists(names, max_size=3, unique=True).map(tuple),
)


@given(addresses)
def test_an_address_written_and_read_is_the_same(address: Address) -> None:
    assert read_address(write_address(address)) == address


@given(st.text(max_size=200))
def test_any_address_can_be_read(query: str) -> None:
    read_address(query)
    read_window(query)


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("2022-10-01..2022-10-31", (date(2022, 10, 1), date(2022, 10, 31))),
        ("2022-10-31..2022-10-01", (None, None)),
        ("2022-10-01", (None, None)),
        ("", (None, None)),
    ],
)
def test_window(text: str, window: tuple[date | None, date | None]) -> None:
    assert read_window(text) == window
