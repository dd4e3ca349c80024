# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""One declaration, from its bytes and the tree around it to its report."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from osaid_action.assessment.assess import assess, invalid
from osaid_action.assessment.lent import as_lent
from osaid_action.assessment.lineage import ResolvedParent
from osaid_action.assessment.loans import loans
from osaid_action.assessment.silence import MARK, silenced
from osaid_action.definition.rules.components import BASE_CYCLE, BASE_INVALID
from osaid_action.definition.rules.form import NOT_YAML, TOO_LARGE
from osaid_action.evidence.base_paths import not_looked_at_there
from osaid_action.evidence.collect import collect
from osaid_action.evidence.git_state import may_be_paths, of_git
from osaid_action.evidence.observation import Evidence, Observation
from osaid_action.evidence.paths import absence, unknown
from osaid_action.findings import Report
from osaid_action.model import MAX_DECLARATION_BYTES, Declaration, ParentModel, is_url
from osaid_action.parts import load_part
from osaid_action.repository.index_tree import IndexTree
from osaid_action.repository.tree import DeclarationFile, ResolvedPath, declaration_file, resolve
from osaid_action.text import shorten
from osaid_action.validation.blank_values import without_blanks
from osaid_action.validation.document import Document, Unreadable
from osaid_action.validation.loader import load
from osaid_action.validation.semantics import diagnose
from osaid_action.validation.yaml_reader import read

_MAX_PARENTS = 64  # declarations read for one; a chain of models is a few


Ask = Callable[[Declaration], Evidence]
"""What the network shows of what a declaration names; see `osaid_action.evidence.online`."""


class Network:
    """Asks the network, once for each URL of a run; ``progress`` hears how far it is."""

    def __init__(self, progress: Callable[[int, int], None] | None = None) -> None:
        self._ask, self.fetcher = (
            load_part("evidence.online:ask"),
            load_part("http.fetcher:Fetcher")(),
        )
        self._progress = progress

    def __call__(self, declaration: Declaration) -> Evidence:
        """What the network shows of what a declaration names."""
        seen: Evidence = self._ask(declaration, self.fetcher, self._progress)
        return seen

    def unanswered(self) -> int:
        """How many URLs were to be asked, where none at all answered; else 0."""
        number: int = self.fetcher.unanswered()
        return number


def check(  # noqa: PLR0913 - what is looked at, each part from another room
    data: bytes,
    name: str,
    file: DeclarationFile | None = None,
    *,
    evidence: bool = True,
    ask: Ask | None = None,
    required: Sequence[str] = (),
) -> Report:
    """The report on a declaration's bytes.

    ``name`` is how the report calls the file. Without a ``file`` nothing but the bytes is looked
    at; without ``evidence`` only the declarations of models in ``built_on`` are. ``ask`` gives what
    the network shows, and is asked only about this declaration, not about those it is built on.
    """
    report = _Reading(file, ask).read(data, name, file, required, evidence=evidence).report
    return report._replace(content=data)


class _Read(NamedTuple):
    """What came of reading one file; without a declaration when it is none."""

    report: Report
    declaration: Declaration | None = None
    document: Document | None = None
    parents: tuple[ResolvedParent, ...] = ()

    @property
    def paths(self) -> list[str]:
        """Where the declarations of its parents are, as far as they were read."""
        return [one.path for one in self.parents if one.path]


class _Known(NamedTuple):
    """An ancestor that was read, and those behind it, by their paths."""

    read: _Read
    behind: dict[str, _Read]


