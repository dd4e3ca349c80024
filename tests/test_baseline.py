# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a declaration is compared with: another tree, or another file."""

import subprocess

import pytest

from osaid_action.baseline import Baseline, FileBaseline, named
from osaid_action.errors import OsaidError
from osaid_action.model import MAX_DECLARATION_BYTES
from osaid_action.repository.git_tree import GitTree
from osaid_action.repository.tree import DeclarationFile
from osaid_action.repository.working_tree import DiskTree
from tests.report.heron import FILES, NO_TRAINING, PATH, WHOLE, Shelf, report_on


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (OsaidError("what else is in it cannot be told"), "what else is in it cannot be told"),
        (OSError(), "OSError"),
    ],
)
def test_a_base_that_cannot_be_had_is_no_new_declaration(error, why):
    class Torn(Shelf):
        def kind(self, _):
            raise error

    def fail(_):
        raise error

    home = DeclarationFile(Shelf(FILES), PATH, "")
    for find in (fail, lambda _: Torn(FILES)):
        told = Baseline(find).change(report_on(WHOLE), home)

        assert (told.base_state, told.why) == ("unknown", why)


@pytest.mark.parametrize("error", [None, OsaidError("x"), SystemExit(1)])
def test_each_repository_is_opened_once(error):
    asked = []

    def find(top):
        asked.append(top)
        if error:
            raise error

    baseline = Baseline(find)
    for top in ("a", "b", "a"):
        if error:
            with pytest.raises(type(error)):
                baseline.tree(top)
        else:
            assert baseline.tree(top) is None
    assert asked == ["a", "b"]


def test_without_anything_to_compare_with_there_is_no_change():
    home = DeclarationFile(Shelf(FILES), PATH, "")

    assert Baseline(lambda _: None).change(report_on(WHOLE), home) is None


# ------------------------------------------------------------------ what was there before


class Files(Shelf):
    """A shelf on which some files have texts of their own."""

    def __init__(self, texts):
        super().__init__([*FILES, *texts])
        self.contents |= {name: text.encode() for name, text in texts.items()}
        self.limits = []

    def read(self, path, limit):
        self.limits.append((path, limit))
        return super().read(path, limit)


HOME = DeclarationFile(Shelf(FILES), PATH, "")
YML = "OPEN_AI_SYSTEM.yml"


@pytest.mark.parametrize(
    ("texts", "path", "before"),
    [
        ({PATH: NO_TRAINING}, PATH, "unmet"),
        ({YML: NO_TRAINING}, PATH, "unmet"),
        ({PATH: NO_TRAINING}, YML, "unmet"),
        ({PATH: NO_TRAINING, YML: WHOLE}, PATH, "unmet"),
        ({PATH: WHOLE, YML: NO_TRAINING}, YML, "unmet"),
        ({"a.json": NO_TRAINING}, "a.json", "unmet"),
        ({"a.yaml": NO_TRAINING}, "a.json", None),
        ({f"{PATH}/x": WHOLE}, PATH, None),
        ({"b/" + PATH: WHOLE}, PATH, None),
        ({}, PATH, None),
    ],
)
def test_what_was_there_is_found_by_its_name_with_either_suffix(texts, path, before):
    tree = Files(texts)

    told = Baseline(lambda _: tree).change(report_on(WHOLE), HOME._replace(path=path))

    assert told.verdict.before == before
    assert told.base_state == ("known" if before else "new")


def test_a_declaration_before_is_read_up_to_the_limit_and_called_as_it_is_now():
    tree = Files({PATH: WHOLE})

    told = Baseline(lambda _: tree).change(report_on(WHOLE)._replace(path="./x"), HOME)

    assert told.before.path == "./x"
    assert (PATH, MAX_DECLARATION_BYTES + 1) in tree.limits


@pytest.mark.parametrize("folder", ["", "a/", "a/.github/"])
def test_the_paths_of_what_was_there_begin_where_they_do_now(folder):
    inside = folder.removesuffix(".github/")
    tree = Files({folder + PATH: WHOLE})
    tree.contents = {
        inside + name if name in FILES else name: t for name, t in tree.contents.items()
    }

    told = Baseline(lambda _: tree).change(report_on(WHOLE), HOME._replace(path=folder + PATH))

    assert (told.base_state, told.differs) == ("known", False)


