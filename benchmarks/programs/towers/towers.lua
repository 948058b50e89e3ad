-- Towers of Hanoi with 13 disks; a pile is a chain of disk handles.
local DEFAULT_N = 1
local DISK_TOTAL = 13
local piles = {}
local below = {}
local moves = 0

local function push_disk(disk, pile)
  local top = piles[pile]
  if top > 0 and disk >= top then error("Cannot put a big disk on a smaller one") end
  below[disk] = top
  piles[pile] = disk
end

local function pop_disk(pile)
  local top = piles[pile]
  if top == 0 then error("No disk on this pile") end
  piles[pile] = below[top]
  below[top] = 0
  return top
end

local function move_disks(disks, source, target)
  if disks == 1 then
    push_disk(pop_disk(source), target)
    moves = moves + 1
  else
    local other = 6 - source - target
    move_disks(disks - 1, source, other)
    move_disks(1, source, target)
    move_disks(disks - 1, other, target)
  end
end

local function benchmark(n)
  moves = 0
  for _ = 1, n do
    piles = {0, 0, 0}
    below = {}
    for disk = 1, DISK_TOTAL do below[disk] = 0 end
    for disk = DISK_TOTAL, 1, -1 do push_disk(disk, 1) end
    move_disks(DISK_TOTAL, 1, 2)
  end
  return moves
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
