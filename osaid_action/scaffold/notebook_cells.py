# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The code of a Jupyter notebook: its code cells, without what they printed and without prose.

The format: https://nbformat.readthedocs.io/en/latest/format_description.html.
"""

from osaid_action.evidence.structure import read_json

MAX_BYTES = 2 * 1024 * 1024
"""Of a notebook with its pictures; a larger one is not looked at."""
_MOST_CELLS = 1000


def code_of(data: bytes) -> str:
    """The code of a notebook, cell after cell; empty for what is none."""
    try:
        notebook = read_json(data)
    except ValueError:
        return ""
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    listed = cells[:_MOST_CELLS] if isinstance(cells, list) else []
    return "\n".join(_source(one) for one in listed if _is_code(one))


def _is_code(cell: object) -> bool:
    return isinstance(cell, dict) and cell.get("cell_type") == "code"


def _source(cell: dict[str, object]) -> str:
    """The text of a cell: one text, or a list of its lines."""
    source = cell.get("source")
    pieces = source if isinstance(source, list) else [source]
    return "".join(one for one in pieces if isinstance(one, str))
