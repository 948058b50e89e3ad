"""Random traces: each operation is executed as it is added, so that every guard holds once."""
import random

from tools.optimizer_proof import world
from tools.optimizer_proof.compare import Inputs
from tools.optimizer_proof.edges import FLOATS, INTEGERS, LARGEST, SMALLEST
from tools.optimizer_proof.machine import DefinedFrame, same_bits
from tools.optimizer_proof.traces import Line, Trace, descr_of, is_variable, literal

INT_BINARY = ['int_add', 'int_sub', 'int_mul', 'int_and', 'int_or', 'int_xor']
INT_OVERFLOW = ['int_add_ovf', 'int_sub_ovf', 'int_mul_ovf']
INT_UNARY = ['int_neg', 'int_invert', 'int_is_true', 'int_is_zero', 'int_force_ge_zero',
             'same_as_i']
SHIFTS = ['int_lshift', 'int_rshift', 'uint_rshift']
COMPARISONS = ['lt', 'le', 'eq', 'ne', 'gt', 'ge']
INT_COMPARISONS = (['int_' + name for name in COMPARISONS] * 2 +
                   ['uint_lt', 'uint_le', 'uint_gt', 'uint_ge'])
FLOAT_BINARY = ['float_add', 'float_sub', 'float_mul', 'float_truediv']
FLOAT_UNARY = ['float_neg', 'float_abs', 'same_as_f']
FLOAT_COMPARISONS = ['float_' + name for name in COMPARISONS]
DIVISIONS = ['py_div', 'py_mod', 'udiv']
# Field: (type of the object, letter of its value, kind of the object that it points to).
FIELDS = {
    'node_value': ('node', 'i', None), 'node_number': ('node', 'f', None),
    'node_letter': ('node', 'i', None), 'node_next': ('node', 'p', 'node'),
    'large_extra': ('large', 'i', None), 'frozen_content': ('frozen', 'i', None),
    'frozen_ratio': ('frozen', 'f', None), 'frozen_target': ('frozen', 'p', 'node'),
    'pair_left': ('pair', 'i', None), 'pair_right': ('pair', 'p', 'node'),
}
ITEMS = {'integers': ('i', None), 'floats': ('f', None), 'nodes': ('p', 'node'),
         'letters': ('i', None), 'constants': ('i', None)}


class Rejected(Exception):
    """An operation is not defined for the recorded values."""


