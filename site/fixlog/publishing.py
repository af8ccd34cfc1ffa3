"""fixlog.json as the site publishes it: known fields only, a line to each fix, so that most lines can be kept."""

from __future__ import annotations

from collections.abc import Sequence

import orjson

from fixlog.model import SCHEMA, Fix, FixLog
from fixlog.shape import Part

PATH = "fixlog.json"
BETWEEN = b",\n"


def line(fix: Fix) -> bytes:
    """One fix."""
    return _json(fix)


def head(log: FixLog) -> bytes:
    """What stands before the first fix."""
    return b'{"schema":%b,\n"site":%b,\n"fixes":[\n' % (orjson.dumps(SCHEMA), _json(log.site))


def whole(log: FixLog, lines: Sequence[bytes | memoryview]) -> bytes:
    """The file, from the lines of its fixes."""
    praise = b',\n"praise":[%b]' % b",".join(map(_json, log.praise)) if log.praise else b""
    return b"%b%b\n]%b}\n" % (head(log), BETWEEN.join(lines), praise)


def _json(part: Part) -> bytes:
    return orjson.dumps(part, default=Part.told)
