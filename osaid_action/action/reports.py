# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The reports on all declarations that are meant, each of the repository that it lies in."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple
from urllib.parse import quote

from osaid_action.action import checkout as checkouts
from osaid_action.action.checkout import NOWHERE, Checkout, start_of
from osaid_action.action.context import Context
from osaid_action.action.inputs import Inputs
from osaid_action.check import Ask, check
from osaid_action.comparison import Change, Removed
from osaid_action.errors import OsaidError
from osaid_action.findings import Report
from osaid_action.model import MAX_DECLARATION_BYTES
from osaid_action.repository.discovery import declarations, is_search, near_names
from osaid_action.repository.git import is_repository
from osaid_action.repository.index_tree import Repository
from osaid_action.repository.mounted_tree import MountedTree
from osaid_action.repository.object_tree import ObjectTree
from osaid_action.repository.tree import DeclarationFile, Tree, declaration_file, resolve


class Checked(NamedTuple):
    """One declaration, and what changed in it once that is known."""

    report: Report
    file: DeclarationFile  # from the top of its repository
    change: Change | None = None  # None when it is not, or not yet, compared
    checkout: Checkout = NOWHERE
    commit: str = ""  # that has it as it was read; "" where none does
    base: str = ""  # the commit that it was compared with

    def address(self, server: str, line: int) -> str:
        """The address of a line, in the commit that was read; "" where no commit has it so."""
        repository, commit = self.checkout.repository, self.commit
        if not repository or not commit:
            return ""
        return f"{server}/{repository}/blob/{commit}/{quote(self.file.path)}#L{line}"


class Gone(NamedTuple):
    """A declaration that the base has and that is no more."""

    removed: Removed
    checkout: Checkout
    path: str  # from the top of its repository


class Place(NamedTuple):
    """A repository in which declarations were looked for."""

    checkout: Checkout
    tree: Tree  # every file that counts


class Found(NamedTuple):
    """All that came of looking."""

    checked: tuple[Checked, ...]
    missing: tuple[str, ...]  # what was named and is not there
    troubles: tuple[str, ...]  # declarations that could not be read
    paths: tuple[str, ...] = ()  # of all that were found, those that could not be read too
    places: tuple[Place, ...] = ()
    folder: str = ""  # where patterns begin
    entered: frozenset[str] = frozenset()  # checkouts that a search enters
    gone: tuple[Gone, ...] = ()
    not_followed: str = ""  # why it cannot be told what is gone
    unmatched: tuple[str, ...] = ()  # folders and patterns that were searched in vain
    unfinished: tuple[str, ...] = ()  # those whose search came to no end
    near: str = ""  # a file where one was searched in vain, that is a declaration but for its name


class CheckOptions(NamedTuple):
    """How to look: at which declarations, and whether the network is asked."""

    inputs: Inputs
    ask: Ask | None = None


def in_workspace(context: Context, options: CheckOptions) -> Found:
    """What the workspace holds. Raises OsaidError when `working-directory` is no folder there."""
    workspace, inputs = context.workspace, options.inputs
    meant = [os.path.join(inputs.working_directory, path) for path in ("", *inputs.path)]
    own = list(checkouts.own_tops(context))
    tops = dict.fromkeys([workspace, *own, *checkouts.named_tops(workspace, meant)])
    repositories = {top: Repository(top) for top in tops}
    known = {top: checkouts.at(context, top) for top in tops}
    places = {
        known[top].place: Place(known[top], repositories[top].all_files())
        for top in sorted(tops, key=len)
    }
    entered = frozenset(known[top].place for top in own)

    def file(path: str) -> tuple[DeclarationFile, Checkout]:
        place, _, inside = _mounted(places, entered).at(path)
        home = places[place].checkout
        return repositories[home.top].around(inside), home

    return _settled(_found(places, file, options, entered))


def _settled(found: Found) -> Found:
    """The same; a workspace without git and without a declaration of its own is no checkout.

    Nothing was checked out there, or somewhere below, so nothing can be said to be gone from it.
    """
    own = {one.checkout.place for one in found.checked}
    places = (
        place
        if is_repository(place.checkout.top) or place.checkout.place in own
        else place._replace(checkout=NOWHERE._replace(top=place.checkout.top))
        for place in found.places
    )
    return found._replace(places=tuple(places))


