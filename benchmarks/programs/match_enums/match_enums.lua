-- Expressions as tagged tables with payloads: builds one, evaluates it, and derives it into a new one.
local DEFAULT_N = 1

local NUMBER, VARIABLE, NEGATED, SUM, PRODUCT = 0, 1, 2, 3, 4

-- The remainder with the sign of the dividend, as in the other languages.
local function remainder(number)
  if number < 0 then return -(-number % 1000003) end
  return number % 1000003
end

local function build(depth, seed)
  if depth == 0 then
    if seed % 3 == 0 then return {kind = VARIABLE} end
    return {kind = NUMBER, value = seed % 10}
  end
  if seed % 5 == 0 then return {kind = NEGATED, first = build(depth - 1, seed + 1)} end
  local first = build(depth - 1, seed * 2 + 1)
  local second = build(depth - 1, seed * 3 + 2)
  return {kind = seed % 2 == 0 and SUM or PRODUCT, first = first, second = second}
end

local function evaluate(expr, x)
  local kind = expr.kind
  if kind == NUMBER then return expr.value end
  if kind == VARIABLE then return x end
  if kind == NEGATED then return -evaluate(expr.first, x) end
  if kind == SUM then return remainder(evaluate(expr.first, x) + evaluate(expr.second, x)) end
  return remainder(evaluate(expr.first, x) * evaluate(expr.second, x))
end

local function derive(expr)
  local kind = expr.kind
  if kind == NUMBER then return {kind = NUMBER, value = 0} end
  if kind == VARIABLE then return {kind = NUMBER, value = 1} end
  if kind == NEGATED then return {kind = NEGATED, first = derive(expr.first)} end
  if kind == SUM then return {kind = SUM, first = derive(expr.first), second = derive(expr.second)} end
  return {kind = SUM, first = {kind = PRODUCT, first = derive(expr.first), second = expr.second},
          second = {kind = PRODUCT, first = expr.first, second = derive(expr.second)}}
end

local function benchmark(n)
  local expr = build(7, 1)
  local total = 0
  for i = 0, n - 1 do
    total = remainder(total + evaluate(expr, i % 10))
    total = remainder(total + evaluate(derive(expr), i % 7))
  end
  return total
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
