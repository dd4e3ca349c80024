# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""One request and its answer over one connection, within a deadline and a number of bytes.

The deadline holds for all of it, connecting and TLS included, so trickling buys no time; the
number of bytes holds for head and body together, however they are cut up.
"""

import http.client
import io
import re
import socket
import ssl
from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, cast

from osaid_action import __version__
from osaid_action.http.url_policy import RefusedError, Target

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Address = tuple[str, int]
FAILURES = (RefusedError, OSError, ValueError, http.client.HTTPException)
"""All that can be raised here because of what is at the other end."""

MAX_JSON = 1024 * 1024
_MAX_HEAD = 64 * 1024
_MAX_TRIED = 3  # addresses of one host
_OK = 200


class Reply(NamedTuple):
    """One HTTP response; the body only of one with 200, where JSON is wanted."""

    status: int
    location: str
    code: str  # the X-Error-Code header, by which Hugging Face tells errors apart
    body: bytes


def exchange(
    method: str, to: Target, connection: ssl.SSLSocket, deadline: float, *, wants_json: bool
) -> Reply:
    """Send one request and read its answer, the body only where JSON is wanted."""
    connection.settimeout(left(deadline))
    connection.sendall(_request(method, to, "application/json" if wants_json else "*/*"))
    stream = _Stream(connection, deadline, _MAX_HEAD + (MAX_JSON if wants_json else 0))
    with http.client.HTTPResponse(cast("socket.socket", stream), method=method) as response:
        response.begin()
        body = _body(response) if wants_json and response.status == _OK else b""
        code = re.fullmatch(r"[A-Za-z]{1,40}", response.headers.get("X-Error-Code", ""))
        location = response.headers.get("Location", "")
        return Reply(response.status, location, code[0] if code else "", body)


_TOO_MUCH = "it sends more than is read"


def _body(response: http.client.HTTPResponse) -> bytes:
    body = response.read(MAX_JSON + 1)
    if len(body) > MAX_JSON:
        raise RefusedError(_TOO_MUCH)
    if response.length:  # less came than was announced
        raise http.client.IncompleteRead(body)
    return body


def _request(method: str, to: Target, accept: str) -> bytes:
    lines = (
        f"{method} {to.path} HTTP/1.1",
        f"Host: {to.host}",
        f"User-Agent: osaid/{__version__} (+https://github.com/osaid-action/osaid-action)",
        f"Accept: {accept}",
        "Accept-Encoding: identity",
        "Connection: close",
        "\r\n",
    )
    return "\r\n".join(lines).encode("ascii")


def connect(
    host: str,
    addresses: Sequence[Address],
    context: ssl.SSLContext,
    deadline: float,
) -> ssl.SSLSocket:
    """Connect to one of ``addresses``, asking no name again, and to the owner of ``host``."""
    raw = _reach(addresses, deadline)
    try:
        raw.settimeout(left(deadline))  # for the whole handshake, as Python counts it
        return context.wrap_socket(raw, server_hostname=host)
    except BaseException:
        raw.close()
        raise


def _reach(addresses: Sequence[Address], deadline: float) -> socket.socket:
    """Connect to the first address that can be reached."""
    trouble: OSError = OSError()
    patience = left(deadline) / _MAX_TRIED
    for address in addresses[:_MAX_TRIED]:
        family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        raw = socket.socket(family, socket.SOCK_STREAM)
        try:
            raw.settimeout(min(left(deadline), patience))
            raw.connect(address)
        except OSError as error:
            raw.close()
            trouble = error
        else:
            return raw
    raise trouble


def left(deadline: float) -> float:
    """The seconds that are left. Raises TimeoutError when there are none."""
    seconds = deadline - monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds


class _Stream(io.RawIOBase):
    """What a server sends, up to a deadline and a number of bytes."""

    def __init__(self, connection: ssl.SSLSocket, deadline: float, limit: int) -> None:
        self._connection = connection
        self._deadline = deadline
        self._limit = limit

    def makefile(self, _mode: str) -> io.BufferedReader:
        """All that `http.client` asks of a socket."""
        return io.BufferedReader(self)

    def readable(self) -> bool:
        """See `io.RawIOBase`."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """See `io.RawIOBase`. Raises TimeoutError, or RefusedError past the limit."""
        if self._limit <= 0:
            raise RefusedError(_TOO_MUCH)
        self._connection.settimeout(left(self._deadline))
        count = self._connection.recv_into(memoryview(buffer)[: self._limit])
        self._limit -= count
        return count


_TROUBLES: tuple[tuple[type[Exception], str], ...] = (
    (ssl.SSLCertVerificationError, "its certificate is not valid"),
    (ssl.SSLError, "it does not speak TLS as it should"),
    (TimeoutError, "no answer in time"),
    (OSError, "the connection fails"),
    (Exception, "its answer is not HTTP, or not whole"),
)


def why(error: Exception) -> str:
    """What stood in the way, in words that hold nothing of what was sent."""
    if isinstance(error, RefusedError):
        return str(error)
    return next(words for kind, words in _TROUBLES if isinstance(error, kind))
