# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a tree has at the paths that a declaration names: files, folders, headings, submodules."""

import os
from collections import Counter

import pytest

from osaid_action.evidence.paths import Paths, absence
from osaid_action.repository.tree import ResolvedPath
from osaid_action.repository.working_tree import DiskTree
from tests.made import freedoms, off, report, requirement, rules

INFERENCE = "code.inference"


def evidence(made, component=INFERENCE):
    return requirement(made, component).evidence


@pytest.mark.parametrize(
    ("location", "rule"),
    [
        ("gone.py", "path-missing"),
        ("run.py/x", "path-missing"),
        ("Run.py", "path-case"),
        ("../run.py", "path-outside"),
        ("/run.py", "path-outside"),
        (".git/config", "path-outside"),
        ("empty/", "path-missing"),
        ("keep/", "path-missing"),
        ("zero.py", "path-missing"),
        ("#run", "path-missing"),
    ],
)
def test_a_path_that_is_not_there_is_contradicted(home, location, rule):
    at = home({"run.py": "x", "zero.py": "", "keep/.gitkeep": ""})
    os.makedirs(os.path.join(at.tree.top, "empty", "inside"))
    made = report({INFERENCE: {"location": location, "license": "Apache-2.0"}}, at)

    assert rules(made) == {rule}
    assert evidence(made) == "contradicted"
    assert off(made) == {INFERENCE: "unmet"}
    (found,) = [f for f in made.findings if f.rule.id == rule]
    assert (found.severity, found.pointer) == ("error", "/code/inference/location")


@pytest.mark.parametrize(
    ("kind", "cause", "remedy"),
    [
        ("not-added", "git does not have it", "`git add` it"),
        ("ignored", "git ignores it", "name where it is published, or `git add --force` it"),
    ],
)
def test_what_only_the_disk_has_is_told_as_that(home, kind, cause, remedy):
    told = absence(ResolvedPath(kind, "a.py"), "a.py", ("code",), home({}).tree, "")

    assert (told.rule.id, told.remedy) == ("path-missing", remedy)
    assert told.message == f"a.py is on the disk, but {cause}"


class Counting(DiskTree):
    """A tree on disk that counts what is read of it."""

    def __init__(self, top):
        super().__init__(top)
        self.reads = Counter()

    def read(self, path, limit):
        self.reads[path, limit] += 1
        return super().read(path, limit)


def test_a_file_is_read_once_however_often_it_is_named(home):
    tree = Counting(home({"data.md": "# Scope"}).tree.top)
    paths = Paths(tree, "")

    for anchor in ("scope", "gone", "scope"):
        assert [one.exists for one in paths.look(f"data.md#{anchor}", ("x",))] == [True]

    assert set(tree.reads.values()) == {1}


def test_a_url_is_not_looked_at(home):
    paths = Paths(home({}).tree, "")

    assert list(paths.look("https://x.y/z", ("x",))) == []


# ------------------------------------------------------------------ headings

PAGE = """\
# Data
## Where it came from
Diaries of 40 sailors, typed by volunteers of a museum.
## `scope`, and more!
## Twice
## Twice
<a name="by-hand"></a>
### Named {#of-old}
## Größe
"""


@pytest.mark.parametrize(
    ("anchor", "known"),
    [
        ("data", True),
        ("Where-It-Came-From", True),
        ("scope-and-more", True),
        ("twice-1", True),
        ("by-hand", True),
        ("of-old", True),
        ("größe", True),
        ("L3", True),
        ("L3-L7", True),
        ("gone", False),
        ("where-it", False),
    ],
)
def test_a_heading_that_is_not_there_is_a_note(home, anchor, known):
    made = report(
        {"data.description.scope": f"docs/data.md#{anchor}"}, home({"docs/data.md": PAGE})
    )

    assert rules(made, "note") == (set() if known else {"anchor-missing"})
    assert rules(made) == set()
    assert evidence(made, "data.description.scope") == "found"


# ------------------------------------------------------------------ submodules


def test_what_lies_in_a_submodule_is_declared(home):
    modules = '[submodule "m"]\n\tpath = vendor/m\n\turl = https://x.y/m\n'
    files = {".gitmodules": modules, "vendor/other": "x"}
    made = report({INFERENCE: {"location": "vendor/m/run.py", "license": "MIT"}}, home(files))

    assert evidence(made) == "declared"
    assert rules(made) == set()


