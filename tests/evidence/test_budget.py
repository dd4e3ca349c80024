# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What may be looked at for one declaration, and what is taken down as past it."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.evidence.budget import (
    LISTED,
    READ,
    TEXTS,
    WORDS,
    Budget,
    Cost,
    Limit,
    Refused,
)

FEW = Limit(10, "ten are looked at")
CROSSED = Limit(10, "ten are begun", is_crossed=True)


@pytest.mark.parametrize(
    ("limit", "most"),
    [(READ, 64 * 1024 * 1024), (TEXTS, 64), (WORDS, 2_000_000), (LISTED, 100_000)],
)
def test_the_budget_is_the_same_everywhere(limit, most):
    assert limit.most == most
    assert f"{most:,}" in limit.told or "64 MiB" in limit.told


def test_what_does_not_fit_is_refused_and_taken_down():
    budget = Budget()

    assert budget.may(FEW, "a", 7)
    assert not budget.may(FEW, "b", 4)
    assert budget.may(FEW, "c", 3)
    assert not budget.may(FEW, "d")
    assert budget.refused == [Refused(FEW, "b"), Refused(FEW, "d")]
    assert (budget.first(FEW), budget.first(READ), budget.spent(FEW)) == ("b", "", 10)


def test_the_same_thing_costs_once_and_more_of_it_the_rest():
    budget = Budget()

    assert all(budget.may(FEW, "a", amount) for amount in (4, 4, 2, 6))
    assert budget.spent(FEW) == 6
    assert budget.may(FEW, "x", 4, what="b")
    assert budget.may(FEW, "y", 4, what="b")
    assert budget.spent(FEW) == 10


def test_what_begins_below_the_line_is_looked_at_whole():
    budget = Budget()

    assert budget.has_left(CROSSED, "a")
    budget.pay(Cost(CROSSED, "a", 25))
    assert budget.has_left(CROSSED, "a")
    assert not budget.has_left(CROSSED, "b")
    assert budget.refused == [Refused(CROSSED, "b")]


def test_who_asks_again_is_refused_again():
    budget = Budget()
    calls = []
    look = budget.cached(lambda name, amount: calls.append(name) or budget.may(FEW, name, amount))

    first, second = (budget.watched(lambda: look("a", 11)) for _ in range(2))

    assert first == second == (False, (Refused(FEW, "a"),))
    assert calls == ["a"]


def test_an_answer_that_is_known_has_its_costs_still():
    budget = Budget()
    look = budget.cached(lambda: budget.may(FEW, "a", 3))
    look()
    start = len(budget.costs)
    look()

    assert budget.costs[start:] == [Cost(FEW, "a", 3)]
    assert budget.spent(FEW) == 3


COSTS = st.lists(
    st.builds(Cost, st.sampled_from([FEW, CROSSED]), st.sampled_from("abcd"), st.integers(0, 12)),
    max_size=8,
)


def spend(budget, cost):
    if cost.limit is FEW:
        return budget.may(cost.limit, cost.what, cost.amount)
    is_open = budget.has_left(cost.limit, cost.what)
    if is_open:
        budget.pay(cost)
    return is_open


@given(COSTS, COSTS)
def test_what_others_have_found_costs_as_if_it_were_found_here(before, costs):
    alone, told = Budget(), Budget()
    for cost in before:
        spend(alone, cost)
        spend(told, cost)
    fits = all(list(map(partial(spend, alone), costs)))

    assert told.pay_again(costs) is fits
    if fits:
        assert [told.spent(one) for one in (FEW, CROSSED)] == [
            alone.spent(one) for one in (FEW, CROSSED)
        ]
