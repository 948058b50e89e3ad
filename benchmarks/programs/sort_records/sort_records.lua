-- Sorts n records with a comparator: by key, then by descending number.
local DEFAULT_N = 100

local function random_records(length)
  local records = {}
  local state = 42
  for i = 0, length - 1 do
    state = (state * 16807) % 2147483647
    records[#records + 1] = {key = state % 1000, number = i}
  end
  return records
end

local function comes_before(a, b)
  if a.key ~= b.key then return a.key < b.key end
  return b.number < a.number
end

local function benchmark(n)
  local ordered = random_records(n)
  table.sort(ordered, comes_before)
  local check = 0
  for i = 0, n - 1 do check = (check + ordered[i + 1].number * (i % 7 + 1)) % 1000003 end
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
