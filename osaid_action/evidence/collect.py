# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the repository shows of what is declared: paths, hashes, license texts."""

from collections.abc import Iterator
from functools import cache

from osaid_action.definition.rules.evidence import (
    HASH_MISMATCH,
    SETTINGS_UNREADABLE,
    WEIGHTS_CUT,
    WEIGHTS_RUN_CODE,
    WEIGHTS_UNREADABLE,
)
from osaid_action.evidence.artifacts import (
    CUT,
    OPENS,
    PICKLES,
    REFUSED,
    Shown,
    header,
    runs_code,
    settings_trouble,
    weight_files,
)
from osaid_action.evidence.component_licenses import DOCUMENTS_LICENSE, ComponentLicenses
from osaid_action.evidence.home_urls import with_local_paths
from osaid_action.evidence.license_conflicts import LicenseConflicts
from osaid_action.evidence.model_card import left_out
from osaid_action.evidence.observation import (
    CONTRADICTED,
    FOUND,
    VERIFIED,
    Evidence,
    Observation,
    merge,
)
from osaid_action.evidence.paths import Paths
from osaid_action.evidence.policies import Policies
from osaid_action.licenses.grant import NO_LICENSE
from osaid_action.model import (
    Declaration,
    ParentModel,
    Part,
    Path,
    Source,
    Statement,
    is_path,
)
from osaid_action.repository.tree import ResolvedPath, Tree

MAX_READ = 512 * 1024
"""Bytes of a description that are read; more is not needed to see that it says something."""


def collect(declaration: Declaration, tree: Tree, root: str) -> Evidence:
    """Look at every path that ``declaration`` names, from the folder ``root`` of ``tree``."""
    declaration = with_local_paths(declaration, tree, root)
    collector = _Collector(declaration, tree, root)
    found: Evidence = {}
    for component in declaration.components.values():
        for part in component.parts:
            found[part.path] = collector.part(part, component.id)
            if part.asserted_free:
                found[part.asserted_free.path] = collector.words(part.asserted_free)
    if shown := collector.licenses.documents():
        found[DOCUMENTS_LICENSE] = shown
    for source in declaration.source_list:
        if source.location:
            found[source.path] = collector.entry(source)
    found |= left_out(declaration, collector.paths)
    for model in declaration.built_on:
        if model.location or model.license_files or model.permission:
            found[model.path] = collector.parent(model)
    if conflicts := list(collector.conflicts.of_data()):
        first = next(one for one in declaration.source_list if one.license)
        found[first.path] = merge([found.get(first.path, Observation()), *conflicts])
    return found


