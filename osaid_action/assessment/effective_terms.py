# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The license that applies to an entry: as its text shows, as it says, or the default at home."""

import re

from osaid_action.evidence.observation import Evidence
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import FREE_BY_ASSERTION, NO_LICENSE, Terms
from osaid_action.model import Declaration, ParentModel, Part, Source, default_of, is_url

_FORGES = ("github.com", "gitlab.com", "huggingface.co", "codeberg.org", "bitbucket.org")
_PLAIN = r"[\w./~@:+,=#?&!$()*;-]*"  # of a URL: no escapes, no white space, no \


def effective_terms(
    entry: Part | Source | ParentModel, declaration: Declaration, evidence: Evidence
) -> Terms:
    """The terms of an entry of ``declaration``.

    What its license text shows to hold instead counts first, then the license that it names, then
    the default for what lies at home.
    """
    observation = evidence.get(entry.path)
    if observation and observation.terms:
        return observation.terms
    if name := entry.license or declaration.licenses.get(default_for(entry, declaration)):
        return terms(name, text_shown=bool(entry.license_file))
    return FREE_BY_ASSERTION if isinstance(entry, Part) and entry.asserted_free else NO_LICENSE


def default_for(entry: Part | Source | ParentModel, declaration: Declaration) -> str:
    """Which default of `licenses` is the license of an entry: code, documents, or none."""
    default = default_of(entry.path)
    is_needed = not entry.license and default in declaration.licenses
    return default if is_needed and is_at_home(entry.location, declaration) else ""


def is_at_home(location: str, declaration: Declaration) -> bool:
    """Whether a location is a path, text in place, or below the system's own repository."""
    if not is_url(location):
        return True
    home = declaration.system.repository.rstrip("/").removesuffix(".git")
    rest = location.removeprefix(home)
    host, *steps = home.removeprefix("https://").split("/")
    is_repository = len(steps) >= (2 if host.lower() in _FORGES else 1)
    inside = is_repository and rest != location and rest[:1] in ("", "/", "#", "?")
    return inside and re.fullmatch(_PLAIN, rest) is not None and "/.." not in rest
