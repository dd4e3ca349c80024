# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Text as git keeps it, where the disk has other line ends (https://git-scm.com/docs/gitattributes).

Git for Windows writes each text with CRLF to the disk, and takes them away again at a commit.
"""

import hashlib

_LOOKED_AT = 8000  # bytes in which git looks for a NUL: a file with one is no text


def as_kept(content: bytes, identity: str) -> bytes:
    """A file's content as git keeps it under an id: without CRs where that is what it has."""
    if b"\r\n" not in content or b"\0" in content[:_LOOKED_AT]:
        return content
    plain = content.replace(b"\r\n", b"\n")
    return plain if blob_id(plain, len(identity)) == identity else content


def sha256(content: bytes, identity: str) -> str:
    """The SHA-256 of what git keeps where that is another content than the disk's; else ""."""
    kept = as_kept(content, identity)
    return "" if kept is content else hashlib.sha256(kept).hexdigest()


def blob_id(content: bytes, length: int) -> str:
    """The id that git gives a content, of SHA-1 or SHA-256 as the repository has it."""
    algorithm = "sha256" if length == hashlib.sha256().digest_size * 2 else "sha1"
    made = hashlib.new(algorithm, b"blob %d\0" % len(content), usedforsecurity=False)
    made.update(content)
    return made.hexdigest()
