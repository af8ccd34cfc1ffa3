"""`make run`: the demo shop in an empty store, the fix log built, the API and both served until Ctrl-C.

AMENDS_PORT, AMENDS_STORE and the other settings are honoured; data that is there is kept. `run.py DIR` builds the fix
log there instead of in build/fixlog.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import seed

from amends.cli.office import Refused, Served
from amends.settings import SettingsError, load

ROOT = Path(__file__).resolve().parent.parent
AMENDS = str(Path(sys.executable).parent / "amends")
FIXLOG = ROOT / "build" / "fixlog"
PATIENCE = 30
"""Seconds the server may take to answer, and to stop."""


class NotStarted(RuntimeError):
    """It cannot run; the message says why and what to do."""


def environment() -> dict[str, str]:
    """This environment, with the demo's profile and the local address of the fix log where nothing else is said."""
    try:
        settings = load()
    except SettingsError as error:
        raise NotStarted(f"These settings cannot be used:\n{error}") from None
    given = dict(os.environ)
    if settings.profile is None:
        given["AMENDS_PROFILE"] = str(ROOT / "demo" / "profile.toml")
    if settings.site.base_url is None:
        given["AMENDS_SITE__BASE_URL"] = f"{address(settings.host, settings.port)}/fixlog"
    return {**given, "PYTHONUNBUFFERED": "1"}


def address(host: str, port: int) -> str:
    """Where the API of these settings is found from this machine."""
    return f"http://{'127.0.0.1' if host in ('0.0.0.0', '::') else host}:{port}"


def prepare(environ: Mapping[str, str], fixlog: Path = FIXLOG) -> None:
    """Seed an empty store and build the fix log from it."""
    os.environ.update(environ)
    store = load().store
    try:
        count = seed.seed(store)
    except Refused as error:
        raise NotStarted(error.format_message()) from None
    print(f"Store {store}: {f'{count} reviews of the demo shop put in' if count else 'kept as it was'}.", flush=True)
    command = [AMENDS, "site", "build", "--out", str(fixlog)]
    if subprocess.run(command, cwd=ROOT, env=dict(environ), check=False).returncode:
        raise NotStarted("The fix log could not be built; what is wrong stands above.")


@contextmanager
def serving(environ: Mapping[str, str], fixlog: Path = FIXLOG) -> Iterator[subprocess.Popen[bytes]]:
    """`amends serve`, in a process group of its own: Ctrl-C reaches only us, and we ask it to stop once."""
    settings = load(environ)
    group = {"process_group": 0} if os.name == "posix" else {}
    command = [AMENDS, "serve", "--site", str(fixlog)]
    server = subprocess.Popen(command, cwd=ROOT, env=dict(environ), **group)  # type: ignore[call-overload]
    try:
        _wait_for(server, address(settings.host, settings.port))
        yield server
    finally:
        server.terminate()
        try:
            server.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            server.kill()


def _wait_for(server: subprocess.Popen[bytes], where: str) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        if server.poll() is not None:
            raise NotStarted("The server did not start; why stands above.")
        try:
            Served(where, "").call("GET", "/health")
            return
        except Refused:
            if time.monotonic() > until:
                raise NotStarted(f"{where} did not answer within {PATIENCE} seconds.") from None
        time.sleep(0.1)


def stop_on_terminate() -> None:
    """SIGTERM ends us as Ctrl-C does."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)
    # A shell that starts us in the background ignores SIGINT for us; whoever sends it means it.
    signal.signal(signal.SIGINT, stop)


def main(fixlog: Path = FIXLOG) -> int:
    """Run until Ctrl-C, or until the server ends."""
    stop_on_terminate()
    try:
        environ = environment()
        prepare(environ, fixlog)
        with serving(environ, fixlog) as server:
            print(f"After a release, build the fix log anew: {AMENDS} site build --out {fixlog}", flush=True)
            return server.wait()
    except KeyboardInterrupt:
        print("\nStopped. What was kept is there the next time.", flush=True)
        return 0
    except NotStarted as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
