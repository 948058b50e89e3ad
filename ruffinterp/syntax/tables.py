"""The parser tables as module constants: plain lists, which a translated program contains as they are.

``ACTIONS[state * TERMINAL_COUNT + type]`` is 0 for an error, n > 0 for a shift to state n - 1, n < 0
for a reduction by rule -n - 1.  ``GOTOS[state * NONTERMINAL_COUNT + left]`` is a state or -1.
"""
from ruffinterp.syntax import builders, table_cache, tokens

GRAMMAR = table_cache.read_file('ruff.lark')
_key = table_cache.cache_key([GRAMMAR, table_cache.read_file('grammar_analysis.py'),
                              table_cache.read_file('tokens.py')])
_tables = table_cache.load(_key)
if _tables is None:
    from ruffinterp.syntax.grammar_analysis import build_tables
    _tables = build_tables(GRAMMAR)
    table_cache.store(_key, _tables)

TERMINAL_COUNT = len(tokens.NAMES)
NONTERMINALS = _tables['nonterminals']
NONTERMINAL_COUNT = len(NONTERMINALS)
STATE_COUNT = _tables['state_count']
ACTIONS = _tables['actions']
GOTOS = _tables['gotos']
RULE_LENGTHS = _tables['lengths']
RULE_LEFTS = _tables['lefts']
RULE_NAMES = _tables['names']
RULE_SYMBOLS = _tables['right_sides']
KERNELS = _tables['kernels']
FORCED_SHIFTS = _tables['forced_shifts']

PROGRAM = NONTERMINALS.index('program')
ITEM = NONTERMINALS.index('item')
STATEMENT = NONTERMINALS.index('statement')

PASS_THROUGH = -1


def _rule_builders():
    """The number of each rule's builder in ``builders.FUNCTIONS``, PASS_THROUGH for none."""
    used = sorted(set(RULE_NAMES) - set(['']))
    if used != builders.NAMES:
        raise AssertionError('grammar and builders disagree about: %s' % sorted(
            set(used) ^ set(builders.NAMES)))
    numbers = []
    for name in RULE_NAMES:
        numbers.append(builders.NAMES.index(name) if name else PASS_THROUGH)
    return numbers


RULE_BUILDERS = _rule_builders()
