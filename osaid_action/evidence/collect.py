# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the repository shows of what is declared: paths, hashes, license texts."""

import posixpath
from collections.abc import Callable, Iterator
from functools import cache

from osaid_action.definition.rules.evidence import (
    HASH_MISMATCH,
    LICENSE_TEXT_MISSING,
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
from osaid_action.evidence.license_files import compare_texts, weigh_texts
from osaid_action.evidence.license_inventory import (
    CODE,
    DATA,
    DOCUMENTS,
    PARAMETERS,
    Meant,
    named_alone,
    nearest,
)
from osaid_action.evidence.license_metadata import (
    LicenseClaim,
    card_claims,
    claims,
    disagreement,
    readme_claims,
    tag_claims,
)
from osaid_action.evidence.model_card import left_out
from osaid_action.evidence.observation import (
    CONTRADICTED,
    DECLARED,
    FOUND,
    VERIFIED,
    Evidence,
    Observation,
    best,
    merge,
)
from osaid_action.evidence.paths import Paths
from osaid_action.evidence.policies import Policies
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import NO_LICENSE, undecided
from osaid_action.model import (
    Declaration,
    ParentModel,
    Part,
    Path,
    Source,
    Statement,
    default_of,
    is_path,
    is_url,
)
from osaid_action.repository.tree import ResolvedPath, Tree

DOCUMENTS_LICENSE: Path = ("licenses", DOCUMENTS)
"""Where the license of the documents stands, and what was seen of it."""

_PROSE = (DATA, DOCUMENTS)  # what license files may be meant for that go with prose
_MOST_LICENSES = 20  # of data, that a README's word is compared with
MAX_READ = 512 * 1024
"""Bytes of a description that are read; more is not needed to see that it says something."""


def collect(declaration: Declaration, tree: Tree, root: str) -> Evidence:
    """Look at every path that ``declaration`` names, from the folder ``root`` of ``tree``."""
    collector = _Collector(declaration, tree, root)
    found: Evidence = {}
    for component in declaration.components.values():
        for part in component.parts:
            found[part.path] = collector.part(part, component.id)
            if part.asserted_free:
                found[part.asserted_free.path] = collector.words(part.asserted_free)
    if shown := collector.documents_license():
        found[DOCUMENTS_LICENSE] = shown
    for source in declaration.source_list:
        if source.location:
            found[source.path] = collector.entry(source)
    found |= left_out(declaration, collector.paths)
    for model in declaration.built_on:
        if model.location or model.license_files or model.permission:
            found[model.path] = collector.parent(model)
    if conflicts := list(collector.data_conflicts()):
        first = next(one for one in declaration.source_list if one.license)
        found[first.path] = merge([found.get(first.path, Observation()), *conflicts])
    return found


class _Collector:
    """Looks at the paths of one declaration, each file once."""

    def __init__(self, declaration: Declaration, tree: Tree, root: str) -> None:
        self.declaration = declaration
        self.tree = tree
        self.paths = Paths(tree, root)
        self.nearest_license = cache(self._nearest_license)
        self.settings_trouble = cache(self._settings_trouble)
        self.weights_file = cache(self._weights_file)
        self.claims = cache(self._claims)
        self.policies = Policies(declaration, self.paths)

    def part(self, part: Part, component: str) -> Observation:
        """What is seen of one part: its location, hash, license, settings; what it is."""
        is_prose = part.text and not part.location and not part.license_files
        observations = [self.prose(part) if is_prose else self.entry(part)]
        if part.location and is_path(part.location) and _is_there(observations[0]):
            resolved = self.paths.resolved(part.location)
            observations.append(self.license_texts(part, component, resolved))
            observations += self.description(component, resolved)
            if component.startswith("parameters."):
                observations += self.weights(resolved, part.path)
            observations += self.conflicts(part, component, resolved)
        told = [one for seen in observations for one in seen.diagnostics]
        observations += self.policies.undeclared(part, component, told)
        if part.asserted_free and part.asserted_free.location:
            observations += self.statement(
                part.asserted_free.location, (*part.path, "asserted_free", "location")
            )
        for path, where in part.settings:
            observations += self.settings(where, path)
        return merge(observations)

    def prose(self, part: Part) -> Observation:
        """What is seen of text in place: it is found where its license is verified."""
        declared = part.license or self.declaration.licenses.get(default_of(part.path), "")
        where = (*part.path, "license") if part.license else DOCUMENTS_LICENSE
        if not declared:
            return Observation()
        return self.of_documents(declared, where)._replace(notes=())

    def documents_license(self) -> Observation | None:
        """What is seen of the license of the documents at home; None without one."""
        declared = self.declaration.licenses.get(DOCUMENTS)
        return self.of_documents(declared, DOCUMENTS_LICENSE) if declared else None

    def of_documents(self, declared: str, where: Path) -> Observation:
        """What license files show of prose in the declaration; without any it is declared."""
        each = [self.nearest_license(self.paths.root, group, declared, where) for group in _PROSE]
        shown = best(each)
        statuses = {VERIFIED: FOUND, FOUND: DECLARED}
        return shown._replace(status=statuses.get(shown.status, shown.status))

    def entry(self, entry: Part | Source | ParentModel) -> Observation:
        """What is seen of an entry's location, hash and license text."""
        named = (*entry.path, "location")
        observations = [*self.paths.look(entry.location, named), *self.hash(entry)]
        observations += self.license_files(entry)
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
                wrong = SETTINGS_UNREADABLE.at(path, message, "mend it")
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

    # -------------------------------------------------------------- licenses

    def license_files(self, entry: Part | Source | ParentModel) -> Iterator[Observation]:
        """What named license files show; one that is not there leaves no license."""
        path = (*entry.path, "license_file")
        named = [one for one in entry.license_files if not is_url(one)]
        found = [(one, self.paths.resolved(one)) for one in named]
        absent = [why for one in named if (why := self.paths.not_there(one, path))]
        if absent:
            yield Observation(CONTRADICTED, terms=NO_LICENSE, diagnostics=(absent[0],))
        elif entry.license and found and all(there.kind == "file" for _, there in found):
            files = named_alone(*(there.path for _, there in found))
            yield self.compared(files, entry.license, path)
        else:
            yield from (Observation(DECLARED, notes=(f"{one} is there",)) for one in named)

    def description(self, component: str, resolved: ResolvedPath) -> Iterator[Observation]:
        """The beginning of a file that describes the data, for whoever reads what it says."""
        if component.startswith("data.description.") and resolved.kind == "file":
            content = self.paths.bytes(resolved.path, MAX_READ)
            yield Observation(FOUND, content=content)

    def license_texts(self, part: Part, component: str, resolved: ResolvedPath) -> Observation:
        """What the nearest license files show that count for a component at home."""
        group = component.partition(".")[0]
        default = default_of(part.path)
        declared = part.license or self.declaration.licenses.get(default, "")
        if not declared or resolved.kind == "submodule":
            return Observation(FOUND)
        if part.license_files:
            return self.beside_named(part, group, resolved)
        where = (*part.path, "license") if part.license else ("licenses", default)
        return self.nearest_license(_folder(resolved), group, declared, where)

    def _nearest_license(self, folder: str, group: str, declared: str, where: Path) -> Observation:
        ids = frozenset(license_.id.lower() for license_ in terms(declared).licenses)
        if meant := nearest(self.tree, folder, group, ids, self.paths.root):
            return self.compared(meant, declared, where)
        return without_text(group, declared, where)

    def beside_named(self, part: Part, group: str, resolved: ResolvedPath) -> Observation:
        """What lies nearest besides a `license_file`, weighed by what it grants."""
        meant = nearest(self.tree, _folder(resolved), group, root=self.paths.root)
        named = {self.paths.resolved(one).path for one in part.license_files}
        others = [one for one in meant.files if one.path not in named] if meant else []
        if not meant or not others or not part.license:
            return Observation(FOUND)
        declared = terms(part.license, text_shown=True)
        beside = meant._replace(files=tuple(others))
        return weigh_texts(self.tree, beside, declared, (*part.path, "license_file"))

    def compared(self, meant: Meant, declared: str, where: Path) -> Observation:
        """What license texts show of what is declared."""
        return compare_texts(self.tree, meant, terms(declared, text_shown=True), where)

    def conflicts(
        self, part: Part, component: str, resolved: ResolvedPath
    ) -> Iterator[Observation]:
        """Where the repository names another license: for code here, and for weights here."""
        group = component.partition(".")[0]
        if group not in (CODE, PARAMETERS):
            return
        default = self.declaration.licenses.get("code", "") if group == CODE else ""
        declared = part.license or default
        if not declared:
            return
        where = (*part.path, "license") if part.license else ("licenses", "code")
        what = "the code here" if group == CODE else "the weights"
        for claim in self.claims_of(group, resolved):
            if diagnostic := disagreement(claim, terms(declared), where, what):
                yield Observation(FOUND, diagnostics=(diagnostic,))

    def claims_of(self, group: str, resolved: ResolvedPath) -> Iterator[LicenseClaim]:
        """What the repository says of the license of code or weights at a path."""
        root = self.paths.root
        yield from (one for one in self.claims(readme_claims, root) if one.group == group)
        if group == PARAMETERS:
            yield from self.claims(card_claims, _folder(resolved))
            return
        yield from self.claims(claims, root)
        if resolved.kind == "file":
            yield from self.claims(tag_claims, resolved.path)

    def data_conflicts(self) -> Iterator[Observation]:
        """Where the README names a license for the data that no source has."""
        licensed = [one for one in self.declaration.source_list if one.license]
        expressions = dict.fromkeys(f"({one.license})" for one in licensed)
        said = [one for one in self.claims(readme_claims, self.paths.root) if one.group == DATA]
        if not said or not licensed or len(expressions) > _MOST_LICENSES:
            return
        declared = terms(" AND ".join(expressions)) if len(expressions) > 1 else None
        declared = declared or terms(licensed[0].license)
        for claim in said:
            where = (*licensed[0].path, "license")
            if diagnostic := disagreement(claim, declared, where, "the data"):
                yield Observation(VERIFIED, diagnostics=(diagnostic,))

    def _claims(
        self, reader: Callable[[Tree, str], Iterator[LicenseClaim]], path: str
    ) -> tuple[LicenseClaim, ...]:
        """What other files of the repository say of licenses, each asked once."""
        return tuple(reader(self.tree, path))


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


def _folder(resolved: ResolvedPath) -> str:
    return resolved.path if resolved.kind == "folder" else posixpath.dirname(resolved.path)


def without_text(group: str, declared: str, where: Path) -> Observation:
    """What no license file at all shows: of code, and of weights with a license of their own."""
    if group != CODE and not (group == PARAMETERS and where[0] == PARAMETERS):
        return Observation(FOUND)
    message = f"no license file goes with what is declared under {declared}"
    remedy = f"add a LICENSE file with the text of {declared}"
    diagnostic = LICENSE_TEXT_MISSING.at(where, message, remedy)
    return Observation(diagnostics=(diagnostic,), terms=undecided(terms(declared), message))
