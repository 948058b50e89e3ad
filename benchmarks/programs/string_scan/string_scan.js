// Reads a text character by character with a small state machine: words, vowels, numbers and their digits, lines.
// Character codes are faster than strings of one character.
const DEFAULT_N = 10;

const OUTSIDE = 0;
const IN_WORD = 1;
const IN_NUMBER = 2;
const SENTENCE = "The 12 quick brown foxes, 345 in all, jump over 6 lazy dogs; nobody counted them before 1987.\n";

function isLetter(c) {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
}

function isVowel(c) {
  return c === 97 || c === 101 || c === 105 || c === 111 || c === 117;
}

function scan(text) {
  let state = OUTSIDE;
  let wordTotal = 0;
  let vowelTotal = 0;
  let numberTotal = 0;
  let digitTotal = 0;
  let lineTotal = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (isLetter(c)) {
      if (state !== IN_WORD) wordTotal = wordTotal + 1;
      if (isVowel(c)) vowelTotal = vowelTotal + 1;
      state = IN_WORD;
    } else if (c >= 48 && c <= 57) {
      if (state !== IN_NUMBER) numberTotal = numberTotal + 1;
      digitTotal = digitTotal + 1;
      state = IN_NUMBER;
    } else {
      if (c === 10) lineTotal = lineTotal + 1;
      state = OUTSIDE;
    }
  }
  return `${wordTotal} words, ${vowelTotal} vowels, ${numberTotal} numbers, ${digitTotal} digits, ${lineTotal} lines`;
}

function benchmark(n) {
  return scan(SENTENCE.repeat(n));
}

async function main(args) {
  const settings = [DEFAULT_N, 0, 1];
  for (let i = 0; i < 3; i++) {
    if (i < args.length) settings[i] = Number(args[i]);
  }
  const warmup = settings[1];
  let result;
  for (let step = 0; step < warmup + settings[2]; step++) {
    const start = performance.now();
    result = await benchmark(settings[0]);
    const elapsedMs = performance.now() - start;
    if (step >= warmup) console.log(`time_ms: ${elapsedMs}`);
  }
  console.log(`result: ${result}`);
}

main(process.argv.slice(2));
