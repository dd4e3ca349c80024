# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What somebody who writes a declaration, a file name or a branch name may put there.

``CORPUS`` is everything; each entry may stand wherever an author's text is shown, and must
come out as text. ``in_yaml`` writes an entry as a YAML scalar that reads back the same.
"""

import json
from typing import NamedTuple

URL = "https://evil.example"
SHA = "0123456789abcdef0123456789abcdef01234567"


class Hostile(NamedTuple):
    """A text and a name for it, for the ids of parametrized tests."""

    name: str
    text: str


def _named(group: str, *texts: str) -> tuple[Hostile, ...]:
    return tuple(Hostile(f"{group}-{number}", text) for number, text in enumerate(texts))


MENTIONS = _named(
    "mention",
    "@octocat",
    "@acme/owners",
    r"\@octocat",
    "&#64;octocat",
    "&commat;octocat",
    "&amp;#64;octocat",
    "`@octocat`",
    "(@octocat)",
    "a\u200b@octocat",
    "<b>@octocat</b>",
    "@<!-- -->octocat",
)
REFERENCES = _named(
    "reference",
    "#1",
    "GH-1",
    "acme/model#1",
    "&#35;1",
    "(#1)",
    SHA,
    f"acme/model@{SHA}",
    f"octocat@{SHA}",
    "fixes #1, closes acme/model#2",
)
LINKS = _named(
    "link",
    f"[a link]({URL})",
    f"<{URL}>",
    URL,
    "www.evil.example",
    "someone@evil.example",
    "mailto:someone@evil.example",
    f"[a][b]\n\n[b]: {URL}",
    f'[a]({URL} "title")',
    "[a](javascript:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](//evil.example)",
    "[a](../../settings)",
    f"[](<{URL}/a b>)",
    f"[all\nfreedoms\nmet]({URL})",
    f"a[^1]\n\n[^1]: {URL}",
)
IMAGES = _named(
    "image",
    f"![a badge]({URL}/pixel.png)",
    f"![a][b]\n\n[b]: {URL}/pixel.png",
    f"[![a]({URL}/pixel.png)]({URL})",
    f'<img src="{URL}/pixel.png" onerror="alert(1)">',
    f"<picture><source srcset={URL}/x><img src={URL}/y></picture>",
)
HTML = _named(
    "html",
    "<script>alert(1)</script>",
    "<b>bold</b>",
    "<h1>All four freedoms are met</h1>",
    "</td></tr></table>",
    "</details>",
    "</summary></details><h1>met</h1>",
    "<details open><summary>met</summary>",
    "<!-- hidden -->",
    "<!-- hidden",
    "-->",
    "<!-- osaid-action:v1 key=Lg -->",
    "<!--osaid-action-->",
    "<svg onload=alert(1)>",
    "<a href='https://evil.example'>a</a>",
    "<a\nhref=https://evil.example>a</a>",
    "<style>*{display:none}</style>",
    "<iframe src=https://evil.example></iframe>",
    "<input type=checkbox checked>",
    "<![CDATA[x]]>",
    "<?php ?>",
    "&lt;b&gt;",
    "&amp;lt;b&amp;gt;",
)
BLOCKS = _named(
    "block",
    "# met",
    "a\n===",
    "a\n\n# met",
    "- [x] met",
    "> [!NOTE]\n> met",
    "> quoted",
    "1. one",
    "---",
    "***",
    "| a | b |\n|---|---|\n| c | d |",
    "a | b | c | d | e",
    "a \\| b",
    "    indented code",
    "```\nfenced",
    "~~~\nfenced",
    "```mermaid\ngraph TD; A-->B\n```",
    "*emphasis* _emphasis_ **strong** ~~struck~~",
    "`code`",
    "``` `` ` ` `` ```",
    "`" * 30,
    "\\`code\\`",
    "\\",
    "ends in a backslash\\",
    ":white_check_mark: :tada:",
    "$\\color{green}{met}$",
    "$$x$$",
    "$`x`$",
    "^sup^ ~sub~",
    "line\nbreak  \nhard\\\nbreak",
)
COMMANDS = _named(
    "command",
    "::error::fake",
    "\n::error file=README.md,line=1::fake",
    "\r::error::fake",
    "\r\n::warning::fake",
    "x\n  ::notice::fake",
    "##[error]fake",
    "x ##[add-mask]e",
    "##[stop-commands]x",
    "##[add-matcher]evil.json",
    "##[group]hidden",
    "\n::stop-commands::x",
    "\n::add-mask::met",
    "\n::set-output name=result::met",
    "\n::set-env name=LD_PRELOAD::x.so",
    "\n::debug::x",
    "%0A::error::fake",
    "%0D%0A::error::fake",
    "%250A::error::fake",
)
FILE_COMMANDS = _named(
    "file-command",
    "\nresult=met",
    "\nresult<<EOF\nmet\nEOF",
    "EOF\nresult=met",
    "ghadelimiter\nresult=met",
    "\r\nresult=met",
)
CONTROLS = _named(
    "control",
    "\x1b[32mmet\x1b[0m",
    "\x1b]8;;https://evil.example\x1b\\a\x1b]8;;\x1b\\",
    "\x1b[2J\x1b[H",
    "\x07\x08\x08\x08met",
    "\x0b\x0c\x1c\x1d\x1e\x85",
    "a\u2028b\u2029c",
    "\x7f\x80\x9b31m",
    "\u202etem si esu\u202c",
    "\u2066met\u2069 \u200e\u200f\u061c",
    "m\u200be\u200ct\u200d\ufeff\u2060",
    "\u00adm\u00ade\u00adt",
    "\ufffd\ufffe\uffff",
    "e\u0301" + "\u0301" * 200,
    "\U000e0041\U000e0042",
    "\u041cet",
    "\uff20octocat \uff1cb\uff1e",
)
SHELL = _named(
    "shell",
    "${{ github.token }}",
    "${{ secrets.GITHUB_TOKEN }}",
    "$(id)",
    "`id`",
    "; touch /tmp/pwned;",
    "' || touch pwned #",
    '" && touch pwned #',
    "--help",
    "-o/etc/passwd",
    "%s%n%x",
    "{0.__class__}",
    "{{7*7}}",
)
SIZES = _named(
    "size",
    "x" * 100_000,
    "@octocat " * 20_000,
    "\N{PARTY POPPER}" * 40_000,
    "\n" * 50_000,
    "`" * 70_000,
    "[" * 20_000,
    "x " * 50_000,
)

MARKDOWN = MENTIONS + REFERENCES + LINKS + IMAGES + HTML + BLOCKS
"""What must not come to life where Markdown is shown."""

CORPUS = MARKDOWN + COMMANDS + FILE_COMMANDS + CONTROLS + SHELL + SIZES

FILE_NAMES = _named(
    "file",
    "@octocat.yaml",
    "-rf.yaml",
    "--help",
    "a b.yaml",
    "a'b\"c.yaml",
    "$(id).yaml",
    "`id`.yaml",
    "a\nb.yaml",
    "::error::fake.yaml",
    "\n::error::fake.yaml",
    "##[add-mask]e.yaml",
    "a%0Ab.yaml",
    "a,b:c=d.yaml",
    "a|b.yaml",
    "<b>.yaml",
    "[a](https:evil.example).yaml",
    "#1.yaml",
    "a?b*c.yaml",
    "\u202elmay.a",
    "é.yaml",
    "e\u0301.yaml",
    "\N{PARTY POPPER}.yaml",
    "x" * 250 + ".yaml",
    "\x1b[31mred.yaml",
    "back\\slash.yaml",
)
"""Names that git and a POSIX file system take: no slash, no NUL, at most 255 bytes."""

BRANCHES = _named(
    "branch",
    "@octocat",
    "x;touch${IFS}pwned",
    "$(id)",
    "`id`",
    "a'b\"c",
    "::error::fake".replace(":", "\uff1a"),
    "##-add-mask-e",
    "<b>met</b>",
    "#1",
    "a&b|c",
    "$IFS$9",
    "{{7+7}}",
    "${{github.token}}",
    "%0Aresult=met",
    "\u202ehcnarb",
    "x" * 200,
)
"""Names that ``git check-ref-format --branch`` accepts."""


def in_yaml(text: str) -> str:
    """Write a text as a double-quoted YAML scalar; json's escapes are YAML's, DEL aside.

    ``ensure_ascii`` keeps every control, bidi and zero-width character visible in the file;
    characters beyond U+FFFF are written as they are, for YAML has no surrogate pairs.
    """
    return (
        "".join(
            character if ord(character) > 0xFFFF else json.dumps(character)[1:-1]
            for character in text
        )
        .join('""')
        .replace("\x7f", "\\x7F")
    )
