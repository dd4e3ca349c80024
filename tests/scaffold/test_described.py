# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Headings that tell of the training data: offered, never written."""

import pytest

from tests.scaffold.trees import confirmed, found, locations, report_on, scaffold, values

PAGE = """\
# Data

## Sources

Posts and pages.

## Size

1 GB.

## Pre-processing

```
## Selection
```

Near copies were dropped.

## Where to get it
"""


@pytest.mark.parametrize("path", ["data/README.md", "docs/data.md", "DATA.md", "x/data/readme.md"])
def test_headings_are_guesses_for_the_points(path):
    seen = found({path: PAGE})

    assert locations(seen["data.description.provenance"], sure=False) == [f"{path}#sources"]
    assert locations(seen["data.description.scope"], sure=False) == [f"{path}#size"]
    assert locations(seen["data.description.processing"], sure=False) == [f"{path}#pre-processing"]
    assert "data.description.selection" not in seen
    assert not any(one.is_claim for key in seen for one in seen[key] if "description." in key)


@pytest.mark.parametrize("path", ["tests/data/README.md", "README.md", "eval/data/README.md"])
def test_other_pages_are_none(path):
    assert "data.description.provenance" not in found({path: PAGE})


def test_what_is_confirmed_is_there():
    files = {"data/README.md": PAGE}
    text = confirmed(scaffold(files))

    assert values(text)["data"]["description"] == {
        "provenance": "data/README.md#sources",
        "scope": "data/README.md#size",
        "processing": "data/README.md#pre-processing",
    }
    assert "anchor-missing" not in {one.rule.id for one in report_on(text, files).findings}
    assert "## TODO selection" in text
    assert "## TODO scope" not in text
