-- Quicksort written in the language; in Ruff the list is passed in and the sorted list comes back.
local DEFAULT_N = 100

local function quicksort(numbers, low, high)
  if low >= high then return numbers end
  local pivot = numbers[low + math.floor((high - low) / 2)]
  local i = low
  local j = high
  while i <= j do
    while numbers[i] < pivot do i = i + 1 end
    while numbers[j] > pivot do j = j - 1 end
    if i <= j then
      local kept = numbers[i]
      numbers[i] = numbers[j]
      numbers[j] = kept
      i = i + 1
      j = j - 1
    end
  end
  numbers = quicksort(numbers, low, j)
  return quicksort(numbers, i, high)
end

local function benchmark(n)
  local numbers = {}
  local state = 42
  for _ = 1, n do
    state = (state * 16807) % 2147483647
    numbers[#numbers + 1] = state
  end
  numbers = quicksort(numbers, 1, n)
  local check = 0
  for i = 0, n - 1 do check = (check + numbers[i + 1] * (i % 7 + 1)) % 1000003 end
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
