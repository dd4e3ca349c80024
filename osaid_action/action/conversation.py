# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which comments a pull request is to have: one for each declaration, and for each that is gone."""

import posixpath
import shlex
from collections.abc import Callable, Iterator
from functools import partial

from osaid_action.action.checkout import Checkout, is_of_run
from osaid_action.action.comment import Wanted
from osaid_action.action.context import Context
from osaid_action.action.inputs import Inputs
from osaid_action.action.marker import CLOSING, Marker, key_of, path_of
from osaid_action.action.reports import Checked, Found, Gone, Place
from osaid_action.baseline import alike
from osaid_action.errors import OsaidError
from osaid_action.report import markdown, removed
from osaid_action.repository.tree import resolve

MAX_COMMENTS = 20
_SHORT = 12  # characters of a commit that tell it from others
Farewell = Callable[[str], Wanted | None]
"""What the comment of a key becomes when nothing was said for it."""


def identity(context: Context, checkout: Checkout, path: str) -> str:
    """How a declaration is named: by its path, and what is not of this change more closely.

    That is what lies in another repository, or in another checkout of this one: the repository
    and the place of the checkout tell them apart.
    """
    if is_of_run(context, checkout) and is_read(context, checkout):
        return path
    return f"{checkout.repository}\0{checkout.place}\0{path}"


def is_read(context: Context, checkout: Checkout) -> bool:
    """Whether a checkout has what the run is about, and not another commit of the repository."""
    wanted = {context.sha, context.run_sha}
    return bool(wanted & {checkout.head.commit, *checkout.head.parents})


def comments(context: Context, inputs: Inputs, found: Found) -> Iterator[Wanted]:
    """The comments that are to be on an open pull request, as ``comment`` asks for them.

    What is lost comes first: no number of new declarations is to keep a reviewer from it.
    """
    if context.pull is None or not context.is_open or inputs.comment == "never":
        return
    begun = 0
    worse, others = list[Wanted](), list[Wanted]()
    for one in found.checked:
        is_worse = one.change is not None and one.change.is_worse
        (worse if is_worse else others).append(_on_one(context, inputs, one))
    worse += (_on_gone(context, inputs, gone) for gone in found.gone)
    for wanted in (*worse, *others):
        begun += wanted.create
        yield wanted._replace(create=wanted.create and begun <= MAX_COMMENTS)


def _on_one(context: Context, inputs: Inputs, one: Checked) -> Wanted:
    marker = _marker(context, one.checkout, one.file.path)
    body = markdown.comment(
        one.report,
        one.change,
        link=partial(one.address, context.server_url),
        sha=context.sha,
        run=context.run_url,
        command=command(inputs, one.file.path, one.base),
        marker=str(marker),
        closing=CLOSING,
    )
    was = (one.change.moved_from if one.change else "") or alike(one.file.path)[1]
    formerly = key_of(identity(context, one.checkout, was))
    return Wanted(marker, body, inputs.comment == "always" or is_remarkable(one), formerly)


def _on_gone(context: Context, inputs: Inputs, gone: Gone) -> Wanted:
    marker = _marker(context, gone.checkout, gone.path)
    body = removed.comment(
        gone.removed,
        required=bool(inputs.require),
        sha=context.sha,
        run=context.run_url,
        marker=str(marker),
        closing=CLOSING,
    )
    return Wanted(marker, body, create=True)


def command(inputs: Inputs, path: str, base: str = "") -> str:
    """What to type at the top of a clone to have the same report."""
    words = ["osaid", "check", *([f"./{path}" if path.startswith("-") else path] if path else [])]
    words += ["--base", base[:_SHORT]] if base else []
    words += ["--require", ",".join(inputs.require)] if inputs.require else []
    return shlex.join([*words, *(["--online"] if inputs.online else [])])


def _marker(context: Context, checkout: Checkout, path: str) -> Marker:
    key = key_of(identity(context, checkout, path))
    return Marker(key, context.sha, context.run_id, context.attempt)


def farewell(context: Context, found: Found, key: str) -> Wanted | None:
    """What a comment of ours becomes that nothing was said for; None where its file is there.

    Or may be: in a repository, or a checkout, that was not looked at.
    """
    path = path_of(key)
    if path is None or "\0" in path:
        return None
    homes = [
        place
        for place in found.places
        if is_of_run(context, place.checkout) and is_read(context, place.checkout)
    ]
    if not homes or any(_may_be(path, place, found) for place in homes):
        return None
    marker = Marker(key, context.sha, context.run_id, context.attempt)
    body = removed.farewell(path, sha=context.sha, marker=str(marker), closing=CLOSING)
    return Wanted(marker, body, create=False)


def is_remarkable(one: Checked) -> bool:
    """Whether a reviewer should hear of it unasked: something is not met, or not as it was.

    That also is another system in the place of one: what was said of that one is lost.
    """
    change = one.change
    differs = change is not None and bool(change.outcome_differs or change.system_before)
    return one.report.verdict != "met" or one.report.has_errors or differs


def _may_be(path: str, place: Place, found: Found) -> bool:
    """Whether a declaration may stand at a path, which anybody may have made up."""
    if posixpath.join(place.checkout.place, path) in found.paths:
        return True
    try:
        return resolve(place.tree, "", path).kind != "missing"
    except (OSError, OsaidError):
        return True
