# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Files that by their names hold terms beyond a license: use policies, terms of use, addenda."""

import posixpath
import re
from collections.abc import Iterable, Iterator

from osaid_action.definition.rules.evidence import TERMS_UNDECLARED
from osaid_action.evidence.budget import FOLDER
from osaid_action.evidence.license_inventory import CODE, PARAMETERS, nearest
from osaid_action.evidence.observation import FOUND, Observation
from osaid_action.evidence.paths import Paths
from osaid_action.findings import Diagnostic
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import undecided
from osaid_action.model import Declaration, Part, Path, default_of, is_path

_TEXT = ("", ".txt", ".md", ".rst", ".markdown", ".html", ".pdf")
_ALONE = {"aup", "eula", "tos", "terms", "addendum", "addenda", "restrictions"}
_OF_USE = {"use", "uses", "usage", "user"}
_RULED = {
    *("policy", "policies", "acceptable", "unacceptable", "responsible", "prohibited"),
    *("restricted", "forbidden", "allowed", "disallowed", "permitted", "guidelines", "agreement"),
}
_HINT = r"(?i)aup|eula|tos|terms|addend|restrictions|us[ae]"  # without it there is none
_LONGEST = 100  # characters of a name


def is_policy_name(name: str) -> bool:
    """Whether a file of that name holds terms of use: USE_POLICY.md, AUP.txt, LicenseAddendum."""
    if len(name) > _LONGEST or not re.search(_HINT, name):
        return False
    stem, suffix = posixpath.splitext(name)
    if suffix.lower() not in _TEXT:
        return False
    words = set(re.findall(r"[a-z]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", stem).lower()))
    return bool(words & _ALONE or (words & _OF_USE and words & _RULED))


class Policies:
    """The files of terms that lie beside what a declaration names; each folder is read once."""

    def __init__(self, declaration: Declaration, paths: Paths) -> None:
        self.declaration, self.paths = declaration, paths
        self.files = paths.budget.cached(self._files)
        self.folder_of_license = paths.budget.cached(self._folder_of_license)
        weights = declaration.components["parameters.weights"].parts
        self.has_weights = bool(weights)
        self.of_weights = [terms for part in weights for terms in part.further_terms]

    def undeclared(
        self, part: Part, component: str, told: Iterable[Diagnostic]
    ) -> Iterator[Observation]:
        """That a file beside the license or the part was not declared: its terms are open.

        ``told`` is what was said of the part already: a file that it names is not named again.
        """
        group, default = component.partition(".")[0], default_of(part.path)
        declared = part.license or self.declaration.licenses.get(default, "")
        is_here = bool(part.location) and is_path(part.location)
        if not declared or not (group == PARAMETERS or (group == CODE and is_here)):
            return
        known = self._declared(part) | {one.message.partition(" ")[0] for one in told}
        where = ("parameters", "weights") if self.has_weights else part.path
        for folder in self._folders(part, group):
            for path in self.files(folder):
                if path not in known:
                    yield _open(path, declared, where)

    def _folders(self, part: Part, group: str) -> list[str]:
        """That of the declaration, that of the part, and that of its license."""
        root = self.paths.root
        resolved = self.paths.resolved(part.location) if is_path(part.location) else None
        if not part.location or not resolved or resolved.kind not in ("file", "folder"):
            return [root]
        is_folder = resolved.kind == "folder"
        own = resolved.path if is_folder else posixpath.dirname(resolved.path)
        return list(dict.fromkeys([root, own, *self.folder_of_license(own, group)]))

    def _folder_of_license(self, folder: str, group: str) -> list[str]:
        meant = nearest(self.paths.tree, folder, group, root=self.paths.root)
        return [meant.folder] if meant else []

    def _declared(self, part: Part) -> set[str]:
        """The files that the part, or the weights, declare as further terms."""
        every = [*part.further_terms, *self.of_weights]
        return {self.paths.resolved(one.location).path for one in every if is_path(one.location)}

    def _files(self, folder: str) -> tuple[str, ...]:
        tree = self.paths.tree
        names = sorted(name for name in tree.files(folder) if is_policy_name(name))
        paths = [posixpath.join(folder, name) for name in names]
        if len(paths) > FOLDER.most:
            self.paths.budget.refuse(FOLDER, paths[FOLDER.most])
            del paths[FOLDER.most :]
        return tuple(path for path in paths if tree.kind(path) == "file")


def _open(path: str, declared: str, where: Path) -> Observation:
    message = f"{path} lies beside the license or the weights, and is not declared"
    diagnostic = TERMS_UNDECLARED.at(where, message)
    return Observation(FOUND, diagnostics=(diagnostic,), terms=undecided(terms(declared), message))
