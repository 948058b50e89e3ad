-- DeltaBlue, an incremental solver for one-way constraints with strengths.
-- Variables and constraints are handles: indices into two lists of structs.
local DEFAULT_N = 20

local REQUIRED = 0
local PREFERRED = 2
local STRONG_DEFAULT = 3
local DEFAULT = 5
local WEAKEST = 6
local EDIT = 0
local STAY = 1
local EQUAL = 2
local SCALE = 3
local UNSATISFIED = 0
local FORWARD = 1
local BACKWARD = 2
local variables = {}
local constraints = {}
local current_mark = 0

local incremental_add, incremental_remove, add_propagate, remove_propagate_from

local function remove_item(list, item)
  for i = 1, #list do
    if list[i] == item then return table.remove(list, i) end
  end
end

local function new_variable(value)
  variables[#variables + 1] = {value = value, users = {}, determined_by = 0, mark = 0, walk_strength = WEAKEST, stay = true}
  return #variables
end

local function new_mark()
  current_mark = current_mark + 1
  return current_mark
end

local function is_satisfied(c)
  return constraints[c].direction ~= UNSATISFIED
end

local function output_of(c)
  if constraints[c].kind < EQUAL or constraints[c].direction == BACKWARD then
    return constraints[c].first
  end
  return constraints[c].second
end

local function input_of(c)
  if constraints[c].direction == FORWARD then
    return constraints[c].first
  end
  return constraints[c].second
end

local function variables_of(c)
  if constraints[c].kind < EQUAL then
    return {constraints[c].first}
  end
  if constraints[c].kind == EQUAL then
    return {constraints[c].first, constraints[c].second}
  end
  return {constraints[c].first, constraints[c].second, constraints[c].scale, constraints[c].offset}
end

local function inputs_of(c)
  if constraints[c].kind < EQUAL then
    return {}
  end
  if constraints[c].kind == EQUAL then
    return {input_of(c)}
  end
  return {input_of(c), constraints[c].scale, constraints[c].offset}
end

local function add_constraint(kind, strength, first, second, scale, offset)
  local c = #constraints + 1
  constraints[#constraints + 1] = {kind = kind, strength = strength, first = first, second = second, scale = scale, offset = offset, direction = UNSATISFIED}
  for _, v in ipairs(variables_of(c)) do
    variables[v].users[#variables[v].users + 1] = c
  end
  incremental_add(c)
  return c
end

local function remove_from_graph(c)
  for _, v in ipairs(variables_of(c)) do
    remove_item(variables[v].users, c)
  end
  constraints[c].direction = UNSATISFIED
end

local function destroy_constraint(c)
  if is_satisfied(c) then
    incremental_remove(c)
  else
    remove_from_graph(c)
  end
end

local function choose_unary(c, mark)
  local v = constraints[c].first
  if variables[v].mark ~= mark and constraints[c].strength < variables[v].walk_strength then
    return FORWARD
  end
  return UNSATISFIED
end

local function choose_binary(c, mark)
  local first = constraints[c].first
  local second = constraints[c].second
  local strength = constraints[c].strength
  local forward = strength < variables[second].walk_strength
  local backward = strength < variables[first].walk_strength
  if variables[first].mark == mark then
    if variables[second].mark ~= mark and forward then
      return FORWARD
    end
    return UNSATISFIED
  end
  if variables[second].mark == mark then
    if backward then
      return BACKWARD
    end
    return UNSATISFIED
  end
  if variables[first].walk_strength > variables[second].walk_strength then
    if backward then
      return BACKWARD
    end
    return UNSATISFIED
  end
  if forward then
    return FORWARD
  end
  return UNSATISFIED
end

local function choose_method(c, mark)
  if constraints[c].kind < EQUAL then
    return choose_unary(c, mark)
  end
  return choose_binary(c, mark)
end

local function execute(c)
  if constraints[c].kind == EQUAL then
    variables[output_of(c)].value = variables[input_of(c)].value
  elseif constraints[c].kind == SCALE then
    local factor = variables[constraints[c].scale].value
    local shift = variables[constraints[c].offset].value
    if constraints[c].direction == FORWARD then
      variables[constraints[c].second].value = variables[constraints[c].first].value * factor + shift
    else
      variables[constraints[c].first].value = math.floor((variables[constraints[c].second].value - shift) / factor)
    end
  end
end

local function recalculate(c)
  local target = output_of(c)
  local weakest = constraints[c].strength
  local stay = constraints[c].kind ~= EDIT
  if constraints[c].kind >= EQUAL then
    local source = input_of(c)
    if variables[source].walk_strength > weakest then
      weakest = variables[source].walk_strength
    end
    stay = variables[source].stay
    if constraints[c].kind == SCALE then
      stay = stay and variables[constraints[c].scale].stay and variables[constraints[c].offset].stay
    end
  end
  variables[target].walk_strength = weakest
  variables[target].stay = stay
  if stay then
    execute(c)
  end
end

local function satisfy(c, mark)
  constraints[c].direction = choose_method(c, mark)
  if constraints[c].direction == UNSATISFIED then
    if constraints[c].strength == REQUIRED then
      error("Could not satisfy a required constraint")
    end
    return 0
  end
  for _, v in ipairs(inputs_of(c)) do
    variables[v].mark = mark
  end
  local target = output_of(c)
  local overridden = variables[target].determined_by
  if overridden > 0 then
    constraints[overridden].direction = UNSATISFIED
  end
  variables[target].determined_by = c
  if not add_propagate(c, mark) then
    error("Cycle encountered")
  end
  variables[target].mark = mark
  return overridden
end

function incremental_add(c)
  local mark = new_mark()
  local overridden = satisfy(c, mark)
  while overridden > 0 do
    overridden = satisfy(overridden, mark)
  end
end

function incremental_remove(c)
  local target = output_of(c)
  remove_from_graph(c)
  local unsatisfied = remove_propagate_from(target)
  for strength = REQUIRED, WEAKEST - 1 do
    for _, u in ipairs(unsatisfied) do
      if constraints[u].strength == strength then
        incremental_add(u)
      end
    end
  end
end

local function with_consumers(todo, v)
  local determining = variables[v].determined_by
  for _, c in ipairs(variables[v].users) do
    if c ~= determining and is_satisfied(c) then
      todo[#todo + 1] = c
    end
  end
  return todo
end

function add_propagate(c, mark)
  local todo = {c}
  while #todo > 0 do
    local d = table.remove(todo)
    local target = output_of(d)
    if variables[target].mark == mark then
      incremental_remove(c)
      return false
    end
    recalculate(d)
    todo = with_consumers(todo, target)
  end
  return true
end

function remove_propagate_from(target)
  variables[target].determined_by = 0
  variables[target].walk_strength = WEAKEST
  variables[target].stay = true
  local unsatisfied = {}
  local todo = {target}
  while #todo > 0 do
    local v = table.remove(todo)
    for _, c in ipairs(variables[v].users) do
      if not is_satisfied(c) then
        unsatisfied[#unsatisfied + 1] = c
      end
    end
    for _, c in ipairs(with_consumers({}, v)) do
      recalculate(c)
      todo[#todo + 1] = output_of(c)
    end
  end
  return unsatisfied
end

local function inputs_known(c, mark)
  for _, v in ipairs(inputs_of(c)) do
    if variables[v].mark ~= mark and not variables[v].stay and variables[v].determined_by > 0 then
      return false
    end
  end
  return true
end

local function extract_plan(edit)
  local mark = new_mark()
  local plan = {}
  local todo = {}
  if is_satisfied(edit) then
    todo[#todo + 1] = edit
  end
  while #todo > 0 do
    local c = table.remove(todo)
    local target = output_of(c)
    if variables[target].mark ~= mark and inputs_known(c, mark) then
      plan[#plan + 1] = c
      variables[target].mark = mark
      todo = with_consumers(todo, target)
    end
  end
  return plan
end

local function execute_plan(plan)
  for _, c in ipairs(plan) do
    execute(c)
  end
end

local function change(v, value)
  local edit = add_constraint(EDIT, PREFERRED, v, 0, 0, 0)
  local plan = extract_plan(edit)
  for _ = 1, 10 do
    variables[v].value = value
    execute_plan(plan)
  end
  destroy_constraint(edit)
end

local function expect(v, value)
  if variables[v].value ~= value then
    error("Wrong value " .. variables[v].value .. ", expected " .. value)
  end
  return value
end

local function chain_test(n)
  local first = new_variable(0)
  local last = first
  for _ = 1, n do
    local following = new_variable(0)
    add_constraint(EQUAL, REQUIRED, last, following, 0, 0)
    last = following
  end
  add_constraint(STAY, STRONG_DEFAULT, last, 0, 0, 0)
  local edit = add_constraint(EDIT, PREFERRED, first, 0, 0, 0)
  local plan = extract_plan(edit)
  local total = 0
  for i = 0, 99 do
    variables[first].value = i
    execute_plan(plan)
    total = total + expect(last, i)
  end
  destroy_constraint(edit)
  return total
end

local function projection_test(n)
  local scale = new_variable(10)
  local offset = new_variable(1000)
  local source = 0
  local target = 0
  local targets = {}
  for i = 0, n - 1 do
    source = new_variable(i)
    target = new_variable(i)
    targets[#targets + 1] = target
    add_constraint(STAY, DEFAULT, source, 0, 0, 0)
    add_constraint(SCALE, REQUIRED, source, target, scale, offset)
  end
  change(source, 17)
  local total = expect(target, 1170)
  change(target, 1050)
  total = total + expect(source, 5)
  change(scale, 5)
  for i = 1, n - 1 do
    total = total + expect(targets[i], (i - 1) * 5 + 1000)
  end
  change(offset, 2000)
  for i = 1, n - 1 do
    total = total + expect(targets[i], (i - 1) * 5 + 2000)
  end
  return total
end

local function benchmark(n)
  variables = {}
  constraints = {}
  current_mark = 0
  return chain_test(n) + projection_test(n)
end

local function main(arguments)
  local settings = {DEFAULT_N, 0, 1}
  for i = 1, 3 do
    if arguments[i] then settings[i] = math.floor(tonumber(arguments[i])) end
  end
  local warmup = settings[2]
  local result
  for step = 1, warmup + settings[3] do
    local start = os.clock()
    result = benchmark(settings[1])
    local elapsed_ms = (os.clock() - start) * 1000
    if step > warmup then print(string.format("time_ms: %f", elapsed_ms)) end
  end
  if type(result) == "number" then result = string.format("%d", result) end
  print("result: " .. result)
end

main(arg)
