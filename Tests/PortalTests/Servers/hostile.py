"""A portal at its worst, on loopback: what it does stands in the path after /api/3/action/.

Prints its port, then serves until its standard input ends. /log answers what came in.
"""
import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

log, counts, lock = [], {}, threading.Lock()


class Portal(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def answer(self, status, body, kind="application/json", headers=(), claimed=None):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if claimed is None else claimed))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        self.serve(b"")

    def do_POST(self):
        length = self.headers.get("Content-Length")
        self.serve(self.rfile.read(int(length)) if length else b"")

    def serve(self, body):
        what = self.path.rsplit("/", 1)[-1]
        if what == "log":
            return self.answer(200, json.dumps(log).encode())
        with lock:
            counts[what] = count = counts.get(what, 0) + 1
            log.append({
                "path": self.path, "length": self.headers.get("Content-Length"), "got": len(body),
                "coding": self.headers.get("Transfer-Encoding"),
                "authorization": self.headers.get("Authorization"),
                "expect": self.headers.get("Expect"), "start": body[:2000].decode("latin-1"),
            })
        ok = json.dumps({"success": True, "result": {"count": count}}).encode()
        if what == "ok":
            self.answer(200, ok)
        elif what.startswith("failing-"):  # failing-503: twice, then well
            self.answer(int(what[8:]), b"<html>Bad</html>", "text/html") if count < 3 else \
                self.answer(200, ok)
        elif what == "later":
            self.answer(429, b"{}", headers=[("Retry-After", "7")]) if count < 2 else \
                self.answer(200, ok)
        elif what == "broken":
            self.answer(200, ok[:5], claimed=len(ok))
            self.close_connection = True
        elif what == "gone":
            self.close_connection = True
            self.connection.close()
        elif what == "html":
            self.answer(200, b"<html>Masuk</html>", "text/html")
        elif what == "forbidden":
            self.answer(403, b"<html>WAF</html>", "text/html")
        elif what == "bare":
            self.answer(400, b'"Bad request - JSON Error: x"')
        elif what == "conflict":
            token = self.headers.get("Authorization") or ""
            self.answer(409, json.dumps({"success": False, "error": {
                "__type": "Validation Error", "name": ["Sudah dipakai", token]}}).encode())
        elif what == "large":
            self.answer(413, b"<html>Too Large</html>", "text/html")
        elif what == "upload-large":
            self.answer(409, b'{"success": false, "error": {"upload": ["File upload too large"]}}')
        elif what == "redirect":
            self.answer(302, b"", headers=[("Location", "/api/3/action/ok")])
        elif what == "slow":
            time.sleep(5)
            self.answer(200, ok)
        elif what == "endless":
            self.send_response(200)
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b"x" * 65536)
            except OSError:
                pass
            self.close_connection = True
        else:
            self.answer(404, b'{"success": false, "error": {"message": "Not found"}}')


server = ThreadingHTTPServer(("127.0.0.1", 0), Portal)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
