// DeltaBlue, an incremental solver for one-way constraints with strengths.
// Variables and constraints are handles: indices into two lists of structs.
const DEFAULT_N = 20;

const REQUIRED = 0;
const PREFERRED = 2;
const STRONG_DEFAULT = 3;
const DEFAULT = 5;
const WEAKEST = 6;
const EDIT = 0;
const STAY = 1;
const EQUAL = 2;
const SCALE = 3;
const UNSATISFIED = 0;
const FORWARD = 1;
const BACKWARD = 2;
let variables = [];
let constraints = [];
let currentMark = 0;

class Variable {
  constructor(value, users, determinedBy, mark, walkStrength, stay) {
    this.value = value;
    this.users = users;
    this.determinedBy = determinedBy;
    this.mark = mark;
    this.walkStrength = walkStrength;
    this.stay = stay;
  }
}

class Constraint {
  constructor(kind, strength, first, second, scale, offset, direction) {
    this.kind = kind;
    this.strength = strength;
    this.first = first;
    this.second = second;
    this.scale = scale;
    this.offset = offset;
    this.direction = direction;
  }
}

function newVariable(value) {
  variables.push(new Variable(value, [], -1, 0, WEAKEST, true));
  return variables.length - 1;
}

function newMark() {
  currentMark = currentMark + 1;
  return currentMark;
}

function isSatisfied(c) {
  return constraints[c].direction !== UNSATISFIED;
}

function outputOf(c) {
  if (constraints[c].kind < EQUAL || constraints[c].direction === BACKWARD) {
    return constraints[c].first;
  }
  return constraints[c].second;
}

function inputOf(c) {
  if (constraints[c].direction === FORWARD) {
    return constraints[c].first;
  }
  return constraints[c].second;
}

function variablesOf(c) {
  if (constraints[c].kind < EQUAL) {
    return [constraints[c].first];
  }
  if (constraints[c].kind === EQUAL) {
    return [constraints[c].first, constraints[c].second];
  }
  return [constraints[c].first, constraints[c].second, constraints[c].scale, constraints[c].offset];
}

function inputsOf(c) {
  if (constraints[c].kind < EQUAL) {
    return [];
  }
  if (constraints[c].kind === EQUAL) {
    return [inputOf(c)];
  }
  return [inputOf(c), constraints[c].scale, constraints[c].offset];
}

function addConstraint(kind, strength, first, second, scale, offset) {
  let c = constraints.length;
  constraints.push(new Constraint(kind, strength, first, second, scale, offset, UNSATISFIED));
  for (const v of variablesOf(c)) {
    variables[v].users.push(c);
  }
  incrementalAdd(c);
  return c;
}

function removeFromGraph(c) {
  for (const v of variablesOf(c)) {
    variables[v].users.splice(variables[v].users.indexOf(c), 1);
  }
  constraints[c].direction = UNSATISFIED;
}

function destroyConstraint(c) {
  if (isSatisfied(c)) {
    incrementalRemove(c);
  } else {
    removeFromGraph(c);
  }
}

function chooseUnary(c, mark) {
  let v = constraints[c].first;
  if (variables[v].mark !== mark && constraints[c].strength < variables[v].walkStrength) {
    return FORWARD;
  }
  return UNSATISFIED;
}

function chooseBinary(c, mark) {
  let first = constraints[c].first;
  let second = constraints[c].second;
  let strength = constraints[c].strength;
  let forward = strength < variables[second].walkStrength;
  let backward = strength < variables[first].walkStrength;
  if (variables[first].mark === mark) {
    if (variables[second].mark !== mark && forward) {
      return FORWARD;
    }
    return UNSATISFIED;
  }
  if (variables[second].mark === mark) {
    if (backward) {
      return BACKWARD;
    }
    return UNSATISFIED;
  }
  if (variables[first].walkStrength > variables[second].walkStrength) {
    if (backward) {
      return BACKWARD;
    }
    return UNSATISFIED;
  }
  if (forward) {
    return FORWARD;
  }
  return UNSATISFIED;
}

function chooseMethod(c, mark) {
  if (constraints[c].kind < EQUAL) {
    return chooseUnary(c, mark);
  }
  return chooseBinary(c, mark);
}

function execute(c) {
  if (constraints[c].kind === EQUAL) {
    variables[outputOf(c)].value = variables[inputOf(c)].value;
  } else if (constraints[c].kind === SCALE) {
    let factor = variables[constraints[c].scale].value;
    let shift = variables[constraints[c].offset].value;
    if (constraints[c].direction === FORWARD) {
      variables[constraints[c].second].value = variables[constraints[c].first].value * factor + shift;
    } else {
      variables[constraints[c].first].value = Math.trunc((variables[constraints[c].second].value - shift) / factor);
    }
  }
}

function recalculate(c) {
  let target = outputOf(c);
  let weakest = constraints[c].strength;
  let stay = constraints[c].kind !== EDIT;
  if (constraints[c].kind >= EQUAL) {
    let source = inputOf(c);
    if (variables[source].walkStrength > weakest) {
      weakest = variables[source].walkStrength;
    }
    stay = variables[source].stay;
    if (constraints[c].kind === SCALE) {
      stay = stay && variables[constraints[c].scale].stay && variables[constraints[c].offset].stay;
    }
  }
  variables[target].walkStrength = weakest;
  variables[target].stay = stay;
  if (stay) {
    execute(c);
  }
}