def in_tree(tree: Tree, checkout: Checkout, options: CheckOptions) -> Found:
    """What a repository holds that is not in the workspace."""

    def file(path: str) -> tuple[DeclarationFile, Checkout]:
        fresh = tree.afresh() if isinstance(tree, ObjectTree) else tree
        return declaration_file(fresh, path), checkout

    return _found({"": Place(checkout, tree)}, file, options)


def _mounted(places: Mapping[str, Place], entered: frozenset[str]) -> MountedTree:
    return MountedTree({place: one.tree for place, one in places.items()}, entered=entered)


def _found(
    places: Mapping[str, Place],
    file: Callable[[str], tuple[DeclarationFile, Checkout]],
    options: CheckOptions,
    entered: frozenset[str] = frozenset(),
) -> Found:
    inputs, tree = options.inputs, _mounted(places, entered)
    folder = resolve(tree, "", inputs.working_directory)
    if folder.kind not in ("folder", "submodule"):
        raise OsaidError(f"working-directory: there is no folder {inputs.working_directory}")
    meant, cut = _meant(tree, folder.path, inputs)
    paths = list(dict.fromkeys(path for several in meant.values() for path in several))
    looked = [_checked(path, file, options) for path in paths]
    vain = [pattern for pattern, several in meant.items() if not several]
    searched = [pattern for pattern in vain if is_search(tree, folder.path, pattern)]
    return Found(
        tuple(one for one in looked if isinstance(one, Checked)),
        tuple(pattern for pattern in vain if pattern not in searched),
        (*cut.values(), *(one for one in looked if isinstance(one, str))),
        tuple(paths),
        tuple(places.values()),
        folder.path,
        entered,
        unmatched=tuple(searched),
        unfinished=tuple(cut),
        near=_near(tree, folder.path, vain),
    )


def _near(tree: Tree, folder: str, patterns: Sequence[str]) -> str:
    """A file that may be meant where nothing was found; "" where that cannot be told."""
    try:
        found = (near_names(tree, start_of(folder, one)) for one in patterns)
        return next(chain.from_iterable(found), "")
    except (OSError, OsaidError):
        return ""


def _meant(tree: Tree, folder: str, inputs: Inputs) -> tuple[dict[str, list[str]], dict[str, str]]:
    """What each pattern means, and why some were not searched to their end.

    One whose search had to end keeps what it had found by then.
    """
    meant: dict[str, list[str]] = {}
    cut: dict[str, str] = {}
    for pattern in inputs.path:
        found: list[str] = []
        try:
            for path in declarations(tree, folder, pattern):
                found.append(path)  # noqa: PERF402 - what came before trouble is kept
        except (OSError, OsaidError) as error:
            cut[pattern] = f"{pattern}: not searched to its end: {error}; name the declarations"
            if not found:
                continue  # it is not known to mean nothing
        meant[pattern] = found
    return meant, cut


def _checked(
    name: str, find: Callable[[str], tuple[DeclarationFile, Checkout]], options: CheckOptions
) -> Checked | str:
    """One declaration, which reports call ``name``; why not, when it cannot be read."""
    try:
        file, checkout = find(name)
        resolved = resolve(file.tree, "", file.path)
        if resolved.kind != "file":
            return f"{name}: {resolved.why or 'not a regular file'}"
        data = file.tree.read(resolved.path, MAX_DECLARATION_BYTES + 1)
        required = options.inputs.require
        report = check(data, name, file, ask=options.ask, required=required)
        commit = checkout.commit_of(file.path, data)
        return Checked(report, file, None, checkout, commit)
    except OSError as error:
        return f"{name}: cannot be read: {error.strerror or error}"
    except OsaidError as error:
        return f"{name}: cannot be read: {error}"


def every(found: Found) -> Iterator[Report]:
    """The reports alone."""
    return (one.report for one in found.checked)
