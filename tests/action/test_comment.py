# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which comments are ours, and what becomes of them and of all others."""

from types import SimpleNamespace

import pytest

from osaid_action.action.comment import CommentWriter, Wanted
from osaid_action.action.marker import CLOSING, Marker, key_of, marker_in, path_of
from osaid_action.action.retry import GitHubError, RetryPolicy
from testing.github_double.api.state import ACTIONS, OCTOCAT
from tests.action.bench import NAME, QUICK
from tests.action.forged import AUTHORS, RUNS, forged, whole

HEAD, OLD = "a" * 40, "b" * 40
REFUSED, LOST = GitHubError("no", status=403), GitHubError("nothing came back")


class Comment:
    """One of a thread."""

    def __init__(self, thread, number, body, user):
        self.thread, self.id, self.body, self.user = thread, number, body, user
        self.html_url = f"#{number}"
        self.edits = 0

    def edit(self, body):
        self.body = body
        self.edits += 1

    def delete(self):
        self.thread.comments.remove(self)


class Thread:
    """A pull request at ``HEAD``, and its repository, as far as a CommentWriter asks.

    ``before`` and ``after`` are raised, each once, when a comment is made; ``late`` listings do not
    show yet what was made.
    """

    def __init__(self):
        self.comments = []
        self.before = self.after = None
        self.made, self.late, self.listed = [], 0, 0
        self.state = "open"

    def get_issue(self, _):
        return self

    def get_pull(self, _):
        return SimpleNamespace(head=SimpleNamespace(sha=HEAD), state=self.state)

    def get_comments(self):
        self.listed += 1
        hidden = self.made if self.listed <= self.late else []
        return [comment for comment in self.comments if comment not in hidden]

    def get_comment(self, number):
        for comment in self.comments:
            if comment.id == number:
                return comment
        raise GitHubError("Not Found", status=404)

    def create_comment(self, body):
        self._stumble("before")
        self.made.append(self.say(body, ACTIONS))
        self._stumble("after")
        return self.made[-1]

    def _stumble(self, when):
        error = getattr(self, when)
        setattr(self, when, None)
        if error:
            raise error

    def say(self, body, author):
        self.comments.append(Comment(self, len(self.comments) + 1, body, author))
        return self.comments[-1]

    def put(self, body, *, create=True):
        """What a run of ours does with a comment that it wants."""
        return self.desk().put(Wanted(marker_in(body), body, create))

    def desk(self, is_real=lambda _: False):
        """What writes our comments; ``is_real`` says which runs there were."""
        patience = RetryPolicy(
            QUICK, lambda error: error if isinstance(error, GitHubError) else None, lambda _: None
        )
        return CommentWriter(
            self, 7, lambda author: author.login == ACTIONS.login, patience, is_real
        )


@pytest.fixture
def thread():
    return Thread()


def bodies(thread):
    return [comment.body for comment in thread.comments]


# ------------------------------------------------------------------ those of others


@pytest.mark.parametrize("standing", [False, True], ids=["none of ours", "one of ours"])
@pytest.mark.parametrize("author", AUTHORS.values(), ids=AUTHORS)
@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("place", forged(1))
def test_a_comment_of_somebody_else_is_left_alone(thread, place, run, author, standing):
    theirs = forged(run)[place]
    thread.say(theirs, author)
    if standing:
        thread.say(whole(5, OLD, "As it was."), ACTIONS)
    thread.say(theirs, author)

    written = thread.put(whole(6, words="As it is."))

    (ours,) = [comment for comment in thread.comments if comment.body != theirs]
    assert bodies(thread).count(theirs) == 2
    assert ours.body == whole(6, words="As it is.")
    assert written.url == ours.html_url