def test_a_submodule_that_is_not_checked_out_is_declared(home):
    modules = '[submodule "m"]\n\tpath = vendor/m\n\turl = https://x.y/m\n'
    where = home({".gitmodules": modules})
    os.makedirs(os.path.join(where.tree.top, "vendor", "m"))

    made = report({INFERENCE: {"location": "vendor/m", "license": "MIT"}}, where)

    assert evidence(made) == "declared"
    assert rules(made) == set()


@pytest.mark.parametrize("location", ["shut/", "shut/run.py", "shut/deep/run.py"])
def test_what_nobody_may_look_at_is_declared(home, location):
    class Shut(DiskTree):
        def kind(self, path):
            return "unreadable" if path.startswith("shut") else super().kind(path)

    at = home({"run.py": "x"})
    tree = Shut(at.tree.top)
    made = report(
        {INFERENCE: {"location": location, "license": "Apache-2.0"}}, at._replace(tree=tree)
    )

    assert off(made) == {INFERENCE: "undecided"}
    (told,) = [f for f in made.findings if f.rule.id == "path-unknown"]
    assert told.message == f"{location} cannot be looked at here: permission denied"


@pytest.mark.parametrize(
    ("there", "written", "remedy"),
    [
        ("src/tra\u0308in.py", "src/tr\xe4in.py", "copy the name of the file, or rename the file"),
        ("tr\xe4in.py", "./tra\u0308in.py#L3", "copy the name of the file, or rename the file"),
        ("src/Tr\xe4in.py", "src/tra\u0308in.py", "write src/Tr\xe4in.py"),
        ("src/train.py", "src\\train.py", "write src/train.py"),
        ("src/deep/a.py", ".\\src\\deep#L3", "write ./src/deep#L3"),
    ],
)
def test_a_name_that_looks_alike_is_told_so_that_it_can_be_mended(home, there, written, remedy):
    made = report({INFERENCE: {"location": written, "license": "Apache-2.0"}}, home({there: "x"}))

    (told,) = [f for f in made.findings if f.rule.id.startswith("path-")]
    assert told.remedy == remedy


def test_of_a_text_that_a_pointer_of_git_lfs_stands_for_no_heading_is_missed(home):
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'a' * 64}\nsize 5\n"
    at = home({"data.md": pointer, "other.md": pointer + "Words that say nothing of it."})
    made = report({f"data.description.{point}": f"{name}#part" for point, name in
                   (("scope", "data.md"), ("processing", "other.md"))}, at)  # fmt: skip

    told = [f.message for f in made.findings if f.rule.id == "anchor-missing"]
    assert told == ["other.md has no heading #part"]


@pytest.mark.parametrize(
    ("content", "is_held"),
    [
        ("", True),
        (" \n\n", True),
        ("# TODO\n", True),
        ("<!-- TBD -->", True),
        ("// ...\n", True),
        ("TODO: write the code that trains the model", False),
        ("x = 1\n", False),
        ("#" * 64, False),
    ],
)
def test_a_file_that_only_holds_a_place_is_not_there(home, content, is_held):
    made = report({"code.inference": "src/run.py"}, home({"src/run.py": content}))

    assert rules(made, "error") == ({"path-missing"} if is_held else set())


WEIGHTS = "parameters.weights"


@pytest.mark.parametrize("component", [INFERENCE, WEIGHTS])
@pytest.mark.parametrize(
    ("files", "is_doubtful"),
    [
        ({"README.md": "Where the files are."}, True),
        ({"README": "x", "LICENSE": "x", ".gitattributes": "x", ".gitkeep": ""}, True),
        ({"in/notes.rst": "x", "picture.PNG": "x"}, True),
        ({"README.md": "x", "model.bin": "x"}, False),
        ({"README.md": "x", "in/run.py": "x"}, False),
        ({"model.bin": "x"}, False),
        ({"vocabulary.txt": "x"}, False),
    ],
)
def test_of_a_folder_of_pages_nobody_can_tell(home, component, files, is_doubtful):
    at = home({f"it/{name}": content for name, content in files.items()})
    made = report({component: {"location": "it/", "license": "Apache-2.0"}}, at, evidence=True)

    assert ("location-doubtful" in rules(made, "note")) is is_doubtful
    if is_doubtful:
        assert (off(made)[component], evidence(made, component)) == ("undecided", "declared")
        assert freedoms(made).split()[0] == "undecided"
    else:
        assert evidence(made, component) in ("found", "verified")


def test_a_folder_of_pages_is_a_description(home):
    page = "Diaries of 40 sailors, typed by volunteers of a museum."
    made = report({"data.description.provenance": "it/"}, home({"it/README.md": page}))

    assert "location-doubtful" not in rules(made, "note")
    assert evidence(made, "data.description.provenance") == "found"
