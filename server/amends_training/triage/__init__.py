"""Trains what triage knows of kinds, topics and offence, and measures it fold by fold."""
