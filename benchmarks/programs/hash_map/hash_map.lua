-- Fills a map with int keys 0..n-1, then reads every entry.
local DEFAULT_N = 100

local function benchmark(n)
  local map = {}
  for i = 0, n - 1 do map[i] = i * 2 end
  local total = 0
  for i = 0, n - 1 do total = total + map[i] end
  return total
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
