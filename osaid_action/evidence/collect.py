# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the repository shows of what is declared: paths, hashes, license texts."""

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from osaid_action.definition.rules.evidence import (
    ANCHOR_MISSING,
    HASH_MISMATCH,
    LICENSE_TEXT_MISSING,
    PATH_CASE,
    PATH_MISSING,
    PATH_OUTSIDE,
    SETTINGS_UNREADABLE,
    WEIGHTS_UNREADABLE,
)
from osaid_action.evidence.observation import (
    CONTRADICTED,
    DECLARED,
    VERIFIED,
    Evidence,
    Observation,
    merge,
)
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import NO_LICENSE
from osaid_action.model import Declaration, Diagnostic, ParentModel, Part, Path, Source, is_url
from osaid_action.repository.tree import ResolvedPath, Tree, resolve

if TYPE_CHECKING:
    from osaid_action.evidence.license_metadata import LicenseClaim


MAX_HASHED = 2 * 1024**3
_MAX_TEXT = 1024 * 1024
_MAX_HEADING = 300


def collect(declaration: Declaration, tree: Tree, root: str) -> Evidence:
    """Look at every path that ``declaration`` names, from the folder ``root`` of ``tree``."""
    collector = _Collector(declaration, tree, root)
    found: Evidence = {}
    for component in declaration.components.values():
        for part in component.parts:
            found[part.path] = collector.part(part, component.id)
    for source in declaration.source_list:
        if source.location:
            found[source.path] = collector.entry(source)
    for model in declaration.built_on:
        if model.location or model.license_file:
            found[model.path] = collector.entry(model)
    return found


