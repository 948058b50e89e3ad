-- Builds trees of nested lists, seven levels deep, with random leaf sizes.
local DEFAULT_N = 1
local node_total = 0
local random_state = 0

local function next_random()
  random_state = (random_state * 1309 + 13849) % 65536
  return random_state
end

-- A list in Lua cannot hold nil, so the cells of a leaf hold false.
local function build_tree(depth)
  node_total = node_total + 1
  local node = {}
  if depth == 1 then
    for _ = 1, next_random() % 10 + 1 do node[#node + 1] = false end
  else
    for _ = 1, 4 do node[#node + 1] = build_tree(depth - 1) end
  end
  return node
end

local function benchmark(n)
  node_total = 0
  random_state = 74755
  local leaf_cells = 0
  for _ = 1, n do
    local tree = build_tree(7)
    leaf_cells = leaf_cells + #tree[4][3][2][1][2][3]
  end
  return node_total + leaf_cells
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
