-- Takeuchi's function on linked lists; a link is the index of a cell in one growing list.
local DEFAULT_N = 1
local cells = {}

local function make_list(length)
  if length == 0 then return 0 end
  local rest = make_list(length - 1)
  cells[#cells + 1] = {value = length, next = rest}
  return #cells
end

local function list_length(cell)
  if cell == 0 then return 0 end
  return 1 + list_length(cells[cell].next)
end

local function is_shorter(x, y)
  while y > 0 do
    if x == 0 then return true end
    x = cells[x].next
    y = cells[y].next
  end
  return false
end

local function tail(x, y, z)
  if is_shorter(y, x) then
    return tail(tail(cells[x].next, y, z), tail(cells[y].next, z, x), tail(cells[z].next, x, y))
  end
  return z
end

local function benchmark(n)
  local total = 0
  for _ = 1, n do
    cells = {}
    local longest = make_list(15)
    local middle = make_list(10)
    local shortest = make_list(6)
    local found = tail(longest, middle, shortest)
    total = total + list_length(found) * 100 + cells[found].value
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
