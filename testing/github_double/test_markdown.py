# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The Markdown oracle finds what GitHub would bring to life, and nothing else."""

import os
import struct

import pytest

from testing.github_double import hostile
from testing.github_double.markdown import (
    css,
    cut_off,
    intruders,
    render,
    render_page,
    screenshot,
    skeleton,
    texts,
)

pytestmark = pytest.mark.needs_tools

MARKER = "<!-- osaid-action:v1 key=Lg -->"

OURS = f"""{MARKER}
### Open Source AI: not met

| freedom | | why |
|---|:-:|---|
| use | ✅ | granted |
| study | ❌ | absent: [`data.sources`](https://github.com/acme/model/blob/{hostile.SHA}/a#L7) |

<details>
<summary>Requirements</summary>

1. `code.training`: **met**

</details>
"""


def test_a_comment_of_ours_has_no_intruders():
    assert (
        intruders(
            OURS,
            ["https://github.com/acme/model/blob/*"],
            comments=[MARKER],
            html={"details": 1, "summary": 1},
        )
        == []
    )


def test_ours_are_intruders_when_nothing_is_allowed():
    assert intruders(OURS) == [
        f"link: https://github.com/acme/model/blob/{hostile.SHA}/a#L7",
        "html: <details> 1 opened, 1 closed, 0 ours",
        "html: <summary> 1 opened, 1 closed, 0 ours",
        f"comment: {MARKER}",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](https://x.example/b)", "link: https://x.example/b"),
        ("see https://x.example/b", "link: https://x.example/b"),
        ("www.x.example", "link: http://www.x.example"),
        ("someone@x.example", "link: mailto:someone@x.example"),
        ("[a](javascript:alert)", "link: javascript:alert"),
        ("![a](https://x.example/p.png)", "image: https://x.example/p.png"),
        ("<img src=x.png>", "image: x.png"),
        ("@octocat", "mention: @octocat"),
        ("(@acme/team)", "mention: @acme/team"),
        (r"\@octocat", "mention: @octocat"),
        ("&#64;octocat", "mention: @octocat"),
        ("&commat;octocat", "mention: @octocat"),
        ("@<!-- -->octocat", "mention: @octocat"),
        ("@<foo>octocat", "mention: @octocat"),
        ("`@octocat`", "mention in code: @octocat"),
        ("closes #12", "reference: #12"),
        ("acme/model#12", "reference: #12"),
        ("GH-12", "reference: GH-12"),
        (f"({hostile.SHA})", f"reference: {hostile.SHA}"),
        ("octocat@0123456789", "reference: @0123456789"),
        (":tada:", "emoji: :tada:"),
        ("$x^2$", "math: $x^2$"),
        ("> [!NOTE]\n> x", "alert: [!NOTE]"),
        ("<b>x</b>", "html: <b> 1 opened, 1 closed, 0 ours"),
        ("</details>", "html: <details> 0 opened, 1 closed, 0 ours"),
        ("x <!-- y", "comment: <!-- y"),
        ("`<!-- in code -->`", "comment: <!-- in code -->"),
        ("a\u202eb", "control: U+202E"),
        ("a\x1b[1m", "control: U+001B"),
    ],
)
def test_an_intruder_is_found(text, expected):
    assert expected in intruders(text)


@pytest.mark.parametrize(
    "text",
    [
        "plain words, 12 of them: a/b, C#, 50 %, a_b",
        "@\u200boctocat and #\u200b12",
        "&lt;b&gt; &amp;#x40;octocat",
        "`#12 GH-12 :tada: $x$`",
        "docs/data.md:12:3: error",
        "costs $5 or $10",
        "# heading\n\n- item\n\n> quote",
        "| a | b |\n|---|---|\n| c | d |",
        "1234567",
    ],
)
def test_what_stays_dead_is_no_intruder(text):
    assert intruders(text) == []


