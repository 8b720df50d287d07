"""Starts the server: python3 -m chat_backend --port 8080 --database chat.db"""

import argparse
import signal
import threading

from chat_backend.app import Application
from chat_backend.shared.config import Config


def main() -> None:
    parser = argparse.ArgumentParser(prog="chat_backend", description="A small chat backend.")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    parser.add_argument("--port", type=int, default=8080, help="the port; 0 takes a free one")
    parser.add_argument("--database", default=":memory:", help="the SQLite file")
    parser.add_argument("--quiet", action="store_true", help="write no line for each request")
    options = parser.parse_args()

    application = Application(
        Config(
            host=options.host,
            port=options.port,
            database=options.database,
            log_requests=not options.quiet,
        )
    )
    application.start()
    print(f"listening on {application.url}", flush=True)
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    stopped.wait()
    application.stop()


if __name__ == "__main__":
    main()
