# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What GitHub would make of a piece of Markdown: the oracle for comments and summaries.

    assert intruders(body, ["https://github.com/acme/model/blob/*"], html={"details": 1}) == []
    assert skeleton(body_with(hostile)) == skeleton(body_with("harmless"))

Rendering is that of cmark-gfm with GitHub's sanitizer list; what GitHub adds afterwards
(mentions, references, emoji, alerts, math) is looked for in the text that is left.
"""

import json
import os
import re
import subprocess
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

CSS_PACKAGE = "github-markdown-css@5.9.0"
_BROWSER = (
    *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
    *("--disable-quic", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--hide-scrollbars"),
)

_words = str.split

_INLINE = frozenset(
    _words(
        "a abbr b bdo br cite code del dfn em i img input ins kbd mark picture q rp rt ruby s samp "
        "small source span strike strong sub sup time tt var wbr"
    )
)
_TAGS = _INLINE | frozenset(
    _words(
        "blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p "
        "pre section summary table tbody td tfoot th thead tr ul"
    )
)
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height", "align"},
    "source": {"srcset", "media"},
    "input": {"type", "checked", "disabled"},
    "details": {"open"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan"},
    "pre": {"lang"},
    "ol": {"start"},
    "*": {"dir", "lang", "id", "title"},
}
_PICTURES = {"img": "src", "source": "srcset", "video": "src", "audio": "src", "image": "href"}
_VOID = frozenset({"br", "hr", "img", "input", "source", "wbr"})
_CODE = frozenset({"code", "pre", "tt"})

_FINDINGS = {
    "mention": re.compile(r"(?<![0-9A-Za-z_])@[0-9A-Za-z][\w/-]*"),
    "reference": re.compile(
        r"#[0-9]+\b|\bgh-[0-9]+\b|\b[0-9a-f]{40}\b|(?<=\w)@[0-9a-f]{7,40}\b", re.IGNORECASE
    ),
    "emoji": re.compile(r":[0-9_+-]{0,40}[a-z][a-z0-9_+-]{0,60}:"),
    "math": re.compile(r"\$\$|\$(?=\S)[^$\n]*[^\s$]\$(?!\w)"),
    "alert": re.compile(r"\[!(?:note|tip|important|warning|caution)\]", re.IGNORECASE),
}
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def render(markdown: str) -> str:
    """Return the HTML that GitHub would show, before mentions and references are linked."""
    import nh3  # noqa: PLC0415 - only who renders needs the group `e2e`

    return nh3.clean(
        _cmark(markdown, unsafe=True),
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes={"http", "https", "mailto"},
        id_prefix="user-content-",
        link_rel="nofollow",
    )


def intruders(
    markdown: str,
    allowed_links: Collection[str] = (),
    *,
    comments: Iterable[str] = (),
    html: Mapping[str, int] | None = None,
) -> list[str]:
    """List what comes to life in ``markdown`` and is not ours: empty when all is well.

    ``allowed_links`` are addresses, or beginnings of addresses followed by ``*``. ``comments``
    are our hidden markers, whole, each once. ``html`` says how many elements of our own
    raw HTML there are, by tag. Each finding is a kind, a colon and what was found.
    """
    page = _read(_cmark(markdown, unsafe=True))
    shown = _read(render(markdown))
    found = [
        *(f"link: {url}" for url in page.links if not _is_allowed(url, allowed_links)),
        *(f"image: {url}" for url in page.images),
        *_raw_html(page.tags, _read(_cmark(markdown, unsafe=False)).tags, Counter(html or {})),
        *(f"comment: {text}" for text in _foreign_comments(markdown, Counter(comments))),
        *(f"control: U+{ord(character):04X}" for character in _CONTROL.findall(markdown)),
        # The sanitizer joins what stood around a tag that it drops: look at both texts.
        *(finding for part in (page, shown) for finding in _living_text(part)),
    ]
    return list(dict.fromkeys(found))


def skeleton(markdown: str) -> list[str]:
    """Return the tags of the rendered page in order, without attributes and text.

    Two renderings of one template have one skeleton, if what was put in is only text.
    """
    return _read(render(markdown)).order


def texts(markdown: str) -> list[str]:
    """Return what a reader sees, block by block: each paragraph, item, heading, table cell.

    What breaks out of a table's cell keeps the skeleton, for extra cells are dropped; it
    shows here.
    """
    return _read(render(markdown)).blocks


def css(folder: str) -> str:
    """Install GitHub's style sheet for Markdown below ``folder`` with npm, and return it."""
    command = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder]
    subprocess.run([*command, CSS_PACKAGE], check=True, capture_output=True)
    path = os.path.join(folder, "node_modules", "github-markdown-css", "github-markdown.css")
    with open(path, encoding="utf-8") as file:
        return file.read()


def render_page(markdown: str, style: str) -> str:
    """Return a whole page that looks as GitHub would show the Markdown; ``style`` is ``css``."""
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Comment</title>'
        f"<style>{style}\nbody.markdown-body{{margin:2rem}}</style>"
        f'<body class="markdown-body">{render(markdown)}</body></html>'
    )


