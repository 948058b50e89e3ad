// Quicksort written in the language; in Ruff the list is passed in and the sorted list comes back.
const DEFAULT_N = 100;

function quicksort(numbers, low, high) {
  if (low >= high) return numbers;
  const pivot = numbers[low + Math.floor((high - low) / 2)];
  let i = low;
  let j = high;
  while (i <= j) {
    while (numbers[i] < pivot) i = i + 1;
    while (numbers[j] > pivot) j = j - 1;
    if (i <= j) {
      const kept = numbers[i];
      numbers[i] = numbers[j];
      numbers[j] = kept;
      i = i + 1;
      j = j - 1;
    }
  }
  numbers = quicksort(numbers, low, j);
  return quicksort(numbers, i, high);
}

function benchmark(n) {
  let numbers = [];
  let state = 42;
  for (let i = 0; i < n; i++) {
    state = (state * 16807) % 2147483647;
    numbers.push(state);
  }
  numbers = quicksort(numbers, 0, n - 1);
  let check = 0;
  for (let i = 0; i < n; i++) check = (check + numbers[i] * (i % 7 + 1)) % 1000003;
  return check;
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
