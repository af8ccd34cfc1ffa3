"""Reviews from files: one module an export format, and one that keeps what they read."""
