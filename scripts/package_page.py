# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The page of the package on an index: the README, whose links and pictures lead somewhere there.

hatchling loads it at each build (pyproject.toml). Links lead to the commit of the release that the
README's examples name, and to `main` while they name none: to nothing that does not exist.
"""

import posixpath
import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_NAME = "osaid-action/osaid-action"
_RELEASE = re.compile(rf"{_NAME}@([0-9a-f]{{40}})\b")
_FENCE = re.compile(r"^(```.*?^```)$", re.MULTILINE | re.DOTALL)
_TARGET = re.compile(r"(?<=\]\()(?!https?:|mailto:)([^)\s]+)")
_PICTURES = (".png", ".svg")


class PackagePage(MetadataHookInterface):
    """What hatchling asks for the README."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Put the page in."""
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": page(text)}


def page(readme: str) -> str:
    """The README with every address whole, but for what stands in code to be copied."""
    found = _RELEASE.search(readme)
    revision = found[1] if found and int(found[1], 16) else "main"
    pieces = _FENCE.split(readme)
    pieces[::2] = [_TARGET.sub(lambda m: address(m[1], revision), one) for one in pieces[::2]]
    return "".join(pieces)


def address(target: str, revision: str) -> str:
    """Where a relative address of the README leads, at a revision."""
    path, mark, anchor = target.partition("#")
    if path.endswith(_PICTURES):
        return f"https://raw.githubusercontent.com/{_NAME}/{revision}/{path}"
    path = posixpath.normpath(path or "README.md")
    return f"https://github.com/{_NAME}/blob/{revision}/{path}{mark}{anchor}"