class Generator(object):
    """Builds one trace; ``seed`` decides everything."""

    def __init__(self, seed):
        self.choices = random.Random(seed)
        self.loop = self.choices.random() < 0.4
        self.variant = self.choices.randrange(1000)
        self.lines = []
        self.inputs = []
        self.recorded = []
        self.values = {}
        self.kinds = {}
        self.pairs = []
        self.float_pairs = []
        self.small = []
        self.count = 0
        self.frame = DefinedFrame([], [])
        world.reset(self.variant)

    # The parts of a trace.

    def name(self, letter):
        self.count += 1
        return '%s%d' % (letter, self.count - 1)

    def input(self, letter, text, kind=None):
        name = self.name(letter)
        self.inputs.append(name)
        self.recorded.append(text)
        self.values[name] = literal(text)
        self.kinds[name] = kind
        return name

    def add(self, name, arguments, letter=None, descr=None, kind=None):
        """Adds an operation and returns its result. Raises Rejected."""
        line = Line(None, name, arguments, descr)
        operands = [self.value(argument) for argument in arguments]
        try:
            result = self.frame.execute_one(name, descr_of(line), operands)
        except Exception:
            raise Rejected(name)
        if letter == 'i' and isinstance(result, long):
            raise Rejected(name)
        if letter is not None:
            line.result = self.name(letter)
            self.values[line.result] = int(result) if letter == 'i' else result
            self.kinds[line.result] = kind
        self.lines.append(line)
        return line.result

    def guard(self, name, arguments=()):
        variables = sorted(self.values, key=lambda one: int(one[1:]))
        live = variables
        if len(variables) > 5:
            live = self.choices.sample(variables, self.choices.randrange(5, min(len(variables), 12) + 1))
        if self.loop and self.inputs[0] not in live:
            live.append(self.inputs[0])
        self.lines.append(Line(None, name, list(arguments), live=live))

    def value(self, text):
        return self.values[text] if is_variable(text) else literal(text)

    def variable(self, letter, kind=None):
        """A variable, later ones more often; None if there is none."""
        found = [name for name in self.values if name[0] == letter and
                 (kind is None or self.kinds[name] == kind)]
        if not found:
            return None
        found.sort(key=lambda name: int(name[1:]))
        if self.choices.random() < 0.5:
            found = found[-4:]
        return self.choices.choice(found)

    def integer(self, constants=0.3):
        if self.choices.random() < constants:
            return str(self.choices.choice(INTEGERS))
        return self.variable('i')

    def float(self):
        name = None if self.choices.random() < 0.3 else self.variable('f')
        return name or repr(self.choices.choice(FLOATS))

    def pointer(self, kind):
        """A pointer to an object of a kind that is not null in the recorded run."""
        name = self.variable('p', kind)
        if name is not None and self.choices.random() < 0.9:
            if self.value(name):
                return name
        return '%s_%s' % (kind, self.choices.choice('xy'))

    def node(self):
        """Any pointer that may be stored where a node is wanted."""
        draw = self.choices.random()
        if draw < 0.15:
            return 'NULL'
        if draw < 0.3:
            return self.choices.choice(['node_x', 'node_y', 'large_x'])
        return (self.variable('p', self.choice_of_node()) or 'NULL')

    def choice_of_node(self):
        return 'large' if self.choices.random() < 0.2 else 'node'

    def letter(self):
        """An integer that fits a char."""
        if self.small and self.choices.random() < 0.7:
            return self.choices.choice(self.small)
        return self.choices.choice(['0', '1', '97', '255'])

    # Groups of operations.

    def two_integers(self):
        if self.pairs and self.choices.random() < 0.4:
            pair = self.choices.choice(self.pairs)
            return list(pair) if self.choices.random() < 0.6 else [pair[1], pair[0]]
        pair = [self.integer(), self.integer()]
        if not is_variable(pair[0]) and not is_variable(pair[1]):
            pair[0] = self.variable('i')
        self.pairs.append(tuple(pair))
        return pair

    def arithmetic(self):
        self.add(self.choices.choice(INT_BINARY), self.two_integers(), 'i')

    def overflow(self):
        name = self.choices.choice(INT_OVERFLOW)
        result = self.add(name, self.two_integers(), 'i')
        # Where the guard fails there is no result.
        value = self.values.pop(result)
        if self.frame.overflow_flag:
            self.guard('guard_overflow')
        else:
            self.guard('guard_no_overflow')
            self.values[result] = value

    def unary(self):
        self.add(self.choices.choice(INT_UNARY), [self.integer(0)], 'i')

    def shift(self):
        count = str(self.choices.choice([0, 1, 2, 5, 8, 31, 32, 62, 63]))
        if self.choices.random() < 0.3:
            count = self.add('int_and', [self.integer(0), '63'], 'i')
        self.add(self.choices.choice(SHIFTS), [self.integer(0.15), count], 'i')

    def narrow(self):
        if self.choices.random() < 0.6:
            mask = self.choices.choice(['1', '7', '127', '255', str(2 ** 32 - 1), str(LARGEST)])
            result = self.add('int_and', [self.integer(0), mask], 'i')
            if int(mask) <= 255:
                self.small.append(result)
        else:
            self.add('int_signext', [self.integer(0), self.choices.choice('124')], 'i')

    def compare(self):
        result = self.add(self.choices.choice(INT_COMPARISONS), self.two_integers(), 'i')
        self.perhaps_guard(result)

    def perhaps_guard(self, result):
        draw = self.choices.random()
        if draw < 0.65:
            truth = self.values[result]
            if draw < 0.1:
                self.guard('guard_value', [result, str(truth)])
            else:
                self.guard('guard_true' if truth else 'guard_false', [result])

    def guard_integer(self):
        name = self.variable('i')
        self.guard('guard_value', [name, str(self.values[name])])

    def divide(self):
        divisor = self.integer(0.8)
        name = self.choices.choice(DIVISIONS)
        operands = [self.integer(0.1), divisor]
        if self.value(divisor) == 0 or (self.value(operands[0]) == SMALLEST and
                                        self.value(divisor) == -1):
            raise Rejected(name)
        self.add('call_pure_i', ['function(%s)' % name] + operands, 'i')

    def call_elidable(self):
        if self.choices.random() < 0.5:
            self.add('call_pure_i', ['function(twist)', self.integer()], 'i')
        else:
            self.add('call_pure_f', ['function(half)', self.float()], 'f')

    def float_arithmetic(self):
        if self.choices.random() < 0.7:
            self.add(self.choices.choice(FLOAT_BINARY), [self.float(), self.float()], 'f')
        else:
            self.add(self.choices.choice(FLOAT_UNARY), [self.float()], 'f')

    def float_compare(self):
        pairs = self.float_pairs
        if pairs and self.choices.random() < 0.5:
            pair = self.choices.choice(pairs)
            if self.choices.random() < 0.4:
                pair = (pair[1], pair[0])
        else:
            pair = self.float(), self.float()
        result = self.add(self.choices.choice(FLOAT_COMPARISONS), list(pair), 'i')
        if any(is_variable(name) for name in pair):
            self.float_pairs.append(pair)
        self.perhaps_guard(result)

    def guard_float(self):
        name = self.variable('f')
        if name is None:
            raise Rejected('guard_value')
        text = repr(self.values[name])
        if not same_bits(literal(text), self.values[name]):  # A NaN of another sign.
            raise Rejected('guard_value')
        self.guard('guard_value', [name, text])

    def convert(self):
        draw = self.choices.random()
        if draw < 0.4:
            self.add('cast_int_to_float', [self.integer(0.1)], 'f')
        elif draw < 0.6:
            self.add('cast_float_to_int', [self.float()], 'i')
        elif draw < 0.8:
            self.add('convert_float_bytes_to_longlong', [self.float()], 'i')
        else:
            self.add('convert_longlong_bytes_to_float', [self.integer(0.1)], 'f')

    def allocate(self):
        kind = self.choices.choice(world.KINDS)
        if kind == 'constants':
            raise Rejected(kind)
        if kind in ITEMS:
            length = self.choices.choice('1234')
            self.add('new_array_clear', [length], 'p', kind, kind)
        elif kind == 'pair':
            self.add('new', [], 'p', kind, kind)
        else:
            name = self.add('new_with_vtable', [], 'p', kind, kind)
            if kind == 'frozen':
                self.add('setfield_gc', [name, self.integer()], None, 'frozen_content')
                self.add('setfield_gc', [name, self.float()], None, 'frozen_ratio')
                self.add('setfield_gc', [name, self.node()], None, 'frozen_target')

    def read_field(self):
        field = self.choices.choice(sorted(FIELDS))
        kind, letter, target = FIELDS[field]
        suffix = {'p': 'r'}.get(letter, letter)
        result = self.add('getfield_gc_' + suffix, [self.pointer(kind)], letter, field, target)
        if field == 'node_letter':
            self.small.append(result)

    def write_field(self):
        field = self.choices.choice(sorted(FIELDS))
        kind, letter, _ = FIELDS[field]
        if kind == 'frozen':
            raise Rejected(field)
        self.add('setfield_gc', [self.pointer(kind), self.stored(field, letter)], None, field)

    def stored(self, place, letter):
        if 'letter' in place:
            return self.letter()
        if letter == 'i':
            return self.integer()
        return self.float() if letter == 'f' else self.node()

    def index(self, array):
        length = self.value(array)._obj.container.getlength()
        if self.choices.random() < 0.6:
            return str(self.choices.randrange(length))
        if self.choices.random() < 0.3:
            mask = {1: '0', 2: '1', 3: '1', 4: '3'}[length]
            return self.add('int_and', [self.integer(0), mask], 'i')
        found = [name for name in self.values
                 if name[0] == 'i' and 0 <= self.values[name] < length]
        if not found:
            raise Rejected('index')
        return self.choices.choice(sorted(found))

    def read_item(self):
        kind = self.choices.choice(sorted(ITEMS))
        letter, target = ITEMS[kind]
        array = self.pointer(kind)
        pure = 'pure_' if kind == 'constants' else ''
        suffix = {'p': 'r'}.get(letter, letter)
        result = self.add('getarrayitem_gc_%s%s' % (pure, suffix), [array, self.index(array)],
                          letter, kind, target)
        if kind == 'letters':
            self.small.append(result)

    def write_item(self):
        kind = self.choices.choice(sorted(ITEMS))
        if kind == 'constants':
            raise Rejected(kind)
        array = self.pointer(kind)
        self.add('setarrayitem_gc',
                 [array, self.index(array), self.stored(kind, ITEMS[kind][0])], None, kind)

    def length(self):
        kind = self.choices.choice(sorted(ITEMS))
        self.add('arraylen_gc', [self.pointer(kind)], 'i', kind)

    def compare_pointers(self):
        kind = self.choices.choice(['node', 'node', 'large', 'frozen', 'integers'])
        first = self.variable('p', kind)
        if first is None:
            raise Rejected(kind)
        others = [self.variable('p', kind), 'NULL', kind + '_x']
        if kind in ('node', 'large'):
            others.append(self.node())
        operands = [first, self.choices.choice(others)]
        if self.choices.random() < 0.3:
            operands.reverse()
        names = ['ptr_eq', 'ptr_ne']
        if kind != 'integers':
            names += ['instance_ptr_eq', 'instance_ptr_ne']
        self.perhaps_guard(self.add(self.choices.choice(names), operands, 'i'))

    def guard_pointer(self):
        kind = self.choices.choice(['node', 'node', 'frozen', 'integers'])
        name = self.variable('p', kind)
        if name is None:
            raise Rejected(kind)
        value = self.values[name]
        if not value:
            self.guard('guard_isnull', [name])
        elif kind == 'integers' or self.choices.random() < 0.3:
            self.guard('guard_nonnull', [name])
        else:
            self.guard_class(name, value)

    def guard_class(self, name, value):
        container = world.outermost(value)
        kind = {'NODE': 'node', 'LARGE': 'large', 'FROZEN': 'frozen'}[container._TYPE._name]
        draw = self.choices.random()
        constants = [text for text in world.OBJECTS
                     if text != 'NULL' and world.outermost(world.OBJECTS[text]) is container]
        if draw < 0.2 and constants:
            self.guard('guard_value', [name, constants[0]])
        elif draw < 0.6:
            self.guard('guard_nonnull_class', [name, 'class(%s)' % kind])
        else:
            self.guard('guard_nonnull', [name])
            self.guard('guard_class', [name, 'class(%s)' % kind])
        if kind == 'large' and self.kinds[name] == 'node':
            copy = self.add('same_as_r', [name], 'p', None, 'large')
            self.kinds[copy] = 'large'

    def call(self):
        draw = self.choices.random()
        if draw < 0.25:
            self.add('call_n', ['function(write_value)', self.pointer('node'), self.integer()])
        elif draw < 0.5:
            self.add('call_i', ['function(read_value)', self.pointer('node')], 'i')
        elif draw < 0.75:
            self.add('call_n', ['function(write_item)', 'integers_x', self.integer()])
        else:
            self.add('call_n', ['function(change_all)', self.pointer('node'), 'integers_y'])

    def keep(self):
        draw = self.choices.random()
        if draw < 0.5:
            self.add('call_n', ['function(keep_integer)', self.integer(0)])
        elif draw < 0.8:
            self.add('call_n', ['function(keep_float)', self.float()])
        else:
            self.add('call_n', ['function(keep_node)', self.pointer('node')])

    GROUPS = [
        (arithmetic, 12), (overflow, 5), (unary, 4), (shift, 5), (narrow, 4), (compare, 14),
        (guard_integer, 1), (divide, 3), (call_elidable, 1), (float_arithmetic, 5),
        (float_compare, 5), (guard_float, 0.5), (convert, 2), (allocate, 3), (read_field, 6),
        (write_field, 6), (read_item, 5), (write_item, 4), (length, 1), (compare_pointers, 3),
        (guard_pointer, 4), (call, 1.5), (keep, 0.7)]
    # Some traces are about one thing only.
    THEMES = [
        None, None,
        [arithmetic, overflow, unary, shift, narrow, compare, divide],
        [float_arithmetic, float_compare, convert, compare],
        [allocate, read_field, write_field, guard_pointer, compare_pointers, call, arithmetic],
        [allocate, read_item, write_item, length, narrow, compare, call]]

    def generate(self):
        """Returns (Trace, list of Inputs)."""
        theme = self.choices.choice(self.THEMES)
        groups = [(group, weight) for group, weight in self.GROUPS
                  if theme is None or group.__name__ in [one.__name__ for one in theme]]
        self.add_inputs()
        wanted = self.choices.choice([4, 8, 12, 16, 24, 32])
        counter = self.add_counter() if self.loop else None
        for _ in range(wanted * 3):
            if len(self.lines) >= wanted:
                break
            self.add_group(groups)
        if self.loop:
            self.end_loop(counter)
        else:
            self.end_straight()
        return Trace(self.inputs, self.lines), self.other_inputs()

    def add_group(self, groups):
        draw = self.choices.random() * sum(weight for _, weight in groups)
        for group, weight in groups:
            draw -= weight
            if draw <= 0:
                break
        try:
            group(self)
        except Rejected:
            pass

    def add_inputs(self):
        self.input('i', str(self.choices.randrange(2, 7)) if self.loop else self.an_integer())
        for _ in range(self.choices.randrange(1, 4)):
            self.input('i', self.an_integer())
        for _ in range(self.choices.randrange(3)):
            self.input('f', repr(self.choices.choice(FLOATS)))
        for _ in range(self.choices.randrange(3)):
            self.input('p', self.an_object('node'), 'node')
        if self.choices.random() < 0.5:
            kind = self.choices.choice(['integers', 'pair', 'frozen', 'nodes'])
            self.input('p', kind + '_' + self.choices.choice('xy'), kind)

    def an_integer(self):
        if self.choices.random() < 0.3:
            return str(self.choices.randrange(-20, 20))
        return str(self.choices.choice(INTEGERS))

    def an_object(self, kind):
        return self.choices.choice([kind + '_x', kind + '_y', 'large_x', 'NULL'])

    def add_counter(self):
        positive = self.add('int_gt', [self.inputs[0], '0'], 'i')
        self.guard('guard_true', [positive])
        return self.add('int_sub', [self.inputs[0], '1'], 'i')

    def end_loop(self, counter):
        if self.choices.random() < 0.3:
            self.add_delayed_store()
        arguments = [counter] + [self.next_input(name) for name in self.inputs[1:]]
        self.lines.append(Line(None, 'guard_future_condition', [],
                               live=sorted(set(arguments + self.inputs))))
        self.lines.append(Line(None, 'jump', arguments))

    def add_delayed_store(self):
        """A store of what may not change, written by the jump only."""
        value = self.add('getfield_gc_i', ['node_x'], 'i', 'node_value')
        self.add('setfield_gc', ['pair_' + self.choices.choice('xy'), value], None, 'pair_left')

    def next_input(self, name):
        """What the jump passes for an input: guarded truths often, which the label may ask for."""
        draw = self.choices.random()
        if draw < 0.3:
            return name
        if name[0] == 'i' and draw < 0.5:
            truths = [line.result for line in self.lines
                      if line.name in INT_COMPARISONS + FLOAT_COMPARISONS]
            if truths:
                return self.choices.choice(truths)
        return self.variable(name[0], self.kinds[name])

    def end_straight(self):
        for name in sorted(self.values):
            if self.choices.random() < 0.5 and self.kinds[name] in (None, 'node', 'large'):
                kind = {'i': 'integer', 'f': 'float', 'p': 'node'}[name[0]]
                self.add('call_n', ['function(keep_%s)' % kind, name])
        self.lines.append(Line(None, 'finish', [self.variable('i')]))

    def other_inputs(self):
        """The recorded inputs and eight more, most of them close to these."""
        found = [Inputs(self.recorded, self.variant)]
        constants = [int(text) for line in self.lines for text in line.arguments
                     if text.lstrip('-').isdigit()]
        for number in range(8):
            values = list(self.recorded)
            changed = range(len(values))
            if number < 5:
                changed = [self.choices.choice(changed)]
            for index in changed:
                values[index] = self.other(self.inputs[index], index, constants)
            variant = self.variant if self.choices.random() < 0.6 else self.choices.randrange(1000)
            found.append(Inputs(values, variant))
        return found

    def other(self, name, index, constants):
        if self.loop and index == 0:
            return str(self.choices.randrange(12))
        if name[0] == 'f':
            return repr(self.choices.choice(FLOATS))
        if name[0] == 'p':
            kind = self.kinds[name]
            if kind == 'node':
                return self.an_object(kind)
            return self.choices.choice([kind + '_x', kind + '_y', 'NULL'])
        if constants and self.choices.random() < 0.4:
            near = self.choices.choice(constants) + self.choices.choice([-1, 0, 1])
            return str(max(SMALLEST, min(LARGEST, near)))
        return self.an_integer()
