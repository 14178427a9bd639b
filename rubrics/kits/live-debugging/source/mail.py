"""The mail service: answers after `delay` seconds, give or take a fifth. POST /delay/0.3 changes the delay."""

import random
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

delay = 0.14


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        global delay
        if self.path.startswith("/delay/"):
            delay = float(self.path.rsplit("/", 1)[1])
        else:
            time.sleep(delay * random.uniform(0.8, 1.2))
        self.send_response(202)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


ThreadingHTTPServer.request_queue_size = 256
ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
