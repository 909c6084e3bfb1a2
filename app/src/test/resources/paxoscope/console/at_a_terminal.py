"""Runs a program at a terminal of its own.

What it writes comes out here. Each line that comes in is typed there, with \\t, \\r and \\x03 (Ctrl-C) for the keys; "await TEXT"
waits until that text has come since the last time that something was typed, also in a line that goes on. Colours and movements of
the cursor are left out. Where nothing comes for a long time it ends, and tells what has come.
"""
import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios

AWAIT = b"await "
PATIENCE_SECONDS = 45
ESCAPE = re.compile(rb"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07]*\x07|[ -/]*[0-Z\\^-~])")
BEGUN = re.compile(rb"\x1b(?:\[[0-9;?]*[ -/]*|\][^\x07]*|[ -/]*)$")
LINES, COLUMNS = 50, 200
program, terminal = pty.fork()
if program == 0:
    # As at a terminal, also where the tests run in the background, whose programs ignore Ctrl-C.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    os.environ["TERM"] = "xterm"
    os.execvp(sys.argv[1], sys.argv[1:])

incoming = b""
written = b""
script = []
seen = b""
sources = [terminal, sys.stdin.fileno()]
while True:
    ready, _, _ = select.select(sources, [], [], PATIENCE_SECONDS)
    if not ready:
        print("\nnothing came; to be done:", script, "seen:", seen, "held back:", written, flush=True)
        sys.exit(1)
    if terminal in ready:
        try:
            output = os.read(terminal, 4096)
        except OSError:  # how Linux says that nobody is at the other end any more
            output = b""
        if not output:
            break
        plain = ESCAPE.sub(b"", written + output)
        begun = BEGUN.search(plain)
        written = plain[begun.start():] if begun else b""
        plain = plain[:begun.start()] if begun else plain
        os.write(sys.stdout.fileno(), plain)
        seen += plain
    if sys.stdin.fileno() in ready:
        more = os.read(sys.stdin.fileno(), 4096)
        if not more:
            sources.remove(sys.stdin.fileno())
        *lines, incoming = (incoming + more).split(b"\n")
        script += lines
    while script and (not script[0].startswith(AWAIT) or script[0][len(AWAIT):] in seen):
        line = script.pop(0)
        if not line.startswith(AWAIT):
            seen = b""
            os.write(terminal, codecs.decode(line, "unicode_escape").encode())

_, status = os.waitpid(program, 0)
sys.exit(os.waitstatus_to_exitcode(status))
