# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""One declaration, from its bytes and the tree around it to its report."""

import posixpath
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from osaid_action.assess import assess, invalid
from osaid_action.declaration import DESCRIPTION, is_placeholder, load
from osaid_action.evidence.collect import absence, look
from osaid_action.evidence.observation import Evidence, Looked
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.spdx_expression import ExpressionError
from osaid_action.lineage import Ancestor
from osaid_action.model import Base, Declaration, Path, Problem, Report, is_url
from osaid_action.read import MAX_BYTES, Document, Unreadable, read
from osaid_action.repository.tree import Place, Tree, find, paths_begin
from osaid_action.schema import MAX_PROBLEMS, first_few, problems, white_space
from osaid_action.text import shown

_MAX_SOURCES = 12_000
_MAX_PARTS = 2000  # parts of components, settings and models together
_DEEPEST_LIST = 5
_MAX_LICENSES = 100  # different ones in a declaration; looking up an unknown one takes long
_MAX_ANCESTORS = 64  # declarations read for one; a chain of models is a few


Ask = Callable[[Declaration], Evidence]
"""What the network shows of what a declaration names; see `osaid_action.evidence.online`."""


class Home(NamedTuple):
    """Where a declaration stands: its tree, its own path in it, and where its paths begin."""

    tree: Tree
    path: str
    base: str


def check(  # noqa: PLR0913 - what is looked at, each part from another room
    data: bytes,
    name: str,
    home: Home | None = None,
    *,
    evidence: bool = True,
    ask: Ask | None = None,
    required: Sequence[str] = (),
) -> Report:
    """The report on a declaration's bytes.

    ``name`` is how the report calls the file. Without a ``home`` nothing but the bytes is looked
    at; without ``evidence`` only the declarations of models in ``built_on`` are. ``ask`` gives what
    the network shows, and is asked only about this declaration, not about those it is built on.
    """
    report, _ = _Reading(home, ask).read(data, name, home, required, evidence=evidence)
    return report


class _Reading:
    """Reads one declaration and, through ``built_on``, those it names."""

    def __init__(self, home: Home | None, ask: Ask | None = None) -> None:
        self.ask = ask
        self.open = [home.path] if home else []  # those that wait for their ancestors
        self.done: dict[str, tuple[Report, Declaration | None]] = {}

    def read(
        self,
        data: bytes,
        name: str,
        home: Home | None,
        required: Sequence[str] = (),
        *,
        evidence: bool,
    ) -> tuple[Report, Declaration | None]:
        """The report on a file, and the declaration where it is one."""
        try:
            document = read(data)
        except Unreadable as error:
            return invalid(name, [error.problem]), None
        is_base = len(self.open) > 1  # its paths are of another repository, where they may be
        if wrong := _wrong(document, home if evidence else None, look_for_paths=not is_base):
            return invalid(name, wrong, document), None
        declaration = load(document.data)
        ancestors = [self.ancestor(base, home) for base in declaration.built_on]
        cycles = [a.problem for a in ancestors if a.problem and a.problem.rule == "base-cycle"]
        if cycles:
            return invalid(name, cycles, document), None
        seen = look(declaration, home.tree, home.base) if home and evidence else {}
        if self.ask and len(self.open) <= 1:
            from osaid_action.evidence.online import together  # noqa: PLC0415 - only when asked

            seen = together(seen, self.ask(declaration))
        for base in declaration.built_on:
            if problem := self.missing(base, home):
                before = seen.get(base.path, Looked())
                seen[base.path] = before._replace(problems=(*before.problems, problem))
        report = assess(name, document, declaration, seen, ancestors=ancestors, required=required)
        return report, declaration

    # -------------------------------------------------------------- lineage

    def missing(self, base: Base, home: Home | None) -> Problem | None:
        """Why a declaration that ``base`` names cannot be read, when it is a path."""
        if home is None or not base.declaration or is_url(base.declaration):
            return None
        place = find(home.tree, home.base, base.declaration)
        where = (*base.path, "declaration")
        if place.kind != "file":
            no_file = Place("missing", place.path, "it is no file")
            wrong = no_file if place.kind in ("folder", "submodule") else place
            return absence(wrong, base.declaration, where)
        return None

    def ancestor(self, base: Base, home: Home | None) -> Ancestor:
        """A model in ``built_on``, assessed by its own declaration where that can be read."""
        if home is None or not base.declaration or is_url(base.declaration):
            return Ancestor(base)
        place = find(home.tree, home.base, base.declaration)
        if place.kind != "file":
            return Ancestor(base)
        where = (*base.path, "declaration")
        if place.path in self.open:
            message = f"{base.declaration[:120]} is built on this declaration in turn"
            return Ancestor(base, problem=Problem("base-cycle", message, "remove one link", where))
        if place.path not in self.done:
            self.done[place.path] = self.read_ancestor(place, home)
        report, declaration = self.done[place.path]
        cycle = any(finding.rule == "base-cycle" for finding in report.findings)
        if cycle:
            message = f"{base.declaration[:120]} is built on itself, by way of others"
            return Ancestor(base, problem=Problem("base-cycle", message, "remove one link", where))
        if not report.valid:
            first = report.findings[0]
            message = f"{base.declaration[:120]} is invalid: line {first.line}: {first.message}"
            remedy = f"run `osaid check` on {base.declaration[:120]}"
            return Ancestor(base, problem=Problem("base-invalid", message, remedy, where))
        return Ancestor(base, report, declaration)

    def read_ancestor(self, place: Place, home: Home) -> tuple[Report, Declaration | None]:
        """Assess a declaration in the same tree, without evidence: its paths are not of here."""
        inner = Home(home.tree, place.path, paths_begin(posixpath.dirname(place.path)))
        if len(self.done) + len(self.open) >= _MAX_ANCESTORS:
            message = f"more than {_MAX_ANCESTORS} declarations behind this one"
            problem = Problem("too-large", message, "shorten the chain", (), line=1, column=1)
            return invalid(place.path, [problem]), None
        try:
            data = home.tree.read(place.path, MAX_BYTES + 1)
        except OSError as error:
            message = f"it cannot be read: {error.strerror}"
            problem = Problem("not-yaml", message, "check its permissions", (), line=1, column=1)
            return invalid(place.path, [problem]), None
        self.open.append(place.path)
        try:
            return self.read(data, place.path, inner, evidence=False)
        finally:
            self.open.pop()


