// DeltaBlue, an incremental solver for one-way constraints with strengths.
// Variables and constraints are handles: indices into two lists of structs.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

const defaultN = 20

const required = 0
const preferred = 2
const strongDefault = 3
const defaultStrength = 5
const weakestStrength = 6
const editKind = 0
const stayKind = 1
const equalKind = 2
const scaleKind = 3
const undirected = 0
const forwards = 1
const backwards = 2

var variables []variable
var constraints []constraint
var currentMark int

type variable struct {
	value        int
	users        []int
	determinedBy int
	mark         int
	walkStrength int
	stay         bool
}

type constraint struct {
	kind      int
	strength  int
	first     int
	second    int
	scale     int
	offset    int
	direction int
}

func remove(list []int, item int) []int {
	for i, found := range list {
		if found == item {
			return append(list[:i], list[i+1:]...)
		}
	}
	return list
}

func newVariable(value int) int {
	variables = append(variables, variable{value, nil, -1, 0, weakestStrength, true})
	return len(variables) - 1
}

func newMark() int {
	currentMark = currentMark + 1
	return currentMark
}

func isSatisfied(c int) bool {
	return constraints[c].direction != undirected
}

func outputOf(c int) int {
	if constraints[c].kind < equalKind || constraints[c].direction == backwards {
		return constraints[c].first
	}
	return constraints[c].second
}

func inputOf(c int) int {
	if constraints[c].direction == forwards {
		return constraints[c].first
	}
	return constraints[c].second
}

func variablesOf(c int) []int {
	if constraints[c].kind < equalKind {
		return []int{constraints[c].first}
	}
	if constraints[c].kind == equalKind {
		return []int{constraints[c].first, constraints[c].second}
	}
	return []int{constraints[c].first, constraints[c].second, constraints[c].scale, constraints[c].offset}
}

func inputsOf(c int) []int {
	if constraints[c].kind < equalKind {
		return []int{}
	}
	if constraints[c].kind == equalKind {
		return []int{inputOf(c)}
	}
	return []int{inputOf(c), constraints[c].scale, constraints[c].offset}
}

func addConstraint(kind, strength, first, second, scale, offset int) int {
	c := len(constraints)
	constraints = append(constraints, constraint{kind, strength, first, second, scale, offset, undirected})
	for _, v := range variablesOf(c) {
		variables[v].users = append(variables[v].users, c)
	}
	incrementalAdd(c)
	return c
}

func removeFromGraph(c int) {
	for _, v := range variablesOf(c) {
		variables[v].users = remove(variables[v].users, c)
	}
	constraints[c].direction = undirected
}

func destroyConstraint(c int) {
	if isSatisfied(c) {
		incrementalRemove(c)
	} else {
		removeFromGraph(c)
	}
}

func chooseUnary(c, mark int) int {
	v := constraints[c].first
	if variables[v].mark != mark && constraints[c].strength < variables[v].walkStrength {
		return forwards
	}
	return undirected
}

func chooseBinary(c, mark int) int {
	first := constraints[c].first
	second := constraints[c].second
	strength := constraints[c].strength
	forward := strength < variables[second].walkStrength
	backward := strength < variables[first].walkStrength
	if variables[first].mark == mark {
		if variables[second].mark != mark && forward {
			return forwards
		}
		return undirected
	}
	if variables[second].mark == mark {
		if backward {
			return backwards
		}
		return undirected
	}
	if variables[first].walkStrength > variables[second].walkStrength {
		if backward {
			return backwards
		}
		return undirected
	}
	if forward {
		return forwards
	}
	return undirected
}

func chooseMethod(c, mark int) int {
	if constraints[c].kind < equalKind {
		return chooseUnary(c, mark)
	}
	return chooseBinary(c, mark)
}

func execute(c int) {
	if constraints[c].kind == equalKind {
		variables[outputOf(c)].value = variables[inputOf(c)].value
	} else if constraints[c].kind == scaleKind {
		factor := variables[constraints[c].scale].value
		shift := variables[constraints[c].offset].value
		if constraints[c].direction == forwards {
			variables[constraints[c].second].value = variables[constraints[c].first].value*factor + shift
		} else {
			variables[constraints[c].first].value = (variables[constraints[c].second].value - shift) / factor
		}
	}
}

func recalculate(c int) {
	target := outputOf(c)
	weakest := constraints[c].strength
	stay := constraints[c].kind != editKind
	if constraints[c].kind >= equalKind {
		source := inputOf(c)
		if variables[source].walkStrength > weakest {
			weakest = variables[source].walkStrength
		}
		stay = variables[source].stay
		if constraints[c].kind == scaleKind {
			stay = stay && variables[constraints[c].scale].stay && variables[constraints[c].offset].stay
		}
	}
	variables[target].walkStrength = weakest
	variables[target].stay = stay
	if stay {
		execute(c)
	}
}

func satisfy(c, mark int) int {
	constraints[c].direction = chooseMethod(c, mark)
	if constraints[c].direction == undirected {
		if constraints[c].strength == required {
			panic("Could not satisfy a required constraint")
		}
		return -1
	}
	for _, v := range inputsOf(c) {
		variables[v].mark = mark
	}
	target := outputOf(c)
	overridden := variables[target].determinedBy
	if overridden >= 0 {
		constraints[overridden].direction = undirected
	}
	variables[target].determinedBy = c
	if !addPropagate(c, mark) {
		panic("Cycle encountered")
	}
	variables[target].mark = mark
	return overridden
}

