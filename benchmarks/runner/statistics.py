"""Medians, percentiles and geometric means of lists of numbers."""

import math


def percentile(numbers, fraction):
    """Value at a fraction (0 to 1) of the sorted numbers, linear between neighbours."""
    ordered = sorted(numbers)
    position = fraction * (len(ordered) - 1)
    low = int(position)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (position - low)


def median(numbers):
    """Median of a list that is not empty."""
    return percentile(numbers, 0.5)


def geometric_mean(numbers):
    """Geometric mean of positive numbers; None for an empty list."""
    if not numbers:
        return None
    return math.exp(sum(math.log(number) for number in numbers) / len(numbers))


def summary(numbers):
    """Dict with median, p90, min, max and count."""
    return {"median": median(numbers), "p90": percentile(numbers, 0.9), "min": min(numbers),
            "max": max(numbers), "count": len(numbers)}