# ------------------------------------------------------------------ what is wrong with a file


def _wrong(document: Document, home: Home | None, *, look_for_paths: bool) -> tuple[Problem, ...]:
    """Everything that keeps a document from being a declaration, in the order of the file."""
    if too_many := _too_many(document):
        return too_many
    found = [*problems(document), *islice(_bad_licenses(document), MAX_PROBLEMS + 1)]
    if look_for_paths:
        found += islice(_white_space(document, home), MAX_PROBLEMS + 1)
    found.sort(key=lambda problem: document.place(problem.path, key=problem.key))
    return first_few(dict.fromkeys(found))


def _too_many(document: Document) -> tuple[Problem, ...]:
    """A declaration of more entries than anybody writes, and a check of a second can judge."""
    data = document.data.get("data") if isinstance(document.data, dict) else None
    sources = data.get("sources") if isinstance(data, dict) else None
    number = len(sources) if isinstance(sources, list) else 0
    if number <= _MAX_SOURCES and _entries(document.data) - number <= _MAX_PARTS:
        return ()
    message = f"more than {_MAX_SOURCES:,} data sets, or {_MAX_PARTS:,} parts and models"
    return (Problem("too-large", message, "declare what belongs together as one", ()),)


def _entries(value: object, depth: int = 0) -> int:
    """How many entries the lists of a declaration have together, extensions left out."""
    if isinstance(value, list):
        below = (one for one in value[: _MAX_PARTS + 1] if isinstance(one, dict))
        return len(value) + sum(_entries(one, depth + 1) for one in below)
    if not isinstance(value, dict) or depth > _DEEPEST_LIST:
        return 0
    inside = (inner for key, inner in value.items() if not key.startswith("x-"))
    return sum(_entries(inner, depth + 1) for inner in inside)


def _walk(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text of a declaration that is filled in, with its place; extensions left out."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if not key.startswith("x-"):
                yield from _walk(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _walk(inner, (*path, number))
    elif path and isinstance(value, str) and not is_placeholder(value):
        yield path, value


def _bad_licenses(document: Document) -> Iterator[Problem]:
    """Licenses that are no expression, with the id that was probably meant."""
    checked: set[str] = set()
    for path, text in _walk(document.data):
        if text in checked or not _is_license(path):
            continue
        if len(checked) >= _MAX_LICENSES:
            message = f"more than {_MAX_LICENSES} different licenses are named"
            yield Problem("too-large", message, "name each license by one spelling", path)
            return
        try:
            terms(text)
        except ExpressionError as error:
            remedy = "use an SPDX id such as Apache-2.0; `osaid licenses` lists what is known"
            if error.suggestion:
                remedy = f"did you mean `{error.suggestion}`?"
            message = f"`{shown(text)}` is no license expression: {error}"
            yield Problem("license-not-an-expression", message, remedy, path)
        else:
            checked.add(text)


def _is_license(path: Path) -> bool:
    """Whether the value at ``path`` names a license."""
    return path[-1] == "license" or (path[0] == "licenses" and len(path) == 2)  # noqa: PLR2004


def _white_space(document: Document, home: Home | None) -> Iterator[Problem]:
    """Strings with white space that are no path here: meant as text, in all likelihood.

    `{location: …}` leaves no doubt that a path is meant.
    """
    for path, text in _walk(document.data):
        if not _is_component(path) or not any(character.isspace() for character in text):
            continue
        location = text.partition("#")[0]
        if home is None or find(home.tree, home.base, location).kind in ("missing", "outside"):
            yield white_space(path, text)


def _is_component(path: Path) -> bool:
    """Whether the value at ``path`` is a component that is written as a string alone."""
    steps = path[:-1] if isinstance(path[-1], int) else path
    if steps[:2] == ("data", "description"):
        return len(steps) == 3 and steps[2] in DESCRIPTION  # noqa: PLR2004
    return len(steps) == 2 and steps[0] in ("code", "parameters", "documents")  # noqa: PLR2004
