"""Times as a table says them: how long half, 95 and 99 of 100 took, beside the limit."""

from __future__ import annotations

from collections.abc import Sequence

SHARES = (0.50, 0.95, 0.99)


def percentiles(times: Sequence[float]) -> tuple[float, ...]:
    """What half, 95 and 99 of 100 of the times stay under."""
    ranked = sorted(times)
    return tuple(ranked[min(int(len(ranked) * share), len(ranked) - 1)] for share in SHARES)


def table_row(name: str, times: Sequence[float], limit: float | None = None) -> str:
    """One line of milliseconds; with a limit whether 99 of 100 keep it."""
    p50, p95, p99 = percentiles(times)
    kept = "" if limit is None else f"  limit {limit:g}: {'kept' if p99 <= limit else 'MISSED'}"
    return f"  {name:18} p50 {p50:6.2f}  p95 {p95:6.2f}  p99 {p99:6.2f} ms{kept}"
