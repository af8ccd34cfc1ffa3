"""Amends: answer customer reviews well, and in public."""

__version__ = "0.1.0"