class _Reading:
    """Reads one declaration and, through ``built_on``, those it names.

    Ancestors are read once in a run. One whose reading was cut short, by a circle or by the limit,
    is read again by whoever asks next, as where that happens depends on who asks.
    """

    def __init__(self, file: DeclarationFile | None, ask: Ask | None = None) -> None:
        self.ask = ask
        self.open = [file.path] if file else []  # those that wait for their parents
        self.done: dict[str, _Read] = {}
        self.is_whole = True  # no reading was cut short so far

    def read(
        self,
        data: bytes,
        name: str,
        file: DeclarationFile | None,
        required: Sequence[str] = (),
        *,
        evidence: bool,
    ) -> _Read:
        """The report on a file, and the declaration where it is one."""
        try:
            document = read(data)
            document = document._replace(data=without_blanks(document.data))
        except Unreadable as error:
            return _Read(invalid(name, [error.diagnostic]))
        if file and isinstance(file.tree, IndexTree) and len(self.open) == 1:
            asked = document.data if evidence else _ancestors(document.data)
            if asked:
                file.tree.expect(may_be_paths(asked, file.tree, file.root))
        is_parent = len(self.open) > 1  # its paths are of another repository, where they may be
        if wrong := diagnose(document, file if evidence else None, look_for_paths=not is_parent):
            return _Read(invalid(name, wrong, document))
        declaration = load(document.data)
        parents = tuple(self.parent(one, file, declaration) for one in declaration.built_on)
        against = [one.diagnostic for one in parents if one.diagnostic]
        if cycles := [one for one in against if one.rule is BASE_CYCLE]:
            return _Read(invalid(name, cycles, document))
        seen = self.seen(declaration, file, is_looked_at=evidence, is_parent=is_parent)
        report = assess(name, document, declaration, seen, parents=parents, required=required)
        if parents and not is_parent:
            report = report._replace(built_on=loans(report, parents, declaration, seen))
        if MARK in data:
            report = silenced(report, load_part("validation.ignores:ignores")(data))
        return _Read(report, declaration, document, parents)

    def seen(
        self,
        declaration: Declaration,
        file: DeclarationFile | None,
        *,
        is_looked_at: bool,
        is_parent: bool,
    ) -> Evidence:
        """What the repository, the network and git show of a declaration."""
        found = collect(declaration, file.tree, file.root) if file and is_looked_at else {}
        if self.ask and not is_parent:
            from osaid_action.evidence.online import together  # noqa: PLC0415 - only when asked

            found = together(found, self.ask(declaration))
        found |= self.missing(declaration, file, found)
        return of_git(file, found) if file and is_looked_at else found

    # -------------------------------------------------------------- lineage

    def missing(
        self, declaration: Declaration, file: DeclarationFile | None, seen: Evidence
    ) -> Evidence:
        """What was ``seen`` of models whose declaration is no file here, or names paths itself."""
        found: Evidence = {}
        for parent in declaration.built_on:
            if file is None or not parent.declaration or is_url(parent.declaration):
                continue
            resolved = resolve(file.tree, file.root, parent.declaration)
            if resolved.kind == "folder":
                resolved = ResolvedPath("missing", resolved.path, "it is no file")
            where, named = (*parent.path, "declaration"), parent.declaration
            not_there = absence(resolved, named, where, file.tree, file.root)
            theirs = self.done[resolved.path].declaration if resolved.path in self.done else None
            of_theirs = not_looked_at_there(theirs, shorten(named), where) if theirs else None
            if diagnostic := not_there or unknown(resolved, named, where) or of_theirs:
                before = seen.get(parent.path, Observation())
                found[parent.path] = before._replace(diagnostics=(*before.diagnostics, diagnostic))
        return found

    def parent(
        self, parent: ParentModel, file: DeclarationFile | None, ours: Declaration
    ) -> ResolvedParent:
        """A model in ``built_on``, assessed by its own declaration where that can be read."""
        if file is None or not parent.declaration or is_url(parent.declaration):
            return ResolvedParent(parent)
        resolved = resolve(file.tree, file.root, parent.declaration)
        if resolved.kind != "file":
            return ResolvedParent(parent)
        name, where = shorten(parent.declaration), (*parent.path, "declaration")
        if resolved.path in self.open:
            message = f"{name} is built on this declaration in turn"
            cycle = BASE_CYCLE.at(where, message, "remove one link")
            self.is_whole = False
            return ResolvedParent(parent, diagnostic=cycle)
        if resolved.path not in self.done:
            self.learn(resolved, file)
        found = self.done[resolved.path]
        report = found.report
        if any(finding.rule is BASE_CYCLE for finding in report.findings):
            message = f"{name} is built on itself, by way of others"
            cycle = BASE_CYCLE.at(where, message, "remove one link")
            return ResolvedParent(parent, diagnostic=cycle)
        if not report.valid:
            first = report.findings[0]
            message = f"{name} is invalid: line {first.line}: {first.message}"
            wrong = BASE_INVALID.at(where, message, f"run `osaid check` on {name}")
            return ResolvedParent(parent, diagnostic=wrong, path=resolved.path)
        return _lent(parent, found, ours, resolved.path)

    def learn(self, resolved: ResolvedPath, file: DeclarationFile) -> None:
        """Take an ancestor, and those behind it, from what the run knows, or read them."""
        key = ("ancestor", resolved.path)
        known = file.tree.memory.get(key)
        if isinstance(known, _Known):
            more = len({resolved.path, *known.behind} - self.done.keys())
            if len(self.done) + len(self.open) + more <= _MAX_PARENTS:
                self.done |= {**known.behind, resolved.path: known.read}
                return
        read = self.done[resolved.path] = self.read_parent(resolved, file)
        if self.is_whole:
            file.tree.memory.keep(key, _Known(read, self.behind(read)))

    def behind(self, read: _Read) -> dict[str, _Read]:
        """The ancestors of one that was read, by their paths."""
        found: dict[str, _Read] = {}
        waiting = [*read.paths]
        while waiting:
            path = waiting.pop()
            if path not in found:
                found[path] = self.done[path]
                waiting += found[path].paths
        return found

    def read_parent(self, resolved: ResolvedPath, file: DeclarationFile) -> _Read:
        """Assess a declaration in the same tree, without evidence: its paths are not of here."""
        inner = declaration_file(file.tree, resolved.path)
        if len(self.done) + len(self.open) >= _MAX_PARENTS:
            self.is_whole = False
            message = f"more than {_MAX_PARENTS} declarations behind this one"
            diagnostic = TOO_LARGE.on_line(1, 1, message, "shorten the chain")
            return _Read(invalid(resolved.path, [diagnostic]))
        try:
            data = file.tree.read(resolved.path, MAX_DECLARATION_BYTES + 1)
        except OSError as error:
            message = f"it cannot be read: {error.strerror}"
            diagnostic = NOT_YAML.on_line(1, 1, message, "check its permissions")
            return _Read(invalid(resolved.path, [diagnostic]))
        self.open.append(resolved.path)
        try:
            return self.read(data, resolved.path, inner, evidence=False)
        finally:
            self.open.pop()


def _ancestors(data: object) -> list[object]:
    """Where the declarations of the models are that it is built on."""
    models = data.get("built_on") if isinstance(data, dict) else None
    entries = models if isinstance(models, list) else []
    found = (one.get("declaration") for one in entries if isinstance(one, dict))
    return [one for one in found if one]


def _lent(parent: ParentModel, found: _Read, ours: Declaration, path: str) -> ResolvedParent:
    """A model by its own declaration, as it counts for what is built on it."""
    if found.declaration is None or found.document is None:
        return ResolvedParent(parent, path=path)
    theirs = as_lent(found.declaration, parent, ours)
    report = found.report
    if theirs != found.declaration:
        report = assess(report.path, found.document, theirs, {}, parents=found.parents)
    return ResolvedParent(parent, report, theirs, parents=found.parents, path=path)
