"""How messages name the kind of a value in running text: ``a string``, ``an int``, ``null``."""

from ruffinterp.objects.booleans import W_Null
from ruffinterp.objects.enums import W_EnumValue
from ruffinterp.objects.struct import W_Struct


def kind_name(w_value):
    """The word for the kind: that of ``type()``, but of structs and enum values their own name."""
    if isinstance(w_value, W_Struct):
        return w_value.struct_type().name
    if isinstance(w_value, W_EnumValue) and w_value.tag.enum_name != '':
        return w_value.tag.enum_name
    return w_value.type_name()


def kind_with_article(w_value):
    """``a`` or ``an`` and the word for the kind; ``null`` has no article."""
    if isinstance(w_value, W_Null):
        return 'null'
    return with_article(kind_name(w_value))


def with_article(word):
    if len(word) > 0 and word[0] in 'aeiouAEIOU':
        return 'an ' + word
    return 'a ' + word