class _Collector:
    """Looks at the paths of one declaration, each file once."""

    def __init__(self, declaration: Declaration, tree: Tree, root: str) -> None:
        self.declaration = declaration
        self.tree = tree
        self.root = root
        self.resolved_paths: dict[str, ResolvedPath] = {}
        self.homes: dict[str, Observation] = {}
        self.anchors: dict[str, frozenset[str]] = {}
        self.empty: dict[str, bool] = {}
        self.troubles: dict[str, str | None] = {}
        self.hashes: dict[str, str | None] = {}
        self.claimed: dict[str, tuple[LicenseClaim, ...]] = {}

    def part(self, part: Part, component: str) -> Observation:
        """What is seen of one part: its location, hash, license, settings; what it is."""
        observations = [self.entry(part)]
        if part.location and not is_url(part.location) and observations[0].exists:
            resolved = self.resolved(part.location)
            if component.startswith("code.") and not part.license and not part.license_file:
                observations.append(self.home_license(resolved))
            if component.startswith("parameters."):
                observations += self.weights(resolved, part.path)
            observations += self.conflicts(part, component)
        if part.asserted_free and part.asserted_free.location:
            observations += self.statement(
                part.asserted_free.location, (*part.path, "asserted_free", "location")
            )
        for path, where in part.settings:
            observations += self.settings(where, path)
        return merge(observations)

    def entry(self, entry: Part | Source | ParentModel) -> Observation:
        """What is seen of an entry's location, hash and license text."""
        named = (*entry.path, "location")
        observations = [*self.location(entry.location, named), *self.hash(entry)]
        if entry.license_file and not is_url(entry.license_file):
            observations += self.license_file(entry)
        return merge(observations)

    def resolved(self, location: str) -> ResolvedPath:
        """Where a path leads, looked up once."""
        path = location.partition("#")[0]
        if path not in self.resolved_paths:
            nowhere = ResolvedPath("missing", path, "there is no path before the #")
            self.resolved_paths[path] = resolve(self.tree, self.root, path) if path else nowhere
        return self.resolved_paths[path]

    def location(self, location: str, path: Path) -> Iterator[Observation]:
        """Whether what is at a path is there, and the heading after its #."""
        if not location or is_url(location):
            return
        resolved = self.resolved(location)
        if diagnostic := self.not_there(resolved, location, path):
            yield Observation(CONTRADICTED, exists=False, diagnostics=(diagnostic,))
            return
        if resolved.kind == "submodule":
            yield Observation(DECLARED, notes=(f"{location} is in a submodule, not looked into",))
            return
        yield Observation(VERIFIED, notes=(f"{location} is there",))
        yield from self.anchor(resolved, location, path)

    def anchor(self, resolved: ResolvedPath, location: str, path: Path) -> Iterator[Observation]:
        """A note when a heading is not in the file."""
        anchor = location.partition("#")[2]
        if anchor and resolved.kind == "file" and not _is_in(self.headings(resolved.path), anchor):
            message = f"{resolved.path} has no heading #{anchor}"
            remedy = "correct what stands after #, or leave it out"
            note = ANCHOR_MISSING.at(path, message, remedy)
            yield Observation(VERIFIED, diagnostics=(note,))

    def text(self, path: str) -> str:
        """The text of a file in the tree; what cannot be read is no text."""
        return self.bytes(path, _MAX_TEXT).decode("utf-8", "replace")

    def bytes(self, path: str, limit: int) -> bytes:
        """The first bytes of a file in the tree; none when it cannot be read."""
        try:
            return self.tree.read(path, limit)
        except OSError:
            return b""

    def headings(self, path: str) -> frozenset[str]:
        """The anchors that a file has, read once."""
        if path not in self.anchors:
            self.anchors[path] = _headings(self.text(path))
        return self.anchors[path]

    def hash(self, entry: Part | Source | ParentModel) -> Iterator[Observation]:
        """Whether a file has the SHA-256 that is declared."""
        resolved = self.resolved(entry.location) if entry.location else ResolvedPath("missing", "")
        if not entry.sha256 or is_url(entry.location) or resolved.kind != "file":
            return
        found = self.sha256(resolved.path)
        if found is None:
            return
        if found == entry.sha256.lower():
            yield Observation(VERIFIED, notes=(f"the SHA-256 of {entry.location} agrees",))
        else:
            message = f"{entry.location} has the SHA-256 {found}, not the one declared"
            remedy = "correct the file, or the hash when the file is the right one"
            diagnostic = HASH_MISMATCH.at((*entry.path, "sha256"), message, remedy)
            yield Observation(CONTRADICTED, terms=NO_LICENSE, diagnostics=(diagnostic,))

    def sha256(self, path: str) -> str | None:
        """The SHA-256 of a file, or of the file that a Git LFS pointer stands for, read once.

        None when it cannot be read, or is over the limit.
        """
        if path not in self.hashes:
            from osaid_action.evidence.artifacts import lfs_pointer  # noqa: PLC0415 - hashes alone

            pointer = lfs_pointer(self.bytes(path, 1024))
            try:
                found = pointer.sha256 if pointer else self.tree.sha256(path, MAX_HASHED)
            except OSError:
                found = None
            self.hashes[path] = found
        return self.hashes[path]

    def not_there(self, resolved: ResolvedPath, location: str, path: Path) -> Diagnostic | None:
        """Why a path does not count as there; an empty folder does not, as git keeps none."""
        if diagnostic := absence(resolved, location, path):
            return diagnostic
        if resolved.path not in self.empty:
            from osaid_action.evidence.artifacts import is_empty  # noqa: PLC0415 - paths alone

            looked_into = resolved.kind in ("file", "folder")
            self.empty[resolved.path] = looked_into and is_empty(
                self.tree, resolved.path, resolved.kind
            )
        if self.empty[resolved.path]:
            message = f"{location} is an empty {resolved.kind}: nothing is there"
            return PATH_MISSING.at(path, message, "commit what belongs there")
        return None

    def statement(self, location: str, path: Path) -> Iterator[Observation]:
        """Whether the statement that weights are free is there; without it there is no license."""
        for observation in self.location(location, path):
            yield observation._replace(
                exists=True, terms=None if observation.exists else NO_LICENSE
            )

    def settings(self, location: str, path: Path) -> Iterator[Observation]:
        """Whether a file of settings is there, and parses."""
        if is_url(location):
            return
        resolved = self.resolved(location)
        for observation in self.location(location, path):
            yield observation._replace(exists=True)  # the code is there all the same
            if observation.exists and resolved.kind == "file":
                yield from self.parsed(resolved, path)

    def parsed(self, resolved: ResolvedPath, path: Path) -> Iterator[Observation]:
        """A warning when a file of settings does not parse."""
        from osaid_action.evidence.artifacts import settings_trouble  # noqa: PLC0415 - settings

        if resolved.path not in self.troubles:
            data = self.bytes(resolved.path, _MAX_TEXT)
            self.troubles[resolved.path] = settings_trouble(resolved.path, data)
        if why := self.troubles[resolved.path]:
            message = f"{resolved.path} does not parse: {why}"
            yield Observation(diagnostics=(SETTINGS_UNREADABLE.at(path, message, "mend it"),))

    def weights(self, resolved: ResolvedPath, path: Path) -> Iterator[Observation]:
        """What the headers of weights in the repository say."""
        from osaid_action.evidence.artifacts import header, weight_files  # noqa: PLC0415 - weights

        for file in weight_files(self.tree, resolved.path, resolved.kind):
            try:
                said = header(self.tree, file)
            except OSError:
                yield Observation(notes=(f"{file} cannot be read",))
                continue
            if said:
                yield Observation(VERIFIED, notes=(f"{file}: {said}",))
            else:
                message = f"{file} cannot be read as what its name says"
                remedy = "check that the file was uploaded whole"
                yield Observation(diagnostics=(WEIGHTS_UNREADABLE.at(path, message, remedy),))

    # -------------------------------------------------------------- licenses

    def license_file(self, entry: Part | Source | ParentModel) -> Iterator[Observation]:
        """What the text of a named license file shows; one that is not there leaves no license."""
        path = (*entry.path, "license_file")
        resolved = self.resolved(entry.license_file)
        if diagnostic := self.not_there(resolved, entry.license_file, path):
            yield Observation(CONTRADICTED, terms=NO_LICENSE, diagnostics=(diagnostic,))
        elif resolved.kind == "file" and entry.license:
            yield self.compared([resolved.path], entry.license, path, text_shown=True)
        else:
            yield Observation(DECLARED, notes=(f"{entry.license_file} is there",))

    def home_license(self, resolved: ResolvedPath) -> Observation:
        """What the nearest LICENSE shows of the default license of code."""
        declared = self.declaration.licenses.get("code")
        if not declared:
            return Observation(VERIFIED)
        folder = resolved.path if resolved.kind == "folder" else posixpath.dirname(resolved.path)
        if folder not in self.homes:
            from osaid_action.evidence.license_files import nearest_texts  # noqa: PLC0415

            where = ("licenses", "code")
            texts = nearest_texts(self.tree, folder)
            if texts:
                self.homes[folder] = self.compared(texts, declared, where)
            else:
                message = f"no LICENSE or COPYING goes with the code under {declared}"
                remedy = f"add a LICENSE file with the text of {declared}"
                diagnostic = LICENSE_TEXT_MISSING.at(where, message, remedy)
                self.homes[folder] = Observation(diagnostics=(diagnostic,))
        return self.homes[folder]

    def compared(
        self, paths: list[str], declared: str, where: Path, *, text_shown: bool = False
    ) -> Observation:
        """What license texts show of what is declared."""
        from osaid_action.evidence.license_files import compare_texts  # noqa: PLC0415 - texts alone

        return compare_texts(self.tree, paths, terms(declared, text_shown=text_shown), where)

    def conflicts(self, part: Part, component: str) -> Iterator[Observation]:
        """Where the repository names another license: for code here, and for weights here."""
        group = component.partition(".")[0]
        if group not in ("code", "parameters"):
            return
        default = self.declaration.licenses.get("code", "") if group == "code" else ""
        declared = part.license or default
        if not declared:
            return
        from osaid_action.evidence import license_metadata  # noqa: PLC0415 - only what is here

        where = (*part.path, "license") if part.license else ("licenses", "code")
        what = "the code here" if group == "code" else "the weights"
        for claim in self.claims(group):
            if diagnostic := license_metadata.disagreement(claim, terms(declared), where, what):
                yield Observation(VERIFIED, diagnostics=(diagnostic,))

    def claims(self, group: str) -> tuple["LicenseClaim", ...]:
        """What other files of the repository say of the license of code, or of weights."""
        from osaid_action.evidence import license_metadata  # noqa: PLC0415 - only what is here

        if group not in self.claimed:
            reader = license_metadata.claims if group == "code" else license_metadata.card_claims
            self.claimed[group] = tuple(reader(self.tree, self.root))
        return self.claimed[group]


