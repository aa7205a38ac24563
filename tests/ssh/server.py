"""A real sshd on the loopback address, with one key that may run one command: the one of the README's recipe."""

from __future__ import annotations

import os
import pwd
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.house.reading import ROOT
from tests.tui.terminal import AT

PLACES = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin", "/sbin"))
SSHD = shutil.which("sshd", path=PLACES)
MISSING = [name for name in ("sshd", "ssh", "ssh-keygen", "scp", "sftp") if not shutil.which(name, path=PLACES)]
WHY_NOT = f"not installed here: {', '.join(MISSING)} (on Debian and Ubuntu: openssh-server and openssh-client)"
ADDRESS = "127.0.0.1"
START = 10.0
"""Seconds in which sshd must listen."""
RECIPE = re.compile(r'^(restrict,pty,command="[^"]*" ssh-ed25519 \S+)', re.MULTILINE)
PLACEHOLDER = "/opt/kiosk/bin/kiosk --data /srv/kiosk"
"""What the README's recipe starts; here it is the program that is tested."""
CONFIG = """\
Port {port}
ListenAddress {address}
HostKey {there}/host
AuthorizedKeysFile {there}/authorized_keys
PidFile none
StrictModes no
UsePAM no
PermitRootLogin forced-commands-only
PasswordAuthentication no
KbdInteractiveAuthentication no
AllowTcpForwarding yes
AllowAgentForwarding yes
AllowStreamLocalForwarding yes
PermitTunnel yes
AcceptEnv LANG LC_*
PrintMotd no
PrintLastLog no
Subsystem sftp internal-sftp
"""
"""All that the key is not to do is allowed here, so that only `restrict` and the forced command forbid it."""


def forced(data: Path, key: str) -> str:
    """The README's line of `authorized_keys`, for this program, this school and this key."""
    found = RECIPE.search((ROOT / "README.md").read_text("utf-8"))
    assert found, "the README has no recipe for authorized_keys"
    line = found[1]
    assert PLACEHOLDER in line
    program = shlex.join([sys.executable, "-m", "kiosk", "--data", str(data), "--at", AT])
    return re.sub(r"ssh-ed25519 \S+$", key, line.replace(PLACEHOLDER, program))


@dataclass(frozen=True)
class Server:
    """A server that runs, and how to reach it."""

    port: int
    there: Path
    data: Path

    @property
    def user(self) -> str:
        """The account that logs in: the tests' own."""
        return pwd.getpwuid(os.getuid()).pw_name

    @property
    def options(self) -> list[str]:
        """What every client is told."""
        told = {
            "UserKnownHostsFile": str(self.there / "known_hosts"), "StrictHostKeyChecking": "accept-new",
            "IdentitiesOnly": "yes", "BatchMode": "yes", "LogLevel": "INFO", "ConnectTimeout": "10",
        }  # fmt: skip
        pairs = [part for name, value in told.items() for part in ("-o", f"{name}={value}")]
        return ["-F", "none", "-i", str(self.there / "key"), *pairs]

    def ssh(self, *words: str, options: Sequence[str] = ()) -> list[str]:
        """The client's command; words after it are what it asks the server to run."""
        return [
            str(shutil.which("ssh", path=PLACES)),
            *self.options,
            "-p",
            str(self.port),
            *options,
            f"{self.user}@{ADDRESS}",
            *words,
        ]

    def run(self, *words: str, options: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
        """Run one command there, without a terminal."""
        return subprocess.run(
            self.ssh(*words, options=options), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60
        )

    def copying(self, program: str, *words: str) -> subprocess.CompletedProcess[str]:
        """Run `scp` or `sftp`."""
        return subprocess.run(
            [program, *self.options, "-P", str(self.port), *words], stdin=subprocess.DEVNULL, capture_output=True,
            text=True, timeout=60,
        )  # fmt: skip

    def desks(self) -> list[int]:
        """The processes of desks that are open on this school."""
        found = []
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    words = (entry / "cmdline").read_bytes().split(b"\0")
                except OSError:  # gone meanwhile
                    continue
                if b"kiosk" in words and b"staff" in words and str(self.data).encode() in words:
                    found.append(int(entry.name))
        return found


@contextmanager
def serving(there: Path, data: Path) -> Iterator[Server]:
    """A server with its own host key, configuration and port, ended at the end."""
    assert SSHD is not None
    there.mkdir()
    for name in ("host", "key"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(there / name)], check=True)
    key = " ".join((there / "key.pub").read_text("ascii").split()[:2])
    (there / "authorized_keys").write_text(forced(data, key) + "\n", "utf-8")
    port = _free_port()
    (there / "config").write_text(CONFIG.format(port=port, address=ADDRESS, there=there), "ascii")
    if os.geteuid() == 0:  # as the system's own service has it made at each start
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    log = there / "log"
    with log.open("wb") as stream:
        sshd = subprocess.Popen([SSHD, "-D", "-e", "-f", str(there / "config")], stderr=stream)
    try:
        _wait_for(port, sshd, log)
        yield Server(port, there, data)
    finally:
        sshd.terminate()
        sshd.wait()


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind((ADDRESS, 0))
        return int(asked.getsockname()[1])


def _wait_for(port: int, sshd: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START
    while True:
        with socket.socket() as tried:
            if tried.connect_ex((ADDRESS, port)) == 0:
                return
        said = log.read_text("utf-8", "replace")
        assert sshd.poll() is None, f"sshd ended with {sshd.returncode}: {said}"
        assert time.monotonic() < deadline, f"sshd does not listen: {said}"
