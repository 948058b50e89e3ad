"""LALR(1) analysis of ``ruff.lark`` with lark; runs on the host only, never in a translated program.

States and rules are renumbered in an order that depends on the grammar alone: lark's own numbering
changes from run to run.
"""
from lark.common import ParserConf
from lark.load_grammar import load_grammar
from lark.parsers.lalr_analysis import LALR_Analyzer

from ruffinterp.syntax import tokens


def _is_terminal(name):
    return name.isupper() or name.startswith('$')


def _analyze(text):
    """Run lark's LALR analysis; GrammarError on a reduce/reduce conflict."""
    grammar, _ = load_grammar(text, 'ruff.lark', [], False)
    _, rules, _ = grammar.compile(['program'], set())
    rules = sorted(rules, key=_rule_key)
    analyzer = LALR_Analyzer(ParserConf(rules, {}, ['program']), debug=True)
    analyzer.compute_lalr()
    return rules, analyzer


def _rule_key(rule):
    return rule.origin.name, [symbol.name for symbol in rule.expansion]


def _number_states(table):
    """The states in breadth-first order, symbols by name, and the number of each."""
    order = [table.start_states['program']]
    number = {order[0]: 0}
    for state in order:
        for name in sorted(table.states[state]):
            action, target = table.states[state][name]
            if action.name == 'Shift' and target not in number:
                number[target] = len(order)
                order.append(target)
    return order, number


def _rule_name(rule):
    if rule.alias:
        return str(rule.alias)
    if len(rule.expansion) <= 1:
        return ''
    return str(rule.origin.name)


def build_tables(text):
    """The tables of a grammar text, as a dict of plain lists.

    ``actions`` and ``gotos`` are dense and row-major (tables.py).  Per rule: ``lengths``, ``lefts``,
    ``names`` (the alias, or the origin without one; '' for a rule that passes its value through) and
    ``right_sides`` (symbol names).  ``kernels[state]``: rule and position of each kernel item, one after
    the other.  ``forced_shifts``: (state, terminal) of the conflicts that lark decided in silence.
    """
    rules, analyzer = _analyze(text)
    nonterminals = sorted(set([str(rule.origin.name) for rule in rules]))
    left_number = _numbers(nonterminals)
    rule_number = _numbers(rules)
    order, state_number = _number_states(analyzer.parse_table)
    actions = []
    gotos = []
    for state in order:
        cells = analyzer.parse_table.states[state]
        actions.extend(_action_row(cells, state_number, rule_number))
        gotos.extend(_goto_row(cells, state_number, left_number))
    return {
        'state_count': len(order),
        'actions': actions,
        'gotos': gotos,
        'nonterminals': nonterminals,
        'lengths': [len(rule.expansion) for rule in rules],
        'lefts': [left_number[rule.origin.name] for rule in rules],
        'names': [_rule_name(rule) for rule in rules],
        'right_sides': [[str(symbol.name) for symbol in rule.expansion] for rule in rules],
        'kernels': [_kernel(state, rule_number) for state in order],
        'forced_shifts': _forced_shifts(analyzer, state_number),
    }


def _numbers(things):
    result = {}
    for i, thing in enumerate(things):
        result[thing] = i
    return result


def _action_row(cells, state_number, rule_number):
    row = [0] * len(tokens.NAMES)
    for name in cells:
        if _is_terminal(name):
            action, target = cells[name]
            if action.name == 'Shift':
                row[tokens.NAMES.index(name)] = state_number[target] + 1
            else:
                row[tokens.NAMES.index(name)] = -rule_number[target] - 1
    return row


def _goto_row(cells, state_number, left_number):
    row = [-1] * len(left_number)
    for name in cells:
        if not _is_terminal(name):
            row[left_number[name]] = state_number[cells[name][1]]
    return row


def _forced_shifts(analyzer, state_number):
    result = []
    for state in analyzer.lr0_states:
        for terminal in state.lookaheads:
            if terminal in state.transitions:
                result.append((state_number[state.closure], str(terminal.name)))
    return sorted(result)


def _kernel(state, rule_number):
    items = []
    for item in state:
        if item.index > 0 and item.rule in rule_number:
            items.append((rule_number[item.rule], item.index))
    kernel = []
    for rule, index in sorted(items):
        kernel.append(rule)
        kernel.append(index)
    return kernel
