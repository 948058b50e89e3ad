"""The translator ignores a name in ``_immutable_fields_`` that is no attribute, this test not."""

import inspect

import pytest

from ruffinterp.objects import (
    array, array_strategies, dict as dict_module, dict_records, dict_strategies, hashing,
    enums, memory_budget, namespace, queues, sets, shapes, struct, struct_layouts)

MODULES = [array, array_strategies, memory_budget, dict_module, dict_records, dict_strategies, hashing,
           struct_layouts, namespace, queues, sets, shapes, struct, enums]


def declared_classes():
    for module in MODULES:
        for name in sorted(vars(module)):
            value = getattr(module, name)
            if (inspect.isclass(value) and value.__module__ == module.__name__ and
                    ('_immutable_fields_' in vars(value) or '_attrs_' in vars(value))):
                yield value


def assigned_attributes(cls):
    """The names that the ``__init__`` of a class stores into ``self``, and its class attributes."""
    names = set()
    for base in inspect.getmro(cls):
        init = vars(base).get('__init__')
        if inspect.isfunction(init):
            # Every name the code uses: attribute stores are among them.  PyPy's object.__init__ is
            # a function without names.
            names.update(getattr(init.__code__, 'co_names', ()))
        names.update(vars(base))
    return names


@pytest.mark.parametrize('cls', list(declared_classes()))
def test_declared_fields_exist(cls):
    assigned = assigned_attributes(cls)
    for name in vars(cls).get('_immutable_fields_', []):
        assert name.replace('[*]', '').rstrip('?') in assigned
    for name in vars(cls).get('_attrs_', []):
        assert name in assigned


def test_the_expected_classes_are_looked_at():
    names = [cls.__name__ for cls in declared_classes()]
    for name in ('W_Array', 'W_Dict', 'W_Struct', 'Shape', 'RecordStrategy', 'StructType', 'Tag'):
        assert name in names
