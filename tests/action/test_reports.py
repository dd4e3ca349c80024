# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The reports on all declarations that are meant, and each beside that of the base."""

import errno
import os
import subprocess
from pathlib import Path

import pytest

from osaid_action.action.checkout import Checkout
from osaid_action.action.github_tree import TooMuchError
from osaid_action.action.inputs import Inputs
from osaid_action.action.reports import (
    Checked,
    CheckOptions,
    Found,
    every,
    in_tree,
    in_workspace,
)
from osaid_action.errors import OsaidError
from osaid_action.model import MAX_DECLARATION_BYTES
from osaid_action.repository.head import Head
from osaid_action.repository.tree import DeclarationFile
from tests.action.bench import GOOD, NAME, SECRET
from tests.action.settings import CONTEXT
from tests.report.heron import Shelf

HOME = Checkout("octocat/model", Head("a" * 40))


def of(workspace):
    """A run in a workspace."""
    return CONTEXT._replace(workspace=str(workspace), run_sha="c" * 40)


def options(ask=None, **inputs):
    return CheckOptions(Inputs(**inputs), ask)


def looked(top, *patterns, **inputs):
    """What is found at a workspace, the reports by their paths."""
    found = in_workspace(of(top), options(path=patterns or (".",), **inputs))
    return {one.report.path: one for one in found.checked}, found


def test_every_declaration_is_checked_once_and_what_means_nothing_is_told(write):
    top = write({NAME: GOOD, f"a/{NAME}": SECRET, "b/x": ""})

    reports, found = looked(top, ".", NAME, "a", "b", "nowhere")

    assert {path: one.report.verdict for path, one in reports.items()} == {
        NAME: "met",
        f"a/{NAME}": "unmet",
    }
    assert [one.report.path for one in found.checked] == [NAME, f"a/{NAME}"]
    assert (found.missing, found.unmatched, found.troubles) == (("nowhere",), ("b",), ())
    assert [report.path for report in every(found)] == [NAME, f"a/{NAME}"]
    assert all(one.change is None for one in found.checked)


@pytest.mark.parametrize(
    ("pattern", "is_searched"),
    [
        ("b", True),
        ("./b/", True),
        ("**", True),
        ("b/*.yaml", True),
        ("nowhere/**", True),
        ("b?", True),
        ("b/[xz]", True),
        ("nowhere", False),
        (f"b/{NAME}", False),
    ],
)
def test_a_search_in_vain_is_not_something_that_is_not_there(write, pattern, is_searched):
    _, found = looked(write({"b/y": ""}), pattern)

    vain = ((), (pattern,)) if is_searched else ((pattern,), ())
    assert (found.missing, found.unmatched) == vain


def test_patterns_begin_in_the_working_directory_and_paths_at_the_top(write):
    top = write({NAME: GOOD, f"m/a/{NAME}": GOOD, "link": Path("m")})

    for folder in ("m", "link", "./m/"):
        assert [*looked(top, "a", working_directory=folder)[0]] == [f"m/a/{NAME}"]


@pytest.mark.parametrize("folder", ["gone", NAME, "out"])
def test_a_working_directory_is_a_folder_of_the_workspace(write, folder):
    top = write({NAME: GOOD, "out": Path("/etc")})

    with pytest.raises(OsaidError, match=f"^working-directory: there is no folder {folder}$"):
        looked(top, working_directory=folder)


def test_a_working_directory_may_be_another_repository(write):
    reports, _ = looked(write({f"sub/{NAME}": GOOD, "sub/.git": "x"}), working_directory="sub")

    assert reports[f"sub/{NAME}"].file.path == NAME


def test_a_declaration_is_at_home_in_its_own_repository_and_never_around_the_workspace(write):
    top = write({"work/a/x": "", f"work/{NAME}": GOOD, f"work/m/.github/{NAME}": GOOD})
    write({f"sub/b/{NAME}": GOOD, "sub/.git": "x"}, top / "work/z")
    os.rmdir(top / "work/z/.git")
    (top / "work/z").rename(top / "work/deep")

    reports, _ = looked(top / "work", ".", "deep/sub")
    homes = {path: one.file for path, one in reports.items()}

    assert {path: (home.path, home.root) for path, home in homes.items()} == {
        NAME: (NAME, ""),
        f"m/.github/{NAME}": (f"m/.github/{NAME}", "m"),
        f"deep/sub/b/{NAME}": (f"b/{NAME}", "b"),
    }
    assert homes[NAME].tree.top == str(top / "work")
    assert homes[f"deep/sub/b/{NAME}"].tree.top == str(top / "work/deep/sub")


def test_what_is_required_and_who_is_asked_are_passed_on(write):
    asked = []

    def ask(declaration):
        asked.append(declaration.system.name)
        return {}

    found = in_workspace(of(write({NAME: SECRET})), options(ask, require=("study",)))

    assert asked == ["Acme 1B"]
    assert found.checked[0].report.has_errors
    assert not in_workspace(of(write({})), options()).checked[0].report.has_errors


