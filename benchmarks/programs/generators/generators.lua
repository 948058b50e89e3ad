-- A pipeline of generators: numbers, those that 3 does not divide, their squares, added up.
-- Lua has coroutines for the purpose.
local DEFAULT_N = 100

local yield = coroutine.yield

local function count(n)
  return coroutine.wrap(function()
    for i = 0, n - 1 do yield(i) end
  end)
end

local function without_multiples(numbers, divisor)
  return coroutine.wrap(function()
    for number in numbers do
      if number % divisor ~= 0 then yield(number) end
    end
  end)
end

local function squares(numbers)
  return coroutine.wrap(function()
    for number in numbers do yield(number * number % 1000003) end
  end)
end

local function benchmark(n)
  local total = 0
  for square in squares(without_multiples(count(n), 3)) do total = (total + square) % 1000003 end
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
