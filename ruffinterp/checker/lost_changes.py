"""Changes of copies that nobody looks at any more (decision 60).

Data are values: what a function does to a parameter, a loop to its variable, a method to ``self``
and a function expression to a variable around it is done to a copy.  A change that nothing in the
text behind reads is lost.  A loop goes back to its start, and a function expression keeps its copies
for the next call: there a read before the change counts as well.
"""

from ruffinterp.checker.effects import has_effects
from ruffinterp.compiler.paths import index_expressions, is_path, root_of
from ruffinterp.compiler.patterns import pattern_variables
from ruffinterp.syntax import ast
from ruffinterp.syntax.traversal import Traversal

# What a variable is that holds a copy.
PARAMETER, LOOP, SELF, CAPTURED, TASK = range(5)

NEVER = -1


class LostChange(object):
    """``kind``: what the variable is; ``target``: what is assigned; ``source``: the ast.Expression that
    a loop runs over, else None."""

    def __init__(self, kind, name, target, source):
        self.kind = kind
        self.name = name
        self.target = target
        self.source = source


class Change(object):
    """``time`` of an assignment to ``target``; ``loop_start``: the time at which the outermost loop
    began that repeats it, NEVER without one."""

    def __init__(self, target, time, loop_start):
        self.target = target
        self.time = time
        self.loop_start = loop_start


class Copy(object):
    """A variable that holds a copy.

    ``depth``: the number of loops around its declaration; ``last_read``: a time; ``is_shared``: a
    nested named function uses the variable, at any time.
    """

    def __init__(self, kind, variable, source, depth):
        self.kind = kind
        self.variable = variable
        self.source = source
        self.depth = depth
        self.last_read = NEVER
        self.is_shared = False
        self.changes = []

    def lost_change(self):
        """The first Change that nobody sees, or None."""
        if self.is_shared:
            return None
        for change in self.changes:
            if self.last_read < change.time and (
                    change.loop_start == NEVER or self.last_read < change.loop_start):
                return change
        return None


class Frame(object):
    """A function during the walk.  ``copies``: its Copy objects, by their variables and in order;
    ``loops``: the times at which those around the place began; ``gives_self``: whether each
    ``return`` with a value gives ``self``."""

    def __init__(self, captured_kind):
        self.captured_kind = captured_kind
        self.copies = {}
        self.order = []
        self.loops = []
        self.returns = 0
        self.gives_self = True


