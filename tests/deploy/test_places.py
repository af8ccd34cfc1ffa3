"""The documented commands publish the fix log: to a real nginx by rsync, and to a stand-in for S3 by rclone."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from email.message import Message
from pathlib import Path
from typing import Any

import boto3
import deploying
import pytest
from harness.servers import free_port

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
PATIENCE = 60
Run = Callable[..., str]


def tool(name: str) -> str:
    path = deploying.find(name)
    if path is None:
        pytest.skip(f"no {name} here: python scripts/deploying.py fetches Debian's")
    return path


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def ask(address: str, **headers: str) -> tuple[int, Message, bytes]:
    """Status, headers and body; an error's, too. Redirects are followed."""
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            ask(address)
            return
        except OSError:
            assert process.poll() is None, "the server ended by itself"
            assert time.monotonic() < until, f"no answer at {address}"
            time.sleep(0.05)


# --- rsync to nginx --------------------------------------------------------------------------------------------------


@pytest.fixture
def nginx(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A real nginx with our server block, on a free port; gives its address and the folder it serves."""
    program, port, root = tool("nginx"), free_port(), tmp_path / "www"
    root.mkdir()
    block = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    block = block.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/var/www/fixlog", str(root))
    types = (
        "text/html html; text/css css; application/json json; application/xml xml; image/svg+xml svg; image/png png;"
    )
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{kind}_temp_path {tmp_path}/{kind};" for kind in kinds)
    whole = f"""
        daemon off; pid {tmp_path}/nginx.pid; error_log {tmp_path}/error.log; user root;
        events {{}}
        http {{
            access_log off; types {{ {types} }} default_type application/octet-stream;
            {temporary}
            {block}
        }}"""
    (tmp_path / "whole.conf").write_text(whole if os.geteuid() == 0 else whole.replace("user root;", ""))
    command = [program, "-p", str(tmp_path), "-c", str(tmp_path / "whole.conf"), "-e", str(tmp_path / "error.log")]
    with subprocess.Popen(command) as process:
        wait_for(f"http://127.0.0.1:{port}/", process)
        yield f"http://127.0.0.1:{port}", root
        process.terminate()


def test_rsync_to_nginx(nginx: tuple[str, Path], workplace: Path, documented: Run) -> None:
    tool("rsync")
    address, root = nginx
    (root / "gone.html").write_text("an old page")
    documented("rsync", TARGET=f"{root}/")
    assert files_of(root) == files_of(workplace / "build" / "fixlog")

    status, headers, page = ask(f"{address}/", **{"Accept-Encoding": "gzip"})
    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert b"<h1" in gzip.decompress(page)
    assert {headers[name] for name in ("X-Content-Type-Options", "Referrer-Policy")} == {"nosniff", "no-referrer"}
    assert ask(f"{address}/feed.xml")[1]["Content-Type"] == "application/atom+xml; charset=utf-8"
    status, _, page = ask(f"{address}/nothing/here/")
    assert (status, page) == (404, (root / "404.html").read_bytes())


def test_a_short_link_without_its_slash_finds_its_page(
    nginx: tuple[str, Path], workplace: Path, documented: Run
) -> None:
    tool("rsync")
    address, root = nginx
    documented("rsync", TARGET=f"{root}/")
    short = next((root / "f").iterdir())
    status, _, page = ask(f"{address}/f/{short.name}")
    assert (status, page) == (200, (short / "index.html").read_bytes())


# --- rclone to S3 ----------------------------------------------------------------------------------------------------


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Any]:
    """A stand-in for S3-compatible storage on a free port, with a bucket called `fixlog`; gives a client of it."""
    address = f"http://127.0.0.1:{free_port()}"
    command = [str(Path(sys.executable).parent / "moto_server"), "-H", "127.0.0.1", "-p", address.rpartition(":")[2]]
    log = (tmp_path / "storage.log").open("ab")
    with log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        wait_for(address, process)
        keys = {"aws_access_key_id": "test", "aws_secret_access_key": "test", "region_name": "us-east-1"}
        client = boto3.client("s3", endpoint_url=address, verify=False, **keys)
        client.create_bucket(Bucket="fixlog")
        client.put_bucket_versioning(Bucket="fixlog", VersioningConfiguration={"Status": "Enabled"})
        yield client
        client.close()
        process.terminate()


def history(storage: Any) -> tuple[list[str], list[str]]:
    """Every key that was ever put and ever deleted, once for each time, as the bucket's versions tell."""
    told = storage.list_object_versions(Bucket="fixlog")
    put, deleted = (sorted(entry["Key"] for entry in told.get(kind, [])) for kind in ("Versions", "DeleteMarkers"))
    return put, deleted


def test_rclone_to_storage_sends_what_changed_and_removes_what_is_gone(
    storage: Any, workplace: Path, documented: Run
) -> None:
    tool("rclone")
    address = storage.meta.endpoint_url
    keys = {"PROVIDER": "Other", "ENDPOINT": address, "ACCESS_KEY_ID": "test", "SECRET_ACCESS_KEY": "test"}
    told = {"BUCKET": "fixlog", **{f"RCLONE_S3_{name}": value for name, value in keys.items()}}
    site = workplace / "build" / "fixlog"
    documented("rclone", **told)
    page = storage.get_object(Bucket="fixlog", Key="index.html")
    sent, removed = history(storage)
    assert (sent, removed) == (sorted(files_of(site)), [])
    assert page["Body"].read() == (site / "index.html").read_bytes()
    assert page["ContentType"].startswith("text/html")

    for path in site.rglob("*"):  # a fresh checkout has new times everywhere
        os.utime(path)
    (site / "404.html").unlink()
    with (site / "index.html").open("a", encoding="utf-8") as file:
        file.write("\n")
    documented("rclone", **told)
    assert history(storage) == (sorted([*sent, "index.html"]), ["404.html"])
