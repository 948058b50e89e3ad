// Builds trees of nested lists, seven levels deep, with random leaf sizes.
const DEFAULT_N = 1;
let nodeTotal = 0;
let randomState = 0;

function nextRandom() {
  randomState = (randomState * 1309 + 13849) % 65536;
  return randomState;
}

function buildTree(depth) {
  nodeTotal = nodeTotal + 1;
  const node = [];
  if (depth === 1) {
    const cells = nextRandom() % 10 + 1;
    for (let i = 0; i < cells; i++) node.push(null);
  } else {
    for (let i = 0; i < 4; i++) node.push(buildTree(depth - 1));
  }
  return node;
}

function benchmark(n) {
  nodeTotal = 0;
  randomState = 74755;
  let leafCells = 0;
  for (let repetition = 0; repetition < n; repetition++) {
    const tree = buildTree(7);
    leafCells = leafCells + tree[3][2][1][0][1][2].length;
  }
  return nodeTotal + leafCells;
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
