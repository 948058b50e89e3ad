"""The types, the functions and the objects that the traces of the proof use.

One set of objects, the world, serves every run: `reset` gives it its content
and `describe` tells two states of it, and of what is new, apart bit by bit.
"""
import random
import struct

from rpython.jit.backend.llgraph.runner import LLGraphCPU
from rpython.jit.codewriter import heaptracker
from rpython.jit.codewriter.effectinfo import EffectInfo, compute_bitstrings
from rpython.rlib.rarithmetic import intmask, r_uint
from rpython.rtyper import rclass
from rpython.rtyper.lltypesystem import llmemory, lltype

from tools.optimizer_proof.edges import FLOATS, INTEGERS

cpu = LLGraphCPU(None)

NODE = lltype.GcForwardReference()
NODE.become(lltype.GcStruct(
    'NODE', ('parent', rclass.OBJECT), ('value', lltype.Signed), ('number', lltype.Float),
    ('letter', lltype.Char), ('next', lltype.Ptr(NODE))))
LARGE = lltype.GcStruct('LARGE', ('parent', NODE), ('extra', lltype.Signed))
FROZEN = lltype.GcStruct(
    'FROZEN', ('parent', rclass.OBJECT), ('content', lltype.Signed), ('ratio', lltype.Float),
    ('target', lltype.Ptr(NODE)), hints={'immutable': True})
PAIR = lltype.GcStruct('PAIR', ('left', lltype.Signed), ('right', lltype.Ptr(NODE)))
ARRAYS = {
    'integers': lltype.GcArray(lltype.Signed),
    'floats': lltype.GcArray(lltype.Float),
    'nodes': lltype.GcArray(lltype.Ptr(NODE)),
    'letters': lltype.GcArray(lltype.Char),
    'constants': lltype.GcArray(lltype.Signed, hints={'immutable': True}),
}
ARRAY_LENGTH = 4


def _new_vtable(name, smallest, largest):
    vtable = lltype.malloc(rclass.OBJECT_VTABLE, immortal=True)
    vtable.name = rclass.alloc_array_name(name)
    vtable.subclassrange_min = smallest
    vtable.subclassrange_max = largest
    return vtable


VTABLES = {
    'node': _new_vtable('node', 1, 3),
    'large': _new_vtable('large', 2, 2),
    'frozen': _new_vtable('frozen', 4, 4),
}
STRUCTS = {'node': NODE, 'large': LARGE, 'frozen': FROZEN, 'pair': PAIR}


def _make_descriptions():
    """{name in a trace: descr}: sizes, arrays, fields as ``type_field``."""
    found = {}
    for name, struct_type in STRUCTS.items():
        found[name] = cpu.sizeof(struct_type, VTABLES.get(name))
    for name, array_type in ARRAYS.items():
        found[name] = cpu.arraydescrof(array_type)
    for name, struct_type in STRUCTS.items():
        for field in struct_type._names:
            if field != 'parent':
                found['%s_%s' % (name, field)] = cpu.fielddescrof(struct_type, field)
    return found


DESCRIPTIONS = _make_descriptions()


def _write_value(node, value):
    node.value = value


def _read_value(node):
    return node.value


def _write_item(array, value):
    array[1] = value


def _change_all(node, array):
    node.value = intmask(node.value * 3 + 1)
    node.number = -node.number
    node.next = lltype.nullptr(NODE)
    array[0] = intmask(array[0] + node.value)


