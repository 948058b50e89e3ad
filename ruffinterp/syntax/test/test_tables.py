"""The tables: conflicts that were decided silently, reproducible numbers, messages for every state."""
from ruffinterp.syntax import (
    builders, expectations, grammar_analysis, messages, table_cache, tables, tokens)
from ruffinterp.syntax.messages import STATE_MESSAGES, kernel_items, rule_name

STARTS_EXPRESSION = set([
    'IDENT', 'INT', 'FLOAT', 'STRING', 'ISTR_START', 'LPAR', 'LBRACK', 'LBRACE', 'MINUS', 'NOT',
    'AWAIT', 'YIELD', 'THROW', 'IF_VALUE', 'MATCH_VALUE', 'FUNC', 'ASYNC', 'TRUE', 'FALSE', 'NULL',
    'SELF'])


def _complete_item(state):
    """The kernel item of a state that is complete."""
    for rule, dot in kernel_items(state):
        if dot == tables.RULE_LENGTHS[rule]:
            return rule
    raise AssertionError('no complete item')


def _shifts_by_kind():
    kinds = {}
    for state, terminal in tables.FORCED_SHIFTS:
        name = rule_name(_complete_item(state))
        if name in ('return_none', 'yield_none'):
            kind = name
        elif terminal in ('LPAR', 'LBRACK'):
            kind = 'postfix'
        elif terminal == 'MINUS':
            kind = 'minus'
        else:
            kind = 'inside yield'
        kinds.setdefault(kind, []).append(terminal)
    return kinds


def test_forced_shifts():
    # Each of them is wanted: an expression extends as far as it can.  Anything new is an ambiguity.
    kinds = _shifts_by_kind()
    assert sorted(kinds['postfix']) == ['LBRACK', 'LPAR']
    assert set(kinds['return_none']) == STARTS_EXPRESSION
    assert set(kinds['yield_none']) == STARTS_EXPRESSION
    assert kinds['minus'] == ['MINUS'] * 5
    operators = set(['PIPE', 'COALESCE', 'OR', 'AND', 'EQ', 'NE', 'LT', 'GT', 'LE', 'GE', 'PLUS',
                     'STAR', 'SLASH', 'PERCENT'])
    assert set(kinds['inside yield']) == operators
    assert len(kinds['inside yield']) == 37
    assert len(tables.FORCED_SHIFTS) == 86


def test_every_production_name_has_a_builder():
    names = set(tables.RULE_NAMES)
    names.discard('')
    assert sorted(names) == builders.NAMES


def test_tables_are_the_same_when_built_again():
    again = grammar_analysis.build_tables(tables.GRAMMAR)
    assert again['actions'] == tables.ACTIONS
    assert again['gotos'] == tables.GOTOS
    assert again['right_sides'] == tables.RULE_SYMBOLS
    assert again['kernels'] == tables.KERNELS


def test_every_terminal_of_the_grammar_is_a_token_type():
    used = set()
    for symbols in tables.RULE_SYMBOLS:
        used.update([symbol for symbol in symbols if symbol.isupper()])
    # END needs no rule; IMPL and AMPERSAND fit nowhere.
    assert used == set(tokens.NAMES) - set(['$END', 'IMPL', 'AMPERSAND'])


def test_only_program_is_nullable():
    for left, length in zip(tables.RULE_LEFTS, tables.RULE_LENGTHS):
        assert length > 0 or left == tables.PROGRAM


def test_every_state_that_can_only_shift_has_a_message():
    checked = 0
    for state in range(tables.STATE_COUNT):
        if STATE_MESSAGES.reductions[state] >= 0 or not tables.KERNELS[state]:
            continue
        checked += 1
        assert STATE_MESSAGES.elements[state] or STATE_MESSAGES.required[state], [
            (rule_name(rule), dot) for rule, dot in kernel_items(state)]
    assert checked > 150


def test_symbols_of_hints_have_a_text_each():
    assert set(expectations.REQUIRED) <= set(messages._REQUIRED)
    assert set(expectations.ELEMENTS) <= set(messages._ELEMENTS)
    assert set(expectations.BODIES) <= set(messages._BODIES)


def test_cache_keeps_tables_and_survives_a_broken_file(tmpdir, monkeypatch):
    monkeypatch.setenv('RUFF_CACHE', str(tmpdir.join('made')))
    key = table_cache.cache_key(['grammar', 'source'])
    assert table_cache.load(key) is None
    table_cache.store(key, {'actions': [1, 2]})
    assert table_cache.load(key) == {'actions': [1, 2]}
    files = tmpdir.join('made').listdir()
    assert len(files) == 1
    files[0].write('half')
    assert table_cache.load(key) is None
    assert table_cache.cache_key(['grammar', 'other']) != key


def test_cache_directory_that_cannot_be_made(tmpdir, monkeypatch):
    blocked = tmpdir.join('file')
    blocked.write('')
    monkeypatch.setenv('RUFF_CACHE', str(blocked.join('below')))
    table_cache.store('key', {})
    assert table_cache.load('key') is None
