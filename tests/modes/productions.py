"""The grammar of random programs, as text.

A production is a line ``weight text``.  In the text ``@name`` is a hole: the name of a table below
for an expression of that type, or a method ``hole_name`` of the generator.  What is stored in a
variable, a container or a parameter is bounded (``item``, ``word``, ``take``), so that no program
grows data without end.
"""

import re

HOLE = re.compile(r'@([a-z_]+)')


def table(text):
    """List of (weight, [text or hole name in turn])."""
    found = []
    for line in text.strip().splitlines():
        weight, production = line.strip().split(' ', 1)
        found.append((float(weight), HOLE.split(production.strip().replace('\\n', '\n'))))
    return found


EXPRESSIONS = dict((name, table(text)) for name, text in {
    'int': '''
        10 (@int + @int)
        7 (@int - @int)
        6 (@int * @int)
        2 (@int / @int)
        4 (@int / @positive)
        5 (@int % @positive)
        2 -@int
        3 @call_int
        2 @member_int
        3 len(@sized)
        4 @ints[@index]
        1 @grid[@index][@index]
        2 @point.a
        1 @point?.a
        2 @vec.x
        1 @dict["@key"]
        1 @dict.@key
        1 (@dict?.@key ?? @int)
        1 get(@dict, "@key", @int)
        2 bit_and(@int, @int)
        1 bit_or(@int, @int)
        1 bit_xor(@int, @int)
        1 bit_not(@int)
        1 bit_shl(@int, @small)
        1 bit_shr(@int, @small)
        1 wrap_add(@int, @int)
        1 wrap_mul(@int, @int)
        1 wrap_sub(@int, @int)
        1 wrap_int(@int)
        1 abs(@int)
        1 max(@int, @int)
        1 min(@int, @int)
        1 sum(@ints)
        1 pow(@int, @small)
        1 to_int(@float)
        1 to_int(@word)
        1 parse_int("${@int}")
        1 floor(@float)
        1 round(@float)
        1 index_of(@ints, @int)
        1 index_of(@str, @str)
        2 reduce(@ints, @item, func(u, v) @fold_body)
        1 (find(@ints, @test) ?? @int)
        2 (func(u) @int_body)(@item)
        2 @function(@item)
        1 (@item |> @function)
        1 (@maybe ?? @int)
        1 @await_int
        1 queue_size(Queue(@ints))
        1 stack_pop(Stack(@ints))[1]
        1 queue_peek(Queue(@ints))
        1 pop(@ints)[1]
        2 (if @bool { @int } else { @int })
        1 (match @int { case 0 | 1: { @int } case let u if u > 5: { u } default: { @int } })
        1 divmod(@int, @positive)[1]
        1 gcd(@item, @item)
        1 sum_by(@ints, @function)
        1 get({[1, 2]: @int, null: 5}, [@small, 2], @int)
    ''',
    # Bounded, to be stored.
    'item': '''
        8 ((@int) % @modulus)
        1 wrap_int(@int)
        1 bit_and(@int, 1023)
        1 len(@sized)
    ''',
    'float': '''
        6 (@float + @float)
        5 (@float * @float)
        4 (@float - @float)
        3 (@float / @float)
        2 (@float % @float)
        4 (@float + @int)
        3 (@int * @float)
        2 -@float
        1 sqrt(abs(@float))
        1 sin(@float)
        1 to_float(@int)
        1 parse_float("${@int}.5")
        1 @point.b
        1 abs(@float)
        1 pow(@float, @small)
    ''',
    'str': '''
        8 (@str + @str)
        5 "<${@int}>"
        4 "${@str}-${@any}"
        2 to_string(@any)
        2 upper(@str)
        1 capitalize(@str)
        2 trim(@str)
        2 replace(@str, @str, @str)
        1 repeat(@word, @small)
        1 str_reverse(@str)
        2 join(@strs, @word)
        2 @strs[@index]
        2 @str[@index]
        2 substring(@str, @small, @small)
        1 @point.name
        1 type(@any)
        1 format("%5d|%-6s|%.3f", @int, @word, @float)
        1 pad_left(@str, @small, "*")
        1 char_at(@str, @small)
        1 slugify(@str)
        1 @str[@small:]
        1 "${@float:8.2f}|${@int:,}"
        1 format("{:>6}|{:x}", @word, @int)
        2 @call_str
    ''',
    'word': '''
        4 substring(@str, 0, 12)
        1 truncate(@str, 8, "~")
        2 "${@item}"
        2 @letter
    ''',
    'bool': '''
        5 (@int < @int)
        4 (@int > @int)
        3 (@int <= @int)
        2 (@int >= @int)
        3 (@int == @int)
        2 (@any == @any)
        2 (@any != @any)
        3 (@bool && @bool)
        3 (@bool || @bool)
        3 !@bool
        2 (@int % @positive == 0)
        2 (@str < @str)
        1 (@float > @int)
        1 (@str == @str)
        1 contains(@str, @str)
        1 contains(@ints, @int)
        1 has_key(@dict, "@key")
        1 any(@ints, @test)
        1 all(@ints, @test)
        1 set_has(Set(@ints), @int)
        1 (@vec < @vec)
        1 (@vec == @vec)
        1 is_int(@any)
        1 starts_with(@str, @word)
    ''',
    'ints': '''
        4 [@item, @item, @item]
        2 [...@ints, @item]
        3 push(@ints, @item)
        2 concat(@ints, @ints)
        3 map(@ints, @function)
        2 filter(@ints, @test)
        2 @ints.map(@function).collect()
        1 @ints.filter(@test).take(@positive).collect()
        2 sort(@ints)
        1 sort(@ints, func(u, v) { return u > v })
        1 sort_by(@ints, @function)
        1 reverse(@ints)
        1 unique(@ints)
        2 range(@small)
        1 range(@small, @small, @positive)
        1 slice(@ints, @small, @small)
        1 flatten(@grid)
        2 @grid[@index]
        1 values(@dict)
        1 set_to_array(set_add(Set(@ints), @item))
        1 queue_to_array(queue_enqueue(Queue(@ints), @item))
        1 remove_at(@ints, @index)[0]
        1 insert(@ints, @small, @item)
        1 @point.items
        1 map(@strs, len)
        2 @ints[@small:]
        1 @ints[:-1]
        1 @ints[@small:@small]
        1 take_while(@ints, @test)
        1 partition(@ints, @test)[0]
        1 heap_push(@ints, @item)
        1 scan(@ints, @item, func(u, v) { return u + v })
        1 (if @bool { @ints } else { @ints })
        1 @generator.take(@positive).collect()
        1 @generator.map(@function).collect()
        1 (await promise_all([@promise, @promise]))
        2 @call_ints
    ''',
    'strs': '''
        4 [@word, @word]
        2 split(@str, @word)
        2 push(@strs, @word)
        1 keys(@dict)
        2 sort(@strs)
        1 words(@str)
        1 map(@ints, to_string)
        1 map(@strs, func(u) { return u + "!" })
        1 reverse(@strs)
        1 unique(@strs)
    ''',
    'grid': '''
        4 [@ints, @ints]
        1 push(@grid, @ints)
        1 chunk(@ints, @positive)
        1 windows(@ints, @positive)
        1 zip(@ints, @ints)
        1 items(@dict)
        1 map(@ints, func(u) { return [u, u] })
        1 sort(@grid)
        1 pairwise(@ints)
    ''',
    'dict': '''
        4 {"@key": @item, "@key": @item}
        2 {...@dict, "@key": @item}
        1 count_by(@strs, len)
        1 merge(@dict, @dict)
        1 remove(@dict, "@key")[0]
    ''',
    'point': '''
        4 Point { a: @item, name: @word }
        3 Point { a: @item, b: @float, items: take(@ints, 6) }
        2 @point.moved(@item)
        1 @point.renamed(@word)
    ''',
    'vec': '''
        4 Vec { x: @item, y: @item }
        3 (@vec + @vec)
        2 (@vec - @vec)
        1 (@vec * @item)
        1 -@vec
    ''',
    'res': '''
        4 Ok(@item)
        3 Err(@word)
        1 Err(@point)
    ''',
    'opt': '''
        4 Some(@item)
        2 None
        2 @ints.map(@function).next()
    ''',
    'shape': '''
        3 Shape::Dot
        3 Shape::Disc(@item)
        3 Shape::Box(@item, @word)
    ''',
    'maybe': '''
        1 null
        1 @dict?.@key
        1 find(@ints, @test)
        1 @int
    ''',
    'sized': '''
        3 @ints
        1 @strs
        2 @str
        1 @dict
        1 @grid
        1 Set(@ints)
    ''',
    'any': '''
        9 @int
        4 @float
        5 @str
        3 @bool
        4 @ints
        2 @strs
        2 @grid
        3 @dict
        3 @point
        2 @vec
        2 @res
        2 @opt
        2 @shape
        2 @maybe
        1 Set(@ints)
        1 Queue(@strs)
        1 Stack(@grid)
        1 [@any, @any]
        1 {"k": @any}
        1 @function
    ''',
    'function': '''
        5 func(u) @int_body
        2 func(u, w := @item) @int_body
        1 func(u, ...w) @int_body
        2 abs
    ''',
    'test': '''
        1 func(u) @bool_body
    ''',
}.items())

