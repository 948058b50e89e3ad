"""Opcodes of imports (language.md section 12)."""

from ruffinterp.bytecode import opcodes
from ruffinterp.objects.namespace import W_Namespace
from ruffinterp.vm.instructions import instruction
from ruffinterp.vm.modules import load_module


@instruction(opcodes.IMPORT)
def op_import(module, root):
    return load_module(module, root)


@instruction(opcodes.IMPORT_NAME)
def op_import_name(w_namespace, name):
    assert isinstance(w_namespace, W_Namespace)
    return w_namespace.read(name)
