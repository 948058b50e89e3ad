-- A try in every round of a loop; one round in a hundred throws.
local DEFAULT_N = 1000

local function checked(number)
  if number % 100 == 0 then error("unlucky number", 0) end
  return number
end

local function benchmark(n)
  local total = 0
  local failures = 0
  for i = 0, n - 1 do
    local ok, found = pcall(checked, i)
    if ok then
      total = total + found
    else
      failures = failures + #found
    end
  end
  return total + failures
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
