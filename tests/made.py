# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Declarations made by tests: a whole one that meets everything, and changes to it by place."""

import copy
import json

from osaid_action.check import check
from osaid_action.definition.requirements import REQUIREMENTS
from osaid_action.model import FREEDOMS, Outcome

AT_HOME = "https://git.example.org/lab/model"
ELSEWHERE = "https://elsewhere.example.org"


class _Gone:
    """A key that is taken out; called the same in every process that runs tests."""

    def __repr__(self):
        return "GONE"


GONE = _Gone()
"""What a place is set to when it is to be removed."""

POINTS = {
    "provenance": "Web pages from Common Crawl and papers from arXiv, up to March 2025.",
    "scope": "300 B tokens of English and German text, half of it from 2020 on.",
    "selection": "Pages were drawn at random by host; papers under open licenses were all taken.",
    "labeling": "Two annotators marked spam in 4,000 pages by the guide in the appendix.",
    "processing": "Near copies were dropped by MinHash and boilerplate was cut with Trafilatura.",
}
_CODE = ("data_processing", "training", "validation", "libraries", "inference", "architecture")

WHOLE = {
    "open_ai_system": "1.0",
    "system": {"name": "Model", "repository": AT_HOME},
    "licenses": {"code": "Apache-2.0", "documents": "Apache-2.0"},
    "data": {
        "description": {point: {"text": text} for point, text in POINTS.items()},
        "sources": [
            {
                "name": "Texts",
                "availability": "open",
                "location": f"{ELSEWHERE}/texts",
                "license": "Apache-2.0",
                "revision": "1",
            }
        ],
    },
    "code": {part: {"location": f"{AT_HOME}/{part}", "revision": "v1"} for part in _CODE},
    "parameters": {
        "weights": {
            "location": f"{ELSEWHERE}/weights",
            "license": "Apache-2.0",
            "revision": "1",
        }
    },
}
WHOLE["code"]["training"]["settings"] = f"{AT_HOME}/settings.yaml"


def whole(changes=None):
    """A declaration that meets everything and calls for no remark, but for ``changes``.

    The changes go by place: ``{"code.training.license": "MIT", "data.sources.0.name": "x"}``.
    """
    data = copy.deepcopy(WHOLE)
    for place, value in (changes or {}).items():
        put(data, place, value)
    return data


def put(data, place, value):
    """Set a place in a declaration, or remove what is there when ``value`` is GONE."""
    *steps, last = (int(step) if step.isdigit() else step for step in place.split("."))
    for step in steps:
        data = data[step] if isinstance(step, int) else data.setdefault(step, {})
    if value is GONE:
        del data[last]
    elif isinstance(data, list) and last == len(data):
        data.append(value)
    else:
        data[last] = value


def dumped(data):
    """The bytes of a declaration file: JSON is YAML; what cannot be seen is an escape."""
    text = json.dumps(data, indent=1, ensure_ascii=False)
    seen = (c if c.isprintable() or c == "\n" else f"\\U{ord(c):08x}" for c in text)
    return "".join(seen).encode()


def report(changes=None, home=None, **options):
    """The report on `whole` with ``changes``."""
    return check(dumped(whole(changes)), "OPEN_AI_SYSTEM.yaml", home, **options)


def freedoms(report):
    """The outcomes of the four freedoms in a word: ``met unmet undecided met``."""
    return " ".join(report.freedoms[freedom].outcome.value for freedom in FREEDOMS)


def off(report):
    """The requirements that are not met, with their outcomes."""
    return {
        one.id: one.outcome.value for one in report.requirements if one.outcome is not Outcome.MET
    }


def rules(report, *severities):
    """The rules that spoke, errors and warnings unless told otherwise."""
    severities = severities or ("error", "warning")
    return {finding.rule.id for finding in report.findings if finding.severity in severities}


def requirement(report, identity):
    """What a report says of one requirement."""
    return next(one for one in report.requirements if one.id == identity)


IDS = tuple(one.id for one in REQUIREMENTS)
