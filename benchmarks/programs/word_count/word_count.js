// Counts the words of the first n lines of the text file named by BENCHMARK_TEXT.
// An object is faster than a Map for these keys.
const fs = require("fs");

const DEFAULT_N = 100;

function benchmark(n) {
  const counts = Object.create(null);
  let wordTotal = 0;
  let remaining = n;
  for (const line of fs.readFileSync(process.env.BENCHMARK_TEXT, "utf8").split("\n")) {
    if (remaining === 0) break;
    remaining = remaining - 1;
    for (const word of line.toLowerCase().split(/\s+/)) {
      if (word === "") continue;
      wordTotal = wordTotal + 1;
      if (word in counts) {
        counts[word] = counts[word] + 1;
      } else {
        counts[word] = 1;
      }
    }
  }
  let best = "";
  let bestCount = 0;
  for (const word in counts) {
    const times = counts[word];
    if (times > bestCount || times === bestCount && word < best) {
      best = word;
      bestCount = times;
    }
  }
  return `${wordTotal} words, ${Object.keys(counts).length} different, most frequent: ${best} (${bestCount})`;
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
