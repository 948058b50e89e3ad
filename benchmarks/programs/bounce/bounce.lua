-- A hundred balls move for fifty frames in a box; counts how often one hits a wall.
local DEFAULT_N = 1
local random_state = 0

local function next_random()
  random_state = (random_state * 1309 + 13849) % 65536
  return random_state
end

local function magnitude(number)
  if number < 0 then return -number end
  return number
end

local Ball = {}
Ball.__index = Ball

function Ball:moved()
  self.x = self.x + self.x_velocity
  self.y = self.y + self.y_velocity
  self.bounced = false
  if self.x > 500 then
    self.x = 500
    self.x_velocity = 0 - magnitude(self.x_velocity)
    self.bounced = true
  end
  if self.x < 0 then
    self.x = 0
    self.x_velocity = magnitude(self.x_velocity)
    self.bounced = true
  end
  if self.y > 500 then
    self.y = 500
    self.y_velocity = 0 - magnitude(self.y_velocity)
    self.bounced = true
  end
  if self.y < 0 then
    self.y = 0
    self.y_velocity = magnitude(self.y_velocity)
    self.bounced = true
  end
  return self
end

local function random_ball()
  local x = next_random() % 500
  local y = next_random() % 500
  local x_velocity = next_random() % 300 - 150
  local y_velocity = next_random() % 300 - 150
  return setmetatable({x = x, y = y, x_velocity = x_velocity, y_velocity = y_velocity, bounced = false}, Ball)
end

local function benchmark(n)
  random_state = 74755
  local bounces = 0
  for _ = 1, n do
    local balls = {}
    for i = 1, 100 do balls[i] = random_ball() end
    for _ = 1, 50 do
      for i = 1, 100 do
        balls[i] = balls[i]:moved()
        if balls[i].bounced then bounces = bounces + 1 end
      end
    end
  end
  return bounces
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
