"""What methods of values are called in other languages, and what to write here (decision 40).

Methods that are functions of another name here are in foreign_names.py.
"""

_COPY = 'other := %s'


def _all(names, text):
    """{name: text} for the names of a text."""
    return dict([(name, text) for name in names.split()])


def _merged(*tables):
    merged = {}
    for table in tables:
        for name in table:
            assert name not in merged, name
            merged[name] = table[name]
    return merged


_LENGTH = 'length size count'
_EMPTY = 'isEmpty is_empty empty'
_COPIES = 'copy clone dup'
_LOOPS = 'forEach each for_each'

_ARRAY = _merged(
    _all('add push_back pushBack', 'xs.push(x)'),
    _all('pop_back popBack', 'xs.pop()'),
    _all('shift popleft pop_front popFront pop_first', 'xs.remove_at(0)'),
    _all('unshift appendleft push_front pushFront prepend', 'xs.insert(0, x)'),
    _all('delete discard erase', 'xs.remove(x)'),
    _all('removeAt delete_at deleteAt del swap_remove', 'xs.remove_at(i)'),
    _all('splice', 'xs[a:b] := [...]'),
    _all('put set', 'xs[i] := x'),
    _all('get at nth', 'xs[i]'),
    _all('first front head', 'xs[0]'),
    _all('last back', 'xs[-1]'),
    _all('addAll add_all append_all extend_from_slice', 'xs.extend(other)'),
    _all('includes has include', 'xs.contains(x)'),
    _all('indexOf index', 'xs.index_of(x)'),
    _all(_LENGTH, 'xs.len()'), _all(_EMPTY, 'xs.len() == 0'), _all(_COPIES, _COPY % 'xs'),
    _all('sorted sort_unstable', 'xs.sort()'), _all('reversed', 'xs.reverse()'),
    _all(_LOOPS, 'for x in xs { ... }'))

_STRING = _merged(
    _all('append push push_str add concat', 's += text'),
    _all('set insert remove delete pop', 's := s[:a] + text + s[b:]'),
    _all('includes has include', 's.contains(part)'),
    _all('indexOf index', 's.index_of(part)'),
    _all('length size', 's.len()'), _all('count', 's.split(part).len() - 1'),
    _all('isEmpty empty', 's.is_empty()'), _all(_COPIES, _COPY % 's'),
    _all(_LOOPS, 'for c in s { ... }'))

_DICT = _merged(
    _all('set put add insert push append store', 'd[key] := x'),
    _all('delete del pop unset erase discard', 'd.remove(key)'),
    _all('has includes include contains_key containsKey', 'd.has_key(key)'),
    _all('setdefault getOrInsert entry putIfAbsent computeIfAbsent', 'd.get_or_insert(key, x)'),
    _all('extend assign putAll addAll', 'd.merge(other)'),
    _all(_LENGTH, 'd.len()'), _all(_EMPTY, 'd.len() == 0'), _all(_COPIES, _COPY % 'd'),
    _all(_LOOPS, 'for key, value in d { ... }'))

_SET = _merged(
    _all('push append insert put set', 's.add(x)'),
    _all('delete discard erase', 's.remove(x)'),
    _all('includes include', 's.has(x)'),
    _all('intersection', 's.intersect(other)'),
    _all('update extend', 's := s.union(other)'),
    _all(_LENGTH, 's.len()'), _all(_EMPTY, 's.len() == 0'), _all(_COPIES, _COPY % 's'),
    _all(_LOOPS, 'for x in s.to_array() { ... }'))

_QUEUE = _merged(
    _all('push add append push_back put offer send insert', 'q.enqueue(x)'),
    _all('pop shift poll popleft pop_front get take remove', 'q.dequeue()'),
    _all('front first', 'q.peek()'),
    _all('length count', 'q.size()'), _all('isEmpty empty', 'q.is_empty()'),
    _all(_COPIES, _COPY % 'q'), _all(_LOOPS, 'for x in q.to_array() { ... }'))

_STACK = _merged(
    _all('add append put insert', 's.push(x)'),
    _all('remove', 's.pop()'),
    _all('top last', 's.peek()'),
    _all('length count', 's.size()'), _all('isEmpty empty', 's.is_empty()'),
    _all(_COPIES, _COPY % 's'), _all(_LOOPS, 'for x in s.to_array() { ... }'))

_TABLES = {'array': _ARRAY, 'string': _STRING, 'dict': _DICT, 'set': _SET, 'queue': _QUEUE,
           'stack': _STACK}


def method_elsewhere(type_name, name):
    """What to write instead of ``value.name(...)`` for a value of that kind; '' if nobody knows."""
    if type_name not in _TABLES:
        return ''
    return _TABLES[type_name].get(name, '')
