-- Sorts n pseudo-random integers with the language's own sort.
local DEFAULT_N = 100

local function random_numbers(length)
  local numbers = {}
  local state = 42
  for _ = 1, length do
    state = (state * 16807) % 2147483647
    numbers[#numbers + 1] = state
  end
  return numbers
end

local function benchmark(n)
  local ordered = random_numbers(n)
  table.sort(ordered)
  local check = 0
  for i = 0, n - 1 do check = (check + ordered[i + 1] * (i % 7 + 1)) % 1000003 end
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
