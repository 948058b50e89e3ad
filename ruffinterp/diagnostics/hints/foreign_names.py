"""What functions are called in Python, JavaScript, Lua, Go and Rust, and their names here.

Distance finds none of them, or something else: ``strip`` is nearer to ``str`` than to ``trim``.
"""

# For each name the one here that means the same; only what exists is suggested.
_TABLE = {
    # strings
    'strip': 'trim', 'lstrip': 'trim_start', 'rstrip': 'trim_end',
    'ltrim': 'trim_start', 'rtrim': 'trim_end', 'trimStart': 'trim_start', 'trimEnd': 'trim_end',
    'trimLeft': 'trim_start', 'trimRight': 'trim_end', 'trim_left': 'trim_start',
    'trim_right': 'trim_end', 'TrimSpace': 'trim', 'chomp': 'trim_end',
    'startswith': 'starts_with', 'startsWith': 'starts_with', 'HasPrefix': 'starts_with',
    'endswith': 'ends_with', 'endsWith': 'ends_with', 'HasSuffix': 'ends_with',
    'toUpperCase': 'upper', 'to_uppercase': 'upper', 'uppercase': 'upper', 'ToUpper': 'upper',
    'upcase': 'upper', 'toLowerCase': 'lower', 'to_lowercase': 'lower', 'lowercase': 'lower',
    'ToLower': 'lower', 'downcase': 'lower', 'casefold': 'lower', 'title': 'capitalize',
    'padStart': 'pad_start', 'padEnd': 'pad_end', 'ljust': 'pad_end', 'rjust': 'pad_start',
    'zfill': 'pad_start', 'replaceAll': 'replace', 'ReplaceAll': 'replace', 'gsub': 'replace',
    'charAt': 'char_at', 'splitlines': 'lines', 'Repeat': 'repeat',
    'rep': 'repeat', 'ord': 'char_code', 'charCodeAt': 'char_code', 'codePointAt': 'char_code',
    'chr': 'from_char_code', 'fromCharCode': 'from_char_code',
    'isdigit': 'is_digit', 'isDigit': 'is_digit', 'isnumeric': 'is_digit', 'isdecimal': 'is_digit',
    'is_numeric': 'is_digit', 'is_ascii_digit': 'is_digit', 'IsDigit': 'is_digit',
    'isalpha': 'is_letter', 'is_alpha': 'is_letter', 'is_alphabetic': 'is_letter',
    'isLetter': 'is_letter', 'IsLetter': 'is_letter', 'isalnum': 'is_alphanumeric',
    'is_alnum': 'is_alphanumeric', 'isspace': 'is_space', 'is_whitespace': 'is_space',
    'IsSpace': 'is_space', 'isupper': 'is_upper', 'is_uppercase': 'is_upper',
    'islower': 'is_lower', 'is_lowercase': 'is_lower', 'Sprintf': 'format',
    # conversions
    'parseInt': 'parse_int', 'Atoi': 'parse_int', 'tonumber': 'to_float', 'Number': 'to_float',
    'parseFloat': 'parse_float', 'ParseFloat': 'parse_float', 'tostring': 'to_string',
    'toString': 'to_string', 'String': 'to_string', 'Itoa': 'to_string', 'boolean': 'to_bool',
    'Boolean': 'to_bool', 'repr': 'debug',
    # arrays and dicts
    'fold': 'reduce', 'foldl': 'reduce', 'foldLeft': 'reduce', 'fold_left': 'reduce',
    'inject': 'reduce', 'includes': 'contains', 'Contains': 'contains',
    'indexOf': 'index_of', 'findIndex': 'index_of', 'IndexOf': 'index_of', 'sorted': 'sort',
    'Sort': 'sort', 'sortBy': 'sort_by', 'sort_by_key': 'sort_by', 'reversed': 'reverse',
    'extend': 'concat', 'concatenate': 'concat', 'push_back': 'push',
    'removeAt': 'remove_at', 'dedup': 'unique', 'uniq': 'unique', 'distinct': 'unique',
    'forEach': 'map', 'every': 'all', 'some': 'any', 'flat': 'flatten', 'flatMap': 'flat_map',
    'limit': 'take', 'drop': 'skip', 'chunks': 'chunk', 'total': 'sum',
    'groupBy': 'group_by', 'countBy': 'count_by', 'haskey': 'has_key', 'hasKey': 'has_key',
    'hasOwnProperty': 'has_key', 'contains_key': 'has_key',
    'containsKey': 'has_key', 'entries': 'items', 'pairs': 'items', 'ipairs': 'enumerate',
    'getOrDefault': 'get_default', 'unwrap_or': 'get_default', 'isEmpty': 'is_empty',
    'enqueue': 'queue_enqueue', 'dequeue': 'queue_dequeue', 'Deque': 'Queue', 'deque': 'Queue',
    'HashSet': 'Set', 'heappush': 'heap_push', 'heappop': 'heap_pop',
    # numbers
    'power': 'pow', 'powi': 'pow', 'powf': 'pow', 'ceiling': 'ceil', 'fabs': 'abs',
    'absolute': 'abs', 'randint': 'random_int', 'rand_int': 'random_int', 'randrange': 'random_int',
    'choice': 'random_choice', 'rand': 'random', 'xrange': 'range', 'irange': 'range',
    # the system
    'now': 'current_timestamp', 'perf_counter': 'performance_now', 'monotonic': 'performance_now',
    'readline': 'input', 'read_line': 'input', 'readLine': 'input', 'raw_input': 'input',
    'prompt': 'input', 'readFile': 'read_file', 'readFileSync': 'read_file',
    'read_to_string': 'read_file', 'slurp': 'read_file', 'writeFile': 'write_file',
    'getenv': 'env', 'argv': 'args', 'setTimeout': 'async_sleep', 'panic': 'error',
    'eprintln': 'eprint', 'uuid4': 'uuid_v4',
}


def known_as(name, candidates):
    """The one of ``candidates`` that other languages call ``name``; '' without one."""
    found = _TABLE.get(name, '')
    if found in candidates:
        return found
    return ''
