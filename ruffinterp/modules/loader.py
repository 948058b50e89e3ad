"""Running modules once and keeping their exports (language.md 12.3)."""

from ruffinterp.compiler.module import Module
from ruffinterp.compiler.program import compile_program
from ruffinterp.compiler.errors import CompileError
from ruffinterp.diagnostics import kinds
from ruffinterp.modules.module_file import parse_module, read_module, text_error
from ruffinterp.modules.search_path import SearchPath
from ruffinterp.objects.errors import RuffError, plain_error
from ruffinterp.objects.namespace import W_Namespace
from ruffinterp.objects.booleans import w_null
from ruffinterp.vm.interpreter import run_code
from ruffinterp.vm.modules import ModuleLoader


class FileModule(Module):
    """A module whose imports are files."""

    def __init__(self, builtins, loader, root):
        Module.__init__(self, builtins, root)
        self.loader = loader

    def exported_names(self, name):
        return self.loader.exported_names(name, self.root)


class FileLoader(ModuleLoader):
    """The modules of one program.

    ``files``: {real path: ModuleFile} of what was parsed.  ``loaded``: {real path: W_Namespace}.
    ``known``: the same by importing root and name.  ``running``: [FoundModule], outermost first.
    """

    def __init__(self, builtins):
        self.builtins = builtins
        self.search = SearchPath()
        self._forget()

    def _forget(self):
        self.files = {}
        self.loaded = {}
        self.known = {}
        self.running = []

    def start(self, directory):
        """A new program begins; ``directory``: that of its main file, '' for the current one."""
        self.search.start(directory)
        self._forget()

    def main_module(self):
        """The Module of the main program."""
        return FileModule(self.builtins, self, '')

    # ---- before a module runs

    def exported_names(self, name, root):
        """The ExportedNames of a module, or None if its file is missing or faulty."""
        try:
            found = self.search.find(name, root)
            if found is None:
                return None
            if found.real in self.loaded:
                return self.files[found.real].exports
            return self._parsed(found).exports
        except RuffError:
            # The import itself will raise it.
            return None

    def _parsed(self, found):
        text = read_module(found)
        known = self.files.get(found.real, None)
        if known is not None and known.program is not None and known.source.text == text:
            return known
        parsed = parse_module(found, text)
        self.files[found.real] = parsed
        return parsed

    def find(self, name, root):
        """The FoundModule for an import from the root ``root``; RuffError without one."""
        found = self.search.find(name, root)
        if found is None:
            raise not_found(name)
        return found

    # ---- running

    def load(self, name, root):
        key = root + '\x00' + name
        w_known = self.known.get(key, None)
        if w_known is not None:
            return w_known
        found = self.find(name, root)
        w_namespace = self.loaded.get(found.real, None)
        if w_namespace is None:
            self._refuse_cycle(found)
            w_namespace = self._evaluate(found)
            self.loaded[found.real] = w_namespace
        self.known[key] = w_namespace
        return w_namespace

    def _refuse_cycle(self, found):
        chain = ''
        for running in self.running:
            if chain != '' or running.real == found.real:
                chain += running.name + ' -> '
        if chain != '':
            raise plain_error(kinds.CIRCULAR_IMPORT,
                              'Circular import detected: ' + chain + found.name)

    def _evaluate(self, found):
        parsed = self._parsed(found)
        module = FileModule(self.builtins, self, found.root)
        self.search.add_loaded(found)
        self.running.append(found)
        try:
            self._run(found, parsed, module)
        finally:
            self.running.pop()
        return namespace(found.name, module, parsed.exports)

    def _run(self, found, parsed, module):
        program = parsed.program
        parsed.program = None
        try:
            code = compile_program(program, parsed.source, module)
        except CompileError as error:
            raise text_error('parse', found.name, error.located_in(parsed.source))
        try:
            run_code(code)
        except RuffError as error:
            raise evaluation_error(found.name, error)


def not_found(name):
    return plain_error(
        kinds.MISSING_MODULE,
        "Module not found: %s; Check that '%s' exists as a flat <module>.ruff file or a nested "
        "src/... path under the package root, and confirm the import name matches the on-disk "
        "layout." % (name, name))


def evaluation_error(name, error):
    """The RuffError for a module that has failed: still where the first error was."""
    return error.retold("Failed to evaluate module '%s': %s" % (name, error.message))


def namespace(name, module, exports):
    """The W_Namespace of a module that has run; RuffError if an export is not there."""
    names = []
    values_w = []
    for export in exports.names:
        w_value = module.cell(export).get()
        if w_value is None:
            raise plain_error(kinds.MISSING_EXPORT,
                              "Exported symbol '%s' was not defined in module '%s'" % (export, name))
        w_value.mark_shared()
        names.append(export)
        values_w.append(w_value)
    for enum in exports.enums:
        if enum not in names:
            # No variable: importing it by name is fine, its variants are known everywhere.
            names.append(enum)
            values_w.append(w_null)
    return W_Namespace(name, names, values_w[:])
