# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The gaps that docs/action.md names, and that the check of wheels holds it to them."""

import itertools

import pytest

from scripts import check_wheels
from tests.test_locks import entries


def test_the_manual_names_gaps_that_can_be():
    gaps = check_wheels.known()

    assert set(gaps) <= set(itertools.product(check_wheels.PYTHONS, check_wheels.PLATFORMS))
    assert set().union(*gaps.values()) <= set(entries("action"))


@pytest.mark.parametrize(
    ("found", "code", "told"),
    [
        ({"cryptography"}, 0, ""),
        ({"cryptography", "cffi"}, 1, "no wheel of cffi, cryptography; docs/action.md says: of"),
        (set(), 1, "no wheel of none; docs/action.md says: of cryptography"),
    ],
)
def test_what_is_found_has_to_be_what_is_said(monkeypatch, capsys, found, code, told):
    pair = ("3.13", "macOS x86-64")
    monkeypatch.setattr(check_wheels, "known", lambda: {pair: frozenset({"cryptography"})})
    monkeypatch.setattr(check_wheels, "missing", lambda *_: frozenset(found))

    assert check_wheels.main(pair) == code
    assert told in capsys.readouterr().out


def test_every_missing_wheel_is_found(monkeypatch):
    gone = iter(["cffi", "pyyaml", ""])
    asked = []

    def refused(_python, _platform, lock, *, whole):
        with open(lock, encoding="utf-8") as file:
            asked.append((sum("==" in line for line in file), whole))
        return next(gone)

    monkeypatch.setattr(check_wheels, "refused", refused)
    every = len(entries("action"))

    assert check_wheels.missing("3.13", "Windows arm64") == {"cffi", "pyyaml"}
    assert asked == [(every, True), (every - 1, False), (every - 2, False)]