class LostChanges(Traversal):
    """``found``: [LostChange].  ``giving_self``: {``Struct.method``: True} of the methods whose result
    is ``self`` with a change.  ``time`` runs in the order of evaluation.  ``updated``: the variable
    whose new value is being computed: reading it for that is no use."""

    def __init__(self, known):
        self.known = known
        self.found = []
        self.giving_self = {}
        self.time = 0
        self.updated = None
        self.frames = [Frame(CAPTURED)]
        self.method = ''

    def finish(self):
        """Everything was visited."""
        self._leave_frame()

    # ---- functions

    def function(self, node):
        self._function(node, CAPTURED, '')

    def visit_spawn(self, node):
        self._function(node.function, TASK, '')

    def visit_struct_declaration(self, node):
        for field in node.fields:
            if field.default is not None:
                # A function of its own.
                self.frames.append(Frame(CAPTURED))
                field.default.visit(self)
                self._leave_frame()
        for method in node.methods:
            self._function(method, CAPTURED, node.name)

    def _function(self, node, captured_kind, struct_name):
        updated = self.updated
        self.updated = None
        self.frames.append(Frame(captured_kind))
        for parameter in node.parameters:
            kind = PARAMETER
            if struct_name != '' and parameter.name == 'self':
                kind = SELF
            if kind != SELF or not node.changes_self():
                self._add_copy(kind, node.scope.names[parameter.name], None)
            if parameter.default is not None:
                parameter.default.visit(self)
        self.statements(node.body)
        frame = self._leave_frame()
        if struct_name != '' and frame.returns > 0 and frame.gives_self:
            for copy in frame.order:
                if copy.kind == SELF and len(copy.changes) > 0:
                    self.giving_self['%s.%s' % (struct_name, node.name)] = True
        self.updated = updated

    def _leave_frame(self):
        frame = self.frames.pop()
        for copy in frame.order:
            change = copy.lost_change()
            if change is not None:
                self.found.append(LostChange(
                    copy.kind, copy.variable.name, change.target, copy.source))
        return frame

    def _add_copy(self, kind, variable, source):
        frame = self.frames[-1]
        copy = Copy(kind, variable, source, len(frame.loops))
        frame.copies[variable] = copy
        frame.order.append(copy)
        return copy

    def visit_return(self, node):
        value = node.value
        if value is not None:
            value.visit(self)
            frame = self.frames[-1]
            frame.returns += 1
            if not isinstance(value, ast.Name) or value.name != 'self':
                frame.gives_self = False

    def visit_test(self, node):
        # In a normal run tests are parsed only (language.md section 13).
        pass

    # ---- loops

    def _loop_body(self, nodes):
        self.statements(nodes)
        self.frames[-1].loops.pop()

    def visit_while(self, node):
        self.time += 1
        self.frames[-1].loops.append(self.time)
        if node.condition is not None:
            node.condition.visit(self)
        self._loop_body(node.body)

    def visit_for(self, node):
        node.iterable.visit(self)
        self.time += 1
        self.frames[-1].loops.append(self.time)
        patterns = [node.pattern]
        if node.second is not None:
            patterns.append(node.second)
        for pattern in patterns:
            for variable in pattern_variables(pattern):
                # Each turn has variables of its own.
                self._add_copy(LOOP, variable, node.iterable)
        self._loop_body(node.body)

    # ---- reads

    def visit_name(self, node):
        variable = node.variable
        self.time += 1
        copy = self._copy(variable)
        if copy is not None and variable is not self.updated:
            copy.last_read = self.time
        self._mention(variable)

    def _copy(self, variable):
        """The Copy that a variable of this function is, or None."""
        frame = self.frames[-1]
        copy = frame.copies.get(variable, None)
        if copy is None and variable.source is not None and not variable.by_reference:
            copy = self._add_copy(frame.captured_kind, variable, None)
            copy.depth = 0
        return copy

    def _mention(self, variable):
        """A function that captures a variable reads that of the function around."""
        level = len(self.frames) - 1
        while variable.source is not None and level > 0:
            is_shared = variable.by_reference
            variable = variable.source
            level -= 1
            copy = self.frames[level].copies.get(variable, None)
            if copy is not None:
                copy.last_read = self.time
                if is_shared:
                    copy.is_shared = True

    # ---- changes

    def visit_assign(self, node):
        root = root_of(node.target)
        self._new_value(node.value, root.variable)
        self.expressions(index_expressions(node.target))
        self._change(root.variable, node.target)

    def visit_augmented_assign(self, node):
        root = root_of(node.target)
        self.expressions(index_expressions(node.target))
        self._new_value(node.value, root.variable)
        self._change(root.variable, node.target)

    def visit_expression_statement(self, node):
        """A method that certainly changes its receiver, whose result nobody uses."""
        call = node.value
        if isinstance(call, ast.MethodCall) and is_path(call.receiver) \
                and self.known.is_changing_method(call.name):
            self.expressions(index_expressions(call.receiver))
            self.expressions(call.arguments)
            self._change(root_of(call.receiver).variable, call.receiver)
        else:
            call.visit(self)

    def visit_destructure(self, node):
        roots = []
        add_roots(node.pattern, roots)
        single = None
        if len(roots) > 0:
            single = roots[0]
        for variable in roots:
            # A part that is used may need the others only to be named.
            if variable is not single:
                single = None
        if single is None:
            node.value.visit(self)
        else:
            self._new_value(node.value, single)
        node.pattern.visit(self)
        if single is not None:
            self._change(single, node.pattern)

    def visit_path_pattern(self, node):
        self.expressions(index_expressions(node.path))

    def _new_value(self, value, variable):
        updated = self.updated
        self.updated = None
        if not has_effects(value, self.known):
            self.updated = variable
        value.visit(self)
        self.updated = updated

    def _change(self, variable, target):
        self.time += 1
        copy = self._copy(variable)
        if copy is not None:
            loops = self.frames[-1].loops
            loop_start = NEVER
            if copy.kind == CAPTURED:
                loop_start = 0
            elif len(loops) > copy.depth:
                loop_start = loops[copy.depth]
            copy.changes.append(Change(target, self.time, loop_start))
        self._mention(variable)


def add_roots(pattern, found):
    """Append the variables that a destructuring changes; list of Variable."""
    if isinstance(pattern, ast.PathPattern):
        found.append(root_of(pattern.path).variable)
    elif isinstance(pattern, ast.ArrayPattern):
        for item in pattern.items:
            add_roots(item, found)
        if pattern.rest_variable is not None:
            found.append(pattern.rest_variable)
    else:
        found.extend(pattern_variables(pattern))


def lost_changes(program, known):
    """The LostChanges of an ast.Program."""
    walk = LostChanges(known)
    walk.statements(program.body)
    walk.finish()
    return walk
