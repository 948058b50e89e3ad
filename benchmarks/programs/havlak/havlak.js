// Havlak's loop finder on a made control-flow graph. Blocks, loops and union-find nodes
// are handles: indices into lists of structs.
const DEFAULT_N = 2;

const UNVISITED = -1;
const NON_HEADER = 0;
const REDUCIBLE = 1;
const SELF_LOOP = 2;
const IRREDUCIBLE = 3;
let blocks = [];
let loops = [];
let nodes = [];
let numberOf = [];
let lastOf = [];
let headerOf = [];
let kindOf = [];
let backEdges = [];
let otherEdges = [];

class Block {
  constructor(inEdges, outEdges) {
    this.inEdges = inEdges;
    this.outEdges = outEdges;
  }
}

class Loop {
  constructor(header, reducible, parent, children, members, nesting) {
    this.header = header;
    this.reducible = reducible;
    this.parent = parent;
    this.children = children;
    this.members = members;
    this.nesting = nesting;
  }
}

class Node {
  constructor(parent, block, foundLoop) {
    this.parent = parent;
    this.block = block;
    this.foundLoop = foundLoop;
  }
}

function newBlock() {
  blocks.push(new Block([], []));
  return blocks.length - 1;
}

function connect(source, target) {
  blocks[source].outEdges.push(target);
  blocks[target].inEdges.push(source);
}

function buildStraight(start, length) {
  let at = start;
  for (let i = 0; i < length; i++) {
    let following = newBlock();
    connect(at, following);
    at = following;
  }
  return at;
}

function buildDiamond(start) {
  let left = buildStraight(start, 1);
  let right = buildStraight(start, 1);
  let bottom = newBlock();
  connect(left, bottom);
  connect(right, bottom);
  return bottom;
}

function buildBaseLoop(start) {
  let header = buildStraight(start, 1);
  let diamond = buildDiamond(header);
  let inner = buildStraight(diamond, 1);
  let innerDiamond = buildDiamond(inner);
  let footer = buildStraight(innerDiamond, 1);
  connect(innerDiamond, inner);
  connect(diamond, header);
  connect(footer, start);
  return buildStraight(footer, 1);
}

function buildGraph(trees) {
  let entry = newBlock();
  let exitBlock = buildBaseLoop(entry);
  let hub = newBlock();
  connect(entry, hub);
  for (let tree = 0; tree < trees; tree++) {
    let at = newBlock();
    connect(hub, at);
    for (let outer = 0; outer < 5; outer++) {
      let top = at;
      at = buildStraight(at, 1);
      for (let inner = 0; inner < 4; inner++) {
        at = buildBaseLoop(at);
      }
      let bottom = buildStraight(at, 1);
      connect(at, top);
      at = bottom;
    }
    connect(at, exitBlock);
  }
}

function newLoop(header, reducible) {
  loops.push(new Loop(header, reducible, -1, [], [], 0));
  return loops.length - 1;
}

function setParent(child, parent) {
  loops[child].parent = parent;
  loops[parent].children.push(child);
}

function findSet(start) {
  let at = start;
  let passed = [];
  while (at !== nodes[at].parent) {
    let parent = nodes[at].parent;
    if (parent !== nodes[parent].parent) {
      passed.push(at);
    }
    at = parent;
  }
  for (const node of passed) {
    nodes[node].parent = at;
  }
  return at;
}

function isAncestor(w, v) {
  return w <= v && v <= lastOf[w];
}

function searchDepthFirst(block, current) {
  nodes[current].block = block;
  numberOf[block] = current;
  let latest = current;
  for (const target of blocks[block].outEdges) {
    if (numberOf[target] === UNVISITED) {
      latest = searchDepthFirst(target, latest + 1);
    }
  }
  lastOf[current] = latest;
  return latest;
}

function prepare(size) {
  nodes = [];
  numberOf = [];
  lastOf = [];
  headerOf = [];
  kindOf = [];
  backEdges = [];
  otherEdges = [];
  for (let i = 0; i < size; i++) {
    nodes.push(new Node(i, -1, -1));
    numberOf.push(UNVISITED);
    lastOf.push(0);
    headerOf.push(0);
    kindOf.push(NON_HEADER);
    backEdges.push([]);
    otherEdges.push([]);
  }
}

function sortEdges(w) {
  for (const source of blocks[nodes[w].block].inEdges) {
    let v = numberOf[source];
    if (v !== UNVISITED) {
      if (isAncestor(w, v)) {
        backEdges[w].push(v);
      } else if (!otherEdges[w].includes(v)) {
        otherEdges[w].push(v);
      }
    }
  }
}

function loopBody(w) {
  let pool = [];
  for (const v of backEdges[w]) {
    if (v === w) {
      kindOf[w] = SELF_LOOP;
    } else {
      pool.push(findSet(v));
    }
  }
  if (pool.length > 0) {
    kindOf[w] = REDUCIBLE;
  }
  let position = 0;
  while (position < pool.length) {
    let x = pool[position];
    position = position + 1;
    for (const v of otherEdges[x]) {
      let y = findSet(v);
      if (!isAncestor(w, y)) {
        kindOf[w] = IRREDUCIBLE;
        if (!otherEdges[w].includes(y)) {
          otherEdges[w].push(y);
        }
      } else if (y !== w && !pool.includes(y)) {
        pool.push(y);
      }
    }
  }
  return pool;
}

function recordLoop(w, pool) {
  let created = newLoop(nodes[w].block, kindOf[w] !== IRREDUCIBLE);
  nodes[w].foundLoop = created;
  for (const node of pool) {
    headerOf[node] = w;
    nodes[node].parent = w;
    if (nodes[node].foundLoop >= 0) {
      setParent(nodes[node].foundLoop, created);
    } else {
      loops[created].members.push(nodes[node].block);
    }
  }
}

function findLoops() {
  let size = blocks.length;
  prepare(size);
  let reached = searchDepthFirst(0, 0);
  for (let w = 0; w < size; w++) {
    if (nodes[w].block >= 0) {
      sortEdges(w);
    }
  }
  for (let w = size - 1; w > -1; w--) {
    if (nodes[w].block >= 0) {
      let pool = loopBody(w);
      if (pool.length > 0 || kindOf[w] === SELF_LOOP) {
        recordLoop(w, pool);
      }
    }
  }
  return reached;
}

function computeNesting(at) {
  let deepest = 0;
  for (const child of loops[at].children) {
    let nesting = computeNesting(child) + 1;
    if (nesting > deepest) {
      deepest = nesting;
    }
  }
  loops[at].nesting = deepest;
  return deepest;
}

function benchmark(n) {
  blocks = [];
  loops = [];
  buildGraph(n);
  let root = 0;
  let check = 0;
  for (let repetition = 0; repetition < 3; repetition++) {
    loops = [];
    newLoop(-1, true);
    check = check + findLoops();
  }
  for (let i = 1; i < loops.length; i++) {
    if (loops[i].parent < 0) {
      setParent(i, root);
    }
  }
  computeNesting(root);
  for (let i = 0; i < loops.length; i++) {
    check = (check * 31 + loops[i].members.length + loops[i].nesting * 7 + loops[i].header) % 1000003;
  }
  return check * 1000 + loops.length % 1000;
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