STATEMENTS = table('''
    10 @target_int := @item
    5 @target_int += @small
    2 @target_int -= @item
    3 @target_int := wrap_add(wrap_mul(@int, 31), @int)
    4 @target_float := @float
    5 @target_str := @word
    3 @target_str := substring(@target_str + @str, 0, 30)
    5 @target_ints := take(@ints, 12)
    3 @target_ints := take(push(@target_ints, @item), 40)
    4 @target_ints[@index] := @item
    2 @target_ints[@index] += @small
    2 @target_strs := take(@strs, 6)
    2 @target_grid := take(@grid, 5)
    2 @target_grid[@index] := take(@ints, 6)
    3 @target_grid[@index][@index] := @item
    4 @target_dict["@key"] := @item
    2 @target_dict.@key := @item
    2 @target_dict[@index] := @item
    1 @target_dict["@key"] += @small
    2 @target_dict := @dict
    3 @target_point.a := @item
    2 @target_point.a += @small
    1 @target_point.items := take(@ints, 6)
    2 @target_point.items[@index] := @item
    2 @target_point := @point
    3 @target_vec := @vec
    1 @target_vec := (@vec + @vec)
    1 @target_vec.x := @item
    2 [@bound_int, @bound_int] := take(@ints, 2)
    1 [@bound_int, ...@bound_ints] := take(@ints, 8)
    1 {a, c, ...rest} := @dict
    1 [@target_int, @target_str] := [@item, @word]
    1 [i0, i1] := [i1, i0]
    1 [a0[@index], a0[@index]] := [a0[@index], a0[@index]]
    1 @target_ints[1:2] := [@item]
    1 @target_int := if @bool { @item } else { @item }
    5 @quiet_print
    2 _ := @call_any
    2 _ := @member_any
''')

