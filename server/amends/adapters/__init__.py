"""Page adapters as data: those that ship, and whether one that somebody shares is well-formed."""

from __future__ import annotations

from amends.adapters.folder import adapter_folder, shipped, shipped_hosts, shipped_ids
from amends.adapters.shape import Fault, faults_of

__all__ = ["Fault", "adapter_folder", "faults_of", "shipped", "shipped_hosts", "shipped_ids"]
