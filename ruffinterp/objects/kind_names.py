"""The kind of a value in messages."""


def with_article(w_value):
    """``an int``, ``a string``, ``null``: the word of ``type()`` as messages have it; str."""
    name = w_value.type_name()
    if name == 'null':
        return name
    if name[0] in 'aeiou':
        return 'an ' + name
    return 'a ' + name
