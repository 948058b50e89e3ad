-- Iterative Fibonacci with integers of any size: the result has every digit.
-- Lua has no big integers: a number is a list of limbs in base 10^15, lowest first.
local DEFAULT_N = 300
local BASE = 1000000000000000

local function add(a, b)
  local sum = {}
  local carry = 0
  for i = 1, #b do
    local limb = (a[i] or 0) + b[i] + carry
    if limb >= BASE then
      sum[i] = limb - BASE
      carry = 1
    else
      sum[i] = limb
      carry = 0
    end
  end
  if carry > 0 then sum[#b + 1] = carry end
  return sum
end

local function to_text(number)
  local parts = {string.format("%d", number[#number])}
  for i = #number - 1, 1, -1 do
    parts[#parts + 1] = string.format("%015d", number[i])
  end
  return table.concat(parts)
end

local function benchmark(n)
  local previous = {0}
  local current = {1}
  for _ = 1, n - 1 do
    previous, current = current, add(previous, current)
  end
  return to_text(current)
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
