// A map with pairs of ints as keys: every second cell of a grid is stored, then all are asked for.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

const defaultN = 20

func benchmark(n int) int {
	table := map[[2]int]int{}
	for y := 0; y < n; y++ {
		for x := 0; x < n; x++ {
			if (x+y)%2 == 0 {
				table[[2]int{x, y}] = x*n + y
			}
		}
	}
	total := 0
	missing := 0
	for y := 0; y < n; y++ {
		for x := 0; x < n; x++ {
			key := [2]int{x, y}
			if _, found := table[key]; found {
				total = total + table[key]
			} else {
				missing = missing + 1
			}
		}
	}
	return total + missing
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
