# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The reports on all declarations that are meant, and each beside that of the base."""

import errno
import os
from pathlib import Path

import pytest

from osaid_action.action.inputs import Inputs
from osaid_action.action.reports import (
    Checked,
    CheckOptions,
    Found,
    compared,
    every,
    in_tree,
    in_workspace,
)
from osaid_action.baseline import Baseline
from osaid_action.errors import OsaidError
from osaid_action.model import MAX_DECLARATION_BYTES
from osaid_action.repository.tree import DeclarationFile
from tests.action.bench import BROKEN, GOOD, NAME, SECRET
from tests.report.heron import Shelf


def options(ask=None, **inputs):
    return CheckOptions(Inputs(**inputs), ask)


def looked(top, *patterns, **inputs):
    """What is found at a workspace, the reports by their paths."""
    found = in_workspace(str(top), options(path=patterns or (".",), **inputs))
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

    found = in_workspace(str(write({NAME: SECRET})), options(ask, require=("study",)))

    assert asked == ["Acme 1B"]
    assert found.checked[0].report.has_errors
    assert not in_workspace(str(write({})), options()).checked[0].report.has_errors


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

    found = in_tree(tree, options())

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
    found = in_tree(Library({NAME: error, f"a/{NAME}": GOOD}), options())

    assert found.troubles == (f"{NAME}: {words}",)
    assert [one.report.path for one in found.checked] == [f"a/{NAME}"]


# ------------------------------------------------------------------ beside the base


def found_of(text):
    return in_tree(Library({NAME: text}), options(path=(NAME, "gone")))


@pytest.mark.parametrize(
    ("before", "after", "state", "lost"),
    [
        (GOOD, SECRET, "known", ("study", "modify")),
        (GOOD, GOOD, "known", ()),
        (BROKEN, GOOD, "invalid", ()),
        (None, GOOD, "new", ()),
    ],
)
def test_each_stands_beside_what_it_was(before, after, state, lost):
    base = Library({NAME: before} if before else {})

    found = compared(found_of(after), Baseline(lambda _: base))

    (one,) = found.checked
    assert (one.change.base_state, one.change.lost) == (state, lost)
    assert (found.missing, found.troubles) == (("gone",), ())


def test_without_a_base_there_is_no_change():
    assert compared(found_of(GOOD), Baseline(lambda _: None)).checked[0].change is None


@pytest.mark.parametrize("error", [KeyError("tree"), SystemExit(3), OsaidError("no git")])
def test_whatever_goes_wrong_there_is_why_it_cannot_be_told(error):
    def fail(_):
        raise error

    (one,) = compared(found_of(GOOD), Baseline(fail)).checked

    assert one.change.base_state == "unknown"
    assert str(error) in one.change.why
    assert one.report.verdict == "met"


def test_who_stops_the_run_stops_it():
    def stop(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compared(found_of(GOOD), Baseline(stop))


def test_of_nothing_there_is_no_report():
    nothing = Found((), (), ())

    assert [*every(nothing)] == []
    assert compared(nothing, Baseline(lambda _: None)) == nothing
    home = DeclarationFile(None, NAME, "")
    assert Checked("report", home).change is None
