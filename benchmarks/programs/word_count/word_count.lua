-- Counts the words of the first n lines of the text file named by BENCHMARK_TEXT.
local DEFAULT_N = 100

local function benchmark(n)
  local counts = {}
  local word_total = 0
  local remaining = n
  for line in io.lines(os.getenv("BENCHMARK_TEXT")) do
    if remaining == 0 then break end
    remaining = remaining - 1
    for word in line:lower():gmatch("%S+") do
      word_total = word_total + 1
      if counts[word] then
        counts[word] = counts[word] + 1
      else
        counts[word] = 1
      end
    end
  end
  local best = ""
  local best_count = 0
  local different = 0
  for word, times in pairs(counts) do
    different = different + 1
    if times > best_count or times == best_count and word < best then
      best = word
      best_count = times
    end
  end
  return string.format("%d words, %d different, most frequent: %s (%d)", word_total, different, best, best_count)
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
