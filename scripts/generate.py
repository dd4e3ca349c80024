# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Make the files that are made from something else: pages from the code, data from packages.

    python scripts/generate.py                    make what is made from the code, download nothing
    python scripts/generate.py --check            say what is out of date (exit 1), write nothing
    python scripts/generate.py NAME …             make these alone, by download where they need one

A name is that of a module in ``scripts/generated/``. It has ``build()``, which gives the bytes of
its files by their path in the repository. One that downloads has ``stale()`` too: why its files are
not those that it would write, as far as that can be told without a download. Its packages are named
by version and hash; a newer list is a newer version and hash there, and nothing else.
"""

import argparse
import importlib
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

FROM_CODE = (
    "rule_examples",
    "rules_page",
    "licenses_page",
    "format_page",
    "badge_pictures",
    "examples_page",
    "readme_sample",
)
"""In the order in which they are made: a later one may show what an earlier one wrote."""

BY_DOWNLOAD = ("spdx_list", "license_templates", "badge_widths", "github_openapi_slice")


def main(arguments: list[str]) -> int:
    """Make files, or say which are out of date; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--check", action="store_true", help="say what is out of date, write nothing"
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(FROM_CODE + BY_DOWNLOAD))
    options = parser.parse_args(arguments)
    every = FROM_CODE + BY_DOWNLOAD
    if unknown := [name for name in options.names if name not in every]:
        parser.error(f"no such name: {', '.join(unknown)}; there are {', '.join(every)}")
    if options.check:
        return check(options.names or every)
    for name in options.names or FROM_CODE:
        write(load(name))
    return 0


def check(names: tuple[str, ...] | list[str]) -> int:
    """Say which files are not what would be written; 1 when there is one."""
    found = [(name, why) for name in names if (why := stale(load(name)))]
    for name, why in found:
        print(f"{why}: run python scripts/generate.py {name}")
    return int(bool(found))


def load(name: str) -> ModuleType:
    """The module of that name in ``scripts/generated/``."""
    return importlib.import_module(f"generated.{name}")


def stale(module: ModuleType) -> str:
    """Why the files of a module are not those that it would write; "" when they are."""
    if hasattr(module, "stale"):
        return str(module.stale())
    for path, content in module.build().items():
        if not (ROOT / path).exists() or (ROOT / path).read_bytes() != content:
            return f"{path} is out of date"
    return ""


def write(module: ModuleType) -> None:
    """Write the files of a module that are not there as they would be."""
    for path, content in module.build().items():
        target = ROOT / path
        if not target.exists() or target.read_bytes() != content:
            target.write_bytes(content)
            print(f"{path}: {len(content):,} bytes")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
