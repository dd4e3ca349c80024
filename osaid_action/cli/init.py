# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""`osaid init`: a declaration is begun from what is there."""

import os
import posixpath
import sys
from collections.abc import Callable
from types import SimpleNamespace

from osaid_action.check import check
from osaid_action.cli.files import Files, path_inside
from osaid_action.cli.output import Output, remark, write_at_once
from osaid_action.errors import OsaidError
from osaid_action.findings import Report
from osaid_action.model import ExitCode
from osaid_action.report.phrases import headline
from osaid_action.repository.discovery import NAMES
from osaid_action.repository.tree import DeclarationFile, resolve
from osaid_action.scaffold.agreement import without_contradicted
from osaid_action.scaffold.licenses import unknown_texts
from osaid_action.scaffold.looked_at import looked_at
from osaid_action.scaffold.opening import open_card, open_checkout
from osaid_action.scaffold.places import moved, of_card
from osaid_action.scaffold.questions import answered
from osaid_action.scaffold.summary import summary
from osaid_action.scaffold.survey import Survey, survey
from osaid_action.scaffold.writer import written
from osaid_action.text import plural

_NAME = NAMES[0]
_MOST_TRIES = 5


def run(arguments: SimpleNamespace) -> ExitCode:
    """Look, ask, write, and say what is left; the exit code."""
    folder, target = arguments.path, _target(arguments)
    _may_be_written(folder, target, force=arguments.force)
    files = Files()
    try:
        repository = files.repository_of(folder)
        file = repository.around(path_inside(repository.top, os.path.join(folder, _NAME)))
        card = arguments.from_model_card
        top, home = _home(files, folder, target, is_free=bool(card))
        checkout = open_card(card) if card else open_checkout(repository, file)
        found = survey(checkout, "" if card else os.path.basename(os.path.abspath(folder)))
        if card:
            found = of_card(found, *_of(card, top, home))
        else:
            found = moved(found, checkout.paths, file.root, home.root)
        if not arguments.yes and sys.stdin is not None and sys.stdin.isatty():
            found = answered(found, _ask)
        unknown = [] if card else unknown_texts(checkout)
        found, text, report = _agreed(found, unknown, target, home)
        seen = "" if card else looked_at(repository, file, checkout)
    finally:
        files.close()
    _may_be_written(folder, target, force=arguments.force)
    _write(target, text)
    if seen:
        remark(seen)
    _tell(target, found, report)
    return ExitCode.FINE


def _target(arguments: SimpleNamespace) -> str:
    """The path that is written; ``-`` is standard output. Raises OsaidError."""
    folder = arguments.path
    if not os.path.isdir(folder):
        what = "is a file" if os.path.lexists(folder) else "is not there"
        raise OsaidError(f"{folder}: {what}; name the folder of a repository")
    return arguments.output or os.path.normpath(os.path.join(folder, _NAME))


def _home(files: Files, folder: str, target: str, *, is_free: bool) -> tuple[str, DeclarationFile]:
    """Where what is written will stand, so where its paths begin, and the top of that repository.

    Outside of the repository that is looked at they begin as if it stood in ``folder``.
    """
    top = files.repository_of(folder).top
    stands = folder if target == "-" else os.path.dirname(target) or "."
    there = files.repository_of(stands) if os.path.isdir(stands) else None
    if there is None or not (is_free or there.top == top):
        stands, there = folder, files.repository_of(folder)
    name = _NAME if target == "-" else os.path.basename(target)
    return there.top, there.around(path_inside(there.top, os.path.join(stands, name)))


def _of(card: str, top: str, home: DeclarationFile) -> tuple[str, str]:
    """How a card is called in comments, and where it is from where the paths begin; else ""."""
    name = os.path.basename(card) if os.path.isabs(card) else card.replace(os.sep, "/")
    place = posixpath.relpath(path_inside(top, card), home.root or ".")
    return name, place if resolve(home.tree, home.root, place).kind == "file" else ""


def _may_be_written(folder: str, target: str, *, force: bool) -> None:
    """Raise OsaidError where something is there that would be lost, or would stand beside it."""
    if target == "-" or force:
        return
    is_default = os.path.dirname(target) == os.path.dirname(
        os.path.normpath(os.path.join(folder, _NAME))
    )
    places = [os.path.join(folder, name) for name in NAMES] if is_default else []
    places += [os.path.join(folder, ".github", name) for name in NAMES] if is_default else []
    for path in [target, *places]:
        if os.path.lexists(path):
            told = "is there already; `osaid check` reads it, --force writes over it"
            if path != target:
                told = "is there already; --force writes another one"
            raise OsaidError(f"{os.path.normpath(path)}: {told}")


def _agreed(
    found: Survey, unknown: list[str], target: str, file: DeclarationFile
) -> tuple[Survey, str, Report]:
    """What is to be written, and what `osaid check` says of it: nothing that it contradicts."""
    text = written(found, unknown)
    report = check(text.encode(), target, file)
    if not report.has_errors:
        return found, text, report
    found = without_contradicted(found, report)
    text = written(found, unknown)
    return found, text, check(text.encode(), target, file)


def _write(target: str, text: str) -> None:
    if target == "-":
        with Output(None, ()) as out:
            out.write(text)
    elif os.path.islink(target):
        raise OsaidError(f"{target}: is a link; name the file itself")
    else:
        write_at_once(target, text, ())


def _tell(target: str, found: Survey, report: Report) -> None:
    """Say on standard error what was found and what `osaid check` makes of it."""
    if target != "-":
        remark(f"{target} is written: read it, and confirm its guesses (lines as `#key: value`)")
    remark(summary(found))
    label = f" · label: {report.label}" if report.label else ""
    errors = f" · {plural(len(report.errors), 'error')}" if report.has_errors else ""
    remark(f"`osaid check` says of it now: {headline(report)}{label}{errors}")


def _ask(words: str, default: str, accepts: Callable[[str], bool]) -> str:
    """Ask at the terminal until the answer is accepted; an empty one is the default."""
    for _ in range(_MOST_TRIES):
        print(f"{words} [{default}] ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line:
            print(file=sys.stderr)
            raise OsaidError("the answers ended; nothing is written (--yes asks nothing)")
        said = " ".join(line.split()) or default
        if accepts(said):
            return said
        hint = getattr(accepts, "hint", "")
        print(f"  that is none of the answers{f': type {hint}' if hint else ''}", file=sys.stderr)
    raise OsaidError("no answer; nothing is written (--yes asks nothing)")