class _Collector:
    """Looks at the paths of one declaration, each file once."""

    def __init__(self, declaration: Declaration, tree: Tree, root: str) -> None:
        self.tree = tree
        self.paths = Paths(tree, root)
        self.licenses = ComponentLicenses(declaration, self.paths)
        self.settings_trouble = cache(self._settings_trouble)
        self.conflicts = LicenseConflicts(declaration, self.paths)
        self.weights_file = cache(self._weights_file)
        self.policies = Policies(declaration, self.paths)

    def part(self, part: Part, component: str) -> Observation:
        """What is seen of one part: its location, hash, license, settings; what it is."""
        is_prose = part.text and not part.location and not part.license_files
        observations = [self.licenses.prose(part) if is_prose else self.entry(part)]
        if part.location and is_path(part.location) and _is_there(observations[0]):
            resolved = self.paths.resolved(part.location)
            observations.append(self.licenses.nearest(part, component, resolved))
            observations += self.description(component, resolved)
            if component.startswith("parameters."):
                observations += self.weights(resolved, part.path)
            observations += self.conflicts.of_part(part, component, resolved)
        told = [one for seen in observations for one in seen.diagnostics]
        observations += self.policies.undeclared(part, component, told)
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
        observations = [*self.paths.look(entry.location, named), *self.hash(entry)]
        observations += self.licenses.named(entry)
        return merge(observations)

    def parent(self, model: ParentModel) -> Observation:
        """What is seen of a model that this one is built on, and of a permission for it."""
        seen = [self.entry(model)]
        if model.permission and model.permission.location:
            seen += self.paths.look(model.permission.location, model.permission.path)
        return merge(seen)

    def hash(self, entry: Part | Source | ParentModel) -> Iterator[Observation]:
        """Whether a file has the SHA-256 that is declared."""
        if not entry.sha256 or not entry.location or not is_path(entry.location):
            return
        resolved = self.paths.resolved(entry.location)
        found = self.paths.sha256(resolved.path) if resolved.kind == "file" else None
        if found is None:
            return
        if found == entry.sha256.lower():
            yield Observation(VERIFIED, notes=(f"the SHA-256 of {entry.location} agrees",))
        else:
            message = f"{entry.location} has the SHA-256 {found}, not the one declared"
            remedy = "correct the file, or the hash when the file is the right one"
            diagnostic = HASH_MISMATCH.at((*entry.path, "sha256"), message, remedy)
            yield Observation(CONTRADICTED, terms=NO_LICENSE, diagnostics=(diagnostic,))

    def statement(self, location: str, path: Path) -> Iterator[Observation]:
        """Whether the statement that weights are free is there; without it there is no license."""
        for observation in self.paths.look(location, path):
            terms_left = None if observation.exists else NO_LICENSE
            yield observation._replace(exists=True, terms=terms_left)

    def words(self, statement: Statement) -> Observation:
        """The beginning of a file that holds a statement, for whoever reads what it says."""
        if not statement.location or not is_path(statement.location):
            return Observation()
        resolved = self.paths.resolved(statement.location)
        is_file = resolved.kind == "file"
        return Observation(content=self.paths.bytes(resolved.path, MAX_READ) if is_file else b"")

    def settings(self, location: str, path: Path) -> Iterator[Observation]:
        """Whether a file of settings is there, and parses."""
        for observation in self.paths.look(location, path):
            yield observation._replace(exists=True, is_known=True)  # the code is there all the same
            resolved = self.paths.resolved(location)
            is_file = _is_there(observation) and resolved.kind == "file"
            if is_file and (why := self.settings_trouble(resolved.path)):
                message = f"{resolved.path} does not parse: {why}"
                wrong = SETTINGS_UNREADABLE.at(path, message, "fix it")
                yield Observation(diagnostics=(wrong,))

    def _settings_trouble(self, path: str) -> str | None:
        return settings_trouble(path, self.paths.bytes(path))

    def weights(self, resolved: ResolvedPath, path: Path) -> Iterator[Observation]:
        """What the headers of weights in the repository say, and which of them run code."""
        for file in weight_files(self.tree, resolved.path, resolved.kind):
            yield _of_weights(file, self.weights_file(file), path)
        pickles = weight_files(self.tree, resolved.path, resolved.kind, PICKLES)
        if found := [file for file in pickles if runs_code(self.tree, file)]:
            more = f" and {len(found) - 1:,} more" if len(found) > 1 else ""
            message = f"{found[0]}{more} can run any code when loaded: it is a pickle"
            yield Observation(FOUND, diagnostics=(WEIGHTS_RUN_CODE.at(path, message),))

    def _weights_file(self, file: str) -> Shown | None:
        try:
            return header(self.tree, file)
        except OSError:
            return None

    def description(self, component: str, resolved: ResolvedPath) -> Iterator[Observation]:
        """The beginning of a file that describes the data, for whoever reads what it says."""
        if component.startswith("data.description.") and resolved.kind == "file":
            content = self.paths.bytes(resolved.path, MAX_READ)
            yield Observation(FOUND, content=content)


def _of_weights(file: str, shown: Shown | None, path: Path) -> Observation:
    """What a file of weights shows; None when it cannot be read."""
    if shown is None:
        return Observation(FOUND, notes=(f"{file} cannot be read",))
    note = f"{file}: {shown.said}"
    if shown.status == CUT:
        diagnostic = WEIGHTS_CUT.at(path, f"{file} is not whole: {shown.said}")
        return Observation(CONTRADICTED, terms=NO_LICENSE, diagnostics=(diagnostic,))
    if shown.status == REFUSED:
        message = f"{file} cannot be read as what its name says: {shown.said}"
        return Observation(FOUND, diagnostics=(WEIGHTS_UNREADABLE.at(path, message),))
    return Observation(VERIFIED if shown.status == OPENS else FOUND, notes=(note,))


def _is_there(observation: Observation) -> bool:
    return observation.exists and observation.is_known
