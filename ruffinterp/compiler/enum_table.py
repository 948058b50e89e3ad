"""The enums that are known when a text is compiled, and the checks of their variants (decision 45)."""

from ruffinterp.compiler.errors import CompileError
from ruffinterp.diagnostics.hints import static
from ruffinterp.diagnostics.spelling import nearest

OPTION = 'Option'
RESULT = 'Result'


class EnumTable(object):
    """``declarations``: name to the list of ast.EnumDeclaration of that name."""

    def __init__(self, declarations):
        self.declarations = declarations

    def add(self, name, declaration):
        """Know an enum under a name."""
        if name not in self.declarations:
            self.declarations[name] = []
        self.declarations[name].append(declaration)

    def has(self, name):
        """Whether an enum is known under the name."""
        return name in self.declarations

    def variant(self, enum_name, name):
        """The ast.DeclaredVariant of an enum, or None."""
        for declaration in self.declarations[enum_name]:
            for variant in declaration.variants:
                if variant.name == name:
                    return variant
        return None

    def variant_names(self, enum_name):
        """The names of the variants of an enum that is known; list of str."""
        names = []
        for declaration in self.declarations[enum_name]:
            for variant in declaration.variants:
                names.append(variant.name)
        return names

    def check(self, enum_name, name, count, is_pattern, node):
        """CompileError unless a known enum has a variant that holds ``count`` values, as many or
        more for a pattern."""
        if enum_name not in self.declarations:
            return
        variant = self.variant(enum_name, name)
        if variant is None:
            near = nearest(name, self.variant_names(enum_name))
            help = static.VARIANTS % ', '.join(self.variant_names(enum_name))
            if near != '':
                help = static.NEAREST_VARIANT % (enum_name, near)
            raise CompileError("%s has no variant '%s'" % (enum_name, name), node.start, node.end,
                               help)
        if variant.payload is None:
            return
        declared = len(variant.payload)
        if count > declared or (count < declared and not is_pattern):
            raise CompileError('%s::%s holds %s, got %d' % (
                enum_name, name, counted_values(declared), count), node.start, node.end,
                static.PAYLOAD % (name, ', '.join(variant.payload)))

    def are_all_variants(self, patterns):
        """Whether a list of ast.TagCase names each variant of one known enum."""
        named = {}
        enum_name = ''
        for pattern in patterns:
            named[pattern.name] = True
            if pattern.enum_name != '':
                enum_name = pattern.enum_name
        if enum_name in ('', OPTION) and 'Some' in named and 'None' in named:
            return True
        if enum_name in ('', RESULT) and 'Ok' in named and 'Err' in named:
            return True
        if enum_name == '':
            enum_name = self._enum_with(named)
        if enum_name not in self.declarations:
            return False
        for name in self.variant_names(enum_name):
            if name not in named:
                return False
        return True

    def _enum_with(self, names):
        """The only known enum that has all these variants, '' without one."""
        found = ''
        for enum_name in self.declarations:
            known = self.variant_names(enum_name)
            if len([name for name in names if name not in known]) == 0:
                if found != '':
                    return ''
                found = enum_name
        return found


def counted_values(count):
    if count == 0:
        return 'no value'
    if count == 1:
        return '1 value'
    return '%d values' % count
