-- A map with n scattered int keys: filled, then asked for 2n keys of which half are missing.
local DEFAULT_N = 100

local function benchmark(n)
  local map = {}
  for i = 0, n - 1 do map[i * 2654435761 % 4294967296] = i end
  local total = 0
  local missing = 0
  for i = 0, 2 * n - 1 do
    local key = i * 2654435761 % 4294967296
    if map[key] then
      total = total + map[key]
    else
      missing = missing + 1
    end
  end
  return total + missing
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
