# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The inputs of the action: one spelling each, anything else is refused."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from osaid_action.definition.freedoms import parse_required
from osaid_action.errors import OsaidError

PREFIX = "OSAID_INPUT_"
"""`action.yml` hands ``if-missing`` over as ``OSAID_INPUT_IF_MISSING``."""


class Inputs(NamedTuple):
    """What the workflow asks for; the defaults are those of `action.yml`."""

    path: tuple[str, ...] = (".",)
    require: tuple[str, ...] = ()
    if_missing: str = "error"
    comment: str = "auto"
    check_run: bool = False
    annotations: bool = True
    summary: bool = True
    report_file: str = ""
    badge_directory: str = ""
    compare: bool = True
    working_directory: str = "."
    online: bool = False


_CHOICES = {
    "if-missing": ("error", "warn", "ignore"),
    "comment": ("auto", "always", "never"),
}
_SWITCHES = ("check-run", "annotations", "summary", "compare", "online")
_PLACES = ("report-file", "badge-directory", "working-directory")
NAMES = ("path", "require", *_CHOICES, *_SWITCHES, *_PLACES)
"""All inputs but `token`, which never travels with the others."""


def from_environ(environ: Mapping[str, str]) -> tuple[Inputs, str]:
    """The inputs of this run as far as they are allowed, and why the first other one is refused.

    A run that is refused concludes the check run that it was asked for all the same.
    """
    raw = {name: environ.get(variable(name), "").strip() for name in NAMES}
    given: dict[str, object] = {}
    refused = ""
    for name in (name for name in NAMES if raw[name]):
        try:
            given[name.replace("-", "_")] = _value(name, raw[name])
        except OsaidError as error:
            refused = refused or str(error)
    inputs = Inputs()._replace(**given)  # type: ignore[arg-type]  # by name; _value has the types
    return inputs, refused


def variable(name: str) -> str:
    """The environment variable that carries the input ``name``."""
    return PREFIX + name.upper().replace("-", "_")


def _value(name: str, text: str) -> object:
    if name in _SWITCHES:
        return _choice(name, text, ("true", "false")) == "true"
    if name in _CHOICES:
        return _choice(name, text, _CHOICES[name])
    if name == "require":
        return _required(text)
    if name == "path":
        return tuple(_place(name, line.strip()) for line in text.splitlines() if line.strip())
    return _place(name, text)


def _choice(name: str, text: str, choices: Sequence[str]) -> str:
    if text not in choices:
        raise OsaidError(f"the input {name} is {_shown(text)}; write one of: {', '.join(choices)}")
    return text


def _required(text: str) -> tuple[str, ...]:
    try:
        return parse_required(text)
    except ValueError as error:
        raise OsaidError(f"the input require is {_shown(text)}; {error}") from None


def _place(name: str, text: str) -> str:
    """A path that stays where it starts. Raises OsaidError for one that does not."""
    if "\\" in text:
        raise OsaidError(f"the input {name} is {_shown(text)}; write / where it has \\")
    if not text.isprintable():
        raise OsaidError(f"the input {name} is {_shown(text)}; it has characters no path needs")
    absolute = text.startswith("/") or text[1:2] == ":"
    if absolute and name not in ("report-file", "badge-directory"):  # those may be in RUNNER_TEMP
        raise OsaidError(f"the input {name} is {_shown(text)}; write it relative to the workspace")
    if ".." in text.split("/"):
        raise OsaidError(f"the input {name} is {_shown(text)}; it may not leave the workspace")
    return text


def _shown(text: str) -> str:
    return repr(text if len(text) <= 80 else text[:79] + "…")  # enough to find it
