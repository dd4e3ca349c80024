# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Report → badge: an SVG in the flat style of shields, and the JSON that shields draws one from.

A badge says our own words alone, nothing that stands in the file.
"""

import json
from html import escape
from typing import NamedTuple

from osaid_action.findings import Report
from osaid_action.model import FREEDOMS, Outcome
from osaid_action.report.font_widths import FIRST, WIDTHS
from osaid_action.report.phrases import OUTCOMES, with_outcome

LABEL = "OSAID 1.0"


class Color(NamedTuple):
    """A color of ours: what shields calls it, and what it is."""

    shields: str
    code: str


COLORS = {  # white can be read on each of them
    "green": Color("#2e8540", "#2e8540"),
    "light green": Color("#5b9a3c", "#5b9a3c"),
    "blue": Color("#56708c", "#56708c"),  # a plain no: neither a half yes nor a fault
    "grey": Color("#8a8a8a", "#8a8a8a"),
    "red": Color("#d33f3f", "#d33f3f"),
}


def message(report: Report, freedom: str | None = None) -> tuple[str, str]:
    """What the badge says, and its color, one of `COLORS`; of one freedom or of all.

    It never says what holds without the rest: a part of the freedoms is no part of open source.
    """
    if report.freedoms is None:
        return "invalid", "red"
    if freedom:
        return _of_one(report, report.freedoms[freedom].outcome)
    if report.verdict == "met" and report.has_errors:
        return "has errors", "red"
    words = OUTCOMES[Outcome(report.verdict)]
    if report.as_declared:
        return f"{words.requirement}, as declared", "light green"
    return f"{words.requirement}{_missing(report)}", words.badge


def _missing(report: Report) -> str:
    """The freedoms that are missing, where some are left; else that a part is, or nothing."""
    missing = with_outcome(report, Outcome.UNMET)
    if report.verdict != "unmet" or len(missing) == len(FREEDOMS):
        return ""
    return f": {', '.join(missing) or 'a required part'}"


def _of_one(report: Report, outcome: Outcome) -> tuple[str, str]:
    """A yes is one as declared, unless all that OSAID asks was found here or is pinned."""
    words = OUTCOMES[outcome]
    is_seen = report.verdict == "met" and not report.as_declared
    if outcome is not Outcome.MET or is_seen:
        return words.answer, words.badge
    return f"{words.answer}, as declared", "light green"


def label(freedom: str | None = None) -> str:
    """What stands on the left: of one freedom or of all."""
    return f"freedom to {freedom}" if freedom else LABEL


def endpoint(report: Report, freedom: str | None = None) -> str:
    """The JSON of a shields endpoint (https://shields.io/badges/endpoint-badge)."""
    text, color = message(report, freedom)
    data = {
        "schemaVersion": 1,
        "label": label(freedom),
        "message": text,
        "color": COLORS[color].shields,
    }
    return json.dumps(data, indent=2) + "\n"


def render(report: Report, freedom: str | None = None) -> str:
    """The badge of a report as SVG; whose word it is, a title tells."""
    whose = " (declared by a third party)" if report.declared[1] == "third-party" else ""
    return svg(label(freedom), *message(report, freedom), whose)


# ------------------------------------------------------------------ drawing

_PADDING, _HEIGHT = 5, 20
_MIDDLE_DOT = WIDTHS[ord(".") - FIRST]  # in Verdana it is as wide as a full stop
_FONT = "Verdana,Geneva,DejaVu Sans,sans-serif"


def svg(label: str, message: str, color: str, told_more: str = "") -> str:
    """A badge with text on both sides; ``color`` is one of ours, or one that SVG knows.

    What is ``told_more`` is not drawn: it stands behind the text where that is read aloud or shown.
    Coordinates of text are in tenths of a pixel, so that browsers place letters alike at any zoom.
    """
    left, right = (width(text) + 2 * _PADDING for text in (label, message))
    whole = left + right
    fill = COLORS[color].code if color in COLORS else color
    told = escape(f"{label}: {message}{told_more}")
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{_HEIGHT}" role="img" \
aria-label="{told}">
  <title>{told}</title>
  <linearGradient id="light" x2="0" y2="100%">
    <stop offset="0" stop-color="#bbb" stop-opacity=".1"/>
    <stop offset="1" stop-opacity=".1"/>
  </linearGradient>
  <filter id="soft"><feGaussianBlur stdDeviation="16"/></filter>
  <clipPath id="round-{whole}">\
<rect width="{whole}" height="{_HEIGHT}" rx="3" fill="#fff"/></clipPath>
  <g clip-path="url(#round-{whole})">
    <rect width="{left}" height="{_HEIGHT}" fill="#555"/>
    <rect x="{left}" width="{right}" height="{_HEIGHT}" fill="{escape(fill)}"/>
    <rect width="{whole}" height="{_HEIGHT}" fill="url(#light)"/>
  </g>
  <g fill="#fff" text-anchor="middle" font-family="{_FONT}" font-size="110" \
text-rendering="geometricPrecision">
{_text(label, left / 2 + 1)}{_text(message, left + right / 2 - 1)}  </g>
</svg>
"""


def _text(text: str, middle: float) -> str:
    """A text and its shadow, soft and hard, for letters on a light color."""
    place = f'x="{round(10 * middle)}" transform="scale(.1)" textLength="{10 * width(text)}"'
    shown = escape(text)
    shadow = f'<text y="150" {place} fill-opacity=".'
    return (
        f'    <g aria-hidden="true" fill="#010101">{shadow}8" filter="url(#soft)">{shown}</text>'
        f'{shadow}3">{shown}</text></g>\n'
        f'    <text y="140" {place}>{shown}</text>\n'
    )


def width(text: str) -> int:
    """How wide a text is on a badge: whole pixels, an odd number as shields has it."""
    known = range(FIRST, FIRST + len(WIDTHS))
    plain = text.replace("·", "")
    hundredths = sum(WIDTHS[ord(c) - FIRST] if ord(c) in known else max(WIDTHS) for c in plain)
    hundredths += _MIDDLE_DOT * (len(text) - len(plain))
    return hundredths // 100 | 1
