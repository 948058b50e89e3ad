"""The translation script beside tests that use the same toolchain."""
import os
import shutil
import subprocess
import sys

import py
from rpython.config.translationoption import CACHE_DIR

import tools

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(tools.__file__)))


def test_a_translation_leaves_the_cache_of_the_tests(tmpdir):
    kept = py.path.local(CACHE_DIR).ensure('kept_by_a_translation')
    target = tmpdir.join('target.py')
    target.write('raise SystemExit(1)\n')
    arguments = [os.path.join(ROOT, 'tools', 'translate.py'),
                 '--log=%s' % tmpdir.join('translate.log'), str(target)]
    process = subprocess.Popen([sys.executable] + arguments, stdout=subprocess.PIPE)
    try:
        output = process.communicate()[0]
        assert process.returncode == 1 and 'FAILED' in output
        assert kept.check()
    finally:
        kept.remove()


# Stands for the Python that translates: a source changes while the first binary is made.
TRANSLATOR = """#!/bin/sh
echo run >>runs
sleep 1.1
[ "$(wc -l <runs)" -gt 1 ] || touch ruffinterp/source.py
sleep 1.1
touch ruff-c
chmod +x ruff-c
"""


def test_a_binary_is_older_than_what_changed_while_it_was_made(tmpdir):
    for name in ('translate.sh', 'step.sh', 'toolchain.sh', 'translate.py'):
        shutil.copy(os.path.join(ROOT, 'tools', name), str(tmpdir.ensure('tools', dir=True)))
    for name in ('tools/toolchain_patches', 'requirements', 'ruffinterp'):
        tmpdir.ensure(*name.split('/'), dir=True)
    for name in ('targetruff.py', 'ruffinterp/source.py'):
        tmpdir.join(*name.split('/')).write('')
    translator = tmpdir.ensure('.venv', 'bin', 'python')
    translator.write(TRANSLATOR)
    translator.chmod(0o755)
    environment = dict(os.environ, TOOLCHAIN='release')
    environment.pop('RPYTHON', None)
    runs = []
    for _ in range(3):
        subprocess.check_call([str(tmpdir.join('tools', 'translate.sh'))], cwd=str(tmpdir),
                              env=environment, stdout=subprocess.PIPE)
        runs.append(len(tmpdir.join('runs').readlines()))
    assert runs == [1, 2, 2]
