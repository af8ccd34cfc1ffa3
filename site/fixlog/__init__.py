"""The fix log: one fixlog.json in, a folder of static files out."""
