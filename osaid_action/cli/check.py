# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""`osaid check`: declarations are assessed and reported."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING

from osaid_action.assessment.assess import invalid
from osaid_action.check import Network, check
from osaid_action.cli.files import STDIN, Files
from osaid_action.cli.formats import writer
from osaid_action.cli.output import Output, complain, confess, remark
from osaid_action.definition.rules.form import DECLARATION_REMOVED
from osaid_action.errors import OsaidError, reason
from osaid_action.findings import Report
from osaid_action.model import ExitCode
from osaid_action.parts import load_part
from osaid_action.repository.discovery import NAMES, near_names
from osaid_action.repository.working_tree import DiskTree, declaration_bytes, top_of
from osaid_action.text import plural, shorten

if TYPE_CHECKING:
    from osaid_action.baseline import Baseline
    from osaid_action.comparison import Change, Removed


def run(arguments: SimpleNamespace) -> ExitCode:
    """Check what is named, and write the reports; the exit code."""
    if arguments.online and arguments.no_evidence:
        raise OsaidError("--online asks for evidence and --no-evidence for none; leave one out")
    work = Work(arguments)
    files = work.files()
    if arguments.base is not None:
        work.compare_with(arguments.base, files)
    write = writer(arguments, work.changes, work.gone, many=len(files) > 1)
    try:
        read = files if arguments.base is None else [*files, arguments.base]
        with Output(arguments.output, read) as out:
            for piece in write(work.reports(files)):
                out.write(piece)
    finally:
        work.close()
    work.say_whether_the_network_answered()
    if arguments.exit_zero and work.code == ExitCode.NOT_FINE:
        return ExitCode.FINE
    return work.code


