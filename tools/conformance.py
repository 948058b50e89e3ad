"""Writes docs/conformance.md: which tests check which rule of the language description.

    python tools/conformance.py

The rules stand in conformance_rules.txt.  A test names its rules in a comment such as
``# spec: language.md 5.6, 16.34; decisions.md 7`` or ``# decision 7``.
"""

import io
import os
import re

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RULES = os.path.join(ROOT, 'tools', 'conformance_rules.txt')
TABLE = os.path.join(ROOT, 'docs', 'conformance.md')
FOLDERS = ['tests', 'ruffinterp']

TAG = re.compile(br'^[ \t]*# spec: (.*?)\r?$', re.MULTILINE)
DECISION = re.compile(br'^[ \t]*# decisions? (\d+(?:(?:,| and|, and) \d+)*)', re.MULTILINE)
NUMBERS = re.compile(r'^(language\.md|decisions\.md) (\d+(?:\.\d+)*(?:, \d+(?:\.\d+)*)*)$')

HEAD = u'''# Conformance

Written by `tools/conformance.py` from the comments `# spec:` of the tests; do not edit. Places of
tests are relative to `tests/` where nothing else is said. Section 16 is the register of decisions
of the language description; `decisions.md` has the decisions that came later.

| rule | | tests |
|---|---|---|
'''


class TagError(Exception):
    """A tag that cannot be read, or names a rule that does not exist."""


def read_rules(path=RULES):
    """[(document, number, title)] in order."""
    with io.open(path, encoding='utf-8') as stream:
        lines = [line.rstrip('\n') for line in stream if not line.startswith(u'#')]
    return [tuple(line.split(u' ', 2)) for line in lines]


def tags_of(content):
    """Set of (document, number) that the text of a test names."""
    found = set()
    for tag in TAG.findall(content):
        for part in tag.decode('utf-8').strip().split(u'; '):
            match = NUMBERS.match(part)
            if match is None:
                raise TagError('cannot read: # spec: %s' % part)
            found.update((match.group(1), number) for number in match.group(2).split(u', '))
    for numbers in DECISION.findall(content):
        found.update((u'decisions.md', number)
                     for number in re.findall(r'\d+', numbers.decode('ascii')))
    return found


def test_files(root=ROOT):
    """Programs and test modules, as paths relative to ``root``."""
    found = []
    for folder in FOLDERS:
        for place, _, names in os.walk(os.path.join(root, folder)):
            found.extend(os.path.relpath(os.path.join(place, name), root) for name in names
                         if name.endswith('.ruff')
                         or (name.startswith('test_') and name.endswith('.py')))
    return sorted(found)


def collect(rules, root=ROOT):
    """{(document, number): [names of tests]}; TagError if a tag names no rule."""
    tests = dict(((document, number), []) for document, number, _ in rules)
    for path in test_files(root):
        with open(os.path.join(root, path), 'rb') as stream:
            tags = tags_of(stream.read())
        name = path[len('tests/'):] if path.startswith('tests/') else path
        name = name[:-len('.ruff')] if name.endswith('.ruff') else name
        for tag in tags:
            if tag not in tests:
                raise TagError('%s names the unknown rule %s %s' % (path, tag[0], tag[1]))
            tests[tag].append(name)
    return tests


def is_covered(rule, tests):
    """Whether the rule or one of its numbered parts has a test."""
    document, number = rule
    return any(names for (other, part), names in tests.items()
               if other == document and (part + u'.').startswith(number + u'.'))


def table_text(rules, tests):
    lines = [HEAD]
    for document, number, title in rules:
        names = u'<br>'.join(u'`%s`' % name for name in tests[document, number])
        lines.append(u'| %s %s | %s | %s |\n' % (document, number, title.replace(u'|', u'\\|'), names))
    lines.append(u'\n## Rules without a test\n\n')
    open_rules = [rule for rule in rules if not is_covered(rule[:2], tests)]
    lines.extend(u'- %s %s, %s\n' % rule for rule in open_rules)
    if not open_rules:
        lines.append(u'None.\n')
    return u''.join(lines)


def generate():
    rules = read_rules()
    return table_text(rules, collect(rules))


def main():
    with io.open(TABLE, 'w', encoding='utf-8') as stream:
        stream.write(generate())


if __name__ == '__main__':
    main()