@pytest.mark.parametrize("author", [author for author in AUTHORS.values() if author != ACTIONS])
@pytest.mark.parametrize("run", RUNS)
def test_a_whole_copy_is_ours_only_by_our_author(thread, run, author):
    thread.say(whole(run), author)

    thread.put(whole(6))

    assert bodies(thread) == [whole(run), whole(6)]


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("standing", [False, True])
def test_a_whole_copy_by_our_author_gives_way_to_our_words(thread, run, standing):
    thread.say(whole(run, words="Forged."), ACTIONS)
    if standing:
        thread.say(whole(5, words="As it was."), ACTIONS)

    thread.put(whole(6, words="As it is."))

    assert bodies(thread) == [whole(6, words="As it is.")]


def test_only_the_comment_of_this_declaration_is_touched(thread):
    other = str(Marker(key_of("other/" + NAME), HEAD, 5)) + f"\nOf another.\n{CLOSING}\n"
    thread.say(other, ACTIONS)

    thread.put(whole(6))

    assert bodies(thread) == [other, whole(6)]


# ------------------------------------------------------------------ our own


@pytest.mark.parametrize("before", [1, 6, 9, 10**18], ids="by run {}".format)
def test_the_last_to_write_on_a_commit_has_the_word(thread, before):
    thread.say(whole(before, words="As it was."), ACTIONS)

    written = thread.put(whole(6, words="As it is."))

    assert bodies(thread) == [whole(6, words="As it is.")]
    assert "up to date" in written.words


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("standing", [True, False])
def test_a_run_on_an_older_commit_writes_nothing(thread, create, standing):
    if standing:
        thread.say(whole(1, words="As it was."), ACTIONS)
    before = bodies(thread)

    written = thread.put(whole(6, OLD, words="As it is."), create=create)

    assert bodies(thread) == before
    assert ("later run" in written.words) == (create or standing)


@pytest.mark.parametrize("standing", [True, False])
def test_what_nobody_has_to_hear_is_said_only_where_we_spoke_before(thread, standing):
    if standing:
        thread.say(whole(1, words="As it was."), ACTIONS)

    thread.put(whole(6, words="As it is."), create=False)

    assert bodies(thread) == [whole(6, words="As it is.")] * standing


def test_the_same_words_are_not_written_again(thread):
    words = "Seen at `{}`: [line 3](https://x.example/{})."
    stored = whole(5, OLD, words=words.format(OLD[:7], OLD)).rstrip().replace("\n", "\r\n")
    thread.say(stored, ACTIONS)

    written = thread.put(whole(6, words=words.format(HEAD[:7], HEAD)))

    assert bodies(thread) == [stored]
    assert "as it should be" in written.words


@pytest.mark.parametrize("words", ["As it is.", "As it was."], ids=["the same", "others"])
def test_doubles_of_ours_go_and_the_oldest_stays(thread, words):
    first = thread.say(whole(5, words=words), ACTIONS)
    thread.say("in between", OCTOCAT)
    thread.say(whole(5, words=words), ACTIONS)

    thread.put(whole(6, words="As it is."))

    assert [comment.user for comment in thread.comments] == [ACTIONS, OCTOCAT]
    assert thread.comments[0] is first
    assert "As it is." in first.body
    assert first.edits == (words != "As it is.")


@pytest.mark.parametrize("standing", [True, False])
def test_a_pull_request_that_was_closed_meanwhile_is_left_as_it_is(thread, standing):
    if standing:
        thread.say(whole(1, words="As it was."), ACTIONS)
    thread.state, before = "closed", bodies(thread)

    written = thread.put(whole(6, words="As it is."))

    assert bodies(thread) == before
    assert "closed by now" in written.words


def deleted(thread, comment, status=404):
    """Somebody deletes a comment that is listed already; what is done to it then is refused."""

    def refuse(*_):
        raise GitHubError("Not Found", status=status)

    comment.edit = comment.delete = refuse
    return thread.desk()


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("status", [404, 410])
def test_a_comment_that_was_deleted_meanwhile_is_written_anew(thread, create, status):
    desk = deleted(thread, thread.say(whole(5, words="As it was."), ACTIONS), status)
    thread.comments.clear()

    written = desk.put(Wanted(marker_in(whole(6)), whole(6), create))

    assert bodies(thread) == [whole(6)] * create
    assert bool(written.url) is create


