# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Writes the last release into the examples of README and docs: its commit, and its tag beside it.

    python scripts/release.py v1.2.3           its commit is asked of git, which has the tag
    python scripts/release.py v1.2.3 COMMIT
    python scripts/release.py --check          say what is wrong with the examples; exit 1

Until there is a release the examples have forty zeros, and a line that says so.
"""

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "docs/action.md")
_TAG = re.compile(r"v(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}")
_COMMIT = re.compile("[0-9a-f]{40}")
_USES = re.compile(r"(?<=uses: osaid-action/osaid-action@)\S+(?: .*)?")
_REV = re.compile(r"(?<=/osaid-action/osaid-action\n    rev: )\S+(?: .*)?")
_NOTICE = re.compile(r"(?<=<!-- release -->\n).*?(?=\n<!-- end of release -->)", re.DOTALL)


class Release(NamedTuple):
    """A release by its commit; without a tag it is the one that is not there yet."""

    tag: str
    commit: str

    @property
    def notice(self) -> str:
        """What the pages say of it."""
        if not self.tag:
            return (
                "There is no release yet: the forty zeros in these examples hold the place of the "
                "first one's commit."
            )
        return (
            f"These examples name the last release, {self.tag}, by its commit: "
            "a tag can be moved, a commit cannot."
        )


NONE = Release("", "0" * 40)


def main(arguments: Sequence[str]) -> int:
    """Write the examples, or look at them; the exit code."""
    if [*arguments] == ["--check"]:
        found = wrong({page: _read(page) for page in PAGES}, _read("CHANGELOG.md"))
        print(*found, sep="\n", end="\n" if found else "")
        return int(bool(found))
    tag, *rest = arguments or ("",)
    commit = rest[0] if rest else commit_of(tag)
    if len(rest) > 1 or not _TAG.fullmatch(tag) or not _COMMIT.fullmatch(commit):
        print((__doc__ or "").partition("\n\n")[2], file=sys.stderr)
        return 2
    for page in PAGES:
        text = written(_read(page), Release(tag, commit))
        (ROOT / page).write_text(text, encoding="utf-8", newline="\n")
    return 0


def commit_of(tag: str) -> str:
    """The commit that git has for a tag; "" when it has none."""
    command = ["git", "-C", str(ROOT), "rev-parse", "--verify", "--quiet", f"refs/tags/{tag}^0"]
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout.strip()


def written(page: str, release: Release) -> str:
    """A page whose examples name a release."""
    page = _USES.sub(f"{release.commit} # {release.tag or 'no release yet'}", page)
    frozen = f"frozen: {release.tag}" if release.tag else "no release yet"
    page = _REV.sub(f"{release.commit}  # {frozen}", page)
    return _NOTICE.sub(release.notice, page)


def named(page: str) -> list[Release]:
    """The releases that the examples of a page name, one after the other."""
    found = []
    for example in (*_USES.findall(page), *_REV.findall(page)):
        commit, _, comment = example.partition(" ")
        tag = _TAG.search(comment)
        found.append(Release(tag[0] if tag else "", commit))
    return found


def wrong(pages: dict[str, str], changelog: str) -> list[str]:
    """What is wrong with the examples: they name several releases, or one that never was."""
    releases = {release for page in pages.values() for release in named(page)}
    if len(releases) != 1:
        return [f"the examples name {len(releases)} releases: {', '.join(map(str, releases))}"]
    (release,) = releases
    stale = [name for name, page in pages.items() if page != written(page, release)]
    found = [f"{name}: python scripts/release.py writes it otherwise" for name in stale]
    if release != NONE and f"\n## {release.tag.removeprefix('v')} (" not in changelog:
        found.append(f"CHANGELOG.md has no release {release.tag or release.commit}")
    known = commit_of(release.tag) if release.tag else ""
    if known and known != release.commit:
        found.append(f"the tag {release.tag} is {known}, not {release.commit}")
    return found


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
