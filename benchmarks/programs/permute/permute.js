// All permutations of six elements by recursive swapping, in one shared list.
const DEFAULT_N = 1;
let elements = [];
let calls = 0;

function swap(i, j) {
  const kept = elements[i];
  elements[i] = elements[j];
  elements[j] = kept;
}

function permute(n) {
  calls = calls + 1;
  if (n !== 0) {
    const last = n - 1;
    permute(last);
    for (let i = last; i >= 0; i--) {
      swap(last, i);
      permute(last);
      swap(last, i);
    }
  }
}

function benchmark(n) {
  calls = 0;
  for (let repetition = 0; repetition < n; repetition++) {
    elements = [0, 1, 2, 3, 4, 5];
    permute(6);
  }
  return calls * 10 + elements[5];
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
