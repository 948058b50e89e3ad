"""Where modules are found (language.md 12.2, decision 19)."""

import os

import pytest

from ruffinterp.cli.embed import run_text


@pytest.fixture
def folder(tmpdir, monkeypatch):
    """A folder with ``main`` for the program and ``here``, the current directory."""
    tmpdir.mkdir('main')
    monkeypatch.chdir(tmpdir.mkdir('here'))
    monkeypatch.delenv('RUFF_MODULE_PATH', raising=False)
    return tmpdir


def write(folder, path, text):
    target = folder.join(path)
    target.dirpath().ensure(dir=True)
    target.write(text)


def place(folder, path):
    """A module ``m`` that tells where it is."""
    write(folder, path, 'export place := "%s"\n' % path)


def run(folder, text, main='main/prog.ruff'):
    status, out, err = run_text(str(folder.join(main)), text)
    assert err == ''
    assert status == 0
    return out


SHOW = 'import m\nprint(m.place)'


# spec: language.md 12.2; decisions.md 19
def test_the_directory_of_the_program_comes_first(folder):
    for path in ['main/m.ruff', 'here/m.ruff', 'here/modules/m.ruff']:
        place(folder, path)
    assert run(folder, SHOW) == 'main/m.ruff\n'
    folder.join('main/m.ruff').remove()
    assert run(folder, SHOW) == 'here/m.ruff\n'
    folder.join('here/m.ruff').remove()
    assert run(folder, SHOW) == 'here/modules/m.ruff\n'


def test_the_parent_of_a_program_in_src(folder):
    place(folder, 'm.ruff')
    assert run(folder, SHOW, 'src/prog.ruff') == 'm.ruff\n'
    assert 'Module not found' in run(folder, 'try { import m } except e { print(e.message) }')


def test_directories_of_loaded_modules(folder):
    place(folder, 'main/deep/m.ruff')
    write(folder, 'main/deep/first.ruff', 'export x := 1')
    assert run(folder, 'from deep.first import x\n' + SHOW) == 'main/deep/m.ruff\n'


def test_the_environment_comes_last(folder, monkeypatch):
    place(folder, 'extra/m.ruff')
    monkeypatch.setenv('RUFF_MODULE_PATH', '/nowhere:' + str(folder.join('extra')))
    assert run(folder, SHOW) == 'extra/m.ruff\n'
    place(folder, 'here/m.ruff')
    assert run(folder, SHOW) == 'here/m.ruff\n'


def test_a_module_looks_first_where_it_was_found(folder):
    place(folder, 'main/m.ruff')
    place(folder, 'here/modules/m.ruff')
    write(folder, 'here/modules/user.ruff', 'import m\nexport seen := place')
    assert run(folder, 'import user\nprint(seen)') == 'here/modules/m.ruff\n'


def test_a_dotted_name_is_a_flat_file_or_a_path(folder):
    place(folder, 'main/a/b.ruff')
    show = 'from a.b import place\nprint(place)'
    assert run(folder, show) == 'main/a/b.ruff\n'
    place(folder, 'main/a.b.ruff')
    assert run(folder, show) == 'main/a.b.ruff\n'


def test_a_link_may_not_leave_the_root(folder):
    place(folder, 'outside/m.ruff')
    os.symlink(str(folder.join('outside/m.ruff')), str(folder.join('main/m.ruff')))
    assert run(folder, 'try { import m } except e { print(e.message) }').startswith(
        "Unsafe module import 'm': ")


def test_a_link_inside_of_the_root_is_the_same_module(folder):
    write(folder, 'main/m.ruff', 'print("runs")\nexport x := 1')
    os.symlink('m.ruff', str(folder.join('main/n.ruff')))
    assert run(folder, 'import m\nimport n\nprint(m.x, n.x)') == 'runs\n1 1\n'


def test_the_root_may_be_a_link(folder):
    place(folder, 'main/m.ruff')
    os.symlink('main', str(folder.join('linked')))
    assert run(folder, SHOW, 'linked/prog.ruff') == 'main/m.ruff\n'


def test_a_directory_is_no_module(folder):
    folder.join('main').mkdir('m.ruff')
    place(folder, 'here/m.ruff')
    assert run(folder, SHOW) == 'here/m.ruff\n'


def test_a_file_that_appears_while_the_program_runs(folder):
    out = run(folder, '''
        write_file("m.ruff", "export place := 1\\nexport func f(x) { return x + place }")
        import m
        print(m.place, m.f(2))
        from m import f as g
        print(g(3))
    ''')
    assert out == '1 3\n4\n'


def test_a_file_that_changes_while_the_program_runs(folder):
    place(folder, 'main/m.ruff')
    path = str(folder.join('main/m.ruff'))
    out = run(folder, 'write_file("%s", "export place := 5")\n%s' % (path, SHOW))
    assert out == '5\n'


def test_errors_show_the_path_of_the_module_as_the_program_was_named(folder):
    write(folder, 'here/m.ruff', 'export func f() { throw("bad") }')
    status, out, err = run_text('prog.ruff', 'import m\nf()')
    assert status == 1
    assert '  --> m.ruff:1:' in err


def test_each_program_starts_without_modules(folder):
    write(folder, 'main/m.ruff', 'print("runs")')
    for _ in range(2):
        assert run(folder, 'import m\nimport m') == 'runs\n'
