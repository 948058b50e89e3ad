"""Arguments of the commands that take one file and switches (tooling.md 1.2)."""

from ruffinterp.cli.usage import Finished, UsageError, unknown_argument


class Switch(object):
    """An option without a value.  ``name``: without its hyphens; ``letter``: its short form."""
    _immutable_fields_ = ['name', 'letter']

    def __init__(self, name, letter):
        self.name = name
        self.letter = letter


class Choice(object):
    """An option with a value that is one of several."""
    _immutable_fields_ = ['name', 'values[*]']

    def __init__(self, name, values):
        self.name = name
        self.values = values


class FileArguments(object):
    """``path``: the file; ``given``: {name of an option that was given: its value, '' for a Switch}.

    ``switches``, ``choices``: the options that the command has; ``usage``, ``help``: its texts.
    """

    def __init__(self, switches, usage, help, choices=[]):
        self.switches = switches
        self.choices = choices
        self.usage = usage
        self.help = help
        self.path = ''
        self.has_path = False
        self.given = {}

    def has(self, name):
        return name in self.given

    def value(self, name):
        """The value of a Choice, '' if it was not given."""
        return self.given.get(name, '')

    def parse(self, arguments):
        """Take the arguments behind the name of the command, which is the first one.

        Raises UsageError, Finished.
        """
        only_files = False
        position = 1
        while position < len(arguments):
            argument = arguments[position]
            position += 1
            if only_files or argument == '-' or not argument.startswith('-'):
                self._file(argument)
            elif argument == '--':
                only_files = True
            elif argument.startswith('--'):
                position = self._long_option(arguments, position)
            else:
                self._short_options(argument)
        if not self.has_path:
            raise self.error('the following required arguments were not provided:\n  <FILE>')

    def error(self, message):
        """The UsageError with a message."""
        return UsageError(message, self.usage)

    def _file(self, argument):
        if self.has_path:
            raise self.error("unexpected argument '%s' found" % argument)
        self.path = argument
        self.has_path = True

    def _long_option(self, arguments, position):
        """Take the option before ``position``; returns the position behind its value."""
        argument = arguments[position - 1]
        name = argument.split('=')[0]
        if name == '--help':
            raise Finished(self.help)
        for switch in self.switches:
            if name == '--' + switch.name:
                if name != argument:
                    raise self.error("unexpected value for '%s' found; it takes none" % name)
                self._give(switch.name, '')
                return position
        for choice in self.choices:
            if name == '--' + choice.name:
                return self._choose(choice, arguments, position)
        raise unknown_argument(name, self._options(), self.usage)

    def _options(self):
        names = ['--help']
        for switch in self.switches:
            names.append('--' + switch.name)
        for choice in self.choices:
            names.append('--' + choice.name)
        return names

    def _choose(self, choice, arguments, position):
        argument = arguments[position - 1]
        separator = argument.find('=')
        if separator >= 0:
            value = argument[separator + 1:]
        elif position < len(arguments):
            value = arguments[position]
            position += 1
        else:
            raise self.error("a value is required for '%s' but none was supplied" % argument)
        if value not in choice.values:
            raise self.error("invalid value '%s' for '--%s <FORM>': expected %s" % (
                value, choice.name, ' or '.join(choice.values)))
        self._give(choice.name, value)
        return position

    def _short_options(self, argument):
        for i in range(1, len(argument)):
            self._letter(argument[i])

    def _letter(self, letter):
        if letter == 'h':
            raise Finished(self.help)
        for switch in self.switches:
            if switch.letter == letter:
                self._give(switch.name, '')
                return
        raise self.error("unexpected argument '-%s' found" % letter)

    def _give(self, name, value):
        if name in self.given:
            raise self.error("the argument '--%s' cannot be used multiple times" % name)
        self.given[name] = value
