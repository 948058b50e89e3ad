-- Havlak's loop finder on a made control-flow graph. Blocks, loops and union-find nodes
-- are handles: indices into lists of structs.
local DEFAULT_N = 2

local UNVISITED = -1
local NON_HEADER = 0
local REDUCIBLE = 1
local SELF_LOOP = 2
local IRREDUCIBLE = 3
local blocks = {}
local loops = {}
local nodes = {}
local number_of = {}
local last_of = {}
local header_of = {}
local kind_of = {}
local back_edges = {}
local other_edges = {}

local function contains(list, item)
  for i = 1, #list do
    if list[i] == item then return true end
  end
  return false
end

local function new_block()
  blocks[#blocks + 1] = {in_edges = {}, out_edges = {}}
  return #blocks
end

local function connect(source, target)
  blocks[source].out_edges[#blocks[source].out_edges + 1] = target
  blocks[target].in_edges[#blocks[target].in_edges + 1] = source
end

local function build_straight(start, length)
  local at = start
  for _ = 1, length do
    local following = new_block()
    connect(at, following)
    at = following
  end
  return at
end

local function build_diamond(start)
  local left = build_straight(start, 1)
  local right = build_straight(start, 1)
  local bottom = new_block()
  connect(left, bottom)
  connect(right, bottom)
  return bottom
end

local function build_base_loop(start)
  local header = build_straight(start, 1)
  local diamond = build_diamond(header)
  local inner = build_straight(diamond, 1)
  local inner_diamond = build_diamond(inner)
  local footer = build_straight(inner_diamond, 1)
  connect(inner_diamond, inner)
  connect(diamond, header)
  connect(footer, start)
  return build_straight(footer, 1)
end

local function build_graph(trees)
  local entry = new_block()
  local exit_block = build_base_loop(entry)
  local hub = new_block()
  connect(entry, hub)
  for _ = 1, trees do
    local at = new_block()
    connect(hub, at)
    for _ = 1, 5 do
      local top = at
      at = build_straight(at, 1)
      for _ = 1, 4 do
        at = build_base_loop(at)
      end
      local bottom = build_straight(at, 1)
      connect(at, top)
      at = bottom
    end
    connect(at, exit_block)
  end
end

local function new_loop(header, reducible)
  loops[#loops + 1] = {header = header, reducible = reducible, parent = 0, children = {}, members = {}, nesting = 0}
  return #loops
end

local function set_parent(child, parent)
  loops[child].parent = parent
  loops[parent].children[#loops[parent].children + 1] = child
end

local function find_set(start)
  local at = start
  local passed = {}
  while at ~= nodes[at].parent do
    local parent = nodes[at].parent
    if parent ~= nodes[parent].parent then
      passed[#passed + 1] = at
    end
    at = parent
  end
  for _, node in ipairs(passed) do
    nodes[node].parent = at
  end
  return at
end

local function is_ancestor(w, v)
  return w <= v and v <= last_of[w]
end

local function search_depth_first(block, current)
  nodes[current].block = block
  number_of[block] = current
  local latest = current
  for _, target in ipairs(blocks[block].out_edges) do
    if number_of[target] == UNVISITED then
      latest = search_depth_first(target, latest + 1)
    end
  end
  last_of[current] = latest
  return latest
end

local function prepare(size)
  nodes = {}
  number_of = {}
  last_of = {}
  header_of = {}
  kind_of = {}
  back_edges = {}
  other_edges = {}
  for i = 1, size do
    nodes[#nodes + 1] = {parent = i, block = 0, found_loop = 0}
    number_of[#number_of + 1] = UNVISITED
    last_of[#last_of + 1] = 0
    header_of[#header_of + 1] = 0
    kind_of[#kind_of + 1] = NON_HEADER
    back_edges[#back_edges + 1] = {}
    other_edges[#other_edges + 1] = {}
  end
end

local function sort_edges(w)
  for _, source in ipairs(blocks[nodes[w].block].in_edges) do
    local v = number_of[source]
    if v ~= UNVISITED then
      if is_ancestor(w, v) then
        back_edges[w][#back_edges[w] + 1] = v
      elseif not contains(other_edges[w], v) then
        other_edges[w][#other_edges[w] + 1] = v
      end
    end
  end
end

local function loop_body(w)
  local pool = {}
  for _, v in ipairs(back_edges[w]) do
    if v == w then
      kind_of[w] = SELF_LOOP
    else
      pool[#pool + 1] = find_set(v)
    end
  end
  if #pool > 0 then
    kind_of[w] = REDUCIBLE
  end
  local position = 1
  while position <= #pool do
    local x = pool[position]
    position = position + 1
    for _, v in ipairs(other_edges[x]) do
      local y = find_set(v)
      if not is_ancestor(w, y) then
        kind_of[w] = IRREDUCIBLE
        if not contains(other_edges[w], y) then
          other_edges[w][#other_edges[w] + 1] = y
        end
      elseif y ~= w and not contains(pool, y) then
        pool[#pool + 1] = y
      end
    end
  end
  return pool
end

local function record_loop(w, pool)
  local created = new_loop(nodes[w].block, kind_of[w] ~= IRREDUCIBLE)
  nodes[w].found_loop = created
  for _, node in ipairs(pool) do
    header_of[node] = w
    nodes[node].parent = w
    if nodes[node].found_loop > 0 then
      set_parent(nodes[node].found_loop, created)
    else
      loops[created].members[#loops[created].members + 1] = nodes[node].block
    end
  end
end

local function find_loops()
  local size = #blocks
  prepare(size)
  local reached = search_depth_first(1, 1)
  for w = 1, size do
    if nodes[w].block > 0 then
      sort_edges(w)
    end
  end
  for w = size, 1, -1 do
    if nodes[w].block > 0 then
      local pool = loop_body(w)
      if #pool > 0 or kind_of[w] == SELF_LOOP then
        record_loop(w, pool)
      end
    end
  end
  return reached - 1
end

local function compute_nesting(at)
  local deepest = 0
  for _, child in ipairs(loops[at].children) do
    local nesting = compute_nesting(child) + 1
    if nesting > deepest then
      deepest = nesting
    end
  end
  loops[at].nesting = deepest
  return deepest
end

local function benchmark(n)
  blocks = {}
  loops = {}
  build_graph(n)
  local root = 1
  local check = 0
  for _ = 1, 3 do
    loops = {}
    new_loop(0, true)
    check = check + find_loops()
  end
  for i = 2, #loops do
    if loops[i].parent == 0 then
      set_parent(i, root)
    end
  end
  compute_nesting(root)
  for i = 1, #loops do
    check = (check * 31 + #loops[i].members + loops[i].nesting * 7 + loops[i].header - 1) % 1000003
  end
  return check * 1000 + #loops % 1000
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
