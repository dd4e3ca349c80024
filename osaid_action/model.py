# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The plain values that travel between the rooms; this module imports nothing of ours.

They are named tuples and not dataclasses because the hook runs at every commit and
importing ``dataclasses`` alone costs as much time as reading a declaration.
"""

from collections.abc import Iterable
from enum import Enum, IntEnum
from typing import NamedTuple

MAX_DECLARATION_BYTES = 2 * 1024 * 1024
"""What a declaration may weigh; more is not read."""

Path = tuple[str | int, ...]
"""Keys and indexes from the top of a declaration to a value: ``("parameters", "weights")``."""

FREEDOMS = ("use", "study", "modify", "share")
"""The four freedoms of OSAID 1.0, in its own order."""


class ExitCode(IntEnum):
    """How a run ends, of the command and of the action alike; the worst of several counts."""

    FINE = 0  # an honest declaration with unmet freedoms too, unless they are required
    NOT_FINE = 1  # invalid, contradicted, or a required freedom is not met
    USAGE = 2  # what was asked for cannot be done: arguments, files, permissions
    BUG = 3  # of ours


class Outcome(Enum):
    """What can be said of a requirement or a freedom, the best first."""

    MET = "met"
    UNDECIDED = "undecided"
    UNMET = "unmet"


_BEST_FIRST = tuple(Outcome)


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """Join outcomes that are all needed: unmet beats undecided, undecided beats met."""
    return max(outcomes, key=_BEST_FIRST.index, default=Outcome.MET)


def best(outcomes: Iterable[Outcome]) -> Outcome:
    """Join outcomes of which one is enough; ``outcomes`` must not be empty."""
    return min(outcomes, key=_BEST_FIRST.index)


# ------------------------------------------------------------------ the declaration


class Origin(NamedTuple):
    """Where a claim is from: a location or a citation, and when that was read; false for none."""

    where: str = ""
    date: str = ""

    def __bool__(self) -> bool:
        return bool(self.where)


class FurtherTerms(NamedTuple):
    """What binds beyond a license, such as a use policy."""

    path: Path
    location: str
    restricts: tuple[str, ...] = ()  # freedoms
    binding: bool | None = None  # None: nothing is said of it


class Statement(NamedTuple):
    """What somebody else is said to have stated: where that stands, or its words."""

    path: Path
    location: str = ""
    words: str = ""


class Part(NamedTuple):
    """One entry of a component: something that is there, and how it is licensed."""

    path: Path
    location: str = ""
    text: str = ""
    license: str = ""
    license_files: tuple[str, ...] = ()
    further_terms: tuple[FurtherTerms, ...] = ()
    access: str = "open"
    revision: str = ""
    sha256: str = ""
    source: Origin = Origin()
    settings: tuple[tuple[Path, str], ...] = ()
    asserted_free: Statement | None = None


class Component(NamedTuple):
    """What is declared under one key: parts that are there, an honest no, or nothing."""

    id: str  # its place in the file, dotted: ``code.training``
    path: Path
    state: str = "absent"  # absent | present | not_released | not_applicable; see `lent`: unsaid
    why: str = ""
    parts: tuple[Part, ...] = ()
    withheld: tuple[tuple[Path, str], ...] = ()  # entries of a list that are not released, and why
    source: Origin = Origin()  # of the reason of a no


class Source(NamedTuple):
    """One training data set."""

    path: Path
    name: str
    availability: str = ""
    location: str = ""
    license: str = ""
    license_files: tuple[str, ...] = ()
    further_terms: tuple[FurtherTerms, ...] = ()
    access: str = "open"
    because: str = ""  # why it cannot be shared: one of the five words
    generated_by: str = ""
    description: str = ""
    withdrawn: str = ""
    not_released: str | None = None
    revision: str = ""
    sha256: str = ""
    source: Origin = Origin()


class ParentModel(NamedTuple):
    """A model that this one is made from, runs with or was taught by."""

    path: Path
    name: str
    relation: str  # finetune | adapter | merge | quantized | included | teacher
    declaration: str = ""
    location: str = ""
    license: str = ""
    license_files: tuple[str, ...] = ()
    further_terms: tuple[FurtherTerms, ...] = ()
    access: str = "open"
    same_licensor: bool = False
    permission: Statement | None = None
    not_released: str | None = None
    revision: str = ""
    sha256: str = ""
    source: Origin = Origin()


class System(NamedTuple):
    """What the declaration is about."""

    name: str
    kind: str | None = None
    version: str | None = None
    producer: str | None = None
    repository: str = ""
    homepage: str = ""


class Declaration(NamedTuple):
    """A whole valid declaration."""

    system: System
    declared_by: str
    role: str
    declared_date: str
    licenses: dict[str, str]  # the defaults, by "code" and "documents"
    components: dict[str, Component]
    sources: Component
    source_list: tuple[Source, ...]
    built_on: tuple[ParentModel, ...]
    placeholders: tuple[Path, ...] = ()


def is_url(location: str) -> bool:
    """Whether a location is an https URL."""
    return location.startswith("https://")


def is_package(location: str) -> bool:
    """Whether a location is a package (https://github.com/package-url/purl-spec)."""
    return location.startswith("pkg:")


def is_path(location: str) -> bool:
    """Whether a location is in this repository."""
    return not is_url(location) and not is_package(location)


def json_pointer(path: Path) -> str:
    """A path as a JSON pointer (RFC 6901)."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def default_of(path: Path) -> str:
    """Which default of `licenses` an entry at ``path`` may have: code, documents, or none."""
    if path[:2] == ("data", "sources"):
        return ""
    return {"code": "code", "data": "documents", "documents": "documents"}.get(str(path[0]), "")
