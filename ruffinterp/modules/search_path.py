"""Where the file of a module is looked for (language.md 12.2, decision 19)."""

import os

from ruffinterp.modules.paths import (
    current_directory, directory_of, is_file, is_inside, join, last_part, real_path)
from ruffinterp.objects.errors import RuffError


class FoundModule(object):
    """The file of a module.

    ``root``: absolute search root.  ``path``: where the file is opened.  ``shown``: the path in
    messages.  ``real``: the path without links, the same for all names of one file.
    """

    def __init__(self, name, root, path, shown, real):
        self.name = name
        self.root = root
        self.path = path
        self.shown = shown
        self.real = real


class Roots(object):
    """Search roots in order, each once, with what stands for them in messages."""

    def __init__(self):
        self.places = []
        self.shown = []

    def add(self, place, shown):
        if place != '' and place not in self.places:
            self.places.append(place)
            self.shown.append(shown)


class SearchPath(object):
    """``main``: absolute directory of the main program, ``main_shown``: as the user wrote it."""

    def __init__(self):
        self.main = ''
        self.main_shown = ''
        self.loaded = []

    def start(self, directory):
        """A program begins whose main file is in ``directory`` ('' for the current one)."""
        self.main_shown = directory
        self.main = directory
        if not directory.startswith('/'):
            here = current_directory()
            self.main = here
            if here != '' and directory != '' and directory != '.':
                self.main = join(here, directory)
        self.loaded = []

    def add_loaded(self, found):
        """Modules are found beside one that is loaded (FoundModule)."""
        self.loaded.append(directory_of(found.path))

    def _shown(self, place):
        return self.main_shown if place == self.main else place

    def roots(self, importing_root):
        """The Roots for an import; ``importing_root`` is '' in the main program."""
        roots = Roots()
        here = current_directory()
        if importing_root == here:
            roots.add(here, '')
        roots.add(importing_root, self._shown(importing_root))
        roots.add(self.main, self.main_shown)
        if here != '':
            roots.add(here, '')
            roots.add(join(here, 'modules'), 'modules')
        if last_part(self.main) == 'src':
            parent = directory_of(self.main)
            roots.add(parent, parent)
        for place in self.loaded:
            roots.add(place, place)
        more = os.environ.get('RUFF_MODULE_PATH')
        if more is not None:
            for place in more.split(':'):
                roots.add(place, place)
        return roots

    def find(self, name, importing_root):
        """The FoundModule for ``name`` (dotted path), or None.

        RuffError: the file is reached by a link that leaves its root.
        """
        names = [name + '.ruff']
        if '.' in name:
            names.append(name.replace('.', '/') + '.ruff')
        roots = self.roots(importing_root)
        for i in range(len(roots.places)):
            for relative in names:
                path = join(roots.places[i], relative)
                if is_file(path):
                    return checked(FoundModule(name, roots.places[i], path,
                                               join(roots.shown[i], relative), real_path(path)))
        return None


def checked(found):
    """``found`` (FoundModule); RuffError if its real file is outside of its root."""
    if not is_inside(found.real, real_path(found.root)):
        raise RuffError("Unsafe module import '%s': the file is outside of the directory in which "
                        "it was found" % found.name)
    return found
