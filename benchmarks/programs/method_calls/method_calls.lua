-- Methods that return a new value, and one method name on two kinds of struct.
local DEFAULT_N = 20

local Point = {}
Point.__index = Point

local function new_point(x, y)
  return setmetatable({x = x, y = y}, Point)
end

function Point:plus(other)
  return new_point(self.x + other.x, self.y + other.y)
end

function Point:distance()
  return self.x + self.y
end

local Square = {}
Square.__index = Square

function Square:area()
  return self.side * self.side
end

local Rectangle = {}
Rectangle.__index = Rectangle

function Rectangle:area()
  return self.width * self.height
end

local function benchmark(n)
  local shapes = {
    setmetatable({side = 2}, Square),
    setmetatable({width = 3, height = 5}, Rectangle),
    setmetatable({side = 4}, Square),
    setmetatable({width = 1, height = 7}, Rectangle),
  }
  local position = new_point(0, 0)
  local stride = new_point(1, 2)
  local total = 0
  for i = 0, n - 1 do
    position = position:plus(stride)
    total = (total + shapes[i % 4 + 1]:area() + position:distance()) % 1000003
  end
  return total + position.x + position.y
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
