"""The translation script beside tests that use the same toolchain."""
import os
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