def test_an_allowed_link_is_whole_or_a_beginning():
    text = "<https://x.example/a> <https://x.example.evil/a>"

    assert intruders(text, ["https://x.example/a"]) == ["link: https://x.example.evil/a"]
    assert intruders(text, ["https://x.example/*"]) == ["link: https://x.example.evil/a"]
    assert intruders(text, ["https://x.example*"]) == []


@pytest.mark.parametrize(
    "hidden", ["</details>", "</details><details>", "<details>x</details>", MARKER]
)
def test_more_of_ours_than_there_is_comes_from_somebody_else(hidden):
    ours = {"comments": [MARKER], "html": {"details": 1, "summary": 1}}
    links = ["https://github.com/acme/model/*"]

    assert intruders(OURS, links, **ours) == []
    assert intruders(OURS.replace("granted", hidden), links, **ours) != []


def test_a_skeleton_shows_what_was_put_in():
    template = "| a | b |\n|---|---|\n| {} | x |\n"
    plain = skeleton(template.format("words"))

    assert skeleton(template.format("other words")) == plain
    for text in ("*a*", "`a`", "<b>a</b>", "\n\n# a", "[a](https://x.example)"):
        assert skeleton(template.format(text)) != plain


def test_texts_show_a_cell_that_was_broken_out_of():
    template = "| a | b |\n|---|---|\n| {} | x *y* |\n\n- z"

    assert texts(template.format("c")) == ["a", "b", "c", "x y", "z"]
    assert texts(template.format("c | d")) == ["a", "b", "c", "d", "z"]


@pytest.mark.parametrize(
    "entry",
    hostile.MENTIONS + hostile.REFERENCES + hostile.LINKS + hostile.IMAGES,
    ids=lambda e: e.name,
)
def test_the_corpus_is_as_hostile_as_it_says(entry):
    changed = skeleton(entry.text) != skeleton("x")

    assert intruders(entry.text) or changed or "&amp;" in entry.text


@pytest.mark.parametrize("entry", hostile.SIZES, ids=lambda e: e.name)
def test_a_large_text_can_be_judged(entry):
    assert isinstance(intruders(entry.text), list)


@pytest.mark.parametrize(
    ("text", "kept", "gone"),
    [
        ("<a href='https://x.example' onclick=x style=y>a</a>", "https://x.example", "onclick"),
        ("<a href='javascript:x'>a</a>", "<a", "javascript"),
        ("<form><b>a</b></form>", "<b>a</b>", "form"),
        ("<script>x</script>", "&lt;script&gt;", "<script"),
        ("<p id=a>x</p>", 'id="user-content-a"', 'id="a"'),
        ("- [x] done", 'type="checkbox"', "[x]"),
        ("a[^1]\n\n[^1]: note", "<sup", "[^1]"),
        ("~~a~~", "<del>a</del>", "~"),
    ],
)
def test_a_page_is_sanitized_as_on_github(text, kept, gone):
    html = render(text)

    assert kept in html
    assert gone not in html


def test_a_comment_can_be_looked_at(tmp_path):
    picture = str(tmp_path / "comment.png")

    page = render_page(OURS, css(str(tmp_path)))
    screenshot(page, picture, width=640, height=480)

    with open(picture, "rb") as file:
        head = file.read(24)
    assert head.startswith(b"\x89PNG")
    assert struct.unpack(">II", head[16:24]) == (640, 480)
    assert os.path.getsize(picture) > 5_000


WIDE = "| a | b |\n|---|---|\n| " + "x" * 60 + " | y |\n"


def test_what_a_phone_cuts_off_is_named(tmp_path):
    style = css(str(tmp_path))

    assert cut_off("| a | b |\n|---|---|\n| words that wrap | y |\n", style, str(tmp_path)) == []
    folded = f"<details><summary>s</summary>\n\n{WIDE}\n</details>\n"
    for page in (WIDE, folded):
        (found,) = cut_off(page, style, str(tmp_path))
        assert found.startswith("table: ")
    assert cut_off(WIDE, style, str(tmp_path), width=900) == []