func incrementalAdd(c int) {
	mark := newMark()
	overridden := satisfy(c, mark)
	for overridden >= 0 {
		overridden = satisfy(overridden, mark)
	}
}

func incrementalRemove(c int) {
	target := outputOf(c)
	removeFromGraph(c)
	unsatisfied := removePropagateFrom(target)
	for strength := required; strength < weakestStrength; strength++ {
		for _, u := range unsatisfied {
			if constraints[u].strength == strength {
				incrementalAdd(u)
			}
		}
	}
}

func withConsumers(todo []int, v int) []int {
	determining := variables[v].determinedBy
	for _, c := range variables[v].users {
		if c != determining && isSatisfied(c) {
			todo = append(todo, c)
		}
	}
	return todo
}

func addPropagate(c, mark int) bool {
	todo := []int{c}
	for len(todo) > 0 {
		d := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		target := outputOf(d)
		if variables[target].mark == mark {
			incrementalRemove(c)
			return false
		}
		recalculate(d)
		todo = withConsumers(todo, target)
	}
	return true
}

func removePropagateFrom(target int) []int {
	variables[target].determinedBy = -1
	variables[target].walkStrength = weakestStrength
	variables[target].stay = true
	var unsatisfied []int
	todo := []int{target}
	for len(todo) > 0 {
		v := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, c := range variables[v].users {
			if !isSatisfied(c) {
				unsatisfied = append(unsatisfied, c)
			}
		}
		for _, c := range withConsumers([]int{}, v) {
			recalculate(c)
			todo = append(todo, outputOf(c))
		}
	}
	return unsatisfied
}

func inputsKnown(c, mark int) bool {
	for _, v := range inputsOf(c) {
		if variables[v].mark != mark && !variables[v].stay && variables[v].determinedBy >= 0 {
			return false
		}
	}
	return true
}

func extractPlan(edit int) []int {
	mark := newMark()
	var plan []int
	var todo []int
	if isSatisfied(edit) {
		todo = append(todo, edit)
	}
	for len(todo) > 0 {
		c := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		target := outputOf(c)
		if variables[target].mark != mark && inputsKnown(c, mark) {
			plan = append(plan, c)
			variables[target].mark = mark
			todo = withConsumers(todo, target)
		}
	}
	return plan
}

func executePlan(plan []int) {
	for _, c := range plan {
		execute(c)
	}
}

func change(v, value int) {
	edit := addConstraint(editKind, preferred, v, -1, -1, -1)
	plan := extractPlan(edit)
	for i := 0; i < 10; i++ {
		variables[v].value = value
		executePlan(plan)
	}
	destroyConstraint(edit)
}

func expect(v, value int) int {
	if variables[v].value != value {
		panic(fmt.Sprintf("Wrong value %d, expected %d", variables[v].value, value))
	}
	return value
}

func chainTest(n int) int {
	first := newVariable(0)
	last := first
	for i := 0; i < n; i++ {
		following := newVariable(0)
		addConstraint(equalKind, required, last, following, -1, -1)
		last = following
	}
	addConstraint(stayKind, strongDefault, last, -1, -1, -1)
	edit := addConstraint(editKind, preferred, first, -1, -1, -1)
	plan := extractPlan(edit)
	total := 0
	for i := 0; i < 100; i++ {
		variables[first].value = i
		executePlan(plan)
		total = total + expect(last, i)
	}
	destroyConstraint(edit)
	return total
}

func projectionTest(n int) int {
	scale := newVariable(10)
	offset := newVariable(1000)
	source := -1
	target := -1
	var targets []int
	for i := 0; i < n; i++ {
		source = newVariable(i)
		target = newVariable(i)
		targets = append(targets, target)
		addConstraint(stayKind, defaultStrength, source, -1, -1, -1)
		addConstraint(scaleKind, required, source, target, scale, offset)
	}
	change(source, 17)
	total := expect(target, 1170)
	change(target, 1050)
	total = total + expect(source, 5)
	change(scale, 5)
	for i := 0; i < n-1; i++ {
		total = total + expect(targets[i], i*5+1000)
	}
	change(offset, 2000)
	for i := 0; i < n-1; i++ {
		total = total + expect(targets[i], i*5+2000)
	}
	return total
}

func benchmark(n int) int {
	variables = nil
	constraints = nil
	currentMark = 0
	return chainTest(n) + projectionTest(n)
}

func main() {
	settings := []int{defaultN, 0, 1}
	for i := range settings {
		if i+1 < len(os.Args) {
			settings[i], _ = strconv.Atoi(os.Args[i+1])
		}
	}
	warmup := settings[1]
	var result any
	for step := 0; step < warmup+settings[2]; step++ {
		start := time.Now()
		result = benchmark(settings[0])
		elapsed := time.Since(start)
		if step >= warmup {
			fmt.Printf("time_ms: %f\n", float64(elapsed.Nanoseconds())/1e6)
		}
	}
	fmt.Printf("result: %v\n", result)
}