function satisfy(c, mark) {
  constraints[c].direction = chooseMethod(c, mark);
  if (constraints[c].direction === UNSATISFIED) {
    if (constraints[c].strength === REQUIRED) {
      throw new Error("Could not satisfy a required constraint");
    }
    return -1;
  }
  for (const v of inputsOf(c)) {
    variables[v].mark = mark;
  }
  let target = outputOf(c);
  let overridden = variables[target].determinedBy;
  if (overridden >= 0) {
    constraints[overridden].direction = UNSATISFIED;
  }
  variables[target].determinedBy = c;
  if (!addPropagate(c, mark)) {
    throw new Error("Cycle encountered");
  }
  variables[target].mark = mark;
  return overridden;
}

function incrementalAdd(c) {
  let mark = newMark();
  let overridden = satisfy(c, mark);
  while (overridden >= 0) {
    overridden = satisfy(overridden, mark);
  }
}

function incrementalRemove(c) {
  let target = outputOf(c);
  removeFromGraph(c);
  let unsatisfied = removePropagateFrom(target);
  for (let strength = REQUIRED; strength < WEAKEST; strength++) {
    for (const u of unsatisfied) {
      if (constraints[u].strength === strength) {
        incrementalAdd(u);
      }
    }
  }
}

function withConsumers(todo, v) {
  let determining = variables[v].determinedBy;
  for (const c of variables[v].users) {
    if (c !== determining && isSatisfied(c)) {
      todo.push(c);
    }
  }
  return todo;
}

function addPropagate(c, mark) {
  let todo = [c];
  while (todo.length > 0) {
    const d = todo.pop();
    let target = outputOf(d);
    if (variables[target].mark === mark) {
      incrementalRemove(c);
      return false;
    }
    recalculate(d);
    todo = withConsumers(todo, target);
  }
  return true;
}

function removePropagateFrom(target) {
  variables[target].determinedBy = -1;
  variables[target].walkStrength = WEAKEST;
  variables[target].stay = true;
  let unsatisfied = [];
  let todo = [target];
  while (todo.length > 0) {
    const v = todo.pop();
    for (const c of variables[v].users) {
      if (!isSatisfied(c)) {
        unsatisfied.push(c);
      }
    }
    for (const c of withConsumers([], v)) {
      recalculate(c);
      todo.push(outputOf(c));
    }
  }
  return unsatisfied;
}

function inputsKnown(c, mark) {
  for (const v of inputsOf(c)) {
    if (variables[v].mark !== mark && !variables[v].stay && variables[v].determinedBy >= 0) {
      return false;
    }
  }
  return true;
}

function extractPlan(edit) {
  let mark = newMark();
  let plan = [];
  let todo = [];
  if (isSatisfied(edit)) {
    todo.push(edit);
  }
  while (todo.length > 0) {
    const c = todo.pop();
    let target = outputOf(c);
    if (variables[target].mark !== mark && inputsKnown(c, mark)) {
      plan.push(c);
      variables[target].mark = mark;
      todo = withConsumers(todo, target);
    }
  }
  return plan;
}

function executePlan(plan) {
  for (const c of plan) {
    execute(c);
  }
}

function change(v, value) {
  let edit = addConstraint(EDIT, PREFERRED, v, -1, -1, -1);
  let plan = extractPlan(edit);
  for (let i = 0; i < 10; i++) {
    variables[v].value = value;
    executePlan(plan);
  }
  destroyConstraint(edit);
}

function expect(v, value) {
  if (variables[v].value !== value) {
    throw new Error(`Wrong value ${variables[v].value}, expected ${value}`);
  }
  return value;
}

function chainTest(n) {
  let first = newVariable(0);
  let last = first;
  for (let i = 0; i < n; i++) {
    let following = newVariable(0);
    addConstraint(EQUAL, REQUIRED, last, following, -1, -1);
    last = following;
  }
  addConstraint(STAY, STRONG_DEFAULT, last, -1, -1, -1);
  let edit = addConstraint(EDIT, PREFERRED, first, -1, -1, -1);
  let plan = extractPlan(edit);
  let total = 0;
  for (let i = 0; i < 100; i++) {
    variables[first].value = i;
    executePlan(plan);
    total = total + expect(last, i);
  }
  destroyConstraint(edit);
  return total;
}

function projectionTest(n) {
  let scale = newVariable(10);
  let offset = newVariable(1000);
  let source = -1;
  let target = -1;
  let targets = [];
  for (let i = 0; i < n; i++) {
    source = newVariable(i);
    target = newVariable(i);
    targets.push(target);
    addConstraint(STAY, DEFAULT, source, -1, -1, -1);
    addConstraint(SCALE, REQUIRED, source, target, scale, offset);
  }
  change(source, 17);
  let total = expect(target, 1170);
  change(target, 1050);
  total = total + expect(source, 5);
  change(scale, 5);
  for (let i = 0; i < n - 1; i++) {
    total = total + expect(targets[i], i * 5 + 1000);
  }
  change(offset, 2000);
  for (let i = 0; i < n - 1; i++) {
    total = total + expect(targets[i], i * 5 + 2000);
  }
  return total;
}

function benchmark(n) {
  variables = [];
  constraints = [];
  currentMark = 0;
  return chainTest(n) + projectionTest(n);
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