def screenshot(html: str, png: str, *, width: int = 900, height: int = 900) -> None:
    """Take a picture of a page with a headless Chromium; ``png`` is where it goes.

    The page and the browser's profile lie beside the picture while it is taken.
    """
    page = f"{png}.html"
    with open(page, "w", encoding="utf-8") as file:
        file.write(html)
    profile = f"--user-data-dir={png}.profile"
    size = f"--window-size={width},{height}"
    command = [*_BROWSER, profile, size, f"--screenshot={png}", f"file://{page}"]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=60)
    finally:
        os.remove(page)


def cut_off(markdown: str, style: str, place: str, *, width: int = 400) -> list[str]:
    """Return the parts that are wider than a page of ``width`` pixels has room for.

    Each is a tag, a colon and the text it begins with. A phone's browser is asked, with all that
    is folded away opened; it works in the folder ``place``.
    """
    look = """
      const box = document.querySelector('article'), found = [];
      document.querySelectorAll('details').forEach(one => { one.open = true; });
      for (const one of [box, ...box.querySelectorAll('table,p,li,h3,pre,summary')])
        if (one.scrollWidth > one.clientWidth && one.clientWidth)
          found.push(one.tagName.toLowerCase() + ': ' + one.textContent.trim().slice(0, 40));
      document.title = JSON.stringify(found);
    """
    page = os.path.join(place, "phone.html")
    with open(page, "w", encoding="utf-8") as file:
        file.write(
            f'<!doctype html><meta charset="utf-8"><style>{style}</style><article '
            f'class="markdown-body" style="width:{width - 32}px;font-size:14px">'
            f"{render(markdown)}</article><script>{look}</script>"
        )
    profile = f"--user-data-dir={place}/profile"
    command = [*_BROWSER, profile, "--window-size=900,900", "--dump-dom", f"file://{page}"]
    done = subprocess.run(command, check=True, capture_output=True, timeout=60)
    title = re.search(r"<title>(.*?)</title>", done.stdout.decode(), re.DOTALL)
    return [str(one) for one in json.loads(unescape(title[1] if title else ""))]


class _Page(NamedTuple):
    links: list[str]
    images: list[str]
    tags: Counter[tuple[str, str]]
    order: list[str]
    texts: list[tuple[str, bool]]
    """Text outside links, and whether it is in code."""
    blocks: list[str]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = _Page([], [], Counter(), [], [], [])
        self._block = ""
        self._code = 0
        self._link = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._flush(tag)
        self.page.tags["start", tag] += 1
        self.page.order.append(f"<{tag}>")
        self._code += tag in _CODE
        if tag == "a":
            self._link += 1
            self.page.links.append(given.get("href") or "")
        if tag in _PICTURES:
            self.page.images.append(given.get(_PICTURES[tag]) or "")

    def handle_endtag(self, tag: str) -> None:
        self._flush(tag)
        self.page.tags["end", tag] += 1
        self.page.order.append(f"</{tag}>")
        self._code = max(0, self._code - (tag in _CODE))
        self._link = max(0, self._link - (tag == "a"))

    def handle_data(self, data: str) -> None:
        self._block += data
        if not self._link:
            self.page.texts.append((data, self._code > 0))

    def close(self) -> None:
        super().close()
        self._flush("")

    def _flush(self, tag: str) -> None:
        if tag not in _INLINE:
            self.page.blocks.extend(filter(None, [self._block.strip()]))
            self._block = ""


def _read(html: str) -> _Page:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


def _cmark(markdown: str, *, unsafe: bool) -> str:
    import cmarkgfm  # type: ignore[import-untyped]  # noqa: PLC0415 - only who renders needs the group `e2e`
    from cmarkgfm.cmark import Options  # type: ignore[import-untyped]  # noqa: PLC0415

    options = Options.CMARK_OPT_FOOTNOTES | (Options.CMARK_OPT_UNSAFE if unsafe else 0)
    html: str = cmarkgfm.github_flavored_markdown_to_html(markdown, options=options)
    return html


def _is_allowed(url: str, allowed: Collection[str]) -> bool:
    return url in allowed or any(
        url.startswith(known[:-1]) for known in allowed if known.endswith("*")
    )


def _raw_html(
    page: Counter[tuple[str, str]], made: Counter[tuple[str, str]], ours: Counter[str]
) -> Iterator[str]:
    # Without its unsafe option cmark leaves raw HTML out: the difference is what was raw.
    raw = page - made
    for tag in dict.fromkeys(tag for _, tag in raw):
        starts, ends = raw["start", tag], raw["end", tag]
        if starts > ours[tag] or (ends > ours[tag] and tag not in _VOID):
            yield f"html: <{tag}> {starts} opened, {ends} closed, {ours[tag]} ours"
        elif starts != ends and tag not in _VOID:
            yield f"html: <{tag}> {starts} opened, {ends} closed"


def _foreign_comments(markdown: str, ours: Counter[str]) -> Iterator[str]:
    # In the source, not in the page: who looks for a marker looks at the source.
    for text in _COMMENT.findall(markdown):
        if ours[text] > 0:
            ours[text] -= 1
        else:
            yield text


def _living_text(page: _Page) -> Iterator[str]:
    for text, is_code in page.texts:
        for kind, pattern in _FINDINGS.items():
            for match in pattern.finditer(text):
                if not is_code:
                    yield f"{kind}: {match[0]}"
                elif kind == "mention":  # answers by mail are read without regard to code
                    yield f"mention in code: {match[0]}"
