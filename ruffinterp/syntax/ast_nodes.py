"""What all nodes of the syntax tree have (ast.py)."""


class Node(object):
    _attrs_ = ['start', 'end', 'depth']
    start = 0
    end = 0
    depth = 1

    def visit(self, visitor):
        raise NotImplementedError


class Expression(Node):
    _attrs_ = []


class Statement(Node):
    _attrs_ = []
