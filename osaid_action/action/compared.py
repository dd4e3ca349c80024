# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What was found beside the base: what changed in each declaration, and what is gone."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from osaid_action.action.base import base_of, lost
from osaid_action.action.checkout import NOWHERE, Checkout, start_of
from osaid_action.action.context import Context
from osaid_action.action.github_tree import tree_of
from osaid_action.action.inputs import Inputs
from osaid_action.action.reports import Checked, Found, Gone
from osaid_action.action.retry import GitHubError
from osaid_action.baseline import Baseline
from osaid_action.comparison import UNKNOWN, Change, compare
from osaid_action.errors import OsaidError, reason
from osaid_action.repository.discovery import declarations, near_name
from osaid_action.repository.mounted_tree import MountedTree
from osaid_action.repository.tree import Tree

if TYPE_CHECKING:
    from osaid_action.action.client import Client


def baseline_of(context: Context, found: Found, client: Callable[[], "Client"]) -> Baseline:
    """What declarations were before, in each of the repositories that were looked at."""
    known = {place.checkout.top: place.checkout for place in found.places}

    def find(top: str) -> Tree | None:
        commit = base_of(context, known.get(top, NOWHERE), client)
        if not commit:
            return None
        baseline.commits[top] = commit
        try:
            return tree_of(commit, top, client)
        except GitHubError as error:
            raise lost(context, commit, error) from None

    baseline = Baseline(find)
    return baseline


def compared(found: Found, inputs: Inputs, baseline: Baseline) -> Found:
    """The same, each declaration beside that of the base, and with those that are gone.

    Whatever goes wrong there (an import that fails included) is no reason to fail: then the change
    says that it cannot be told, and why.
    """
    trees, reasons = _trees(found, inputs, baseline)
    try:
        found = found._replace(gone=_gone(found, inputs, baseline, trees))
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - the verdict stands, whatever this is
        reasons.append(reason(error))
    reasons += [f"{pattern} was not searched to its end" for pattern in found.unfinished]
    found = found._replace(not_followed="; ".join(dict.fromkeys(reasons)))
    checked = (_beside(one, baseline) for one in found.checked)
    return found._replace(checked=tuple(checked))


def _beside(one: Checked, baseline: Baseline) -> Checked:
    change = _change(one, baseline)
    is_compared = change is not None and change.base_state != UNKNOWN
    base = baseline.commits.get(one.checkout.top, "") if is_compared else ""
    return one._replace(change=change, base=base)


def _change(one: Checked, baseline: Baseline) -> Change | None:
    try:
        return baseline.change(one.report, one.file)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - the verdict stands, whatever this is
        return compare(None, one.report, why_unknown=reason(error))


def _trees(found: Found, inputs: Inputs, baseline: Baseline) -> tuple[dict[str, Tree], list[str]]:
    """The base of each repository that is searched, by its place; why one lacks that should not."""
    trees: dict[str, Tree] = {}
    reasons: list[str] = []
    starts = [start_of(found.folder, pattern) for pattern in inputs.path]
    for place in found.places:
        if not any(_is_searched(place.checkout.place, start, found) for start in starts):
            continue
        try:
            tree = baseline.tree(place.checkout.top)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - the verdict stands, whatever this is
            reasons.append(reason(error))
        else:
            trees |= {place.checkout.place: tree} if tree is not None else {}
    return trees, reasons


def _is_searched(place: str, start: str, found: Found) -> bool:
    """Whether a search comes to a checkout: it begins there, or above it."""
    return place == _home_of(start, found) or not start or place.startswith(f"{start}/")


def _gone(
    found: Found, inputs: Inputs, baseline: Baseline, trees: dict[str, Tree]
) -> tuple[Gone, ...]:
    """The declarations that the same search finds at the base, and that are no more."""
    homes = {place.checkout.place: place.checkout for place in found.places}
    base = MountedTree(trees, entered=found.entered)
    before: dict[str, dict[str, str]] = {}  # by place: paths in the repository, and as reported
    for pattern in dict.fromkeys(inputs.path) if trees else ():
        if pattern in found.unfinished:
            continue  # what was not found may be there
        for path in declarations(base, found.folder, pattern):
            place, tree, inside = base.at(path)
            if tree is not None:
                before.setdefault(place, {})[inside] = path
    return tuple(
        gone
        for place, paths in before.items()
        for gone in _gone_of(homes[place], paths, found, baseline)
    )


def _gone_of(
    home: Checkout, before: dict[str, str], found: Found, baseline: Baseline
) -> list[Gone]:
    """Those that are no more of what one repository has at the base."""
    start = f"{home.place}/" if home.place else ""
    contents = {one.report.path: one.report.content for one in found.checked}
    there = {
        path.removeprefix(start): lambda path=path: contents.get(path, b"")
        for path in found.paths
        if path.startswith(start) and _home_of(path, found) == home.place
    }
    trees = [place.tree for place in found.places if place.checkout == home]
    return [
        Gone(baseline.removed(home.top, path, before[path], _near(trees, path)), home, path)
        for path in baseline.gone(home.top, before, there)
    ]


def _near(trees: Sequence[Tree], path: str) -> str:
    """What a declaration that is gone may be called by now; "" where that cannot be told."""
    try:
        return next(filter(None, (near_name(tree, path) for tree in trees)), "")
    except (OSError, OsaidError):
        return ""


def _home_of(path: str, found: Found) -> str:
    """The place of the innermost repository that a path is in."""
    places = [place.checkout.place for place in found.places]
    return max((one for one in places if not one or f"{path}/".startswith(f"{one}/")), key=len)