@pytest.mark.parametrize(("evidence", "verdict"), [(True, "unmet"), (False, "met")])
def test_of_what_was_there_no_more_is_looked_at_than_is_wanted(evidence, verdict):
    tree = Files({PATH: WHOLE})
    del tree.contents["src/model.py"]

    told = Baseline(lambda _: tree).change(report_on(WHOLE), HOME, evidence=evidence)
    file = FileBaseline(WHOLE.encode(), "old").change(
        report_on(WHOLE), HOME._replace(tree=tree), evidence=evidence
    )

    assert told.verdict.before == file.verdict.before == verdict


def test_a_file_stands_where_the_declaration_does():
    told = FileBaseline(NO_TRAINING.encode(), "old.yaml").change(report_on(WHOLE), HOME)

    assert (told.base_state, told.gained) == ("known", ("study", "modify"))
    assert told.before.path == "old.yaml"


def test_who_stops_the_work_stops_it():
    def stop(_):
        raise KeyboardInterrupt

    baseline = Baseline(stop)

    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            baseline.tree("a")


@pytest.mark.parametrize(
    ("tree", "top"), [(Shelf(FILES), ""), (DiskTree("/somewhere"), "/somewhere")]
)
def test_the_tree_is_looked_for_where_the_declaration_lies(tree, top):
    asked = []

    Baseline(asked.append).change(report_on(WHOLE), DeclarationFile(tree, PATH, ""))

    assert asked == [top]


# ------------------------------------------------------------------ what is named


@pytest.fixture
def repository(tmp_path):
    """A repository with the declaration and its files committed; its folder."""
    top = tmp_path / "repository"
    for name, text in {PATH: NO_TRAINING, "v9": "x"}.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(text, encoding="utf-8")
    named = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for words in (("init", "-b", "main"), ("add", "--all"), ("commit", "-m", "a")):
        subprocess.run(["git", "-C", top, *named, *words], check=True, capture_output=True)
    return str(top)


def no_read():
    raise AssertionError


def test_a_revision_is_opened_in_each_repository_and_closed(repository):
    baseline = named("main", [repository, repository], no_read)
    tree = baseline.tree(repository)
    process = tree.objects.process

    home = DeclarationFile(DiskTree(repository), PATH, "")
    assert baseline.change(report_on(WHOLE), home).before.path == PATH
    baseline.close()
    assert process.poll() is not None


def test_what_is_no_tree_of_git_needs_no_end():
    baseline = Baseline(lambda top: Shelf(FILES) if top else None)
    baseline.tree("a")
    baseline.tree("")

    assert baseline.close() is None
    assert FileBaseline(b"", "x").close() is None


def test_a_file_is_meant_where_there_is_no_such_revision(repository, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "v9").write_text("x")

    found = named("v9", [repository], lambda: b"read")

    assert (type(found), found.data, found.name) == (FileBaseline, b"read", "v9")


def test_a_revision_goes_before_a_file(repository, monkeypatch):
    subprocess.run(["git", "-C", repository, "branch", "v9"], check=True)
    monkeypatch.chdir(repository)

    found = named("v9", [repository], no_read)

    assert type(found) is Baseline
    found.close()


@pytest.mark.parametrize("tops", [0, 2])
def test_a_file_is_no_base_of_several(repository, tmp_path, monkeypatch, tops):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "v9").write_text("x")
    (tmp_path / "bare").mkdir()

    if not tops:  # nothing to compare: a revision would not be looked for either
        assert type(named("v9", [], no_read)) is Baseline
        return
    with pytest.raises(OsaidError, match=r"^v9: a file is compared with one declaration"):
        named("v9", [repository] * tops, no_read)


