-- Eight queens by backtracking over lists of booleans; the result is built from the solution.
local DEFAULT_N = 2
local free_rows = {}
local free_rising = {}
local free_falling = {}
local queen_rows = {}

local function filled(length, value)
  local cells = {}
  for i = 1, length do cells[i] = value end
  return cells
end

local function is_free(row, column)
  return free_rows[row] and free_rising[column + row - 1] and free_falling[column - row + 8]
end

local function set_free(row, column, value)
  free_rows[row] = value
  free_rising[column + row - 1] = value
  free_falling[column - row + 8] = value
end

local function place_queen(column)
  for row = 1, 8 do
    if is_free(row, column) then
      queen_rows[row] = column - 1
      set_free(row, column, false)
      if column == 8 then return true end
      if place_queen(column + 1) then return true end
      set_free(row, column, true)
    end
  end
  return false
end

local function benchmark(n)
  local solved = 0
  for _ = 1, n do
    free_rows = filled(8, true)
    free_rising = filled(16, true)
    free_falling = filled(16, true)
    queen_rows = filled(8, -1)
    if place_queen(1) then solved = solved + 1 end
  end
  local placed = 0
  for row = 1, 8 do placed = placed * 10 + queen_rows[row] end
  return placed + solved
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
