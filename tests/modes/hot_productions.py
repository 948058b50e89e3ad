"""The grammar of programs that run hot, as text; see productions.py.

Types: ``item`` is a small int, ``word`` fits 64 bits, ``int`` may be larger.  What is stored is
bounded, else numbers would grow in a loop without end.
"""

from productions import table

EXPRESSIONS = dict((name, table(text)) for name, text in {
    'int': '''
        9 (@int + @int)
        7 (@int - @int)
        4 (@int * @int)
        3 (@int / @divisor)
        3 (@int % @divisor)
        3 -@int
        12 @word
        5 @item
        3 @big_name
        2 bit_shl(@word, @shift)
        1 bit_xor(@int, @int)
        1 pow(@word, @power)
        1 to_int("${@word}")
    ''',
    'word': '''
        7 wrap_add(@int, @int)
        6 wrap_sub(@int, @int)
        7 wrap_mul(@int, @int)
        2 wrap_int(@int)
        6 bit_and(@int, @mask)
        2 bit_and(@word, @word)
        3 bit_or(@word, @word)
        4 bit_xor(@word, @word)
        2 bit_not(@word)
        4 bit_shr(@word, @shift)
        2 wrap_int(bit_shl(@word, @shift))
        8 @word_name
        5 @edge
        3 @varying_int
        3 @call_word
        3 (if @bool { @word } else { @word })
        1 (if @bool { @target_word := @word; @word } else if @bool { @word } else { @word })
        1 (match @item { case 0 | 1: { @word } case let u if u > 2: { @word } default: { @word } })
        1 (if @bool { try { @int / @item_name % 7 } except u { @word } finally { @target_item := @item } } else { @word })
    ''',
    'item': '''
        5 (@int % @modulus)
        3 bit_and(@int, 1023)
        6 @counter
        4 @item_name
        3 @ints[@index]
        2 @dict["@key"]
        1 @dict.@key
        1 @dict[@key_text]
        1 get(@dict, "@key", @item)
        2 @cell.n
        1 @cell.items[@index]
        1 @grid[@index][@index]
        1 @nested["in"]["x"]
        1 @nested["list"][@index]["x"]
        1 len(@str)
        1 len(@ints)
        1 sum(@ints)
        1 @cell.total(@item)
        1 len(@ints[@place:])
        1 get(counts, [@small_key, @place], @item)
        1 (if @bool { @item } else { @counter })
    ''',
    'float': '''
        6 (@float + @float)
        5 (@float - @float)
        5 (@float * @float)
        2 (@float / @float_divisor)
        1 (@float % @float_divisor)
        2 (@float + @word)
        2 (@word * @float)
        3 -@float
        2 abs(@float)
        1 sqrt(abs(@float))
        1 pow(@float, 0.5)
        1 max(@float, @float)
        1 min(@float, @float)
        2 to_float(@int)
        7 @float_name
        5 @float_edge
        4 @varying_float
        1 @cell.f
        1 @floats[@index]
        1 @call_float
    ''',
    'str': '''
        4 (@str + @char)
        2 (@char + @str)
        3 substring(@str, @index, 9)
        2 "${@str}${@char}"
        1 "${@item}"
        1 "${@float}"
        1 "${@int}"
        1 upper(@str)
        1 str_reverse(@str)
        1 replace(@str, @char, @char)
        1 @str[@place:]
        1 @str[:@place]
        4 @str_name
    ''',
    'char': '''
        4 @str_name[@place]
        2 char_at(@str, @index)
        2 @letter
        3 @varying_char
        1 substring(@str, 0, 1)
    ''',
    'bool': '''
        7 (@int_name @comparison @limit)
        4 (@int @comparison @int)
        4 (@float_name @comparison @float_name)
        4 (@float @comparison @float)
        2 (@float @comparison @int)
        2 (@int @comparison @float)
        2 (@str @comparison @str)
        3 (@char == @char)
        4 (@counter % @period == 0)
        2 (@bool && @bool)
        2 (@bool || @bool)
        2 !@bool
        1 contains(@str, @char)
        1 has_key(@dict, "@key")
        1 (@any == @any)
    ''',
    'any': '''
        4 @word
        3 @int
        4 @float
        3 @str
        2 @bool
        1 null
        2 @ints
        1 @dict
        1 @cell
        1 @any_name
    ''',
    'ints': '''
        1 [@item, @item, @word]
        4 @ints_name
        1 @cell.items
        1 @grid[@index]
        1 map(@ints, @callback)
        1 [...@ints, @item]
        1 concat(@ints, @ints)
        1 @call_ints
        1 @ints[@place:]
        1 @ints[:@place]
        1 (if @bool { @ints } else { @ints_name })
    ''',
    'floats': '1 @floats_name',
    'dict': '''
        5 @dict_name
        1 {"a": @item, "b": @item, "c": 3}
        1 {...@dict, "@key": @item}
        1 @cell.d
    ''',
    'cell': '''
        5 @cell_name
        1 Cell { n: @item, f: @float }
        1 @cell.moved(@item)
        1 @cells_name[@index]
    ''',
    'grid': '4 @grid_name',
    'nested': '4 @nested_name',
}.items())

