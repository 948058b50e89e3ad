-- Counts n events in a map with a thousand string keys.
local DEFAULT_N = 2000

local function benchmark(n)
  local names = {}
  for i = 0, 999 do names[#names + 1] = "key" .. i end
  local counts = {}
  for i = 0, n - 1 do
    local name = names[i * 7919 % 1000 + 1]
    if counts[name] then
      counts[name] = counts[name] + 1
    else
      counts[name] = 1
    end
  end
  local check = 0
  for i = 1, 1000 do check = (check * 31 + (counts[names[i]] or 0)) % 1000003 end
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
