-- Iterative Fibonacci modulo 1,000,000,007: a loop with addition and remainder.
local DEFAULT_N = 1000

local function benchmark(n)
  local previous = 0
  local current = 1
  for _ = 1, n - 1 do
    local following = (previous + current) % 1000000007
    previous = current
    current = following
  end
  return current
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
