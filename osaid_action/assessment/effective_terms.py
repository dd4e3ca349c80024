# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The license that applies to a part: its own, or the default for what lies at home."""

import re

from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import FREE_BY_ASSERTION, NO_LICENSE, Terms
from osaid_action.model import Declaration, Part, is_url

_FORGES = ("github.com", "gitlab.com", "huggingface.co", "codeberg.org", "bitbucket.org")
_PLAIN = r"[\w./~@:+,=#?&!$()*;-]*"  # of a URL: no escapes, no white space, no \


def terms_of(part: Part, component: str, declaration: Declaration) -> Terms:
    """The terms of one part: its own license, else the default for what lies at home."""
    license_text = part.license
    if not license_text and part.asserted_free and component == "parameters.weights":
        return FREE_BY_ASSERTION
    if not license_text and is_at_home(part.location, declaration):
        license_text = declaration.licenses.get(default_of(component), "")
    return terms(license_text, text_shown=bool(part.license_file)) if license_text else NO_LICENSE


def default_of(component: str) -> str:
    """Which default of `licenses` is for a component: code, documents, or none."""
    group = component.split(".", maxsplit=1)[0]
    return {"code": "code", "data": "documents", "documents": "documents"}.get(group, "")


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
