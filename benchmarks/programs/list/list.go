// Takeuchi's function on linked lists; a link is the index of a cell in one growing list.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

const defaultN = 1

type cell struct{ value, next int }

var cells []cell

func makeList(length int) int {
	if length == 0 {
		return -1
	}
	rest := makeList(length - 1)
	cells = append(cells, cell{length, rest})
	return len(cells) - 1
}

func listLength(at int) int {
	if at < 0 {
		return 0
	}
	return 1 + listLength(cells[at].next)
}

func isShorter(x, y int) bool {
	for y >= 0 {
		if x < 0 {
			return true
		}
		x = cells[x].next
		y = cells[y].next
	}
	return false
}

func tail(x, y, z int) int {
	if isShorter(y, x) {
		return tail(tail(cells[x].next, y, z), tail(cells[y].next, z, x), tail(cells[z].next, x, y))
	}
	return z
}

func benchmark(n int) int {
	total := 0
	for repetition := 0; repetition < n; repetition++ {
		cells = nil
		longest := makeList(15)
		middle := makeList(10)
		shortest := makeList(6)
		found := tail(longest, middle, shortest)
		total = total + listLength(found)*100 + cells[found].value
	}
	return total
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
