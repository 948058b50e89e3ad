-- Closures that change what they have captured: counters with a cell of their own, accounts whose two functions share one.
local DEFAULT_N = 100

local function make_counter(step)
  local count = 0
  return function()
    count = (count + step) % 1000003
    return count
  end
end

local function make_account(balance)
  local function deposit(amount) balance = (balance + amount) % 1000003 end
  local function read() return balance end
  return deposit, read
end

local function benchmark(n)
  local counters = {make_counter(1), make_counter(2), make_counter(3), make_counter(5)}
  local deposit, read = make_account(100)
  local total = 0
  for i = 0, n - 1 do
    if i % 10 == 0 then counters[i / 10 % 4 + 1] = make_counter(i % 7) end
    local counter = counters[i % 4 + 1]
    deposit(counter())
    total = (total + read()) % 1000003
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
