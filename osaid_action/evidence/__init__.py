# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the repository shows of what is declared: paths, hashes, license texts."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from osaid_action.evidence.tree import Place, Tree, find
from osaid_action.licenses import NO_LICENSE, Terms
from osaid_action.model import Component, Declaration, Part, Path, Problem, Source

VERIFIED, DECLARED, CONTRADICTED = "verified", "declared", "contradicted"
MAX_HASHED = 2 * 1024**3
_MAX_TEXT = 1024 * 1024


class Looked(NamedTuple):
    """What was seen of one entry of a declaration."""

    status: str = DECLARED
    there: bool = True  # False: it is declared at a path that is not there
    terms: Terms | None = None  # when a text contradicts the license: what it amounts to
    what: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


Evidence = dict[Path, Looked]
"""By the path of the entry; what is missing was not looked at."""


def look(declaration: Declaration, tree: Tree, base: str) -> Evidence:
    """Look at every path that ``declaration`` names, from the folder ``base`` of ``tree``."""
    looker = _Looker(tree, base)
    found: Evidence = {}
    for component in declaration.components.values():
        for part in component.parts:
            found[part.path] = looker.part(part, component)
    for source in declaration.source_list:
        if source.location:
            found[source.path] = looker.entry(source)
    return found


def is_url(location: str) -> bool:
    """Whether a location is elsewhere: an https URL."""
    return location.startswith("https://")


class _Looker:
    """Looks at the paths of one declaration, each file once."""

    def __init__(self, tree: Tree, base: str) -> None:
        self.tree = tree
        self.base = base
        self.places: dict[str, Place] = {}

    def part(self, part: Part, component: Component) -> Looked:
        """What is seen of one part: its location, hash, license text and settings."""
        seen = self.entry(part)
        extra = [looked for path, where in part.settings for looked in self.location(where, path)]
        return _joined([seen, *extra])

    def entry(self, entry: Part | Source) -> Looked:
        """What is seen of an entry's location, hash and license text."""
        named = (*entry.path, "location")
        seen = [*self.location(entry.location, named), *self.hash(entry)]
        if entry.license_file and not is_url(entry.license_file):
            seen += self.license_file(entry.license_file, (*entry.path, "license_file"))
        return _joined(seen)

    def place(self, location: str) -> Place:
        """Where a path leads, looked up once."""
        path = location.partition("#")[0]
        if path not in self.places:
            self.places[path] = find(self.tree, self.base, path)
        return self.places[path]

    def location(self, location: str, path: Path) -> Iterator[Looked]:
        """Whether what is at a path is there, and the heading after its #."""
        if not location or is_url(location):
            return
        place = self.place(location)
        if problem := _not_there(place, location, path):
            yield Looked(CONTRADICTED, there=False, problems=(problem,))
            return
        yield Looked(VERIFIED, what=(f"{location} is there",))
        yield from self.anchor(place, location, path)

    def anchor(self, place: Place, location: str, path: Path) -> Iterator[Looked]:
        """A note when a heading is not in the file."""
        anchor = location.partition("#")[2]
        if anchor and place.kind == "file" and not _has_heading(self.text(place.path), anchor):
            message = f"{place.path} has no heading #{anchor}"
            remedy = "correct what stands after #, or leave it out"
            note = Problem("anchor-missing", message, remedy, path)
            yield Looked(VERIFIED, problems=(note,))

    def text(self, path: str) -> str:
        """The text of a file in the tree; what cannot be read is no text."""
        try:
            return self.tree.read(path, _MAX_TEXT).decode("utf-8", "replace")
        except OSError:
            return ""

    def hash(self, entry: Part | Source) -> Iterator[Looked]:
        """Whether a file has the SHA-256 that is declared."""
        place = self.place(entry.location) if entry.location else Place("missing", "")
        if not entry.sha256 or is_url(entry.location) or place.kind != "file":
            return
        found = self.tree.sha256(place.path, MAX_HASHED)
        if found == entry.sha256.lower():
            yield Looked(VERIFIED, what=(f"the SHA-256 of {entry.location} agrees",))
        elif found is not None:
            message = f"{entry.location} has the SHA-256 {found}, not the one declared"
            remedy = "correct the file, or the hash when the file is the right one"
            problem = Problem("hash-mismatch", message, remedy, (*entry.path, "sha256"))
            yield Looked(CONTRADICTED, problems=(problem,))

    def license_file(self, location: str, path: Path) -> Iterator[Looked]:
        """Whether the text of a license is there; one that is not leaves no license."""
        if problem := _not_there(self.place(location), location, path):
            yield Looked(CONTRADICTED, terms=NO_LICENSE, problems=(problem,))
        else:
            yield Looked(DECLARED, what=(f"{location} is there",))


def _joined(seen: list[Looked]) -> Looked:
    """All that was seen of an entry: one contradiction outweighs the rest, then one doubt."""
    statuses = {looked.status for looked in seen}
    status = next((s for s in (CONTRADICTED, DECLARED) if s in statuses), VERIFIED)
    return Looked(
        status if seen else DECLARED,
        all(looked.there for looked in seen),
        next((looked.terms for looked in seen if looked.terms), None),
        tuple(what for looked in seen for what in looked.what),
        tuple(problem for looked in seen for problem in looked.problems),
    )


def _not_there(place: Place, location: str, path: Path) -> Problem | None:
    shown = location if len(location) <= 120 else location[:119] + "…"  # noqa: PLR2004
    if place.kind == "outside":
        message = f"the path {shown} is not followed: {place.why}"
        return Problem("path-outside", message, "point to a file in the repository", path)
    if place.kind == "other-case":
        message = f"{shown} is not here, but {place.path} is"
        return Problem("path-case", message, f"write {place.path}", path)
    if place.kind == "missing":
        message = f"{shown} is not in the repository" + (f": {place.why}" if place.why else "")
        remedy = "correct the path, commit the file, or say `not_released: …`"
        return Problem("path-missing", message, remedy, path)
    return None


def _has_heading(text: str, anchor: str) -> bool:
    """Whether a heading, an id or a line of that name is in a text."""
    wanted = anchor.lower()
    if re.fullmatch(r"l\d+(-l\d+)?", wanted) or f'="{wanted}"' in text.lower():
        return True
    slugs = {_slug(line) for line in text.splitlines() if len(line) < 300}  # noqa: PLR2004
    return wanted in slugs or re.sub(r"-\d+$", "", wanted) in slugs


def _slug(line: str) -> str:
    """The anchor that GitHub gives a heading."""
    title = re.sub(r"\{#([\w-]+)\}\s*$", "", line.strip().lstrip("#").strip())
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
