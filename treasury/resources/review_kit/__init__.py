"""Everything a review committee needs of a period, as one ZIP."""

from treasury.resources.review_kit.writing import write_review_kit

__all__ = ["write_review_kit"]
