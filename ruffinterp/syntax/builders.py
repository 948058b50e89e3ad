"""All builders of tree nodes: one function per production name of ``ruff.lark``, each called with the
``Reduction`` and returning a node."""
from ruffinterp.syntax import builders_declarations, builders_expressions, builders_statements

_BY_NAME = {}
for _module in [builders_expressions, builders_statements, builders_declarations]:
    for _name, _function in _module.BUILDERS:
        assert _name not in _BY_NAME, _name
        _BY_NAME[_name] = _function

NAMES = sorted(_BY_NAME)
FUNCTIONS = [_BY_NAME[_name] for _name in NAMES]
