-- Closures made in a loop, mapped and folded over a list of a thousand integers.
local DEFAULT_N = 2

local function map(list, f)
  local mapped = {}
  for i = 1, #list do mapped[i] = f(list[i]) end
  return mapped
end

local function filter(list, f)
  local kept = {}
  for i = 1, #list do
    if f(list[i]) then kept[#kept + 1] = list[i] end
  end
  return kept
end

local function reduce(list, initial, f)
  local folded = initial
  for i = 1, #list do folded = f(folded, list[i]) end
  return folded
end

local function adder(offset)
  return function(number) return number + offset end
end

local function benchmark(n)
  local numbers = {}
  for i = 0, 999 do numbers[#numbers + 1] = i end
  local total = 0
  for repetition = 0, n - 1 do
    local shift = adder(repetition)
    local shifted = map(numbers, shift)
    local even = filter(shifted, function(number) return number % 2 == 0 end)
    total = reduce(even, total, function(folded, number) return (folded + number) % 1000003 end)
  end
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
