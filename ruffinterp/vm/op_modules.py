"""Opcodes of imports (language.md section 12)."""

from ruffinterp.compiler import opcodes
from ruffinterp.objects.namespace import W_Namespace
from ruffinterp.vm.frame import peek, store
from ruffinterp.vm.instructions import instruction
from ruffinterp.vm.modules import load_module


@instruction(opcodes.IMPORT)
def op_import(frame, code, pc):
    ops = code.ops
    w_namespace = load_module(code.names[ops[pc + 2]], code.names[ops[pc + 3]])
    store(frame, ops[pc + 1], w_namespace)
    return pc + 4


@instruction(opcodes.IMPORT_NAME)
def op_import_name(frame, code, pc):
    ops = code.ops
    w_namespace = peek(frame, code, ops[pc + 2])
    assert isinstance(w_namespace, W_Namespace)
    store(frame, ops[pc + 1], w_namespace.read(code.names[ops[pc + 3]]))
    return pc + 4