STORES = table('''
    6 @target_item := @item
    3 @target_item += 1
    8 @target_word := @word
    4 hash := wrap_add(wrap_mul(hash, 31), @int)
    3 hash := bit_xor(hash, @word)
    4 @target_big := (@int) % @large
    6 @target_float := @float
    4 @target_str := substring(@str + "xyz", @start, 20)
    3 any0 := @any
    7 @target_word := @call_word
    2 @target_float := @call_float
    5 @target_ints[@index] := @item
    2 @target_ints[@index] += @item
    2 @target_ints := take(@ints, 8)
    1 @target_ints := push(take(@ints, 6), @word)
    2 @target_floats[@index] := @float
    1 @target_mixed[@index] := @any
    7 @target_dict["@key"] := @item
    2 @target_dict.@key := @word
    4 @target_dict[@key_text] := @item
    2 @target_dict["@key"] += @item
    2 @target_dict := @dict_name
    3 @target_numbers[@small_key] := @item
    4 @target_cell.n := @item
    2 @target_cell.f := @float
    2 @target_cell.items[@index] := @item
    2 @target_cell.d["@key"] := @item
    2 @target_cell := @cell
    2 @target_cells[@index].n := @item
    3 @target_grid[@index][@index] := @item
    1 @target_grid[@index] := take(@ints, 4)
    3 @target_nested["in"]["x"] := @item
    2 @target_nested["list"][@index]["x"] := @item
    2 @target_nested["list"][@index][@key_text] := @item
    1 @target_nested := @nested_name
    2 counts[@char] := get(counts, @char, 0) + 1
    2 counts[[@small_key, @place]] := get(counts, [@small_key, @place], 0) + 1
    1 counts[[@small_key, "@key"]] := @item
    2 [@target_item, @target_word] := [@item, @word]
    2 [@target_word, @target_float] := [@word, @float]
    2 [w0, w1] := [w1, w0]
    2 [x0[0], x0[1]] := [x0[1], x0[0]]
    1 [g0[0], g0[1]] := [g0[1], g0[0]]
    1 [c0.n, n0] := [n0, c0.n]
    1 [@target_ints[@index], @target_cell.n] := [@item, @item]
    2 @target_ints[1:2] := [@item]
    1 @target_ints[-1:] := [@word]
    2 @target_word := if @bool { @word } else { @word }
    2 @target_ints := if @bool { push(take(@ints, 5), @item) } else { @ints_name }
    1 @target_cell.n := match @item { case 0: { @item } default: { @item } }
''')

# Stores of what is at hand: nothing else happens that would make the JIT write early.
PLAIN_STORES = table('''
    3 @target_item := @plain
    3 @target_word := @plain
    5 @target_dict["@key"] := @plain
    1 @target_dict.@key := @plain
    2 @target_dict[@key_text] := @plain
    2 @target_dict["@key"] += 1
    2 @target_numbers[@small_key] := @plain
    2 @target_ints[@index] := @plain
    3 @target_cell.n := @plain
    1 @target_cell.items[@index] := @plain
    1 @target_cell.d["@key"] := @plain
    2 @target_cells[@index].n := @plain
    2 @target_grid[@index][@index] := @plain
    2 @target_nested["in"]["x"] := @plain
    2 @target_nested["list"][@index]["x"] := @plain
    2 @target_float := @float_name
    1 @target_str := @str_name
''')

NESTED_STATEMENTS = table('''
    6 if @bool @block
    5 if @bool @block else @block
    3 if @bool @block else if @bool @block else @block
    9 @attempt
    4 @attempt finally @store_block
    3 try @block finally @store_block
    2 for @new_item, @new_item in @ints @loop_block
    1 for @new_char, @new_item in @dict @loop_block
    1 for @new_item, @new_char in @str @loop_block
    4 if @bool @way_out
    2 if @bool { if @bool @way_out }
    5 @three_ways
    4 for @new_item in @few @loop_block
    2 @new_turns := 0\\nwhile @last < @few @counting_block
    2 for @new_item in @ints @loop_block
    2 for @new_char in @str @loop_block
    1 for @new_item in @generator @loop_block
    1 match @item {\\ncase 0 | 1: @block\\ncase _ if @bool: @block\\ndefault: @block\\n}
    2 let @new_word := @word
    1 let @new_float := @float
    2 @grow_and_shrink
    1 @leave
''')

