# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""requirements/*.txt: whole, by hash, from no place in particular, and of one mind."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUN_TIME = [
    *PYPROJECT["project"]["dependencies"],
    *PYPROJECT["project"]["optional-dependencies"]["action"],
]
NAMES = sorted(path.stem for path in (ROOT / "requirements").iterdir())
ENTRY = re.compile(
    r"[a-z0-9-]+(\[[a-z0-9,-]+\])?==[\w.+!-]+( ; [^\\\n]+)?"
    r"( \\\n    --hash=sha256:[0-9a-f]{64})+\n",
    re.ASCII,
)


def entries(name):
    """Name → what the lock says of it, word by word."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    body = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
    found = re.split(r"^(?=\S)", body, flags=re.MULTILINE)
    return {re.match(r"[a-z0-9-]+", one)[0]: one for one in found if one}


def version(entry):
    return re.search(r"==(\S+)", entry)[1]


def group(name):
    """The requirements of a dependency group, with those of the groups that it includes."""
    for one in PYPROJECT["dependency-groups"][name]:
        if isinstance(one, dict):
            yield from group(one["include-group"])
        else:
            yield one


@pytest.mark.parametrize("name", NAMES)
def test_every_entry_is_a_version_and_its_hashes_and_nothing_else(name):
    odd = [entry for entry in entries(name).values() if not ENTRY.fullmatch(entry)]

    assert entries(name)
    assert odd == []


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("check", PYPROJECT["project"]["dependencies"]),
        ("action", RUN_TIME),
        ("test", [*RUN_TIME, *group("test"), *PYPROJECT["build-system"]["requires"]]),
        ("dev", [*RUN_TIME, *group("dev")]),
        ("installed", [*group("installed")]),
        ("lowest", RUN_TIME),
    ],
)
def test_what_the_project_asks_for_is_locked(name, wanted):
    locked = entries(name)

    for requirement in map(Requirement, wanted):
        entry = locked[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version(entry)), f"python scripts/lock.py: {entry}"


def test_the_lowest_lock_is_at_the_floors():
    locked = entries("lowest")

    for requirement in map(Requirement, RUN_TIME):
        pinned = version(locked[canonicalize_name(requirement.name)])
        floor = str(requirement.specifier).removeprefix(">=")
        assert Version(pinned) == Version(floor), f"{requirement}: raise the floor to {pinned}"


def needed(name, extras=(), seen=None):
    """The names of what an installed package needs, whatever the system."""
    seen = set() if seen is None else seen
    if name in seen:
        return seen
    seen.add(name)
    for one in map(Requirement, metadata.requires(name) or ()):
        wanted = not one.marker or any(one.marker.evaluate({"extra": e}) for e in ("", *extras))
        if wanted:
            needed(canonicalize_name(one.name), one.extras, seen)
    return seen


def test_the_locks_leave_out_nothing_that_their_packages_need():
    command = [canonicalize_name(Requirement(one).name) for one in RUN_TIME[:-1]]

    assert {one for name in command for one in needed(name)} <= set(entries("check"))
    assert needed("osaid-action", ["action"]) - {"osaid-action"} <= set(entries("action"))


def test_a_lock_names_the_extras_that_its_packages_ask_for():
    """Without them older releases of pip look for the newest release, which has no hash here."""
    locked = entries("test")
    asked = [
        (canonicalize_name(one.name), extra)
        for name in locked.keys()
        & {canonicalize_name(one.name) for one in metadata.distributions()}
        for one in map(Requirement, metadata.requires(name) or ())
        if not one.marker or one.marker.evaluate({"extra": ""})
        for extra in one.extras
    ]

    assert ("coverage", "toml") in asked
    assert [one for one in asked if one[1] not in locked[one[0]].partition("==")[0]] == []


def test_the_lock_of_a_verdict_is_part_of_the_action_s_word_by_word():
    assert entries("check").items() <= entries("action").items()


@pytest.mark.parametrize(
    ("name", "after"), [("test", "action"), ("dev", "test"), ("installed", "dev")]
)
def test_a_lock_takes_the_versions_of_the_one_before(name, after):
    first, second = entries(after), entries(name)

    assert {one: version(first[one]) for one in first.keys() & second.keys()} == {
        one: version(second[one]) for one in first.keys() & second.keys()
    }
