"""Learn whether an issue fits a review, from pairs that people judged. Run: python -m amends_training.matching"""