TROUBLES = {
    "dangling": "dangling: there is no nowhere",
    "out": "out: it is a link out of the repository",
    "pipe": "pipe: it is no regular file",
    ".git/config": ".git/config: it leads into .git",
    "to-folder": "to-folder: not a regular file",
}


@pytest.mark.parametrize("path", TROUBLES)
def test_what_cannot_be_read_is_told_and_the_others_are_checked(write, path):
    files = {NAME: GOOD, "dangling": Path("a/../nowhere"), "out": Path("/etc/passwd")}
    top = write({**files, "a/x": "", ".git/config": "x", "to-folder": Path("a")})
    os.mkfifo(top / "pipe")

    reports, found = looked(top, path, NAME)

    assert [*reports] == [NAME]
    assert found.missing == ()
    assert len(found.troubles) == 1
    assert found.troubles[0].startswith(f"{path}: ")
    if path != "dangling":
        assert found.troubles == (TROUBLES[path],)


class Library(Shelf):
    """Declarations that are not on disk; reading one may fail."""

    def __init__(self, texts):
        super().__init__(texts)
        self.contents, self.limits = texts, set()

    def folders(self, path):
        return [
            name for name in self.names(path) if self.kind(f"{path}/{name}".lstrip("/"))[1] == "o"
        ]

    def read(self, path, limit):
        self.limits.add(limit)
        if isinstance(self.contents[path], OSError):
            raise self.contents[path]
        return self.contents[path].encode()


def test_a_tree_that_is_not_on_disk_is_looked_at_alike():
    tree = Library({NAME: GOOD, f"m/.github/{NAME}": SECRET})

    found = in_tree(tree, HOME, options())

    assert [(one.report.path, one.report.verdict) for one in found.checked] == [
        (NAME, "met"),
        (f"m/.github/{NAME}", "unmet"),
    ]
    assert found.checked[1].file == (tree, f"m/.github/{NAME}", "m")
    assert MAX_DECLARATION_BYTES + 1 in tree.limits


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.EIO, "Input/output error"), "cannot be read: Input/output error"),
        (OSError("it is over the limit"), "cannot be read: it is over the limit"),
    ],
)
def test_a_file_that_fails_in_reading_is_told(error, words):
    found = in_tree(Library({NAME: error, f"a/{NAME}": GOOD}), HOME, options())

    assert found.troubles == (f"{NAME}: {words}",)
    assert [one.report.path for one in found.checked] == [f"a/{NAME}"]


def test_of_nothing_there_is_no_report():
    assert [*every(Found((), (), ()))] == []
    assert Checked("report", DeclarationFile(None, NAME, "")).change is None


# ------------------------------------------------------------------ who is who


def test_without_git_the_commit_is_the_one_that_was_to_be_checked_out(write):
    top = write({NAME: GOOD})
    (top / ".git").rmdir()

    (one,) = in_workspace(of(top), options()).checked

    assert (one.checkout.repository, one.commit) == ("acme/model", "c" * 40)
    assert one.address("https://x.example", 3) == (
        f"https://x.example/acme/model/blob/{'c' * 40}/{NAME}#L3"
    )


def test_what_no_commit_has_so_has_no_address(write):
    top = write({NAME: GOOD})
    subprocess.run(["git", "init", "--quiet", top], check=True)

    (one,) = in_workspace(of(top), options()).checked

    assert (one.commit, one.address("https://x.example", 3)) == ("", "")


def test_what_is_read_through_the_api_is_of_its_head():
    (one,) = in_tree(Library({NAME: GOOD}), HOME, options()).checked

    assert one.address("https://x.example", 3) == (
        f"https://x.example/octocat/model/blob/{'a' * 40}/{NAME}#L3"
    )


class Endless(Library):
    """A tree whose last folder cannot be listed any more."""

    def folders(self, path):
        if path == "z":
            raise TooMuchError("more than 200 folders to read through the API")
        return super().folders(path)


@pytest.mark.parametrize("texts", [{f"a/{NAME}": GOOD, "z/x": ""}, {"z/x": ""}])
def test_a_search_that_cannot_go_on_keeps_what_it_found(texts):
    found = in_tree(Endless(texts), HOME, options())

    assert [one.report.path for one in found.checked] == [path for path in texts if path != "z/x"]
    assert found.missing == ()
    (told,) = found.troubles
    assert told.startswith(".: not searched to its end: more than 200 folders")
    assert told.endswith("; name the declarations")


@pytest.mark.parametrize(("files", "known"), [({NAME: GOOD}, "acme/model"), ({"x": ""}, "")])
def test_a_workspace_without_git_is_a_checkout_if_there_is_a_declaration(write, files, known):
    top = write(files)
    (top / ".git").rmdir()

    (place,) = in_workspace(of(top), options()).places

    assert (place.checkout.repository, place.checkout.top) == (known, str(top))