def failing_table(text):
    '''List of (weight, (text with an X, values of X that are right, values that fail)).'''
    found = []
    for line in text.strip().splitlines():
        weight, rest = line.strip().split(' ', 1)
        template, right, wrong = rest.split(' :: ')
        found.append((float(weight), (template, right.split(';'), wrong.split(';'))))
    return found


FAILING = failing_table('''
    5 @ints_name[X] :: 0;1;-1 :: 9;-9;"k";null;1.5;18446744073709551616
    2 @floats_name[X] :: 0;-1 :: 7;null
    2 @str_name[X] :: 0;1 :: 99;"k";null
    2 @grid_name[X][0] :: 0;1 :: 5;null
    2 (@word_name + X) :: 1;2;2.5 :: "x";null;true;[1];{"a": 1};Cell { n: 1 }
    1 (@float_name - X) :: 1;2.5 :: "x";null;[]
    1 (X * @int) :: 3;-1;0.5 :: "x";null;false
    1 (@str + X) :: "x";"" :: 1;null;2.5
    1 (X < @item_name) :: 3;0.5 :: "x";null;[1]
    1 -X :: 3;0.5 :: "x";null;[1]
    3 X(3) :: one;abs;failing_never :: two;with_none;5;null;"one"
    1 c0.total(X) :: 1;2 :: 1, 2;1, 2, 3
    3 @dict_name[X] :: "a";"b" :: "zz";17;null;"";[1]
    1 @numbers_name[X] :: 0;1 :: 77;"zz";-1
    1 @nested_name["in"][X] :: "x";"x" :: "zz";5
    2 to_int(X) :: "12";2.9 :: "x";"";"1.x";[1];null;infinity
    1 parse_int(X) :: "12";"-4" :: "x";"";5
    1 to_float(X) :: "1.5";7 :: "x";[1]
    2 X.n :: @cell_name;Cell { n: 4 } :: null;5;"x";[1]
    1 X.nothing :: {"nothing": 1} :: Cell { n: 4 };null
    1 X[0] :: [4];"abc" :: null;5;true;[]
    1 X.moved(2) :: @cell_name;Cell { n: 2 } :: null;7;"x"
    3 (@int / X) :: 3;-1;2.0;-9223372036854775808 :: 0;0.0;-0.0;"x";null
    2 (@int % X) :: 3;-1;8;2.5 :: 0;0.0;null
    1 bit_and(@int, X) :: 7;-1 :: 1.5;"x";null
    1 bit_shl(@item_name, X) :: 1;3 :: -1;"x";-9223372036854775808
    1 wrap_mul(X, @int) :: 7;-9223372036854775808 :: 0.5;null
    1 len(X) :: "abc";[1] :: 1, 2;"a", "b"
    1 map(X, one) :: [1, 2] :: 5;["x"];[null]
    1 map([1, 2], X) :: one;abs :: two;5
    1 sum(map(@ints_name, X)) :: one;abs :: failing
    1 sqrt(X) :: 4;2.5 :: "x";null
    1 char_at(@str, X) :: 0;1 :: "x";null
    1 [...X] :: [1];[] :: 5;null
    3 failing(X) :: 2;3 :: 1;4;"x";null;1, 2
''')

# What fails as a whole statement.
FAILING_STATEMENTS = table('''
    4 throw("boom")
    2 throw(@any)
    2 throw @str
    1 throw [@any]
    1 throw({"message": "from a dict", "cause": @item})
    2 any0 := not_bound_anywhere
    1 any0 := one(1, 2)
    1 any0 := two()
    2 @target_ints[99] := @item
    1 @target_cell.nothing := @item
    1 @target_cell.items[7] := @item
    1 @target_nested["list"][@index]["z"]["y"] := 1
    1 @target_nested["none"]["x"] += 1
    1 @target_dict["zz"] += 1
    1 for u in true @store_block
    1 match failing(1) {\\ncase 2: @store_block\\ndefault: @store_block\\n}
    1 [any0, any0] := [one(1), two(1)]
    1 [@target_word, any0] := @int
    1 [@target_item, @target_ints[99]] := [@item, @item]
    1 @target_ints[@str_name:] := [@item]
    1 any0 := @item[@place:]
    1 any0 := match @item { case let u if u < -100000: { u } default: { throw "no case" } }
    1 any0 := Cell { n: 1, nothing: 2 }
    1 counts[[1, nan]] := 1
''')