NESTED_STATEMENTS = table('''
    7 if @bool @block
    5 if @bool @block else @block
    2 if @int @block else if @bool @block else @block
    5 for @new_int in @ints @loop_block
    3 for @new_int in @count @loop_block
    3 for @new_int in range(@count) @loop_block
    1 for [@new_int, @new_int] in @grid @loop_block
    1 for @new_str in @strs @loop_block
    1 for @new_str in @word @loop_block
    1 for @new_str in @dict @loop_block
    2 for @new_int in @generator @loop_block
    1 for @new_int in @ints.map(@function) @loop_block
    3 @new_counter := 0\\nwhile @last < @count @counting_block
    1 @new_counter := 0\\nloop while @last < @count @counting_block
    1 @new_counter := 0\\nloop @leaving_block
    6 try @block except @new_error @handler_block
    2 try @block except @new_error @handler_block finally { @target_int += @small\\nprint("finally", i0, a0) }
    1 try @block finally { a0 := [@small, 5]\\nprint("finally", a0) }
    2 for @new_int, @new_int in @ints @loop_block
    1 for @new_str, @new_int in @dict @loop_block
    2 try @throwing_block except @new_error @handler_block
    2 match @shape {\\ncase Shape::Dot: @block\\ncase Shape::Disc(@new_int): @block\\ncase Shape::Box(@new_int, @new_str): @block\\n}
    2 match @int {\\ncase 0 | 1: @block\\ncase -1: @block\\ncase _ if @bool: @block\\ndefault: @block\\n}
    1 match @res {\\ncase Ok(@new_int): @block\\ncase Err(@new_str): @block\\n}
    1 match @opt {\\ncase Some(@new_int): @block\\ncase None: @block\\n}
    1 match @str {\\ncase "a" | "": @block\\ndefault: @block\\n}
    2 let @new_int := @item
    1 let @new_function := func(u, v := 1) @int_body
    1 let @new_iterator := @ints.map(@function)\\nprint(@last.next(), @last.next())
    1 let @new_iterator := @generator\\nprint(@last.next(), @last, @last.take(2).collect())
    2 let @new_channel := channel()\\nspawn @sending_block\\n@last.send(@item)\\nprint(@last.receive(), @last.receive())
    1 let @new_promise := @promise\\nprint(await @last, await @last, @last)
    2 @throw
''')
