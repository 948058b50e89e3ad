-- A map with pairs of ints as keys: every second cell of a grid is stored, then all are asked for.
-- Tables are not compared by their items as keys, so that a text stands for each pair.
local DEFAULT_N = 20

local function benchmark(n)
  local map = {}
  for y = 0, n - 1 do
    for x = 0, n - 1 do
      if (x + y) % 2 == 0 then map[x .. "," .. y] = x * n + y end
    end
  end
  local total = 0
  local missing = 0
  for y = 0, n - 1 do
    for x = 0, n - 1 do
      local key = x .. "," .. y
      if map[key] then
        total = total + map[key]
      else
        missing = missing + 1
      end
    end
  end
  return total + missing
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