def test_what_is_neither_is_what_git_says_and_the_other_repositories_are_closed(
    repository, tmp_path, monkeypatch
):
    closed, close = [], GitTree.close
    monkeypatch.setattr(GitTree, "close", lambda tree: closed.append(close(tree)))
    (tmp_path / "elsewhere").mkdir()

    with pytest.raises(OsaidError, match="not a git repository"):
        named("main", [repository, str(tmp_path / "elsewhere")], no_read)
    assert closed == [None]


# ------------------------------------------------------------------ what is gone, what was moved


def follow(texts, before, **now):
    """What is gone of what a tree has, and the baseline that followed the rest."""
    baseline = Baseline(lambda _: Files(texts))
    contents = {name.replace("__", "/") + ".yaml": text for name, text in now.items()}
    return baseline, baseline.gone(
        "", before, {path: lambda text=text: text.encode() for path, text in contents.items()}
    )


def test_what_has_the_other_suffix_now_is_there():
    assert follow({"a.yml": WHOLE}, ["a.yml"], a=WHOLE)[1] == ()


@pytest.mark.parametrize(("left", "gone"), [("a.yaml", "a.yml"), ("a.yml", "a.yaml")])
def test_of_two_that_stood_side_by_side_one_is_gone(left, gone):
    baseline = Baseline(lambda _: Files({"a.yaml": WHOLE, "a.yml": NO_TRAINING}))

    assert baseline.gone("", ["a.yaml", "a.yml"], {left: WHOLE.encode}) == (gone,)


def test_what_was_no_declaration_is_not_gone():
    assert follow({"b/a.yaml": WHOLE}, ["a.yaml", "b"])[1] == ()


def test_what_is_gone_is_told_in_order():
    texts = {"a.yaml": WHOLE, "b.yaml": WHOLE, "c.yaml": WHOLE}

    assert follow(texts, texts, b=NO_TRAINING)[1] == ("a.yaml", "c.yaml")


def test_what_was_moved_is_compared_with_where_it_was():
    baseline, gone = follow({"a.yaml": WHOLE, "c.yaml": WHOLE}, ["a.yaml"], d__b=NO_TRAINING)

    told = baseline.change(report_on(NO_TRAINING), HOME._replace(path="d/b.yaml"))
    other = baseline.change(report_on(NO_TRAINING), HOME._replace(path="c.yaml"))

    assert gone == ()
    assert (told.base_state, told.moved_from, told.lost) == (
        "known",
        "a.yaml",
        ("study", "modify"),
    )
    assert other.moved_from == ""


def test_what_the_base_has_and_no_search_named_is_not_new():
    _, gone = follow({"a.yaml": WHOLE, "c.yaml": WHOLE}, ["a.yaml"], c=WHOLE)

    assert gone == ("a.yaml",)


def test_where_nothing_is_compared_nothing_is_gone():
    assert Baseline(lambda _: None).gone("", ["a.yaml"], {}) == ()
    assert FileBaseline(b"", "x").gone("", ["a.yaml"], {}) == ()


def test_a_base_that_cannot_be_had_raises_what_it_does():
    def fail(_):
        raise OsaidError("no")

    with pytest.raises(OsaidError, match=r"^no$"):
        Baseline(fail).gone("", ["a.yaml"], {})


def test_what_is_gone_is_told_as_it_was():
    baseline = Baseline(lambda _: Files({"a.yaml": NO_TRAINING}))

    assert baseline.removed("", "a.yaml", "x/a.yaml").before.verdict == "unmet"
    assert baseline.removed("", "a.yaml", "x/a.yaml").path == "x/a.yaml"
    assert baseline.removed("", "gone.yaml", "x").before is None


def test_what_cannot_be_read_is_the_same_as_nothing():
    class Torn(Files):
        def read(self, path, limit):
            if path == "a.yaml":
                raise OSError("its content is not in this clone")
            return super().read(path, limit)

    baseline = Baseline(lambda _: Torn({"a.yaml": WHOLE, "b.yaml": WHOLE}))
    now = {"c.yaml": lambda: b"", "d.yaml": WHOLE.encode}

    assert baseline.gone("", ["a.yaml", "b.yaml"], now) == ()  # b is d, and so a is c
    assert baseline.removed("", "a.yaml", "a.yaml").before is None
