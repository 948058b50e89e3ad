"""Cases of a ``match`` that an earlier one leaves nothing for (decision 61)."""

from ruffinterp.syntax import ast


class Unreachable(object):
    """``node``: what nothing reaches; ``earlier``: the pattern that takes all of it."""

    def __init__(self, node, earlier):
        self.node = node
        self.earlier = earlier


def unreachable_cases(match):
    """The patterns of an ast.Match that can never match, and its ``default`` if nothing is left for
    it; list of Unreachable."""
    found = []
    taken = {}
    everything = None
    for case in match.cases:
        for pattern in case.patterns:
            earlier = everything
            if earlier is None:
                earlier = taken.get(_key(pattern), None)
            if earlier is not None:
                found.append(Unreachable(pattern, earlier))
            elif case.guard is None:
                if isinstance(pattern, ast.WildcardCase) or isinstance(pattern, ast.LetCase):
                    everything = pattern
                else:
                    taken[_key(pattern)] = pattern
    if everything is not None and match.default_body is not None and len(match.default_body) > 0:
        found.append(Unreachable(match.default_body[0], everything))
    return found


def _key(pattern):
    """The same text for patterns that match the same values; '' for those that match anything."""
    if isinstance(pattern, ast.TagCase):
        if pattern.constant is not None:
            return 'constant ' + pattern.name
        if pattern.enum_name != '':
            return 'tag %s::%s' % (pattern.enum_name, pattern.name)
        return 'tag ' + pattern.name
    if isinstance(pattern, ast.LiteralCase):
        return _literal_key(pattern)
    return ''


def _literal_key(pattern):
    value = pattern.value
    sign = ''
    if pattern.negative:
        sign = '-'
    if isinstance(value, ast.IntLiteral):
        if value.digits == '0':
            return 'int 0'
        return 'int ' + sign + value.digits
    if isinstance(value, ast.FloatLiteral):
        return 'float %s%s' % (sign, str(value.value))
    if isinstance(value, ast.StringLiteral):
        return 'string ' + value.value
    if isinstance(value, ast.BoolLiteral):
        if value.value:
            return 'true'
        return 'false'
    return 'null'