class Work:
    """The files of one call, checked one after the other; keeps the exit code."""

    def __init__(self, arguments: SimpleNamespace) -> None:
        self.arguments = arguments
        self.code = ExitCode.FINE
        is_seen = sys.stderr is not None and sys.stderr.isatty()
        progress = _progress if is_seen else None  # at a terminal alone
        self.ask = Network(progress) if getattr(arguments, "online", False) else None
        self.baseline: Baseline | None = None
        self.changes: dict[str, Change] = {}  # by the path of the report
        self.stdin_name = getattr(arguments, "stdin_name", None) or NAMES[0]
        self.named = Files(getattr(arguments, "exclude", ()), self.stdin_name)
        self.evidence = not getattr(arguments, "no_evidence", False)
        self.removed: dict[str, None] = {}  # declarations that the next commit takes away
        self.gone: list[Removed] = []  # those that the base has, and nobody any more

    def files(self) -> list[str]:
        """Every declaration that is meant, once, in order; what is not there is said."""
        found: dict[str, str] = {}  # by its place, as typed
        vain = []
        for path in self.arguments.paths:
            if path == STDIN or not os.path.isdir(path):
                found.setdefault(_place(path), path)
                continue
            if not os.access(path, os.R_OK | os.X_OK):
                self.trouble(f"{path}: permission denied; check who may read it")
                continue
            may_miss = self.arguments.if_missing != "error"
            inside = self.named.below(path, removed=may_miss)
            for one in inside.files:
                found.setdefault(_place(one), one)
            self.removed |= dict.fromkeys(inside.removed)
            if not inside.files and not self.removed:
                vain.append(path)
        for path in vain:
            self.missing(path, alone=not found)
        return [*found.values(), *self.removed]

    def missing(self, folder: str, *, alone: bool) -> None:
        """Say that a folder has no declaration; whether that is trouble, the call has said.

        Where others were found it is none.
        """
        said = self._none_in(folder)
        if self.arguments.if_missing == "error" and alone:
            self.trouble(said)
        elif self.arguments.if_missing != "ignore":
            remark(f"warning: {said}")
        elif not self.arguments.quiet:
            remark(said)

    def _none_in(self, path: str) -> str:
        """That a folder has no declaration, and what there is instead."""
        where = "here" if path == "." else f"in {path}"
        tree = DiskTree(path)
        if near := next(near_names(tree, ""), None):
            return f"no OPEN_AI_SYSTEM.yaml {where}, but {near}: rename it to OPEN_AI_SYSTEM.yaml"
        for name in NAMES:
            if (kind := tree.kind(name)) != "missing":
                return f"no OPEN_AI_SYSTEM.yaml {where} but {self._aside(path, name, kind)}"
        if self.named.is_submodule(path):
            said = f"`git submodule update --init {shorten(path)}` brings it here"
            return f"no OPEN_AI_SYSTEM.yaml {where}, a submodule that is not checked out; {said}"
        if tree.kind("HEAD") == "file" and tree.kind("objects") == "folder":
            said = "check out its files first (`git worktree add`)"
            return f"no OPEN_AI_SYSTEM.yaml {where}, a repository without files; {said}"
        said = "writes one from what the repository already says"
        more = "" if path == "." else f" {shorten(path)}"
        return f"no OPEN_AI_SYSTEM.yaml {where}; `osaid init{more}` {said}"

    def _aside(self, folder: str, name: str, kind: str) -> str:
        """Why a file that is called as a declaration was passed over."""
        if kind not in ("file", "link"):
            return f"{name}, which is not a regular file"
        if self.named.is_ignored(os.path.join(folder, name)):
            return f"one that git ignores: `git add --force {name}`, or name the file to check it"
        return "what --exclude leaves out"

    def say_whether_the_network_answered(self) -> None:
        """Say once that nothing was learnt online, as a report alone looks as if it were."""
        if self.ask and (number := self.ask.unanswered()):
            said = f"none of {plural(number, 'URL')} answered: is there a network?"
            remark(f"--online: {said} The report rests on the repository alone")

    def compare_with(self, given: str, files: Sequence[str]) -> None:
        """Tell what changed since ``given``. Raises OsaidError when it is neither REV nor FILE."""
        tops = [_top(self.name(file)) for file in files]
        read = partial(declaration_bytes, given, _top(given))
        folders = [path for path in self.arguments.paths if os.path.isdir(path)]
        searched = [top_of(folder) for folder in folders]
        self.baseline = load_part("baseline:named")(given, tops, read, searched)
        try:
            there = map(self.name, files)
            self.gone += self.named.gone(self.baseline, folders, there, evidence=self.evidence)
        except OSError as error:  # as of a clone that lacks a part of its commits
            remark(f"--base: what is gone cannot be told: {reason(error)}")
        if self.gone and self.arguments.require:
            self.code = max(self.code, ExitCode.NOT_FINE)

    def close(self) -> None:
        """End what reads from git."""
        self.named.close()
        if self.baseline:
            self.baseline.close()

    def trouble(self, message: str, code: ExitCode = ExitCode.USAGE) -> None:
        """Say what stops one path and go on with the others."""
        self.code = max(self.code, code)
        complain(message)

    def reports(self, files: Iterable[str]) -> Iterator[Report]:
        """The report of each file, as soon as it is made."""
        for path in files:
            try:
                report = self.report(path)
            except OsaidError as error:
                self.trouble(str(error))
            except Exception:  # noqa: BLE001 - a bug on one file must not lose the others
                self.code = max(self.code, confess())
            else:
                if report.has_errors:
                    self.code = max(self.code, ExitCode.NOT_FINE)
                yield report

    def report(self, path: str) -> Report:
        """The report of one file. Raises OsaidError when it cannot be read."""
        if path in self.removed:
            renamed = load_part("report.removed:renamed")(self.named.near(path))
            message = f"the next commit deletes this declaration{renamed}"
            removed = DECLARATION_REMOVED.on_line(1, 1, message, DECLARATION_REMOVED.remedy)
            return invalid(path, [removed])
        data, file = self.named.read(path)
        evidence = self.evidence
        required = self.arguments.require
        name = self.name(path)
        report = check(data, name, file, evidence=evidence, ask=self.ask, required=required)
        if self.baseline and (change := self.baseline.change(report, file, evidence=evidence)):
            self.changes[name] = change
        return report

    def name(self, path: str) -> str:
        """How the report calls a file: standard input by the name that was given for it."""
        return self.stdin_name if path == STDIN else path


def _place(path: str) -> str:
    """What tells a file from others, however its path is typed."""
    try:
        folder, name = os.path.split(path)
        return path if path == STDIN else os.path.join(os.path.realpath(folder), name)
    except FileNotFoundError:  # the folder that this is run in is gone, which is told elsewhere
        return path


def _top(path: str) -> str:
    return top_of(os.path.dirname(path) or ".")


def _progress(done: int, number: int) -> None:
    end = "\n" if done == number else ""
    print(f"\rasked {done} of {number}", end=end, file=sys.stderr, flush=True)
