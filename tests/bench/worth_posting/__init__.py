"""Suggestions beside the replies really posted: a sheet to read, and the count of what was read."""
