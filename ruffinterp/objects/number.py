"""What integers and floats have in common."""

from ruffinterp.objects.base import W_Root


class W_Number(W_Root):
    """An integer or a float."""
    _attrs_ = []

    def to_float(self):
        """The nearest double; infinite when out of range (decision 21)."""
        raise NotImplementedError