def _py_div(first, second):
    return intmask(first // second)


def _py_mod(first, second):
    return intmask(first % second)


def _udiv(first, second):
    return intmask(r_uint(first) // r_uint(second))


def _twist(first):
    return intmask(first * 7) ^ 1


def _half(number):
    return number * 0.5


# What a run has handed out, in order.
_kept = []


def _keep(value):
    _kept.append(value)


def _effect(kind, fields=(), arrays=(), reads=(), special=EffectInfo.OS_NONE):
    fields = [DESCRIPTIONS[name] for name in fields]
    arrays = [DESCRIPTIONS[name] for name in arrays]
    reads = [DESCRIPTIONS[name] for name in reads]
    return EffectInfo(reads, [], [], fields, arrays, [], kind, oopspecindex=special)


_NODE = lltype.Ptr(NODE)
_INTEGERS = lltype.Ptr(ARRAYS['integers'])
_QUIET = EffectInfo.EF_CANNOT_RAISE
_ELIDABLE = EffectInfo.EF_ELIDABLE_CANNOT_RAISE

# Name: (function, types of the arguments, type of the result, effect).
_FUNCTIONS = {
    'write_value': (_write_value, [_NODE, lltype.Signed], lltype.Void,
                    _effect(_QUIET, fields=['node_value'])),
    'read_value': (_read_value, [_NODE], lltype.Signed, _effect(_QUIET, reads=['node_value'])),
    'write_item': (_write_item, [_INTEGERS, lltype.Signed], lltype.Void,
                   _effect(_QUIET, arrays=['integers'])),
    'change_all': (_change_all, [_NODE, _INTEGERS], lltype.Void,
                   _effect(_QUIET, ['node_value', 'node_number', 'node_next'], ['integers'])),
    'py_div': (_py_div, [lltype.Signed] * 2, lltype.Signed,
               _effect(_ELIDABLE, special=EffectInfo.OS_INT_PY_DIV)),
    'py_mod': (_py_mod, [lltype.Signed] * 2, lltype.Signed,
               _effect(_ELIDABLE, special=EffectInfo.OS_INT_PY_MOD)),
    'udiv': (_udiv, [lltype.Signed] * 2, lltype.Signed,
             _effect(_ELIDABLE, special=EffectInfo.OS_INT_UDIV)),
    'twist': (_twist, [lltype.Signed], lltype.Signed, _effect(_ELIDABLE)),
    'half': (_half, [lltype.Float], lltype.Float, _effect(_ELIDABLE)),
    'keep_integer': (_keep, [lltype.Signed], lltype.Void, _effect(_QUIET)),
    'keep_float': (_keep, [lltype.Float], lltype.Void, _effect(_QUIET)),
    'keep_node': (_keep, [_NODE], lltype.Void, _effect(_QUIET)),
}


def _make_functions():
    """{name: (address as the integer of a trace, descr)}."""
    found = {}
    for name, (function, arguments, result, effect) in _FUNCTIONS.items():
        function_type = lltype.FuncType(arguments, result)
        pointer = lltype.functionptr(function_type, name, _callable=function)
        address = heaptracker.adr2int(llmemory.cast_ptr_to_adr(pointer))
        found[name] = address, cpu.calldescrof(function_type, arguments, result, effect)
    return found


FUNCTIONS = _make_functions()
CLASSES = dict((name, heaptracker.adr2int(llmemory.cast_ptr_to_adr(vtable)))
               for name, vtable in VTABLES.items())
compute_bitstrings(cpu.fetch_all_descrs())


def _new_object(kind):
    if kind in ARRAYS:
        pointer = lltype.malloc(ARRAYS[kind], ARRAY_LENGTH, zero=True)
    else:
        pointer = lltype.malloc(STRUCTS[kind], zero=True)
        if kind in VTABLES:
            lltype.cast_pointer(rclass.OBJECTPTR, pointer).typeptr = VTABLES[kind]
    return pointer


# The objects: their names are constants of the traces.
KINDS = ['node', 'large', 'frozen', 'pair'] + sorted(ARRAYS)
_POINTERS = [('%s_%s' % (kind, letter), _new_object(kind)) for kind in KINDS for letter in 'xy']
OBJECTS = dict((name, lltype.cast_opaque_ptr(llmemory.GCREF, pointer))
               for name, pointer in _POINTERS)
OBJECTS['NULL'] = lltype.nullptr(llmemory.GCREF.TO)


def _nodes():
    found = [pointer for name, pointer in _POINTERS if name.startswith('node_')]
    found += [lltype.cast_pointer(_NODE, pointer) for name, pointer in _POINTERS
              if name.startswith('large_')]
    return found + [lltype.nullptr(NODE)]


def _freeze():
    """The content that no run changes."""
    pointers = dict(_POINTERS)
    for name, content, ratio in [('frozen_x', 7, 1.5), ('frozen_y', -2 ** 63, -0.0)]:
        pointers[name].content = content
        pointers[name].ratio = ratio
        pointers[name].target = pointers['node_x']
    for index in range(ARRAY_LENGTH):
        pointers['constants_x'][index] = index - 1
        pointers['constants_y'][index] = INTEGERS[index * 5]


_freeze()


def reset(variant):
    """Gives the objects that can change the content of this number."""
    del _kept[:]
    choices = random.Random(variant)
    nodes = _nodes()
    for name, pointer in _POINTERS:
        kind = name[:-2]
        if kind in ('node', 'large'):
            node = lltype.cast_pointer(_NODE, pointer)
            node.value = choices.choice(INTEGERS)
            node.number = choices.choice(FLOATS)
            node.letter = choices.choice('\x00\x01a\x7f\x80\xff')
            node.next = choices.choice(nodes)
            if kind == 'large':
                pointer.extra = choices.choice(INTEGERS)
        elif kind == 'pair':
            pointer.left = choices.choice(INTEGERS)
            pointer.right = choices.choice(nodes)
        elif kind in ARRAYS and kind != 'constants':
            values = {'integers': INTEGERS, 'floats': FLOATS, 'nodes': nodes,
                      'letters': '\x00\x01a\x7f\x80\xff'}[kind]
            for index in range(ARRAY_LENGTH):
                pointer[index] = choices.choice(values)


def outermost(pointer):
    """The whole object that a pointer, to a part of it perhaps, points to."""
    target = pointer._obj
    return lltype.normalizeptr(getattr(target, 'container', target)._as_ptr())._obj


def float_bits(number):
    """The eight bytes of a float, of every NaN the same ones."""
    return struct.pack('>d', number) if number == number else 'nan'


class _Description(object):
    """A walk from the objects of the world and some values to all that they reach."""

    def __init__(self):
        self.numbers = {}
        self.waiting = []
        for _, pointer in _POINTERS:
            self.value(pointer)

    def value(self, value):
        if isinstance(value, float):
            return float_bits(value)
        if isinstance(value, lltype._ptr):
            return self.pointer(value)
        if isinstance(value, llmemory.AddressAsInt):
            return str(value)
        return value

    def pointer(self, pointer):
        if not pointer:
            return 'NULL'
        container = outermost(pointer)
        if container not in self.numbers:
            self.numbers[container] = len(self.numbers)
            self.waiting.append(container)
        return '#%d' % self.numbers[container]

    def struct(self, container):
        parts = [container._TYPE._name]
        for name in container._TYPE._names:
            value = getattr(container, name)
            if name == 'typeptr':
                parts.append(''.join(value.name.chars) if value else 'none')
            elif isinstance(value, lltype._struct):
                parts.append(self.struct(value))
            else:
                parts.append((name, self.value(value)))
        return tuple(parts)

    def objects(self):
        found = []
        while self.waiting:
            container = self.waiting.pop(0)
            if isinstance(container, lltype._array):
                items = [self.value(container.getitem(index))
                         for index in range(container.getlength())]
                found.append((str(container._TYPE), tuple(items)))
            else:
                found.append(self.struct(container))
        return tuple(found)


def describe(values):
    """Everything that ``values`` and the world hold, as a tuple that can be compared.

    ``values``: list of int, float and GCREF. Returns (values and what was kept,
    objects); new objects are known by the order in which they are reached.
    """
    walk = _Description()
    described = tuple([walk.value(value) for value in values + _kept])
    return described, walk.objects()
