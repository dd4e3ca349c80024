# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What license files show of the licenses that a declaration names for its components."""

from collections.abc import Iterator

from osaid_action.definition.rules.evidence import IGNORED, LICENSE_TEXT_MISSING
from osaid_action.evidence.license_files import compare_texts, weigh_texts
from osaid_action.evidence.license_inventory import (
    CODE,
    DATA,
    DOCUMENTS,
    PARAMETERS,
    Meant,
    NotInGit,
    named_alone,
    nearest,
    not_in_git,
)
from osaid_action.evidence.license_readings import LicenseReadings
from osaid_action.evidence.observation import (
    CONTRADICTED,
    DECLARED,
    FOUND,
    VERIFIED,
    Observation,
    best,
)
from osaid_action.evidence.paths import Paths, folder_of
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import NO_LICENSE, undecided
from osaid_action.model import (
    Declaration,
    ParentModel,
    Part,
    Path,
    Source,
    default_of,
    is_url,
)
from osaid_action.repository.tree import ResolvedPath

DOCUMENTS_LICENSE: Path = ("licenses", DOCUMENTS)
"""Where the license of the documents stands, and what was seen of it."""

_HERE: Path = ()  # where a license is named, until that is known
_PROSE = (DATA, DOCUMENTS)  # what license files may be meant for that go with prose


class ComponentLicenses:
    """The license files of one declaration; those of a folder are compared once."""

    def __init__(self, declaration: Declaration, paths: Paths) -> None:
        self.declaration, self.paths = declaration, paths
        self.readings = LicenseReadings(paths.tree)
        self._nearest = paths.budget.cached(self._nearest_license)
        self._compared = paths.budget.cached(self._compare)

    def documents(self) -> Observation | None:
        """What is seen of the license of the documents at home; None without one."""
        declared = self.declaration.licenses.get(DOCUMENTS)
        return self.of_documents(declared, DOCUMENTS_LICENSE) if declared else None

    def of_documents(self, declared: str, where: Path) -> Observation:
        """What license files show of prose in the declaration; without any it is declared."""
        data, own = (
            self.nearest_license(self.paths.root, group, declared, where) for group in _PROSE
        )
        shown = own if own.status == CONTRADICTED else best([data, own])
        statuses = {VERIFIED: FOUND, FOUND: DECLARED}
        return shown._replace(status=statuses.get(shown.status, shown.status))

    def prose(self, part: Part) -> Observation:
        """What is seen of text in place: it is found where its license is verified."""
        declared = part.license or self.declaration.licenses.get(default_of(part.path), "")
        where = (*part.path, "license") if part.license else DOCUMENTS_LICENSE
        if not declared:
            return Observation()
        return self.of_documents(declared, where)._replace(notes=())

    def named(self, entry: Part | Source | ParentModel) -> Iterator[Observation]:
        """What named license files show; one that is not there leaves no license."""
        path = (*entry.path, "license_file")
        files = [one for one in entry.license_files if not is_url(one)]
        found = [(one, self.paths.resolved(one)) for one in files]
        absent = [why for one in files if (why := self.paths.not_there(one, path))]
        declared = self.declared(entry)
        if absent:
            yield Observation(CONTRADICTED, terms=NO_LICENSE, diagnostics=(absent[0],))
        elif declared and found and all(there.kind == "file" for _, there in found):
            alone = named_alone(*(there.path for _, there in found))
            yield self.compared(alone, declared, path)
        elif declared and (folder := next((o for o, t in found if t.kind == "folder"), "")):
            yield _no_file(folder, declared, path)
        else:
            yield from (Observation(DECLARED, notes=(f"{one} is there",)) for one in files)

    def declared(self, entry: Part | Source | ParentModel) -> str:
        """The license of an entry, its own or the default for what lies at home."""
        if entry.license or not isinstance(entry, Part) or is_url(entry.location):
            return entry.license
        return self.declaration.licenses.get(default_of(entry.path), "")

    def nearest(self, part: Part, component: str, resolved: ResolvedPath) -> Observation:
        """What the nearest license files show that count for a component at home."""
        group = component.partition(".")[0]
        declared = self.declared(part)
        if not declared or resolved.kind == "submodule":
            return Observation(FOUND)
        if not all(map(is_url, part.license_files)):
            return self.beside_named(part, group, resolved)
        own = (*part.path, "license")
        where = own if part.license else ("licenses", default_of(part.path))
        return self.nearest_license(folder_of(resolved), group, declared, where)

    def nearest_license(self, folder: str, group: str, declared: str, where: Path) -> Observation:
        """What the license files show that count for a folder; ``where`` names the license."""
        return _moved(self._nearest(folder, group, declared, where[:1]), where)

    def _nearest_license(self, folder: str, group: str, declared: str, own: Path) -> Observation:
        ids = frozenset(license_.id.lower() for license_ in terms(declared).licenses)
        meant, refused = self.paths.budget.watched(
            lambda: nearest(self.paths.tree, folder, group, ids, self.paths.root)
        )
        if meant:
            return self._compare(meant, declared)
        if refused:
            return Observation()
        return without_text(group, declared, own, not_in_git(self.paths.tree.tree, folder, group))

    def beside_named(self, part: Part, group: str, resolved: ResolvedPath) -> Observation:
        """What lies nearest besides a `license_file`, weighed by what it grants."""
        meant = nearest(self.paths.tree, folder_of(resolved), group, root=self.paths.root)
        named = {self.paths.resolved(one).path for one in part.license_files}
        others = [one for one in meant.files if one.path not in named] if meant else []
        if not meant or not others:
            return Observation(FOUND)
        declared = terms(self.declared(part), text_shown=True)
        beside = meant._replace(files=tuple(others))
        return weigh_texts(self.readings, beside, declared, (*part.path, "license_file"))

    def compared(self, meant: Meant, declared: str, where: Path) -> Observation:
        """What license texts show of what is declared."""
        return _moved(self._compared(meant, declared), where)

    def _compare(self, meant: Meant, declared: str) -> Observation:
        return compare_texts(self.readings, meant, terms(declared, text_shown=True), _HERE)


def _moved(shown: Observation, where: Path) -> Observation:
    """What was seen of a license, for one of the places that name it."""
    return shown._replace(
        diagnostics=tuple(one._replace(path=where) for one in shown.diagnostics),
        held_by=tuple(one._replace(path=where) for one in shown.held_by),
    )


def _no_file(folder: str, declared: str, where: Path) -> Observation:
    """A `license_file` that is a folder shows no text."""
    message = f"{folder} is a folder, and not a file with the text of {declared}"
    diagnostic = LICENSE_TEXT_MISSING.at(where, message, "name the file that has it")
    return Observation(DECLARED, (), (diagnostic,), undecided(terms(declared), message))


def without_text(group: str, declared: str, where: Path, aside: NotInGit | None) -> Observation:
    """What no license file at all shows: of code, and of weights with a license of their own.

    ``aside`` is a license file that only the disk has.
    """
    if group != CODE and not (group == PARAMETERS and where[:1] == (PARAMETERS,)):
        return Observation(FOUND)
    message = f"no LICENSE file with the text of {declared} is here"
    remedy = f"add a LICENSE file with the text of {declared}"
    if aside:
        message += f": {aside.path} is on the disk, but {aside.why}"
        remedy = f"`git add {'--force ' if aside.why == IGNORED else ''}{aside.path}`"
    diagnostic = LICENSE_TEXT_MISSING.at(where, message, remedy)
    return Observation(diagnostics=(diagnostic,), terms=undecided(terms(declared), message))
