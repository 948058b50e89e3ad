// Builds and walks trees of nested dicts and arrays, as a JSON document would be.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

const defaultN = 1

var nodeTotal int

func build(depth int) map[string]any {
	nodeTotal = nodeTotal + 1
	identity := nodeTotal
	children := []any{}
	if depth > 0 {
		for i := 0; i < 4; i++ {
			children = append(children, build(depth-1))
		}
	}
	return map[string]any{
		"id":       identity,
		"name":     "node " + strconv.Itoa(identity),
		"tags":     []any{"tree", "level", depth},
		"size":     map[string]any{"width": depth * 2, "height": depth * 3},
		"children": children,
	}
}

func walk(node map[string]any) int {
	size := node["size"].(map[string]any)
	total := node["id"].(int) + len(node["name"].(string)) + node["tags"].([]any)[2].(int) +
		size["width"].(int) + size["height"].(int)
	for _, child := range node["children"].([]any) {
		total = total + walk(child.(map[string]any))
	}
	return total
}

func benchmark(n int) int {
	check := 0
	for repetition := 0; repetition < n; repetition++ {
		nodeTotal = 0
		check = (check + walk(build(5))) % 1000003
	}
	return check
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