def test_a_double_that_another_run_deleted_is_no_trouble(thread):
    thread.say(whole(5, words="As it was."), ACTIONS)
    desk = deleted(thread, thread.say(whole(5, words="As it was."), ACTIONS))
    thread.comments.pop()

    written = desk.put(Wanted(marker_in(whole(6)), whole(6), create=True))

    assert (bodies(thread), written.url) == ([whole(6)], "#1")


def test_a_comment_that_may_not_be_edited_is_no_deleted_one(thread):
    desk = deleted(thread, thread.say(whole(5, words="As it was."), ACTIONS), 403)

    with pytest.raises(GitHubError, match="Not Found"):
        desk.put(Wanted(marker_in(whole(6)), whole(6), create=True))
    assert bodies(thread) == [whole(5, words="As it was.")]


# ------------------------------------------------------------------ what may have been written


def test_a_comment_without_words_is_nobodys(thread):
    thread.say(None, ACTIONS)

    thread.put(whole(6))

    assert bodies(thread) == [None, whole(6)]


@pytest.mark.parametrize("late", [0, 2], ids=["listed at once", "listed late"])
def test_what_was_written_unseen_is_found_and_not_doubled(thread, late):
    thread.after, thread.late = LOST, late

    written = thread.put(whole(6))

    assert bodies(thread) == [whole(6)]
    assert written.url == "#1"


def test_what_was_lost_is_written_again(thread):
    thread.before = LOST

    written = thread.put(whole(6))

    assert (bodies(thread), written.url) == ([whole(6)], "#1")
    assert thread.listed == 1 + 2 + 1  # at first, twice to find it, and once for a double


def test_a_double_that_shows_at_last_goes(thread):
    thread.after, thread.late = LOST, 3

    written = thread.put(whole(6))

    assert (bodies(thread), written.url) == ([whole(6)], "#1")
    assert len(thread.made) == 2


def test_a_double_that_does_not_show_is_left_to_the_next_run(thread):
    thread.after, thread.late = LOST, 9

    assert thread.put(whole(6)).url == "#2"
    thread.late = 0
    assert thread.put(whole(7)).url == "#1"
    assert bodies(thread) == [whole(6)]


def test_a_refusal_is_told_and_nothing_looked_for(thread):
    thread.before = REFUSED

    with pytest.raises(GitHubError, match="no"):
        thread.put(whole(6))

    assert (bodies(thread), thread.listed) == ([], 1)


# ------------------------------------------------------------------ later runs


@pytest.mark.parametrize("key", ["", "a", "/", "QUJD=", "QUJ", "QU_", "é"])
def test_a_key_that_was_made_of_nothing_names_nothing(key):
    assert path_of(key) is None or key_of(path_of(key)) == key


def test_a_marker_of_an_older_version_was_of_a_first_attempt():
    body = f"<!-- osaid-action:v1 key=QQ sha={HEAD} run=7 -->\nwords\n{CLOSING}"

    assert marker_in(body) == Marker("QQ", HEAD, 7, 1)


@pytest.mark.parametrize(
    ("theirs", "real", "left"),
    [
        ((43, 1), True, True),
        ((42, 3), True, True),
        ((43, 1), False, False),
        ((42, 1), True, False),
        ((41, 9), True, False),
        ((42, 2), True, False),
    ],
)
def test_a_later_run_has_the_word_when_github_knows_it(thread, theirs, real, left):
    key = key_of(NAME)
    thread.say(f"{Marker(key, HEAD, *theirs)}\ntheirs\n{CLOSING}\n", ACTIONS)
    ours = Marker(key, HEAD, 42, 2)
    body = f"{ours}\nours\n{CLOSING}\n"

    written = thread.desk(lambda _: real).put(Wanted(ours, body, create=True))

    assert ("later run" in written.words) == left
    assert ("ours" in bodies(thread)[0]) != left


