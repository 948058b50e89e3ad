-- Two coroutines hand a number to and fro.
-- Lua has no event loop: the loop in benchmark carries the number from one to the other.
local DEFAULT_N = 100

local yield = coroutine.yield

local function pong(number)
  while true do number = yield((number * 3 + 1) % 1000003) end
end

local function ping(rounds)
  local number = 1
  for i = 0, rounds - 1 do number = yield(number + i) end
  return nil, number
end

local function benchmark(n)
  local ask, answer = coroutine.wrap(ping), coroutine.wrap(pong)
  local number, result = ask(n)
  while number do number, result = ask(answer(number)) end
  return result
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
