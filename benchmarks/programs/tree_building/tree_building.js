// Builds and walks trees of nested dicts and arrays, as a JSON document would be.
const DEFAULT_N = 1;
let nodeTotal = 0;

function build(depth) {
  nodeTotal = nodeTotal + 1;
  const identity = nodeTotal;
  const children = [];
  if (depth > 0) {
    for (let i = 0; i < 4; i++) children.push(build(depth - 1));
  }
  return {
    id: identity,
    name: "node " + identity,
    tags: ["tree", "level", depth],
    size: {width: depth * 2, height: depth * 3},
    children: children,
  };
}

function walk(node) {
  let total = node.id + node.name.length + node.tags[2] + node.size.width + node.size.height;
  for (const child of node.children) total = total + walk(child);
  return total;
}

function benchmark(n) {
  let check = 0;
  for (let repetition = 0; repetition < n; repetition++) {
    nodeTotal = 0;
    check = (check + walk(build(5))) % 1000003;
  }
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
