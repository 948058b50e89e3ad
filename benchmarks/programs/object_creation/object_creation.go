// Creates n small records and keeps them in a list.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

const defaultN = 100

type record struct {
	id    int
	value int
	name  string
}

func benchmark(n int) int {
	var records []*record
	for i := 0; i < n; i++ {
		records = append(records, &record{id: i, value: i * 2, name: "object"})
	}
	return len(records) + records[n-1].value
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