def test_a_later_run_on_another_commit_is_not_asked_for(thread):
    thread.say(f"{Marker(key_of(NAME), 'e' * 40, 99)}\ntheirs\n{CLOSING}\n", ACTIONS)
    ours = Marker(key_of(NAME), HEAD, 42)
    asked = []

    thread.desk(asked.append).put(Wanted(ours, f"{ours}\nours\n{CLOSING}\n", create=True))

    assert asked == []
    assert "ours" in bodies(thread)[0]


# ------------------------------------------------------------------ what was moved


def wanted(name, run=42, formerly=""):
    marker = Marker(key_of(name), HEAD, run)
    return Wanted(
        marker,
        f"{marker}\nwords\n{CLOSING}\n",
        create=True,
        formerly=key_of(formerly) if formerly else "",
    )


def test_the_comment_on_what_was_moved_goes_on(thread):
    thread.put(wanted("a").body)
    desk = thread.desk()
    moved = wanted("b", formerly="a")

    desk.follow([moved])

    assert desk.rest([moved]) == []
    assert desk.put(moved).words == "the comment is brought up to date"
    assert [marker_in(body).key for body in bodies(thread)] == [key_of("b")]


def test_where_both_have_a_comment_one_stays(thread):
    thread.put(wanted("b").body)
    thread.put(wanted("a").body)
    desk = thread.desk()
    moved = wanted("b", formerly="a")

    desk.follow([moved])
    desk.put(moved)

    assert [marker_in(body).key for body in bodies(thread)] == [key_of("b")]


def test_a_comment_that_is_wanted_still_is_not_taken_over(thread):
    thread.put(wanted("a").body)
    desk = thread.desk()

    desk.follow([wanted("b", formerly="a"), wanted("a")])

    assert [*desk.known] == [key_of("a")]


def test_what_nobody_speaks_of_is_left_over_and_can_be_taken(thread):
    thread.put(wanted("a").body)
    desk = thread.desk()

    assert desk.rest([wanted("b")]) == [key_of("a")]
    desk.take_over(key_of("a"), key_of("b"))
    desk.put(wanted("b"))

    assert [marker_in(body).key for body in bodies(thread)] == [key_of("b")]


# ------------------------------------------------------------------ two runs at once


@pytest.mark.parametrize("is_real", [True, False])
@pytest.mark.parametrize("run", [5, 7])
def test_an_older_comment_of_another_run_stays_and_the_later_run_has_its_word(thread, run, is_real):
    desk = thread.desk(lambda _: is_real)
    theirs = thread.say(whole(run, words="Theirs."), ACTIONS)

    mine = desk.put(Wanted(marker_in(whole(6)), whole(6), create=True))
    went = desk.settle()

    assert thread.comments == [theirs]
    assert went == {mine.url: theirs.html_url}
    assert ("Theirs." in theirs.body) is (run == 7 and is_real)


def test_a_run_takes_back_nothing_of_another(thread):
    desk = thread.desk()
    desk.put(Wanted(marker_in(whole(6)), whole(6), create=True))
    thread.say(whole(7), ACTIONS)

    assert desk.settle() == {}
    assert bodies(thread) == [whole(6), whole(7)]


def test_an_older_comment_that_goes_away_takes_nothing_with_it(thread):
    desk = thread.desk()
    deleted(thread, thread.say(whole(5, words="Theirs."), ACTIONS), 404)
    desk.put(Wanted(marker_in(whole(6)), whole(6), create=True))

    assert desk.settle() == {}
    assert bodies(thread)[-1] == whole(6)


def test_where_nothing_was_made_nothing_is_listed_again(thread):
    thread.say(whole(5), ACTIONS)
    desk = thread.desk()
    desk.put(Wanted(marker_in(whole(6)), whole(6, words="More."), create=True))

    assert desk.settle() == {}
    assert thread.listed == 1
