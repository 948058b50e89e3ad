// All permutations of six elements by recursive swapping, in one shared list.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

const defaultN = 1

var elements []int
var calls int

func swap(i, j int) {
	kept := elements[i]
	elements[i] = elements[j]
	elements[j] = kept
}

func permute(n int) {
	calls = calls + 1
	if n != 0 {
		last := n - 1
		permute(last)
		for i := last; i >= 0; i-- {
			swap(last, i)
			permute(last)
			swap(last, i)
		}
	}
}

func benchmark(n int) int {
	calls = 0
	for repetition := 0; repetition < n; repetition++ {
		elements = []int{0, 1, 2, 3, 4, 5}
		permute(6)
	}
	return calls*10 + elements[5]
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
