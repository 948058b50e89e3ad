"""Every example of README.md and docs/ that is followed by its output is run.

An example is a block fenced with ```ruff that is directly followed by a block fenced with ``` or
```text; nothing but the word "Output:" or blank lines may stand between them.
"""

import os
import re

import pytest

from conftest import needs_binary, require_binary
from runner import ROOT, NATIVE_FLAGS, UNTRANSLATED, Host, run_native

TIMEOUT = 60
FENCE = re.compile(r'^```(\w*)\s*$')


class Example(object):
    def __init__(self, place, source, output):
        self.place = place
        self.source = source
        self.output = output


def blocks(lines):
    """(language, first line number, text, lines between the block before and this one)."""
    language = None
    between = []
    for number, line in enumerate(lines, 1):
        fence = FENCE.match(line)
        if language is None and fence:
            language, start, content = fence.group(1), number, []
        elif language is not None and fence:
            yield language, start, ''.join(content), between
            language, between = None, []
        elif language is not None:
            content.append(line)
        else:
            between.append(line.strip())


def examples_of(path):
    with open(path) as stream:
        found = list(blocks(stream.readlines()))
    name = os.path.relpath(path, ROOT)
    for (language, start, source, _), (kind, _, output, between) in zip(found, found[1:]):
        gap = [text for text in between if text]
        if language == 'ruff' and kind in ('', 'text') and gap in ([], ['Output:']):
            yield Example('%s:%d' % (name, start), source, output)


def documents():
    places = [os.path.join(ROOT, 'README.md')]
    docs = os.path.join(ROOT, 'docs')
    if os.path.isdir(docs):
        places.extend(os.path.join(docs, name) for name in sorted(os.listdir(docs))
                      if name.endswith('.md'))
    return [place for place in places if os.path.exists(place)]


EXAMPLES = [example for path in documents() for example in examples_of(path)]


@pytest.fixture(scope='module')
def host():
    host = Host()
    yield host
    host.close()


@pytest.mark.parametrize('mode', [UNTRANSLATED, 'jit'])
@pytest.mark.parametrize('example', [pytest.param(example, id=example.place) for example in EXAMPLES])
def test_example(example, mode, host):
    if needs_binary(mode):
        require_binary()
        outcome = run_native(NATIVE_FLAGS[mode] + ['-e', example.source], b'', TIMEOUT)
    else:
        outcome = host.run(['-e', example.source], b'', TIMEOUT)
    assert outcome.out + outcome.err == example.output


def test_readme_has_an_example():
    readme = os.path.join(ROOT, 'README.md')
    if not os.path.exists(readme):
        pytest.skip('there is no README.md')
    assert any(example.place.startswith('README.md') for example in EXAMPLES)


def test_finding_examples():
    lines = ['```ruff\n', 'print(1)\n', '```\n', '\n', 'Output:\n', '```\n', '1\n', '```\n',
             '```ruff\n', 'x\n', '```\n', 'text\n', '```\n', 'y\n', '```\n']
    found = list(blocks(lines))
    assert [(language, text) for language, _, text, _ in found] == [
        ('ruff', 'print(1)\n'), ('', '1\n'), ('ruff', 'x\n'), ('', 'y\n')]
    assert found[1][3] == ['', 'Output:']
    assert found[3][3] == ['text']
