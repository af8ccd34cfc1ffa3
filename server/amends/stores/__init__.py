"""Everything Amends remembers, behind one protocol; `open_store` picks the engine by the URL."""

from amends.stores.base import Page, Store, StoreError, StoreHeld
from amends.stores.opening import Role, open_store

__all__ = ["Page", "Role", "Store", "StoreError", "StoreHeld", "open_store"]
