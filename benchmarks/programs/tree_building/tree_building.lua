-- Builds and walks trees of nested dicts and arrays, as a JSON document would be.
local DEFAULT_N = 1
local node_total = 0

local function build(depth)
  node_total = node_total + 1
  local identity = node_total
  local children = {}
  if depth > 0 then
    for i = 1, 4 do children[i] = build(depth - 1) end
  end
  return {
    id = identity,
    name = "node " .. identity,
    tags = {"tree", "level", depth},
    size = {width = depth * 2, height = depth * 3},
    children = children,
  }
end

local function walk(node)
  local total = node.id + #node.name + node.tags[3] + node.size.width + node.size.height
  for i = 1, #node.children do total = total + walk(node.children[i]) end
  return total
end

local function benchmark(n)
  local check = 0
  for _ = 1, n do
    node_total = 0
    check = (check + walk(build(5))) % 1000003
  end
  return check
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