def absence(resolved: ResolvedPath, location: str, path: Path) -> Diagnostic | None:
    """Why what a path leads to does not count as there; None when it does."""
    shown = location if len(location) <= 120 else location[:119] + "…"
    if resolved.kind == "outside":
        message = f"the path {shown} is not followed: {resolved.why}"
        return PATH_OUTSIDE.at(path, message, "point to a file in the repository")
    if resolved.kind == "other-case":
        message = f"{shown} is not here, but {resolved.path} is"
        return PATH_CASE.at(path, message, f"write {resolved.path}")
    if resolved.kind == "missing":
        message = f"{shown} is not in the repository" + (
            f": {resolved.why}" if resolved.why else ""
        )
        remedy = "correct the path, commit the file, or say `not_released: …`"
        return PATH_MISSING.at(path, message, remedy)
    return None


def _headings(text: str) -> frozenset[str]:
    """Every anchor that a line of a text or an id in it could be meant by."""
    ids = re.findall(r"""(?:id|name)=["']([^"'\s]{1,200})["']""", text.lower())
    explicit = re.findall(r"\{#([\w-]{1,200})\}", text.lower())
    lines = (_slug(line) for line in text.splitlines() if len(line) <= _MAX_HEADING)
    return frozenset([*ids, *explicit, *lines])


def _is_in(headings: frozenset[str], anchor: str) -> bool:
    wanted = anchor.lower()
    numbered = re.sub(r"-\d+$", "", wanted)  # the second heading of a name
    return bool(re.fullmatch(r"l\d+(-l\d+)?", wanted)) or not headings.isdisjoint(
        (wanted, numbered)
    )


def _slug(line: str) -> str:
    """The anchor that GitHub gives a heading."""
    title = re.sub(r"\{#([\w-]+)\}\s*$", "", line.strip().lstrip("#").strip())
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
