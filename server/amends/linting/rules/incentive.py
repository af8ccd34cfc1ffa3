"""Nothing is given for a review, its change or its removal."""

from __future__ import annotations

from amends.linting.rule import Rule, flag

RULE = Rule(
    id="incentive",
    severity="error",
    message="Take the offer out: nothing may be given for a review, its change or its removal.",
    label="Nothing offered for a review",
    group="safe",
    why="Platforms remove replies and accounts for it, consumer law forbids it, and a bought review helps nobody.",
    source=("S3.5", "S4.8.4"),
    needs=frozenset({"phrases"}),
    check=flag("incentive"),
    bad=(
        "If you change your review, we'll send you a voucher.",
        "We can offer a 20% discount in exchange for a better rating.",
        "Update your rating and get a free month.",
        "We will refund you once you delete your review.",
    ),
    good=(
        "Thank you for your honest words. I'd like to put the sleeve right: please write to help@shop.example. Noor",
    ),
)
