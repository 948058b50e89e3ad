"""Tables of hints, and which words of other languages mean what."""
