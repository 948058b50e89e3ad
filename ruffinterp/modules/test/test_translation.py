"""The search path and namespaces as the translator sees them: one program, run by both Pythons."""

from rpython.rtyper.test.test_llinterp import interpret

from ruffinterp.modules.paths import directory_of, last_part, real_path
from ruffinterp.modules.search_path import SearchPath
from ruffinterp.objects.errors import RuffError
from ruffinterp.objects.integer import wrap_int
from ruffinterp.objects.namespace import W_Namespace
from ruffinterp.objects.element_access import read_field

search = SearchPath()


def found_path(name, root):
    try:
        found = search.find(name, root)
    except RuffError as error:
        return error.message
    if found is None:
        return 'not found'
    search.add_loaded(found)
    return '%s %s %s' % (last_part(found.path), found.shown, found.root)


def member(w_namespace, name):
    try:
        return read_field(w_namespace, name).type_name()
    except RuffError as error:
        return error.message


def use_everything(number):
    lines = []
    for directory in ['', '/', '/nowhere/src', 'some']:
        search.start(directory)
        for name in ['no_such_module', 'a.b']:
            lines.append(found_path(name, ''))
            lines.append(found_path(name, '/nowhere'))
    lines.append(real_path('/'))
    lines.append(real_path('/nowhere/at/all'))
    lines.append(directory_of('/a') + directory_of('a') + directory_of('a/b/c'))
    names = ['one']
    values_w = [wrap_int(number)]
    if number > 1:
        names.append('two')
        values_w.append(wrap_int(number))
    w_namespace = W_Namespace('m', names, values_w[:])
    lines.append(member(w_namespace, 'one'))
    lines.append(member(w_namespace, 'two'))
    lines.append(member(w_namespace, 'three'))
    return '\n'.join(lines)


def test_translated_code_does_the_same():
    expected = use_everything(2)
    result = interpret(use_everything, [2])
    assert ''.join(result.chars) == expected
