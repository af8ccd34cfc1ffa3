"""Is it a known issue? Ranks issues by the words they share with a review, and says which."""

from amends.matching.ranking import DEFAULT, rank

__all__ = ["DEFAULT", "rank"]
