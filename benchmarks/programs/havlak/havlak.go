// Havlak's loop finder on a made control-flow graph. Blocks, loops and union-find nodes
// are handles: indices into lists of structs.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

const defaultN = 2

const unvisited = -1
const nonHeader = 0
const reducibleHeader = 1
const selfLoop = 2
const irreducibleHeader = 3

var blocks []block
var loops []loop
var nodes []node
var numberOf []int
var lastOf []int
var headerOf []int
var kindOf []int
var backEdges [][]int
var otherEdges [][]int

type block struct {
	inEdges  []int
	outEdges []int
}

type loop struct {
	header    int
	reducible bool
	parent    int
	children  []int
	members   []int
	nesting   int
}

type node struct {
	parent    int
	block     int
	foundLoop int
}

func contains(list []int, item int) bool {
	for _, found := range list {
		if found == item {
			return true
		}
	}
	return false
}

func newBlock() int {
	blocks = append(blocks, block{nil, nil})
	return len(blocks) - 1
}

func connect(source, target int) {
	blocks[source].outEdges = append(blocks[source].outEdges, target)
	blocks[target].inEdges = append(blocks[target].inEdges, source)
}

func buildStraight(start, length int) int {
	at := start
	for i := 0; i < length; i++ {
		following := newBlock()
		connect(at, following)
		at = following
	}
	return at
}

func buildDiamond(start int) int {
	left := buildStraight(start, 1)
	right := buildStraight(start, 1)
	bottom := newBlock()
	connect(left, bottom)
	connect(right, bottom)
	return bottom
}

func buildBaseLoop(start int) int {
	header := buildStraight(start, 1)
	diamond := buildDiamond(header)
	inner := buildStraight(diamond, 1)
	innerDiamond := buildDiamond(inner)
	footer := buildStraight(innerDiamond, 1)
	connect(innerDiamond, inner)
	connect(diamond, header)
	connect(footer, start)
	return buildStraight(footer, 1)
}

func buildGraph(trees int) {
	entry := newBlock()
	exitBlock := buildBaseLoop(entry)
	hub := newBlock()
	connect(entry, hub)
	for tree := 0; tree < trees; tree++ {
		at := newBlock()
		connect(hub, at)
		for outer := 0; outer < 5; outer++ {
			top := at
			at = buildStraight(at, 1)
			for inner := 0; inner < 4; inner++ {
				at = buildBaseLoop(at)
			}
			bottom := buildStraight(at, 1)
			connect(at, top)
			at = bottom
		}
		connect(at, exitBlock)
	}
}

func newLoop(header int, reducible bool) int {
	loops = append(loops, loop{header, reducible, -1, nil, nil, 0})
	return len(loops) - 1
}

func setParent(child, parent int) {
	loops[child].parent = parent
	loops[parent].children = append(loops[parent].children, child)
}

func findSet(start int) int {
	at := start
	var passed []int
	for at != nodes[at].parent {
		parent := nodes[at].parent
		if parent != nodes[parent].parent {
			passed = append(passed, at)
		}
		at = parent
	}
	for _, node := range passed {
		nodes[node].parent = at
	}
	return at
}

func isAncestor(w, v int) bool {
	return w <= v && v <= lastOf[w]
}

func searchDepthFirst(block, current int) int {
	nodes[current].block = block
	numberOf[block] = current
	latest := current
	for _, target := range blocks[block].outEdges {
		if numberOf[target] == unvisited {
			latest = searchDepthFirst(target, latest+1)
		}
	}
	lastOf[current] = latest
	return latest
}

func prepare(size int) {
	nodes = nil
	numberOf = nil
	lastOf = nil
	headerOf = nil
	kindOf = nil
	backEdges = nil
	otherEdges = nil
	for i := 0; i < size; i++ {
		nodes = append(nodes, node{i, -1, -1})
		numberOf = append(numberOf, unvisited)
		lastOf = append(lastOf, 0)
		headerOf = append(headerOf, 0)
		kindOf = append(kindOf, nonHeader)
		backEdges = append(backEdges, nil)
		otherEdges = append(otherEdges, nil)
	}
}

func sortEdges(w int) {
	for _, source := range blocks[nodes[w].block].inEdges {
		v := numberOf[source]
		if v != unvisited {
			if isAncestor(w, v) {
				backEdges[w] = append(backEdges[w], v)
			} else if !contains(otherEdges[w], v) {
				otherEdges[w] = append(otherEdges[w], v)
			}
		}
	}
}

func loopBody(w int) []int {
	var pool []int
	for _, v := range backEdges[w] {
		if v == w {
			kindOf[w] = selfLoop
		} else {
			pool = append(pool, findSet(v))
		}
	}
	if len(pool) > 0 {
		kindOf[w] = reducibleHeader
	}
	position := 0
	for position < len(pool) {
		x := pool[position]
		position = position + 1
		for _, v := range otherEdges[x] {
			y := findSet(v)
			if !isAncestor(w, y) {
				kindOf[w] = irreducibleHeader
				if !contains(otherEdges[w], y) {
					otherEdges[w] = append(otherEdges[w], y)
				}
			} else if y != w && !contains(pool, y) {
				pool = append(pool, y)
			}
		}
	}
	return pool
}

func recordLoop(w int, pool []int) {
	created := newLoop(nodes[w].block, kindOf[w] != irreducibleHeader)
	nodes[w].foundLoop = created
	for _, node := range pool {
		headerOf[node] = w
		nodes[node].parent = w
		if nodes[node].foundLoop >= 0 {
			setParent(nodes[node].foundLoop, created)
		} else {
			loops[created].members = append(loops[created].members, nodes[node].block)
		}
	}
}

func findLoops() int {
	size := len(blocks)
	prepare(size)
	reached := searchDepthFirst(0, 0)
	for w := 0; w < size; w++ {
		if nodes[w].block >= 0 {
			sortEdges(w)
		}
	}
	for w := size - 1; w > -1; w-- {
		if nodes[w].block >= 0 {
			pool := loopBody(w)
			if len(pool) > 0 || kindOf[w] == selfLoop {
				recordLoop(w, pool)
			}
		}
	}
	return reached
}

func computeNesting(at int) int {
	deepest := 0
	for _, child := range loops[at].children {
		nesting := computeNesting(child) + 1
		if nesting > deepest {
			deepest = nesting
		}
	}
	loops[at].nesting = deepest
	return deepest
}

func benchmark(n int) int {
	blocks = nil
	loops = nil
	buildGraph(n)
	root := 0
	check := 0
	for repetition := 0; repetition < 3; repetition++ {
		loops = nil
		newLoop(-1, true)
		check = check + findLoops()
	}
	for i := 1; i < len(loops); i++ {
		if loops[i].parent < 0 {
			setParent(i, root)
		}
	}
	computeNesting(root)
	for i := 0; i < len(loops); i++ {
		check = (check*31 + len(loops[i].members) + loops[i].nesting*7 + loops[i].header) % 1000003
	}
	return check*1000 + len(loops)%1000
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
