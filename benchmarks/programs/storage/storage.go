// Builds trees of nested lists, seven levels deep, with random leaf sizes.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

const defaultN = 1

type node struct{ children []*node }

var nodeTotal, randomState int

func nextRandom() int {
	randomState = (randomState*1309 + 13849) % 65536
	return randomState
}

func buildTree(depth int) *node {
	nodeTotal = nodeTotal + 1
	built := &node{}
	if depth == 1 {
		cells := nextRandom()%10 + 1
		for i := 0; i < cells; i++ {
			built.children = append(built.children, nil)
		}
	} else {
		for i := 0; i < 4; i++ {
			built.children = append(built.children, buildTree(depth-1))
		}
	}
	return built
}

func benchmark(n int) int {
	nodeTotal = 0
	randomState = 74755
	leafCells := 0
	for repetition := 0; repetition < n; repetition++ {
		leaf := buildTree(7)
		for _, step := range []int{3, 2, 1, 0, 1, 2} {
			leaf = leaf.children[step]
		}
		leafCells = leafCells + len(leaf.children)
	}
	return nodeTotal + leafCells
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
