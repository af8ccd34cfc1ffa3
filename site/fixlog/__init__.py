"""The fix log: one fixlog.json in, a folder of static files out."""

from fixlog.building import build
from fixlog.checking import check
from fixlog.preview import serve
from fixlog.report import BuildError, BuildReport, Problem

__all__ = ["BuildError", "BuildReport", "Problem", "build", "check", "serve"]
