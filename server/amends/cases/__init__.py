"""The work on one review: observing, linking, answering, releasing, publishing."""
