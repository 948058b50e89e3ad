-- Reads a text character by character with a small state machine: words, vowels, numbers and their digits, lines.
-- Character codes are faster than strings of one character.
local DEFAULT_N = 10

local OUTSIDE, IN_WORD, IN_NUMBER = 0, 1, 2
local SENTENCE = "The 12 quick brown foxes, 345 in all, jump over 6 lazy dogs; nobody counted them before 1987.\n"

local byte = string.byte

local function is_letter(c)
  return c >= 97 and c <= 122 or c >= 65 and c <= 90
end

local function is_vowel(c)
  return c == 97 or c == 101 or c == 105 or c == 111 or c == 117
end

local function scan(text)
  local state = OUTSIDE
  local word_total, vowel_total, number_total, digit_total, line_total = 0, 0, 0, 0, 0
  for i = 1, #text do
    local c = byte(text, i)
    if is_letter(c) then
      if state ~= IN_WORD then word_total = word_total + 1 end
      if is_vowel(c) then vowel_total = vowel_total + 1 end
      state = IN_WORD
    elseif c >= 48 and c <= 57 then
      if state ~= IN_NUMBER then number_total = number_total + 1 end
      digit_total = digit_total + 1
      state = IN_NUMBER
    else
      if c == 10 then line_total = line_total + 1 end
      state = OUTSIDE
    end
  end
  return string.format("%d words, %d vowels, %d numbers, %d digits, %d lines",
                       word_total, vowel_total, number_total, digit_total, line_total)
end

local function benchmark(n)
  return scan(string.rep(SENTENCE, n))
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
