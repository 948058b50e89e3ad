"""A file that keeps the parser tables between runs of the untranslated program.

Building them costs a quarter of a second, which a test runner that starts the program once per test
would pay every time.  The file is keyed by a hash of everything the tables depend on.
"""
import cPickle
import hashlib
import os
import sys
import tempfile

_HERE = os.path.dirname(os.path.abspath(__file__))


def _directory():
    return os.environ.get('RUFF_CACHE') or os.path.join(_HERE, '.cache')


def read_file(name):
    with open(os.path.join(_HERE, name), 'rb') as stream:
        return stream.read()


def cache_key(texts):
    """The key of tables made from these texts by this Python with the pinned lark."""
    digest = hashlib.sha1(sys.version)
    for text in texts:
        digest.update(text)
        digest.update('\x00')
    return digest.hexdigest()


def load(key):
    """The value stored under ``key``, or None."""
    try:
        with open(os.path.join(_directory(), 'tables-%s.pickle' % key), 'rb') as stream:
            return cPickle.load(stream)
    except Exception:
        # A missing, half-written or foreign file: the tables are built again.
        return None


def store(key, value):
    """Store a value; a directory that cannot be written to is no error."""
    directory = _directory()
    try:
        if not os.path.isdir(directory):
            os.makedirs(directory)
        handle, temporary = tempfile.mkstemp(dir=directory)
        with os.fdopen(handle, 'wb') as stream:
            cPickle.dump(value, stream, 2)
        os.rename(temporary, os.path.join(directory, 'tables-%s.pickle' % key))
    except (IOError, OSError):
        pass
