-- Richards, a simulation of the kernel of an operating system: six tasks that pass packets.
-- Tasks and packets are handles: indices into two lists of tables.
local DEFAULT_N = 1

local IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = 0, 1, 2, 3, 4, 5
local DEVICE_PACKET, WORK_PACKET = 0, 1
local NOTHING = -1
local IDLE_COUNT = 1000

-- LuaJIT has a library for bits, Lua 5.4 an operator that LuaJIT cannot read.
local bit_xor = bit and bit.bxor or load("return function(a, b) return a ~ b end")()

local packets, tasks = {}, {}
local packet_total, task_total = 0, 0
local current, queue_count, hold_count = 0, 0, 0

local function new_packet(link, target, kind)
  packets[packet_total] = {link = link, target = target, kind = kind, datum = 0, data = {0, 0, 0, 0}}
  packet_total = packet_total + 1
  return packet_total - 1
end

-- first and second: idle task: control word and count; worker: last handler and letter; handler: queues of
-- work and device packets; device: pending packet.
local function new_task(priority, input, is_waiting, first, second)
  tasks[task_total] = {
    link = task_total - 1, priority = priority, input = input,
    packet_pending = input ~= NOTHING, waiting = is_waiting, holding = false,
    first = first, second = second,
  }
  task_total = task_total + 1
end

-- A queue with a packet at its end.
local function appended(queue, packet)
  packets[packet].link = NOTHING
  if queue == NOTHING then return packet end
  local last = queue
  while packets[last].link ~= NOTHING do last = packets[last].link end
  packets[last].link = packet
  return queue
end

-- Each of these ends a turn and returns the task that runs next.
local function wait_current()
  tasks[current].waiting = true
  return current
end

local function hold_current()
  hold_count = hold_count + 1
  tasks[current].holding = true
  return tasks[current].link
end

local function release(task)
  tasks[task].holding = false
  if tasks[task].priority > tasks[current].priority then return task end
  return current
end

local function send(packet)
  local target = packets[packet].target
  queue_count = queue_count + 1
  packets[packet].link = NOTHING
  packets[packet].target = current
  if tasks[target].input ~= NOTHING then
    tasks[target].input = appended(tasks[target].input, packet)
    return current
  end
  tasks[target].input = packet
  tasks[target].packet_pending = true
  if tasks[target].priority > tasks[current].priority then return target end
  return current
end

local function run_idle()
  tasks[IDLE].second = tasks[IDLE].second - 1
  if tasks[IDLE].second == 0 then return hold_current() end
  local control = tasks[IDLE].first
  if control % 2 == 0 then
    tasks[IDLE].first = math.floor(control / 2)
    return release(DEVICE_A)
  end
  tasks[IDLE].first = bit_xor(math.floor(control / 2), 53256)
  return release(DEVICE_B)
end

local function run_worker(packet)
  if packet == NOTHING then return wait_current() end
  tasks[WORKER].first = tasks[WORKER].first == HANDLER_A and HANDLER_B or HANDLER_A
  packets[packet].target = tasks[WORKER].first
  packets[packet].datum = 0
  for i = 1, 4 do
    tasks[WORKER].second = tasks[WORKER].second + 1
    if tasks[WORKER].second > 26 then tasks[WORKER].second = 1 end
    packets[packet].data[i] = tasks[WORKER].second
  end
  return send(packet)
end

local function run_handler(packet)
  local me = current
  if packet ~= NOTHING then
    if packets[packet].kind == WORK_PACKET then
      tasks[me].first = appended(tasks[me].first, packet)
    else
      tasks[me].second = appended(tasks[me].second, packet)
    end
  end
  local work = tasks[me].first
  if work == NOTHING then return wait_current() end
  local count = packets[work].datum
  if count >= 4 then
    tasks[me].first = packets[work].link
    return send(work)
  end
  local device = tasks[me].second
  if device == NOTHING then return wait_current() end
  tasks[me].second = packets[device].link
  packets[device].datum = packets[work].data[count + 1]
  packets[work].datum = count + 1
  return send(device)
end

local function run_device(packet)
  if packet ~= NOTHING then
    tasks[current].first = packet
    return hold_current()
  end
  local pending = tasks[current].first
  if pending == NOTHING then return wait_current() end
  tasks[current].first = NOTHING
  return send(pending)
end

local function run_current()
  local packet = NOTHING
  local task = tasks[current]
  if task.packet_pending and task.waiting and not task.holding then
    packet = task.input
    task.input = packets[packet].link
    task.packet_pending = task.input ~= NOTHING
    task.waiting = false
  end
  if current == IDLE then return run_idle() end
  if current == WORKER then return run_worker(packet) end
  if current < DEVICE_A then return run_handler(packet) end
  return run_device(packet)
end

local function schedule()
  current = task_total - 1
  while current ~= NOTHING do
    local task = tasks[current]
    if task.holding or task.waiting and not task.packet_pending then
      current = task.link
    else
      current = run_current()
    end
  end
end

local function three_packets(target)
  local queue = NOTHING
  for _ = 1, 3 do queue = new_packet(queue, target, DEVICE_PACKET) end
  return queue
end

local function run_simulation()
  packets, tasks = {}, {}
  packet_total, task_total = 0, 0
  queue_count, hold_count = 0, 0
  new_task(0, NOTHING, false, 1, IDLE_COUNT)
  new_task(1000, new_packet(new_packet(NOTHING, WORKER, WORK_PACKET), WORKER, WORK_PACKET), true, HANDLER_A, 0)
  new_task(2000, three_packets(DEVICE_A), true, NOTHING, NOTHING)
  new_task(3000, three_packets(DEVICE_B), true, NOTHING, NOTHING)
  new_task(4000, NOTHING, true, NOTHING, 0)
  new_task(5000, NOTHING, true, NOTHING, 0)
  schedule()
end

local function benchmark(n)
  local total = 0
  for _ = 1, n do
    run_simulation()
    total = total + queue_count * 1000 + hold_count
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
