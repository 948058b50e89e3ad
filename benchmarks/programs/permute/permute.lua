-- All permutations of six elements by recursive swapping, in one shared list.
local DEFAULT_N = 1
local elements = {}
local calls = 0

local function swap(i, j)
  local kept = elements[i]
  elements[i] = elements[j]
  elements[j] = kept
end

local function permute(n)
  calls = calls + 1
  if n ~= 0 then
    permute(n - 1)
    for i = n, 1, -1 do
      swap(n, i)
      permute(n - 1)
      swap(n, i)
    end
  end
end

local function benchmark(n)
  calls = 0
  for _ = 1, n do
    elements = {0, 1, 2, 3, 4, 5}
    permute(6)
  end
  return calls * 10 + elements[6]
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
