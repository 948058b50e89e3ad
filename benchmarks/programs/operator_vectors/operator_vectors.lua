-- Five bodies that attract each other, moved with overloaded operators on vectors of three floats.
local DEFAULT_N = 100

local STEP = 0.001

local Vector = {}
Vector.__index = Vector

local function new_vector(x, y, z)
  return setmetatable({x = x, y = y, z = z}, Vector)
end

function Vector.__add(a, b)
  return new_vector(a.x + b.x, a.y + b.y, a.z + b.z)
end

function Vector.__sub(a, b)
  return new_vector(a.x - b.x, a.y - b.y, a.z - b.z)
end

function Vector.__mul(a, factor)
  return new_vector(a.x * factor, a.y * factor, a.z * factor)
end

function Vector:dot(other)
  return self.x * other.x + self.y * other.y + self.z * other.z
end

function Vector:cross(other)
  return new_vector(self.y * other.z - self.z * other.y, self.z * other.x - self.x * other.z,
                    self.x * other.y - self.y * other.x)
end

local function make_bodies()
  local bodies = {}
  for i = 0, 4 do
    local distance = i * 5.0
    bodies[i + 1] = {
      position = new_vector(distance, distance * 0.5, 1.0 - distance * 0.1),
      velocity = new_vector(0.1 * i, 1.0 - 0.2 * i, 0.05 * i),
      mass = 40.0 / (1.0 + distance),
    }
  end
  return bodies
end

local function advance(bodies)
  local count = #bodies
  for i = 1, count do
    for j = 1, count do
      if j > i then
        local between = bodies[i].position - bodies[j].position
        local squared = between:dot(between)
        local pull = STEP / (squared * math.sqrt(squared))
        bodies[i].velocity = bodies[i].velocity - between * (bodies[j].mass * pull)
        bodies[j].velocity = bodies[j].velocity + between * (bodies[i].mass * pull)
      end
    end
  end
  for i = 1, count do bodies[i].position = bodies[i].position + bodies[i].velocity * STEP end
end

local function angular_momentum(bodies)
  local momentum = new_vector(0.0, 0.0, 0.0)
  for i = 1, #bodies do
    local body = bodies[i]
    momentum = momentum + body.position:cross(body.velocity) * body.mass
  end
  return momentum
end

local function benchmark(n)
  local bodies = make_bodies()
  for _ = 1, n do advance(bodies) end
  local momentum = angular_momentum(bodies)
  local total = 1000.0 + momentum:dot(momentum) + bodies[1].position.x
  return math.floor(total * 1000000.0)
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
