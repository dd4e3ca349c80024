# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The time of a run: that of the machine, or the one that is given."""

import re
import time

import pytest

from osaid_action.clock import now


def test_the_time_is_that_of_the_machine_in_utc(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(time, "time", lambda: 1_764_384_000.9)

    assert now() == "2025-11-29T02:40:00Z"


@pytest.mark.parametrize(
    ("given", "told"),
    [("0", "1970-01-01T00:00:00Z"), ("1764384000", "2025-11-29T02:40:00Z")],
)
def test_a_run_can_be_repeated(monkeypatch, given, told):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)

    assert now() == told


@pytest.mark.parametrize("given", ["", "now", "-1", "1.5", "²", "9" * 40])
def test_what_is_no_time_is_not_taken_for_one(monkeypatch, given):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)

    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", now())
