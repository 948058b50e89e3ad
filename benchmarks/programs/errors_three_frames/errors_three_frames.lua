-- Every fourth round throws an error that crosses three functions before it is caught.
local DEFAULT_N = 100

local function parse_digit(number)
  if number % 4 == 0 then error("no digit here", 0) end
  return number % 10
end

local function parse_number(number)
  return parse_digit(number) * 10 + 1
end

local function parse_line(number)
  return parse_number(number) + number % 3
end

local function benchmark(n)
  local total = 0
  local failures = 0
  for i = 0, n - 1 do
    local ok, found = pcall(parse_line, i)
    if ok then
      total = (total + found) % 1000003
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
