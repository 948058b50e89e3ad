// Eight queens by backtracking over lists of booleans; the result is built from the solution.
const DEFAULT_N = 2;
let freeRows = [];
let freeRising = [];
let freeFalling = [];
let queenRows = [];

function filled(length, value) {
  const cells = [];
  for (let i = 0; i < length; i++) cells.push(value);
  return cells;
}

function isFree(row, column) {
  return freeRows[row] && freeRising[column + row] && freeFalling[column - row + 7];
}

function setFree(row, column, value) {
  freeRows[row] = value;
  freeRising[column + row] = value;
  freeFalling[column - row + 7] = value;
}

function placeQueen(column) {
  for (let row = 0; row < 8; row++) {
    if (isFree(row, column)) {
      queenRows[row] = column;
      setFree(row, column, false);
      if (column === 7) return true;
      if (placeQueen(column + 1)) return true;
      setFree(row, column, true);
    }
  }
  return false;
}

function benchmark(n) {
  let solved = 0;
  for (let repetition = 0; repetition < n; repetition++) {
    freeRows = filled(8, true);
    freeRising = filled(16, true);
    freeFalling = filled(16, true);
    queenRows = filled(8, -1);
    if (placeQueen(0)) solved = solved + 1;
  }
  let placed = 0;
  for (let row = 0; row < 8; row++) placed = placed * 10 + queenRows[row];
  return placed + solved;
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
