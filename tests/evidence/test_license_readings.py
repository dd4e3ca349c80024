# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""License files as they are read: once each, and compared once with each license in a run."""

from pathlib import Path

import pytest

from osaid_action.evidence import license_readings as module
from osaid_action.evidence.budget import TEXTS, WORDS, Limit, Refused
from osaid_action.evidence.license_readings import LicenseReadings
from osaid_action.evidence.measured_tree import MeasuredTree
from osaid_action.license_text import template
from osaid_action.license_text import verify as verifier
from osaid_action.repository.working_tree import DiskTree

TOP = Path(__file__).parents[2]
APACHE = (TOP / "LICENSE").read_text(encoding="utf-8")
MIT = (TOP / "LICENSES" / "MIT.txt").read_text(encoding="utf-8")


class Counting(DiskTree):
    """Counts what is read."""

    reads = 0

    def read(self, path, limit):
        self.reads += 1
        return super().read(path, limit)


@pytest.fixture
def on_disk(tmp_path):
    def write(**files):
        for name, text in files.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        return Counting(str(tmp_path))

    return write


@pytest.fixture
def verified(monkeypatch):
    """Every comparison that is made."""
    made, before = [], verifier.verify

    def verify(text, ids, **more):
        made.append(tuple(ids))
        return before(text, ids, **more)

    monkeypatch.setattr(verifier, "verify", verify)
    return made


def test_a_copy_is_known_without_a_comparison(on_disk, verified):
    found = LicenseReadings(MeasuredTree(on_disk(LICENSE=APACHE))).of(
        "LICENSE", ["Apache-2.0"], choice=False
    )

    assert (found.verdicts, found.whole, verified) == ({}, None, [])


def test_a_text_is_read_once_and_compared_once_with_each_license(on_disk, verified):
    tree = on_disk(LICENSE=MIT.replace("<year> <copyright holders>", "2026 A Lab"))
    first = LicenseReadings(MeasuredTree(tree))

    found = [first.of("LICENSE", ["MIT", "ISC"], choice=True) for _ in range(3)]

    assert tree.reads == 1
    assert verified == [("MIT",), ("ISC",), ("MIT", "ISC")]
    assert {one.verdicts["MIT"].answer for one in found} == {"verified"}
    assert {one.verdicts["ISC"].instead for one in found} == {"MIT"}


def test_other_declarations_of_the_run_need_no_comparison_of_their_own(on_disk, verified):
    tree = on_disk(LICENSE=f"{MIT}x", COPYING=f"{MIT}x")

    found = [
        LicenseReadings(MeasuredTree(tree)).of(name, ["MIT"], choice=False)
        for name in ("LICENSE", "COPYING", "LICENSE")
    ]

    assert verified == [("MIT",)]
    assert len({one.verdicts["MIT"] for one in found}) == 1


def test_each_text_counts_and_so_do_the_words_that_are_matched(on_disk):
    tree = MeasuredTree(on_disk(LICENSE=f"{APACHE} x", COPYING=APACHE))
    readings = LicenseReadings(tree)
    readings.of("LICENSE", ["MIT", "ISC"], choice=False)
    words = tree.budget.spent(WORDS)
    readings.of("LICENSE", ["MIT", "ISC"], choice=False)
    readings.of("COPYING", ["Apache-2.0"], choice=False)

    assert (words, tree.budget.spent(WORDS)) == (10 * 1609, 10 * 1609)
    assert tree.budget.spent(TEXTS) == 2


def test_past_the_budget_a_text_is_not_looked_at(on_disk, monkeypatch):
    one = Limit(1, "one text is compared")
    monkeypatch.setattr(module, "TEXTS", one)
    readings = LicenseReadings(MeasuredTree(on_disk(LICENSE=APACHE, COPYING=APACHE)))

    assert readings.of("LICENSE", ["Apache-2.0"], choice=False) is not None
    assert readings.of("COPYING", ["Apache-2.0"], choice=False) is None
    assert readings.of("LICENSE", ["Apache-2.0"], choice=False) is not None
    assert readings.budget.refused == [Refused(one, "COPYING")]


def test_past_the_budget_no_word_is_matched(on_disk, monkeypatch, verified):
    few = Limit(9000, "9,000 words are matched")
    monkeypatch.setattr(module, "WORDS", few)
    readings = LicenseReadings(MeasuredTree(on_disk(LICENSE=f"{MIT}x")))

    found = [readings.of("LICENSE", [one], choice=False) for one in ("MIT", "ISC", "0BSD", "Zlib")]

    assert [one is None for one in found] == [False, False, False, False]
    assert readings.of("LICENSE", [f"AFL-{n}" for n in range(50)], choice=False) is None
    assert len(verified) == 4
    assert readings.budget.first(few) == "LICENSE"


def test_what_cannot_be_read_is_empty(on_disk):
    readings = LicenseReadings(MeasuredTree(on_disk()))

    assert readings.of("LICENSE", ["MIT"], choice=False).verdicts["MIT"].answer == "declared"


@pytest.mark.parametrize(
    ("notice", "answer"),
    [
        (template.text("Apache-2.0"), False),
        (f"{template.text('Apache-2.0')}\nNo commercial use.\n", True),
        ("The model is for informational purposes only.", True),
    ],
)
def test_apaches_words_on_notices_limit_nothing(on_disk, notice, answer):
    readings = LicenseReadings(MeasuredTree(on_disk(NOTICE=notice)))

    assert readings.limits("NOTICE") is answer


def test_whether_a_notice_limits_is_read_once(on_disk):
    tree = on_disk(NOTICE="You may not use this for commercial purposes.", POLICY="Be kind.")
    readings = LicenseReadings(MeasuredTree(tree))

    assert [readings.limits(one) for one in ("NOTICE", "POLICY", "NOTICE")] == [True, False, True]
    assert tree.reads == 2


def test_notices_cost_what_is_sought_in_them(on_disk):
    """Past the budget they are not looked at, and are taken down as that."""
    names = [f"NOTICE-{number}" for number in range(8)]
    tree = on_disk(**{name: f"{name} " + "word " * 20_000 for name in names})
    readings = LicenseReadings(MeasuredTree(tree))

    assert not any(readings.limits(name) for name in names)
    refused = [one.name for one in readings.budget.refused]
    assert refused == names[-len(refused) :]
    assert 0 < len(refused) < len(names)
