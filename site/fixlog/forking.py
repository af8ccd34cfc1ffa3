"""How many processes may share a piece of work here."""

from __future__ import annotations

import os
import sys


def processes(most: int) -> int:
    """This one, and the copies of it that have a core for themselves: at most so many together."""
    if not hasattr(os, "fork") or sys.platform == "darwin":
        return 1  # macOS: forking a process that may have used system libraries is not safe
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(most, cores)
