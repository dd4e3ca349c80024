# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""An https server on loopback that answers as a test says, byte by byte if need be.

It serves every host that its certificate names, one thread a connection, and is bounded in
connections and in time, whatever a test forgets.
"""

import contextlib
import socket
import ssl
import threading
import time
from typing import NamedTuple

MOST_CONNECTIONS = 400
LONGEST = 20.0  # seconds a connection may last


class Request(NamedTuple):
    host: str  # as TLS named it
    method: str
    path: str
    headers: dict


class Server:
    """``pages`` maps (host, path) or a path to bytes, or to a function of (connection, request).

    ``raw`` takes a connection before TLS, in place of all that.
    """

    def __init__(self, certificate, raw=None, host="127.0.0.1"):
        self.pages = {}
        self.seen = []
        self.connections = 0
        self.raw = raw
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(self._context)
        self._context.sni_callback = self._named
        self._threads = []
        self._listener = socket.create_server(
            (host, 0), family=socket.AF_INET6 if ":" in host else socket.AF_INET
        )
        self._listener.settimeout(LONGEST)  # for a test that forgets to close it
        self._closing = threading.Event()
        self._main = threading.Thread(target=self._accept, daemon=True)

    @property
    def address(self):
        return self._listener.getsockname()[:2]

    def __enter__(self):
        self._main.start()
        return self

    def __exit__(self, *_):
        self._closing.set()
        with socket.socket(self._listener.family) as waker:
            waker.connect(self.address)
        self._main.join()
        self._listener.close()
        for thread in self._threads:
            thread.join(LONGEST)

    @property
    def asked(self):
        """Method and path of every request, in order."""
        return [(request.method, request.path) for request in self.seen]

    def open(self):
        """Whether a slow page should go on."""
        return not self._closing.is_set()

    def _named(self, connection, name, _context):
        connection.server_name = name

    def _accept(self):
        with contextlib.suppress(TimeoutError):
            while self.connections < MOST_CONNECTIONS:
                connection, _ = self._listener.accept()
                if self._closing.is_set():
                    connection.close()
                    return
                self.connections += 1
                thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
                self._threads.append(thread)
                thread.start()

    def _serve(self, connection):
        connection.settimeout(LONGEST)
        with contextlib.suppress(OSError), contextlib.closing(connection):
            if self.raw is not None:
                self.raw(self, connection)
                return
            with self._context.wrap_socket(connection, server_side=True) as tls:
                self._answer(tls)

    def _answer(self, tls):
        data = b""
        while b"\r\n\r\n" not in data and len(data) < 65536:
            more = tls.recv(4096)
            if not more:
                return
            data += more
        first, *lines = data.partition(b"\r\n\r\n")[0].decode("ascii").split("\r\n")
        method, path, _ = first.split(" ")
        headers = dict(line.split(": ", 1) for line in lines)
        request = Request(getattr(tls, "server_name", ""), method, path, headers)
        self.seen.append(request)
        page = self.pages.get((request.host, path)) or self.pages.get(path) or response(404)
        if callable(page):
            page = page(tls, request)
        if page:
            tls.sendall(page)


def response(status, body=b"", **headers):
    """An HTTP response; underscores in names of headers stand for hyphens."""
    fields = {"Content-Length": len(body)} | {k.replace("_", "-"): v for k, v in headers.items()}
    lines = [f"HTTP/1.1 {status} said", *(f"{k}: {v}" for k, v in fields.items() if v is not None)]
    return "\r\n".join([*lines, "\r\n"]).encode() + body


def redirect(location, status=302):
    return response(status, Location=location)


def dripping(server, piece, first=b"", pause=0.02):
    """A page that sends ``first``, then ``piece`` again and again, until nobody reads."""

    def page(connection, _request):
        ends = time.monotonic() + LONGEST
        connection.sendall(first)
        while server.open() and time.monotonic() < ends:
            connection.sendall(piece)
            time.sleep(pause)

    return page
