# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the repository shows of what is declared: paths, hashes, license texts."""

from collections.abc import Callable, Iterator

from osaid_action.definition.rules.evidence import (
    HASH_MISMATCH,
    NOT_LOOKED_AT,
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
from osaid_action.evidence.license_inventory import DOCUMENTS
from osaid_action.evidence.model_card import left_out
from osaid_action.evidence.not_looked_at import not_looked_at
from osaid_action.evidence.observation import (
    CONTRADICTED,
    FOUND,
    VERIFIED,
    Evidence,
    Observation,
    merge,
)
from osaid_action.evidence.paths import MAX_TEXT, Paths
from osaid_action.evidence.policies import Policies
from osaid_action.licenses.grant import NO_LICENSE
from osaid_action.model import (
    Declaration,
    ParentModel,
    Part,
    Path,
    Source,
    Statement,
    default_of,
    is_path,
)
from osaid_action.repository.tree import ResolvedPath, Tree

_LEFT_OUT: tuple[Path, ...] = (("built_on",), ("data", "sources"))
MAX_READ = 512 * 1024  # bytes of a description: more is not needed to see that it says something


def collect(declaration: Declaration, tree: Tree, root: str) -> Evidence:
    """Look at every path that ``declaration`` names, from the folder ``root`` of ``tree``."""
    declaration = with_local_paths(declaration, tree, root)
    collector = _Collector(declaration, tree, root)
    collector.licenses_first()
    found: Evidence = {}
    for component in declaration.components.values():
        for part in component.parts:
            found[part.path] = collector.part(part, component.id)
            if part.asserted_free:
                found[part.asserted_free.path] = collector.words(part.asserted_free)
    if declaration.licenses.get(DOCUMENTS):
        found[DOCUMENTS_LICENSE] = collector.documents()
    for source in declaration.source_list:
        if source.location or source.further_terms:
            found[source.path] = collector.source(source)
    found |= collector.left_out()
    for model in declaration.built_on:
        if model.location or model.license_files or model.permission or model.further_terms:
            found[model.path] = collector.parent(model)
    if conflicts := collector.about_data():
        first = next(one for one in declaration.source_list if one.license)
        found[first.path] = merge([found.get(first.path, Observation()), *conflicts])
    return found


class _Collector:
    """Looks at the paths of one declaration, each file once, within its budget."""

    def __init__(self, declaration: Declaration, tree: Tree, root: str) -> None:
        self.declaration = declaration
        self.paths = Paths(tree, root)
        self.tree, self.budget = self.paths.tree, self.paths.budget
        self.licenses = ComponentLicenses(declaration, self.paths)
        self.conflicts = LicenseConflicts(declaration, self.paths)
        self.policies = Policies(declaration, self.paths)

    def licenses_first(self) -> None:
        """Look at the license files before the budget is spent on anything else."""
        for component in self.declaration.components.values():
            for part in component.parts:
                resolved = self.paths.resolved(part.location) if is_path(part.location) else None
                if part.location and resolved and resolved.kind in ("file", "folder"):
                    self.licenses.nearest(part, component.id, resolved)
                self.named(part)
        entries: list[Source | ParentModel] = [*self.declaration.source_list]
        for entry in [*entries, *self.declaration.built_on]:
            self.named(entry)

    def named(self, entry: Part | Source | ParentModel) -> list[Observation]:
        """What the license files show that an entry names."""
        return list(self.licenses.named(entry))

    def within_budget(
        self,
        look: Callable[[], Observation],
        declared: str,
        entry: Part | Source | ParentModel | None,
    ) -> Observation:
        """What is seen of an entry, and that not all was looked at where that is so."""
        shown, refused = self.budget.watched(look)
        if not refused:
            return shown
        path = entry.path if entry else DOCUMENTS_LICENSE
        asserted = isinstance(entry, Part) and entry.asserted_free is not None
        cut = not_looked_at(self.budget, refused, declared, path, asserted=asserted)
        return merge([shown, cut])

    def part(self, part: Part, component: str) -> Observation:
        """What is seen of one part, as far as the budget goes."""
        default = self.declaration.licenses.get(default_of(part.path), "")
        shown = self.within_budget(
            lambda: self._part(part, component), part.license or default, part
        )
        is_prose = component.startswith("data.description.") and not shown.content
        is_cut = any(one.rule is NOT_LOOKED_AT for one in shown.diagnostics)
        return shown._replace(is_known=False) if is_cut and is_prose and not part.text else shown

    def documents(self) -> Observation:
        """What is seen of the license of the documents at home."""
        declared = self.declaration.licenses.get(DOCUMENTS, "")
        return self.within_budget(
            lambda: self.licenses.documents() or Observation(), declared, None
        )

    def source(self, source: Source) -> Observation:
        """What is seen of a data set, as far as the budget goes."""
        return self.within_budget(lambda: self.entry(source), source.license, source)

    def left_out(self) -> Evidence:
        """What cards name and the declaration lacks; a card that is not read leaves both open."""
        found, refused = self.budget.watched(lambda: left_out(self.declaration, self.paths))
        for path in [*_LEFT_OUT] if refused else []:
            open_ = not_looked_at(self.budget, refused, "", ("system",))
            found[path] = merge([found.get(path, open_), open_])
        return found

    def about_data(self) -> list[Observation]:
        """What the README names for the data."""
        found, refused = self.budget.watched(lambda: list(self.conflicts.of_data()))
        first = next((one for one in self.declaration.source_list if one.license), None)
        if first and refused:
            found.append(not_looked_at(self.budget, refused, first.license, first.path))
        return found

    def _part(self, part: Part, component: str) -> Observation:
        """What is seen of one part: its location, hash, license, settings; what it is."""
        is_prose = part.text and not part.location and not part.license_files
        observations = [self.licenses.prose(part) if is_prose else self.entry(part)]
        if part.location and is_path(part.location) and _is_there(observations[0]):
            resolved = self.paths.resolved(part.location)
            observations.append(self.licenses.nearest(part, component, resolved))
            observations += self.content(component, part, resolved)
            observations += self.conflicts.of_part(part, component, resolved)
        elif component == "parameters.weights" and not is_path(part.location):
            observations += self.conflicts.of_part(part, component, None)
        told = [one for seen in observations for one in seen.diagnostics]
        observations += self.policies.undeclared(part, component, told)
        if part.asserted_free and part.asserted_free.location:
            self.words(part.asserted_free)  # what is not read of it leaves the part open
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
        for terms in entry.further_terms:
            seen = self.paths.look(terms.location, terms.path)
            observations += [one._replace(exists=True, is_known=True) for one in seen]
        observations += self.named(entry)
        return merge(observations)

    def parent(self, model: ParentModel) -> Observation:
        """What is seen of a model that this one is built on, as far as the budget goes."""
        return self.within_budget(lambda: self._parent(model), model.license, model)

    def _parent(self, model: ParentModel) -> Observation:
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
            yield observation
            resolved = self.paths.resolved(location)
            is_file = _is_there(observation) and resolved.kind == "file"
            if is_file and (why := self._settings_trouble(resolved.path)):
                message = f"{resolved.path} does not parse: {why}"
                wrong = SETTINGS_UNREADABLE.at(path, message, "fix it")
                yield Observation(diagnostics=(wrong,))

    def _settings_trouble(self, path: str) -> str:
        def trouble() -> str:
            return settings_trouble(path, self.tree.parsed(path, MAX_TEXT)) or ""

        try:
            return self.tree.once(("settings", path), trouble)
        except OSError:
            return ""

    def weights(self, resolved: ResolvedPath, path: Path) -> Iterator[Observation]:
        """What the headers of weights in the repository say, and which of them run code."""
        for file in weight_files(self.tree, resolved.path, resolved.kind):
            yield _of_weights(file, self._weights_file(file), path)
        pickles = weight_files(self.tree, resolved.path, resolved.kind, PICKLES)
        if found := [file for file in pickles if self._runs_code(file)]:
            more = f" and {len(found) - 1:,} more" if len(found) > 1 else ""
            message = f"{found[0]}{more} can run any code when loaded: it is a pickle"
            yield Observation(FOUND, diagnostics=(WEIGHTS_RUN_CODE.at(path, message),))

    def _weights_file(self, file: str) -> Shown | None:
        try:
            return self.tree.once(("weights", file), lambda: header(self.tree, file))
        except OSError:
            return None

    def _runs_code(self, file: str) -> bool:
        return self.tree.once(("pickle", file), lambda: runs_code(self.tree, file))

    def content(self, component: str, part: Part, at: ResolvedPath) -> Iterator[Observation]:
        """What is there: the text that describes data, weights, or pages in place of those."""
        if component.startswith("data.description.") and at.kind == "file":
            yield Observation(FOUND, content=self.paths.bytes(at.path, MAX_READ))
        yield from self.paths.prose_alone(component, part)
        if component.startswith("parameters."):
            yield from self.weights(at, part.path)


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
