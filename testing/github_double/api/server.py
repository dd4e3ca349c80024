# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The HTTP side of the API double: one port of this machine, for a bounded time."""

import json
import socket
import struct
import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from testing.github_double.api.call import Answer

Serve = Callable[[str, str, Mapping[str, str], bytes], tuple[Answer, float] | None]
_USUAL = {
    "Content-Type": "application/json; charset=utf-8",
    "X-GitHub-Media-Type": "github.v3; format=json",
    "X-RateLimit-Limit": "1000",
    "X-RateLimit-Remaining": "999",
}
_RESET = struct.pack("ii", 1, 0)  # SO_LINGER with no time to linger: closing sends a reset


class Server:
    """Serves until closed, or until one of its limits stops it; ``trouble`` says which."""

    def __init__(self, serve: Serve, max_requests: int, max_seconds: float) -> None:
        self.trouble: list[str] = []
        self._serve = serve
        self._left = max_requests
        self._limits = max_requests, max_seconds
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self.stopped = threading.Event()
        self._open: set[socket.socket] = set()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler(), bind_and_activate=True)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)
        self._timer = threading.Timer(max_seconds, self._late)
        self._timer.daemon = True
        self._thread.start()
        self._timer.start()

    @property
    def url(self) -> str:
        """Where to reach it."""
        return f"http://127.0.0.1:{self._http.server_port}"

    def wait(self, seconds: float) -> None:
        """Sleep, unless the server is closed meanwhile."""
        self._closing.wait(seconds)

    def close(self) -> None:
        """Stop accepting, cut open connections and free the port; harmless the second time."""
        self._timer.cancel()
        if self._closing.is_set():
            self.stopped.wait()
            return
        self._closing.set()
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()
        with self._lock:
            for connection in self._open:
                connection.close()
        self.stopped.set()

    def handle(self, http: BaseHTTPRequestHandler) -> None:
        """Answer one request."""
        length = int(http.headers.get("Content-Length") or 0)
        raw = http.rfile.read(length)
        with self._lock:
            self._left -= 1
            left = self._left
        if left < 0:
            self.trouble = [f"more than {self._limits[0]} requests"]
            http.close_connection = True
            return
        headers = {name.lower(): value for name, value in http.headers.items()}
        served = self._serve(http.command, http.path, headers, raw)
        if served is None:
            http.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
            http.close_connection = True
        else:
            self._write(http, *served)

    def _write(self, http: BaseHTTPRequestHandler, answer: Answer, trickle: float) -> None:
        raw = _raw(answer.body)
        http.send_response(answer.status)
        given = {**_USUAL, **answer.headers}
        for name, value in given.items():
            http.send_header(name, value)
        http.send_header("Content-Length", str(len(raw)))
        http.end_headers()
        pieces = [raw[i : i + 1] for i in range(len(raw))] if trickle else [raw]
        for piece in pieces:
            self.wait(trickle)
            http.wfile.write(piece)

    def _late(self) -> None:
        self.trouble = [f"still in use after {self._limits[1]} seconds"]
        self.close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # without it each answer waits 40 ms
            timeout = 60

            def setup(self) -> None:
                super().setup()
                with server._lock:
                    server._open.add(self.connection)

            def finish(self) -> None:
                with server._lock:
                    server._open.discard(self.connection)
                super().finish()

            def handle(self) -> None:
                try:
                    super().handle()
                except (OSError, ValueError):
                    self.close_connection = True  # the client left, or the server was closed

            def do_GET(self) -> None:
                server.handle(self)

            do_POST = do_PATCH = do_PUT = do_DELETE = do_GET  # noqa: N815 - names of http.server

            def log_message(self, *_: Any) -> None:
                """Say nothing: the double keeps its own log."""

        return Handler


def _raw(body: object) -> bytes:
    if body is None:
        return b""
    return body if isinstance(body, bytes) else json.dumps(body).encode()
